"""Shifts: when they start in local time, and which one a moment is in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints, field_validator

from okng.models.strict_model import StrictModel

MIDNIGHT = time()


def _time_of_day(text: str) -> str:
    try:
        return time.fromisoformat(text).strftime("%H:%M")
    except ValueError:
        raise ValueError(f"{text!r} is not a time of day, such as 06:00 or 22:30") from None


TimeOfDay = Annotated[str, StringConstraints(pattern=r"^\d\d:\d\d$"), AfterValidator(_time_of_day)]
"""Hours and minutes, `06:00`."""


SETTLED_AFTER = timedelta(seconds=60)
"""A shift's last part may be judged and recorded so long after its trigger."""
LOOKED_BACK = 3
"""Newest shifts that are over of which reports may be missing, because the station was off."""


class ShiftSettings(StrictModel):
    """When shifts start: counters begin anew then."""

    starts: tuple[TimeOfDay, ...] = Field(default=(), max_length=24)
    """Starts of the shifts in the station's local time, such as `["06:00", "14:00", "22:00"]`.
    Empty: one shift a day, from midnight on."""

    @field_validator("starts")
    @classmethod
    def _in_order_and_once(cls, starts: tuple[str, ...]) -> tuple[str, ...]:
        if list(starts) != sorted(set(starts)):
            raise ValueError(
                f"shifts must start one after the other, each at a time of its own; given was "
                f"{', '.join(starts)}"
            )
        return starts

    def start_before(self, moment: datetime) -> datetime:
        """The newest start of a shift that is not after `moment`, with its offset from UTC.

        Args:
            moment: with a zone. A naive time of day is read in the system's local time zone, with
                the offset of that day: where clocks change, a shift is an hour shorter or longer.
        """
        today = moment.astimezone().date()
        starts = [*self._starts_of(today - timedelta(days=1)), *self._starts_of(today)]
        return next(start for start in reversed(starts) if start <= moment)

    def start_after(self, moment: datetime) -> datetime:
        """The next start of a shift after `moment`, as in `start_before`."""
        today = moment.astimezone().date()
        starts = [*self._starts_of(today), *self._starts_of(today + timedelta(days=1))]
        return next(start for start in starts if start > moment)

    def starts_before(self, moment: datetime) -> Iterator[datetime]:
        """The starts of shifts that are before `moment`, the newest first, without end."""
        while True:
            moment = self.start_before(moment - timedelta(microseconds=1))
            yield moment

    def _starts_of(self, day: date) -> list[datetime]:
        times = [time.fromisoformat(start) for start in self.starts] or [MIDNIGHT]
        return [datetime.combine(day, start).astimezone() for start in times]


def ended_shifts(shifts: ShiftSettings, now: datetime) -> list[tuple[datetime, datetime]]:
    """Start and end of the newest shifts whose parts are all recorded, the oldest first."""
    end = shifts.start_before(now - SETTLED_AFTER)
    starts = list(islice(shifts.starts_before(end), LOOKED_BACK))
    return [(start, shifts.start_after(start)) for start in reversed(starts)]
