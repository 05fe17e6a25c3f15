"""The run: what is inspected from a start of inspection until the next one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from okng.device.store.state import StationState
from okng.device.store.timestamps import from_us, to_us

_STARTED_AT_US = "run_started_at_us"


class Runs:
    """When the newest run began; usable from any thread and process.

    A stop doesn't end a run, so that its parts can still be read then. Nor does a restart of the
    daemon, after which the line goes on inspecting without anybody having started it.
    """

    def __init__(self, data_dir: Path) -> None:
        self._state = StationState(data_dir)

    def begin(self, started_at: datetime) -> None:
        """Begins a run with the parts triggered since then."""
        self._state.set(_STARTED_AT_US, str(to_us(started_at)))

    def started_at(self) -> datetime | None:
        """None before inspection was ever started."""
        started_us = self._state.get(_STARTED_AT_US)
        return from_us(int(started_us)) if started_us else None
