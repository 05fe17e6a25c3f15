"""The crashing station without the syncs of its database; a power cut must show it."""

import functools
import runpy
import sqlite3
from pathlib import Path
from typing import Any


class UnsyncedConnection(sqlite3.Connection):
    def execute(self, sql: str, *parameters: Any) -> sqlite3.Cursor:
        return super().execute(sql.replace("synchronous=FULL", "synchronous=OFF"), *parameters)


if __name__ == "__main__":
    sqlite3.connect = functools.partial(sqlite3.connect, factory=UnsyncedConnection)
    runpy.run_path(str(Path(__file__).with_name("crashing_station.py")), run_name="__main__")
