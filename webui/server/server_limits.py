"""Limits of the server: timeouts, sizes and numbers that bound what clients can occupy."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PoolSize:
    """Size of a worker pool: requests worked on at a time, and requests that may wait.

    Any further request is answered with 503 at once.
    """

    threads: int
    queue: int


@dataclass(frozen=True)
class ServerLimits:
    """Bounds of the server; times in seconds, sizes in bytes."""

    handshake_s: float = 10.0
    """For the whole TLS handshake."""
    head_s: float = 10.0
    """For request line and headers, from the first byte (or the connection) to the empty line."""
    keep_alive_s: float = 30.0
    """From a response to the first byte of the next request."""
    body_s: float = 15.0
    """For a body, plus one second for every `body_rate` bytes that have arrived."""
    body_rate: int = 10_000
    """Slowest allowed rate of a body in the long run, bytes per second."""
    send_s: float = 20.0
    """For a client to read the next 64 KiB of its response."""
    stop_s: float = 2.0
    """For responses in progress when the server stops."""

    head_bytes: int = 16 * 1024
    headers: int = 100
    small_body_bytes: int = 64 * 1024
    """Bodies up to this size are kept in memory. Larger ones are read only after the application
    has accepted their sender and size."""
    memory_body_bytes: int = 8_000_000
    """Accepted bodies that are announced with at most this size are kept in memory, too."""
    body_memory_bytes: int = 64_000_000
    """Of all accepted bodies together; what finds no room in it goes to the disk."""

    connections: int = 512
    connections_per_address: int = 64
    """IPv6 addresses count by their /64 network."""
    requests: PoolSize = PoolSize(threads=32, queue=64)
    downloads: PoolSize = PoolSize(threads=8, queue=0)
    """Responses whose body is made while it is sent."""


DEFAULT_LIMITS = ServerLimits()
