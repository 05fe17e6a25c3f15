"""A bounded executor: a pool of threads that refuses work when too much waits already."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


class BoundedExecutor:
    """Runs work in its own threads, in the order in which it came."""

    def __init__(self, name: str, threads: int, max_waiting: int) -> None:
        self.max_waiting = max_waiting
        self._free = threading.BoundedSemaphore(threads + max_waiting)
        self._threads = ThreadPoolExecutor(threads, name)

    def submit(self, work: Callable[[], None]) -> bool:
        """Runs the work when its turn comes; False when too much waits already."""
        if not self._free.acquire(blocking=False):
            return False
        self._threads.submit(work).add_done_callback(lambda _: self._free.release())
        return True

    def close(self) -> None:
        """Takes no more work and drops what has not begun; doesn't wait for what has."""
        self._threads.shutdown(wait=False, cancel_futures=True)
