"""Times as the database keeps them: microseconds since 1970 UTC, as integers, without rounding."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_us(time: datetime) -> int:
    """Microseconds since 1970 UTC of an aware datetime."""
    return (time - _EPOCH) // timedelta(microseconds=1)


def from_us(time_us: int) -> datetime:
    """The UTC datetime of a number of microseconds since 1970."""
    return _EPOCH + timedelta(microseconds=time_us)


def now_us() -> int:
    """The present time in microseconds since 1970."""
    return to_us(datetime.now(UTC))
