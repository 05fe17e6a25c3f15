"""Arrival times of frames in the driver's output queue, where they carry no time stamp."""

from __future__ import annotations

from collections import deque

from okng.device.cameras.edge_time import EdgeTime


class ArrivalTimes:
    """Bounds each frame's arrival by how many frames waited at which moments; for one thread.

    A frame came after the last moment at which it was not in the queue yet, and before the first
    at which it was.
    """

    def __init__(self, now_ns: int) -> None:
        """Starts with an empty queue."""
        self._fetched = 0
        # [frames that had come, the first moment of this count, the last one]
        self._counts: deque[list[int]] = deque([[0, now_ns, now_ns]])

    def observe(self, waiting: int, now_ns: int) -> None:
        """Notes that so many frames wait in the queue now."""
        come = self._fetched + waiting
        last = self._counts[-1]
        if come > last[0]:
            self._counts.append([come, now_ns, now_ns])
        elif come == last[0]:
            last[2] = now_ns

    def fetch(self, now_ns: int) -> EdgeTime:
        """The arrival of the frame that was fetched now."""
        self._fetched += 1
        while len(self._counts) > 1 and self._counts[1][0] < self._fetched:
            self._counts.popleft()
        earliest = self._counts[0][2]
        latest = self._counts[1][1] if len(self._counts) > 1 else now_ns
        return EdgeTime(earliest, latest - earliest)
