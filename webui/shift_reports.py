"""The thread that has shift reports made by a process of their own, when one is due."""

from __future__ import annotations

import logging
import sqlite3
import subprocess
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime

from okng.device.host.supervisor import okng_command
from okng.device.reports.shift_status import ShiftReportState
from okng.device.settings.settings import StationSettings
from okng.device.settings.shifts import ended_shifts
from okng.device.store.database import StoreError
from okng.device.store.database_errors import explain
from okng.models.processes import exit_reason, start_command

LOOK_S = 20.0
RETRY_S = (60.0, 900.0)
"""First and longest wait before what failed is tried again."""

log = logging.getLogger(__name__)


def make_in_process() -> str | None:
    """Runs `okng report shift --due`; returns why it failed, or None."""
    command = okng_command("report", "shift", "--due")
    process = start_command(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    status = process.wait()
    return exit_reason(status) if status else None


class ShiftReportThread:
    """Looks whether a report is due; a failure is tried again, later each time."""

    def __init__(
        self,
        settings: StationSettings,
        make: Callable[[], str | None] = make_in_process,
        retry_s: tuple[float, float] = RETRY_S,
    ) -> None:
        self._settings = settings
        self._make = make
        self._first_retry_s, self._longest_retry_s = retry_s
        self._retry_s = self._first_retry_s
        self._next_try_s = 0.0
        self._state = ShiftReportState(settings.data_dir)

    def start(self) -> None:
        """Begins to look, until the process ends."""
        threading.Thread(target=self._run, name="shift reports", daemon=True).start()

    def _run(self) -> None:
        while True:
            self.look(datetime.now(UTC))
            time.sleep(LOOK_S)

    def look(self, now: datetime) -> None:
        """Has made and sent what is due."""
        try:
            ended = ended_shifts(self._settings.shifts, now)
            if time.monotonic() < self._next_try_s or not self._state.is_due(ended):
                return
            problem = self._make()
        except (OSError, sqlite3.Error, StoreError) as error:
            problem = explain(error)
        if problem is None:
            self._retry_s = self._first_retry_s
            return
        log.warning("the shift report: %s; it is tried again in %g s", problem, self._retry_s)
        self._next_try_s = time.monotonic() + self._retry_s
        self._retry_s = min(2 * self._retry_s, self._longest_retry_s)
