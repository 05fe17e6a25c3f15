"""Keeps the copy of recipes, datasets and users beside the database up to date."""

from __future__ import annotations

import logging
import sqlite3
import threading
from pathlib import Path

from okng.device.store.database import StoreError
from okng.device.store.database_copy import write_copy
from okng.device.store.database_errors import explain

PERIOD_S = 600.0

log = logging.getLogger(__name__)


class DatabaseCopyThread:
    """Writes the copy every ten minutes and at the end."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="database-copy", daemon=True)

    def start(self) -> None:
        """Begins; the first copy is written after one period."""
        self._thread.start()

    def stop(self) -> None:
        """Writes a last copy and ends; it does not wait long for a database that can't be read."""
        self._stopping.set()
        self._thread.join(timeout=5.0)

    def _run(self) -> None:
        while not self._stopping.wait(PERIOD_S):
            self._write()
        self._write()

    def _write(self) -> None:
        try:
            write_copy(self._data_dir)
        except (OSError, sqlite3.Error, StoreError) as error:
            log.warning("the copy beside the database is not written: %s", explain(error))
