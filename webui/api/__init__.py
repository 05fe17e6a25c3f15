"""The HTTP API under `/api/v1`: one file for each topic, registered by being in this package."""
