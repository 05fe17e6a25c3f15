"""An export is made once in each hour or shift, failures are told and tried again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from okng.device.data_lake import scheduled_export
from okng.device.data_lake.export import ExportSummary, LakeExportError
from okng.device.data_lake.scheduled_export import (
    ALIVE_S,
    ExportReports,
    ExportStatus,
    PeriodStart,
    ScheduledExport,
    StoppedError,
    start_of_hour,
)
from okng.device.data_lake.settings import ExportSettings
from okng.device.settings.settings import StationSettings
from okng.device.settings.shifts import ShiftSettings
from okng.device.store.ledger import Ledger

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
SHIFTS = ShiftSettings(starts=("06:00", "14:00", "22:00"))


class Exports:
    """Counts exports; each may fail."""

    def __init__(self, *ends: Exception | None) -> None:
        self._ends: Iterator[Exception | None] = iter(ends)
        self.count = 0

    def __call__(self, progress: Callable[[], None]) -> ExportSummary:
        self.count += 1
        if problem := next(self._ends, None):
            raise problem
        return ExportSummary()


@pytest.fixture
def reports(tmp_path: Path) -> ExportReports:
    Ledger(tmp_path).last_seq()
    return ExportReports(tmp_path)


@pytest.mark.parametrize(
    ("period_start", "times", "count"),
    [
        (start_of_hour, ["12:10", "12:59", "13:00", "13:30", "14:00"], 3),
        # A clock that is set back comes into another hour, and into the next one again.
        (start_of_hour, ["12:10", "11:50", "11:55", "12:01"], 3),
        (SHIFTS.start_before, ["06:10", "13:59", "14:00", "21:00", "22:00", "23:59"], 3),
    ],
)
def test_one_export_for_each_period(
    reports: ExportReports, period_start: PeriodStart, times: list[str], count: int
) -> None:
    exports = Exports()
    schedule = ScheduledExport(exports, reports, period_start)
    for time in times:
        hour, minute = map(int, time.split(":"))
        # Shifts are in the station's local time.
        schedule.look(datetime(2026, 3, 1, hour, minute).astimezone())
    assert exports.count == count


def test_a_restart_in_the_same_hour_exports_nothing_again(reports: ExportReports) -> None:
    stopping = threading.Event()

    def export(progress: Callable[[], None]) -> ExportSummary:
        stopping.set()
        return ExportSummary()

    ScheduledExport(export, reports, lambda moment: NOON).run(stopping)
    status = reports.status()
    assert status
    assert status.done_at
    assert status.is_alive
    again = Exports()
    ends = threading.Event()
    schedule = ScheduledExport(again, reports, lambda moment: NOON, retry_s=(0.01, 0.01))
    thread = threading.Thread(target=schedule.run, args=(ends,))
    thread.start()
    ends.set()
    thread.join()
    schedule.look(NOON)
    assert again.count == 0


@pytest.mark.parametrize("problem", [LakeExportError("the disk is away"), ValueError("no value")])
def test_a_failure_is_told_and_tried_again(reports: ExportReports, problem: Exception) -> None:
    exports = Exports(problem)
    schedule = ScheduledExport(exports, reports, start_of_hour, retry_s=(0.0, 0.0))
    schedule.look(NOON)
    status = reports.status()
    assert status
    assert str(problem) in (status.problem or "")
    assert status.done_at is None
    schedule.look(NOON)
    assert exports.count == 2
    status = reports.status()
    assert status
    assert (status.problem, status.done_at) == (None, NOON)


def test_a_long_export_says_that_it_lives(
    reports: ExportReports, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scheduled_export, "REPORT_S", 0.0)
    seen = []

    def export(progress: Callable[[], None]) -> ExportSummary:
        for _ in range(2):
            progress()
            status = reports.status()
            assert status
            seen.append(status.written_at)
        return ExportSummary()

    ScheduledExport(export, reports, start_of_hour).look(NOON)
    assert len(set(seen)) == 2


def test_a_stop_ends_a_long_export_and_is_no_failure(reports: ExportReports) -> None:
    stopping, ends = threading.Event(), []

    def export(progress: Callable[[], None]) -> ExportSummary:
        stopping.set()
        try:
            progress()
        except StoppedError:
            ends.append("stopped")
            raise
        return ExportSummary()

    ScheduledExport(export, reports, start_of_hour).run(stopping)
    assert ends == ["stopped"]
    status = reports.status()
    assert status
    assert (status.problem, status.done_at) == (None, None)


def test_failures_are_not_tried_at_once(reports: ExportReports) -> None:
    exports = Exports(LakeExportError("away"))
    schedule = ScheduledExport(exports, reports, start_of_hour, retry_s=(60.0, 900.0))
    for _ in range(5):
        schedule.look(NOON)
    assert exports.count == 1


def test_a_status_that_is_old_is_of_a_process_that_is_gone() -> None:
    now = datetime.now(UTC)
    assert ExportStatus(written_at=now).is_alive
    assert not ExportStatus(written_at=now - timedelta(seconds=ALIVE_S + 1)).is_alive


def test_a_schedule_needs_a_folder_of_this_machine() -> None:
    with pytest.raises(ValidationError, match="needs a folder"):
        ExportSettings(when="hourly")
    for address in ("s3://bucket/lake", "s3:/bucket"):
        with pytest.raises(ValidationError, match="no folder of this machine"):
            ExportSettings(folder=Path(address))
    assert StationSettings().export.when == "off"
