"""The link to the store: its bandwidth limit, its present rate, and the end of sending."""

from __future__ import annotations

import io
import threading
import time
from collections import deque

BURST_S = 0.05
"""So much of unused bandwidth may be caught up."""
SHORTEST_SLEEP_S = 0.005
RATE_S = 60
"""The rate is a mean over so many seconds."""
LARGEST_SEND = 64 * 1024
"""urllib3 reads a body in blocks of 16 KiB to send them; botocore reads it in blocks of 1 MiB
before, to sign it, and those never reach the network."""
UNLIMITED_SEND = 256 * 1024
"""What a link without a limit is given at a time instead: each block has its cost."""


class SendingStoppedError(Exception):
    """The process is to end, so nothing more is sent."""


class Link:
    """Shared by all threads that send."""

    def __init__(self, limit_kbit_s: int = 0) -> None:
        self._bytes_per_s = limit_kbit_s * 1000 / 8
        self._lock = threading.Lock()
        self._free_at_s = 0.0
        self._seconds: deque[tuple[int, int]] = deque(maxlen=RATE_S)
        self._stopping = threading.Event()

    @property
    def is_limited(self) -> bool:
        """Whether it has a bandwidth limit."""
        return self._bytes_per_s > 0

    def take(self, size: int) -> None:
        """Waits until so many bytes may be sent.

        Raises:
            SendingStoppedError: `stop` was called.
        """
        with self._lock:
            now_s = time.monotonic()
            self._count(int(now_s), size)
            if self._bytes_per_s:
                start_s = max(self._free_at_s, now_s - BURST_S)
                self._free_at_s = start_s + size / self._bytes_per_s
            wait_s = self._free_at_s - now_s
        if self._stopping.wait(wait_s) if wait_s > SHORTEST_SLEEP_S else self._stopping.is_set():
            raise SendingStoppedError("sending has been stopped")

    def rate_bytes_s(self) -> float:
        """Bytes sent in a second, over the last minute."""
        with self._lock:
            since = int(time.monotonic()) - RATE_S
            return sum(size for second, size in self._seconds if second >= since) / RATE_S

    def stop(self) -> None:
        """Ends everything that is being sent."""
        self._stopping.set()

    @property
    def stopped(self) -> bool:
        """Whether `stop` was called."""
        return self._stopping.is_set()

    def _count(self, second: int, size: int) -> None:
        if self._seconds and self._seconds[-1][0] == second:
            size += self._seconds.pop()[1]
        self._seconds.append((second, size))


class Body(io.BytesIO):
    """The body of a request, which is sent at the link's rate."""

    def __init__(self, data: bytes, link: Link) -> None:
        super().__init__(data)
        self.size_bytes = len(data)
        self._link = link

    def read(self, size: int | None = -1, /) -> bytes:
        """The next bytes, when they may be sent; more than asked for where they are to be sent."""
        if size is None or not 0 < size <= LARGEST_SEND:
            return super().read(size)
        data = super().read(size if self._link.is_limited else UNLIMITED_SEND)
        self._link.take(len(data))
        return data
