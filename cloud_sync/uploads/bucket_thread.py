"""A thread that does something with the bucket again and again, and outlasts its troubles."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable

from okng.cloud_sync.object_store.errors import BucketError
from okng.cloud_sync.uploads.backoff import Backoff
from okng.device.store.database import StoreError

_log = logging.getLogger(__name__)


class BucketThread:
    """One thread; what goes wrong is for the status of the process to tell."""

    def __init__(self, name: str, work: Callable[[], None], period_s: float) -> None:
        """Args:
        name: Of the thread and in the log.
        work: May raise `BucketError`, and what database and disk raise.
        period_s: From one success to the next call; after a failure it backs off instead.
        """
        self._name = name
        self._work = work
        self._period_s = period_s
        self._stopping = threading.Event()
        self._backoff = Backoff()
        self.problem: BucketError | None = None
        """Why the last attempt failed; None while all is well."""

    def start(self) -> None:
        """Starts the thread; it may wait for a silent network when the process ends."""
        threading.Thread(target=self._run, name=self._name, daemon=True).start()

    def stop(self) -> None:
        """Tells the thread to end."""
        self._stopping.set()

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._work()
            except BucketError as error:
                self.problem = error
                self._backoff.failed()
            except (sqlite3.Error, StoreError, OSError) as error:
                _log.warning("%s: nothing can be read or recorded now: %s", self._name, error)
                self._backoff.failed()
            else:
                self.problem = None
                self._backoff.succeeded()
            self._stopping.wait(self._backoff.wait_s() or self._period_s)
