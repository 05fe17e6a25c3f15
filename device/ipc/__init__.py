"""Inter-process communication: ZeroMQ sockets, typed commands and events, and the client."""
