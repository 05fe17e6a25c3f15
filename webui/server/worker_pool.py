"""A worker pool: threads for one kind of request, with a bounded queue."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from okng.webui.server.connection import RequestRefusedError
from okng.webui.server.server_limits import PoolSize

T = TypeVar("T")

RETRY_AFTER_S = 2


class WorkerPool:
    """A pool of threads with a bounded queue; use it from the event loop's thread only."""

    def __init__(self, name: str, size: PoolSize) -> None:
        self._name = name
        self._most = size.threads + size.queue
        self._threads = ThreadPoolExecutor(size.threads, name)
        self._busy = 0

    @property
    def busy(self) -> int:
        """Number of calls that run or wait."""
        return self._busy

    def check_room(self) -> None:
        """Raises `RequestRefusedError` if the pool is full."""
        if self._busy >= self._most:
            raise RequestRefusedError(
                503,
                f"the station is busy with {self._busy} {self._name} already; try again in "
                f"{RETRY_AFTER_S} s",
                RETRY_AFTER_S,
            )

    async def run(self, work: Callable[[], T]) -> T:
        """Runs `work` in a thread; returns its result or raises its error.

        Raises:
            RequestRefusedError: the pool is full.
        """
        self.check_room()
        self._busy += 1
        future = asyncio.get_running_loop().run_in_executor(self._threads, work)
        # Counted until the thread is done: it runs on when the client hangs up.
        future.add_done_callback(self._done)
        return await asyncio.shield(future)

    def close(self) -> None:
        """Cancels all waiting calls; running ones go on."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _done(self, future: asyncio.Future[Any]) -> None:
        self._busy -= 1
        if not future.cancelled():
            # Retrieved, or asyncio would log an exception that nobody awaited.
            future.exception()
