from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice, pairwise

import pytest
from pydantic import ValidationError

from okng.device.settings.shifts import ShiftSettings

THREE = ShiftSettings(starts=("06:00", "14:00", "22:00"))


@pytest.fixture(autouse=True)
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Clocks go forward there at 01:00 UTC on 29 March 2026, and back on 25 October 2026."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("shifts", "moment", "start"),
    [
        (THREE, "2026-03-02T05:00:00+00:00", "2026-03-02T06:00:00+01:00"),
        (THREE, "2026-03-02T04:59:59+00:00", "2026-03-01T22:00:00+01:00"),
        (THREE, "2026-07-02T12:30:00+00:00", "2026-07-02T14:00:00+02:00"),
        (THREE, "2026-03-29T03:59:59+00:00", "2026-03-28T22:00:00+01:00"),
        (THREE, "2026-03-29T04:00:00+00:00", "2026-03-29T06:00:00+02:00"),
        (THREE, "2026-10-25T04:59:59+00:00", "2026-10-24T22:00:00+02:00"),
        (ShiftSettings(), "2026-03-02T22:59:59+00:00", "2026-03-02T00:00:00+01:00"),
        (ShiftSettings(), "2026-03-02T23:00:00+00:00", "2026-03-03T00:00:00+01:00"),
    ],
)
def test_the_shift_of_a_moment(shifts: ShiftSettings, moment: str, start: str) -> None:
    found = shifts.start_before(datetime.fromisoformat(moment).astimezone(UTC))
    assert found.isoformat() == start


@pytest.mark.parametrize("shifts", [THREE, ShiftSettings()])
def test_shifts_follow_each_other_without_a_gap(shifts: ShiftSettings) -> None:
    """Over both days on which clocks change."""
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    starts = list(islice(shifts.starts_before(moment), 800))
    assert shifts.start_before(moment) == starts[0]
    for start, next_start in pairwise(reversed(starts)):
        assert shifts.start_after(start) == next_start
        assert shifts.start_before(next_start - timedelta(seconds=1)) == start


@pytest.mark.parametrize(
    ("starts", "problem"),
    [
        (("14:00", "06:00"), "given was 14:00, 06:00"),
        (("06:00", "06:00"), "each at a time of its own"),
        (("24:00",), "'24:00' is not a time of day"),
        (("6:00",), "pattern"),
    ],
)
def test_starts_that_make_no_shifts(starts: tuple[str, ...], problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        ShiftSettings(starts=starts)
