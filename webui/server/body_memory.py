"""Memory for the bodies of requests: large ones stay out of the disk while there is room."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class BodyMemory:
    """Memory that all large bodies share; use it from the event loop's thread only."""

    def __init__(self, limit_bytes: int, largest_body_bytes: int) -> None:
        self._free_bytes = limit_bytes
        self._largest_body_bytes = largest_body_bytes

    @contextmanager
    def reserve(self, body_bytes: int) -> Iterator[bool]:
        """Reserves room for a body until the end of the `with` block, if it finds any.

        Yields:
            Whether it may be kept in memory; the disk takes it otherwise.
        """
        has_room = body_bytes <= min(self._largest_body_bytes, self._free_bytes)
        reserved = body_bytes if has_room else 0
        self._free_bytes -= reserved
        try:
            yield has_room
        finally:
            self._free_bytes += reserved
