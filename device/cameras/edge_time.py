"""The time of a trigger edge, as an interval in which it lies."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EdgeTime:
    """An interval of `time.monotonic_ns()` in which the edge lies.

    Whatever is measured from the edge counts from the interval's beginning, so that no part looks
    younger than it is.
    """

    earliest_ns: int
    uncertainty_ns: int = 0
    """How much later the edge may have come."""

    @property
    def latest_ns(self) -> int:
        """The interval's end."""
        return self.earliest_ns + self.uncertainty_ns

    def earlier_by(self, delay_ns: int) -> EdgeTime:
        """What came before this by a known delay."""
        return EdgeTime(self.earliest_ns - delay_ns, self.uncertainty_ns)

    def within(self, earliest_ns: int, latest_ns: int) -> EdgeTime:
        """The part of it that lies between two moments; the nearer one where none does."""
        earliest = min(max(self.earliest_ns, earliest_ns), latest_ns)
        return EdgeTime(earliest, max(0, min(self.latest_ns, latest_ns) - earliest))


@dataclass(frozen=True, slots=True)
class LostEdge:
    """An edge on the camera's line that brings no frame."""

    edge: EdgeTime
    reason: str
    """Why, as a sentence without its full stop."""
