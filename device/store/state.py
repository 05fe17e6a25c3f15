"""What the daemon comes back to after a restart: small values by key."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from okng.device.store.database import Database
from okng.device.store.timestamps import now_us


class StationState:
    """Key and value, kept at once."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def get(self, key: str) -> str | None:
        """The value, or None when it was never set."""
        row = self._database.connection.execute(
            "SELECT value FROM station_state WHERE key = ?", (key,)
        ).fetchone()
        return None if row is None else row["value"]

    def set(self, key: str, value: str) -> None:
        """Keeps the value; it is on the disk when this returns."""
        set_state(self._database.connection, key, value)

    def check_writable(self) -> None:
        """Writes something, so that a change which must be kept can be refused before it begins.

        Raises:
            sqlite3.DatabaseError, StoreError: the database can't be written now.
        """
        self.set("last_change_us", str(now_us()))


def set_state(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Keeps the value, with the caller's transaction if there is one."""
    connection.execute(
        "INSERT INTO station_state VALUES (?, ?) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )
