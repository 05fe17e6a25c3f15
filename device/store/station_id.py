"""The station's unique id, whatever name people gave it."""

from __future__ import annotations

import hashlib
import secrets
from pathlib import Path

from okng.device.store.state import StationState

MACHINE_ID = Path("/etc/machine-id")
"""Of the installed system (machine-id(5))."""
_KEY = "station_key"


def station_id(data_dir: Path) -> str:
    """Eight hexadecimal digits, the same for as long as data directory and machine are.

    Made of a random key in the data directory and of the machine's id: a copy of either alone, as
    when a disk image goes to many devices, gives another one.

    Raises:
        sqlite3.Error, okng.device.store.database.StoreError: the store can't be used.
    """
    state = StationState(data_dir)
    key = state.get(_KEY)
    if key is None:
        key = secrets.token_hex(16)
        state.set(_KEY, key)
    try:
        machine = MACHINE_ID.read_text(encoding="ascii")
    except (OSError, ValueError):
        machine = ""
    return hashlib.sha256(f"{key}{machine.strip()}".encode()).hexdigest()[:8]
