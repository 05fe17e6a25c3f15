"""The HTTP/1.1 server: one process; every wait for a client has a timeout and holds no thread."""
