"""Reconciliation of the camera's own count of edges with those that came to the ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from okng.device.cameras.edge_time import EdgeTime

PERIOD_NS = 1_000_000_000


@dataclass(frozen=True, slots=True)
class _Sample:
    """The camera's count, which it had at a moment between two."""

    counted: int
    earliest_ns: int
    latest_ns: int


@dataclass(frozen=True, slots=True)
class EdgeDifference:
    """What the camera counted and what came, of the edges up to one moment."""

    counted: int
    came: int


class EdgeReconciliation:
    """Compares when all edges before a sample have come; for one thread.

    A sample that an edge came so near to that nobody knows which was first decides nothing.
    """

    def __init__(self, read: Callable[[], int | None], clock: Callable[[], int]) -> None:
        """Args:
        read: The camera's count since the stream's start; None where it has none.
        clock: `time.monotonic_ns`.
        """
        self._read = read
        self._clock = clock
        self.begin()

    def begin(self) -> None:
        """Call it when the stream is started: the camera counts from zero."""
        self._came = self._came_before = 0
        self._sample: _Sample | None = None
        self._undecided = False
        self._next_ns = 0

    def note(self, edge: EdgeTime) -> None:
        """Notes an edge that came, in the order of the edges."""
        self._came += 1
        if self._sample is None:
            return
        if edge.latest_ns < self._sample.earliest_ns:
            self._came_before += 1
        elif edge.earliest_ns <= self._sample.latest_ns:
            self._undecided = True

    def compare(self, all_before_ns: int) -> EdgeDifference | None:
        """Takes a sample when it is time to, and decides the one before.

        Args:
            all_before_ns: Every edge before this moment has come.

        Returns:
            What was found of a sample; None when nothing was decided.
        """
        sample = self._sample
        if sample is None:
            self._take_sample()
            return None
        if all_before_ns <= sample.latest_ns:
            return None
        self._sample = None
        return None if self._undecided else EdgeDifference(sample.counted, self._came_before)

    def _take_sample(self) -> None:
        earliest_ns = self._clock()
        if earliest_ns < self._next_ns:
            return
        self._next_ns = earliest_ns + PERIOD_NS
        counted = self._read()
        if counted is not None:
            self._sample = _Sample(counted, earliest_ns, self._clock())
            self._came_before, self._undecided = self._came, False
