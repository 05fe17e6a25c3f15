"""The scheduled export: exports when an hour or a shift has ended, and says how that went."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from pydantic import AwareDatetime, ValidationError

from okng.device.data_lake.export import ExportSummary
from okng.device.store.database import StoreError
from okng.device.store.database_errors import explain
from okng.device.store.state import StationState
from okng.models.errors import OkngError
from okng.models.strict_model import StrictModel

LOOK_S = 5.0
RETRY_S = (60.0, 900.0)
"""First and longest wait before an export that failed is tried again."""
REPORT_S = 60.0
ALIVE_S = 180.0
"""A status that is older is of a process that doesn't run any more."""
_KEY = "export_status"

log = logging.getLogger(__name__)

PeriodStart = Callable[[datetime], datetime]
"""The start of the period that a moment is in: an export is due once in each."""


class ExportStatus(StrictModel):
    """How the newest export went."""

    done_at: AwareDatetime | None = None
    """When an export came to its end last."""
    problem: str | None = None
    """Why the newest one failed; null if it didn't."""
    written_at: AwareDatetime

    @property
    def is_alive(self) -> bool:
        """Whether the process that wrote it still runs."""
        return abs(datetime.now(UTC) - self.written_at) < timedelta(seconds=ALIVE_S)

    @property
    def problems(self) -> list[str]:
        """What needs a person, in words."""
        return [self.problem] if self.problem else []


class ExportReports:
    """Keeps the newest status; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._state = StationState(data_dir)

    def status(self) -> ExportStatus | None:
        """The newest status; None before the first one."""
        text = self._state.get(_KEY)
        # One of another version of okng is as good as none; the next one comes in a minute.
        with suppress(ValidationError):
            return None if text is None else ExportStatus.model_validate_json(text)
        return None

    def write(self, status: ExportStatus) -> None:
        """Replaces the status."""
        self._state.set(_KEY, status.model_dump_json())


class StoppedError(OkngError):
    """The process is to end; the next start makes the export to its end."""


class Export(Protocol):
    """Makes one export; what it raises is told and tried again."""

    def __call__(self, progress: Callable[[], None]) -> ExportSummary:
        """What it did; it calls `progress` at least once a minute, which may raise."""


class ScheduledExport:
    """Exports once in each period, and again after a failure."""

    def __init__(
        self,
        export: Export,
        reports: ExportReports,
        period_start: PeriodStart,
        retry_s: tuple[float, float] = RETRY_S,
    ) -> None:
        self._export = export
        self._reports = reports
        self._period_start = period_start
        self._first_retry_s, self._longest_retry_s = retry_s
        self._retry_s = self._first_retry_s
        self._next_try_s = 0.0
        self._done_at: datetime | None = None
        self._problem: str | None = None
        self._reported_s = float("-inf")
        self._stopping = threading.Event()

    def run(self, stopping: threading.Event) -> None:
        """Goes on until it is to end; an export that is being made ends, too."""
        self._stopping = stopping
        self._remember()
        while not stopping.is_set():
            self.look(datetime.now(UTC))
            stopping.wait(min(LOOK_S, self._first_retry_s))

    def look(self, now: datetime) -> None:
        """Exports if it is due, and reports."""
        if self._is_due(now) and time.monotonic() >= self._next_try_s:
            self._try(now)
            self._report()
        else:
            self._report_at_times()

    def _remember(self) -> None:
        """A restart in the same period exports nothing again."""
        with suppress(sqlite3.Error, StoreError):
            status = self._reports.status()
            self._done_at = status.done_at if status else None

    def _is_due(self, now: datetime) -> bool:
        # A clock that was set back leads to another period, too.
        return self._done_at is None or self._period_start(self._done_at) != self._period_start(now)

    def _try(self, now: datetime) -> None:
        try:
            summary = self._export(self._progress)
        except StoppedError:
            log.info("the export was stopped; the next start goes on with it")
        except OkngError as error:
            self._fail(str(error))
        except Exception as error:
            # One export that fails is no end of the others.
            log.exception("the export failed")
            self._fail(f"the export failed: {type(error).__name__}: {error}")
        else:
            log.info("exported: %s", in_words(summary))
            self._done_at, self._problem, self._next_try_s = now, None, 0.0
            self._retry_s = self._first_retry_s

    def _fail(self, problem: str) -> None:
        log.warning("%s; it is tried again in %g s", problem, self._retry_s)
        self._problem = problem
        self._next_try_s = time.monotonic() + self._retry_s
        self._retry_s = min(2 * self._retry_s, self._longest_retry_s)

    def _progress(self) -> None:
        if self._stopping.is_set():
            raise StoppedError("the process is to end")
        self._report_at_times()

    def _report_at_times(self) -> None:
        if time.monotonic() - self._reported_s > REPORT_S:
            self._report()

    def _report(self) -> None:
        self._reported_s = time.monotonic()
        try:
            self._reports.write(
                ExportStatus(
                    done_at=self._done_at, problem=self._problem, written_at=datetime.now(UTC)
                )
            )
        except (sqlite3.Error, StoreError) as error:
            log.warning("the status of the export can't be stored: %s", explain(error))


def start_of_hour(moment: datetime) -> datetime:
    """The full hour before a moment."""
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def in_words(summary: ExportSummary) -> str:
    """What an export did, in one line."""
    parts = [
        f"{summary.written} files with {summary.rows} rows written",
        f"{summary.unchanged} unchanged",
    ]
    if summary.unreadable:
        parts.append(f"{summary.unreadable} rows can't be read and were left out")
    return ", ".join(parts)
