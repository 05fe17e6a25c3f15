"""Work that goes on after a request was answered, in threads that end with the process.

What has to last is in the database: at the next start the work is taken up where it was.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable

from okng.models.errors import OkngError

log = logging.getLogger(__name__)

Work = Callable[[], None]
Failed = Callable[[str], None]
"""Records that the work has failed, with the reason in words."""


class Background:
    """Runs pieces of work; heavy ones (reading many pictures) one at a time."""

    def __init__(self) -> None:
        self._heavy = threading.Lock()

    def run(self, name: str, work: Work, failed: Failed) -> None:
        """Starts the work in a thread of its own.

        Args:
            name: What it does, for the log.
            work: What is to be done.
            failed: Called with the reason if the work raises any exception.
        """
        threading.Thread(target=_guarded, args=(name, work, failed), name=name, daemon=True).start()

    def run_heavy(self, name: str, work: Work, failed: Failed) -> None:
        """The same, when no other heavy work goes on."""

        def in_turn() -> None:
            with self._heavy:
                work()

        self.run(name, in_turn, failed)


def _guarded(name: str, work: Work, failed: Failed) -> None:
    try:
        work()
    except (OkngError, OSError, sqlite3.Error) as error:
        log.error("%s: %s", name, error)
        reason = str(error)
    except Exception as error:
        log.exception("%s", name)
        kind = type(error).__name__
        reason = f"an unforeseen error, which the log of okng web shows: {kind}: {error}"
    else:
        return
    try:
        failed(reason)
    except Exception:
        # The row still says that the work is not done; the next start takes it up.
        log.exception("%s: the failure can't be recorded", name)
