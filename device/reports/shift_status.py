"""What was reported of shifts, and which reports wait to be sent."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from pydantic import AwareDatetime, ValidationError

from okng.device.store.ledger import Ledger
from okng.device.store.ledger_counts import Totals
from okng.device.store.state import StationState
from okng.models.strict_model import StrictModel

_KEY = "shift_report_status"
Span = tuple[datetime, datetime]
"""Start and end of a shift."""


class ReportedShift(StrictModel):
    """A shift that needs no report any more, unless it gets further parts."""

    start: AwareDatetime
    parts: int


class UnsentReport(StrictModel):
    """A report that some receivers have not taken yet."""

    report_id: str
    receivers: tuple[str, ...]


class ShiftReportStatus(StrictModel):
    """What was reported, and what is left to do."""

    reported: tuple[ReportedShift, ...] = ()
    unsent: tuple[UnsentReport, ...] = ()
    problem: str | None = None
    """Why the newest try failed; null if it didn't."""

    def parts_of(self, start: datetime) -> int | None:
        """Parts of a shift when it was reported; None if it wasn't."""
        return next((each.parts for each in self.reported if each.start == start), None)


class ShiftReportState:
    """Keeps the status and says what is due; usable from any thread and process."""

    def __init__(self, data_dir: Path) -> None:
        self._state = StationState(data_dir)
        self._ledger = Ledger(data_dir)

    def status(self) -> ShiftReportStatus:
        """What was reported, and what is left to do."""
        text = self._state.get(_KEY)
        # One of another version of okng is as good as none.
        with suppress(ValidationError):
            return ShiftReportStatus.model_validate_json(text or "{}")
        return ShiftReportStatus()

    def keep(self, status: ShiftReportStatus) -> None:
        """Replaces the status."""
        self._state.set(_KEY, status.model_dump_json())

    def is_due(self, ended: Sequence[Span]) -> bool:
        """Whether a report is to be made or sent; `ended` are the newest shifts that are over."""
        status = self.status()
        return bool(status.unsent) or any(self.is_to_report(status, span) for span in ended)

    def is_to_report(self, status: ShiftReportStatus, span: Span) -> bool:
        """Whether a shift has parts that are in no report of it."""
        return (status.parts_of(span[0]) or 0) < self.totals(span).parts

    def totals(self, span: Span) -> Totals:
        """How the parts of a shift ended."""
        hours = self._ledger.by_hour(*span)
        return Totals(
            ok=sum(hour.ok for hour in hours),
            ng=sum(hour.ng for hour in hours),
            error=sum(hour.error for hour in hours),
            missed=sum(hour.missed for hour in hours),
        )
