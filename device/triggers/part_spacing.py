"""Which edges are parts: a bounce is none, and of an encoder's pulses every n-th is one."""

from __future__ import annotations


class PartSpacing:
    """Follows the edges of one line, in their order; for one thread."""

    def __init__(self, min_interval_ms: float, every: int = 1) -> None:
        """Args:
        min_interval_ms: An edge that comes sooner after the one before is a bounce of it.
        every: Every so many-th of the other edges is a part, the first one among them.
        """
        self._min_interval_ns = round(min_interval_ms * 1e6)
        self._every = every
        self._pulses = 0
        self._last_ns: int | None = None

    def bounces(self, earliest_ns: int, latest_ns: int) -> bool:
        """Whether an edge is surely a bounce.

        Args:
            earliest_ns: By the monotonic clock.
            latest_ns: The same, of an edge whose time is not known exactly.
        """
        if self._last_ns is not None and latest_ns - self._last_ns < self._min_interval_ns:
            return True
        self._last_ns = earliest_ns
        return False

    def is_part(self) -> bool:
        """Counts a pulse that is no bounce."""
        first = self._pulses == 0
        self._pulses = (self._pulses + 1) % self._every
        return first
