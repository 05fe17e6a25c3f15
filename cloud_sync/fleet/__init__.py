"""The fleet: the stations that share a bucket, by the reports that each writes there."""
