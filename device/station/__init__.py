"""The daemon: the parts of the station put together, its modes and its commands."""
