"""Edge timing: when a frame's trigger edge came, by the camera's clock or the queue's age."""

from __future__ import annotations

import time

from okng.device.cameras.edge_time import EdgeTime
from okng.device.cameras.pylon.arrival_times import ArrivalTimes
from okng.device.cameras.pylon.clock import CameraClock
from okng.device.cameras.pylon.instant_camera import pylon_errors

# Frames without a time stamp are as old as the last look at the queue.
_LOOK_MS = 20


class EdgeTiming:
    """Counts back from each frame to its edge; for the capture thread."""

    def __init__(self, clock: CameraClock | None) -> None:
        self.delay_ns = 0
        """From an edge to the exposure: trigger delay and debouncer."""
        self.exposure_ns = 0
        """The longest that an exposure may take."""
        self._clock = clock
        self._started_ns = 0
        self._arrival_times = ArrivalTimes(0)

    def start(self) -> None:
        """The stream starts now, with an empty queue."""
        if self._clock:
            self._clock.synchronize()
        self._started_ns = time.monotonic_ns()
        self._arrival_times = ArrivalTimes(self._started_ns)

    def synchronize(self, now_ns: int) -> None:
        """Reads the camera's clock, where it has one and it is time to.

        Raises:
            CameraError: the clock can't be read.
        """
        if self._clock and self._clock.is_due(now_ns):
            with pylon_errors("the camera's clock can't be read"):
                self._clock.synchronize()

    def observe_queue(self, waiting: int, now_ns: int) -> None:
        """Notes how many frames wait in the output queue."""
        self._arrival_times.observe(waiting, now_ns)

    def longest_wait_ms(self, timeout_ms: int) -> int:
        """How long to wait for a frame: without a clock the queue has to be looked at often."""
        return timeout_ms if self._clock else min(timeout_ms, _LOOK_MS)

    def edge_of(self, ticks: int, now_ns: int) -> EdgeTime:
        """When the edge came of the frame that was fetched now; no edge is from before the start.

        Args:
            ticks: The frame's time stamp; 0 where it has none.
            now_ns: The station's monotonic time.
        """
        arrival = self._arrival_times.fetch(now_ns)
        exposed = None
        if self._clock and ticks:
            exposed = self._clock.time_of(ticks, now_ns)
            if exposed is None:
                # The camera's clock was set back.
                self._clock.synchronize(afresh=True)
        if exposed is None:
            exposed = arrival.earlier_by(self.exposure_ns)
        return exposed.earlier_by(self.delay_ns).within(self._started_ns, arrival.latest_ns)
