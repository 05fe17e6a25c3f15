"""The edge agent of Lookout for Vision: its gRPC service, answered by the station's own models."""
