"""The handshake between PLC and station, whatever the wire between them."""
