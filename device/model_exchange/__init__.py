"""Exchange of models between stations: the station's keys, and packages out and in."""
