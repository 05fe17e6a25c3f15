"""The data lake: what the station knows as Parquet files by day, for programs that analyse it."""
