"""The server, on pymodbus; apart from the wire, so that a station without pymodbus imports it."""
