"""A virtual PLC that runs the handshake against a station, and counts what came of it."""
