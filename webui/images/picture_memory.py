"""Memory limit for decoded pictures in the web process, shared by all requests.

A file of 3 MB may be a picture of 600 MB. A request reserves the memory before it decodes a
picture, by the size in the file's header; requests that find no room wait for it.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus

from okng.models.errors import OkngError

MEGABYTE = 1_000_000
AT_ONCE = 4
"""Pictures decoded at a time, however small: a page of thumbnails must not take all processors."""
MOST_WAITING = 24
"""Requests that may wait: each keeps a thread of the server."""
WAIT_S = 10.0


class PictureTooLargeError(OkngError):
    """A picture takes more memory than the limit of all requests together."""

    http_status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE


class PicturesBusyError(OkngError):
    """Other requests use the memory; there will be room later."""

    http_status = HTTPStatus.SERVICE_UNAVAILABLE
    retry_after_s = 5


class PictureMemory:
    """Memory for decoded pictures, granted in the order of the requests; usable from any thread."""

    def __init__(self, limit_bytes: int) -> None:
        self._limit = limit_bytes
        self._free = limit_bytes
        self._decoding = 0
        self._changed = threading.Condition()
        self._waiting: deque[object] = deque()

    @contextmanager
    def reserve(self, wanted_bytes: int) -> Iterator[None]:
        """Reserves this many bytes until the end of the `with` block.

        Raises:
            PictureTooLargeError: that is more than the limit.
            PicturesBusyError: there was no room within `WAIT_S`, or too many requests wait already.
        """
        if wanted_bytes > self._limit:
            raise PictureTooLargeError(
                f"decoding it takes {wanted_bytes / MEGABYTE:,.0f} MB; at most "
                f"{self._limit / MEGABYTE:,.0f} MB are allowed (web.picture_memory_mb)"
            )
        self._take(wanted_bytes)
        try:
            yield
        finally:
            with self._changed:
                self._free += wanted_bytes
                self._decoding -= 1
                self._changed.notify_all()

    def _take(self, wanted_bytes: int) -> None:
        ticket = object()
        deadline = time.monotonic() + WAIT_S
        with self._changed:
            if len(self._waiting) >= MOST_WAITING:
                raise PicturesBusyError(f"{MOST_WAITING} requests for pictures are waiting already")
            self._waiting.append(ticket)
            try:
                # In order, or small pictures would keep a large one waiting for ever.
                while not (self._waiting[0] is ticket and self._has_room(wanted_bytes)):
                    if not self._changed.wait(max(0.0, deadline - time.monotonic())):
                        raise PicturesBusyError(
                            f"other requests' pictures left no memory for {WAIT_S:.0f} s"
                        )
                self._free -= wanted_bytes
                self._decoding += 1
            finally:
                self._waiting.remove(ticket)
                self._changed.notify_all()

    def _has_room(self, wanted_bytes: int) -> bool:
        return wanted_bytes <= self._free and self._decoding < AT_ONCE
