"""Progress of a database migration, for systemd and the log: nobody is to take it for a hang.

Of five million parts that takes half a minute on a PC, and minutes on a slow card. systemd is asked
for more time as long as there is progress (`EXTEND_TIMEOUT_USEC` of sd_notify(3)), both by the
process that does it and by those that wait for it.
"""

from __future__ import annotations

import fcntl
import logging
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from okng.device.host.systemd_notify import notify

EXTENSION_S = 60
"""How long systemd waits after each notice."""
PERIOD_S = 2.0
STEPS = 200_000
"""Instructions of SQLite's virtual machine between two looks at the clock: about 10 ms."""
RETRY_S = 0.1

_log = logging.getLogger(__name__)


class _Notice:
    """Tells systemd, and once the log, what takes so long."""

    def __init__(self, doing: str) -> None:
        self._doing = doing
        self._told_at_s = time.monotonic()
        self._logged = False

    def progress(self) -> int:
        """SQLite's progress handler; returns 0, which lets SQLite go on."""
        now_s = time.monotonic()
        if now_s - self._told_at_s >= PERIOD_S:
            self._told_at_s = now_s
            # A fault of systemd must neither end the upgrade nor hold it up.
            with suppress(OSError):
                extension = f"EXTEND_TIMEOUT_USEC={EXTENSION_S * 1_000_000}"
                notify(extension, f"STATUS={self._doing}", wait_s=0)
            if not self._logged:
                _log.warning("%s: this may take some minutes", self._doing)
                self._logged = True
        return 0


@contextmanager
def report_migration(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Reports progress while the database at `path` is migrated inside the context."""
    notice = _Notice(f"bringing {path} up to date")
    connection.set_progress_handler(notice.progress, STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)


def lock_after_migration(descriptor: int, path: Path) -> None:
    """Takes the lock of the database at `path`, after another process has migrated it."""
    notice = _Notice(f"waiting for another process that brings {path} up to date")
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            notice.progress()
            time.sleep(RETRY_S)
        else:
            return
