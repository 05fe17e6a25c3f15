"""A database whose last row is only in its write-ahead log, as a killed process leaves it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROW = "in the log"
_PROGRAM = (
    "import os, pathlib, sys; from okng.device.store.database import connect\n"
    "connection = connect(pathlib.Path(sys.argv[1]))\n"
    "connection.execute(\"INSERT INTO station_state VALUES (?, '')\", [sys.argv[2]])\n"
    "os._exit(0)"
)


def leave_log(data_dir: Path) -> None:
    """Writes `ROW` into the state of the station, and dies."""
    subprocess.run([sys.executable, "-c", _PROGRAM, str(data_dir), ROW], check=True)
    assert (data_dir / "okng.db-wal").stat().st_size > 0
