"""Synchronization of a camera's own clock with the station's.

A camera stamps each frame with its tick count at the start of the exposure. The count is latched by
command: the latch happened between the moments before and after the command, so the difference of
the two clocks is known as an interval. The interval of each further latch is intersected with the
one before, which has widened by the drift of two quartz oscillators since then (Marzullo 1984,
"Maintaining the Time in a Distributed System").
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from okng.device.cameras.edge_time import EdgeTime

DRIFT_PER_MILLION = 200
"""Largest drift of two clocks: 100 ppm each, twice what quartz oscillators are specified for."""
SYNCHRONIZE_NS = 5_000_000_000
"""Interval of latches; the drift adds 1 ms in this time."""
_LATCHES = 3
_NS_PER_S = 1_000_000_000


class CameraClock:
    """Turns a camera's time stamps into the station's monotonic time; for one thread."""

    def __init__(
        self, latch: Callable[[], object], latched: Callable[[], int], frequency_hz: int
    ) -> None:
        """Args:
        latch: Makes the camera note its tick count.
        latched: Reads the noted count.
        frequency_hz: Ticks in a second.
        """
        self._latch = latch
        self._latched = latched
        self._frequency_hz = frequency_hz
        # Station minus camera lies between the two; measured at the third.
        self._least_ns = self._most_ns = self._measured_ns = 0
        self.synchronize(afresh=True)

    def is_due(self, now_ns: int) -> bool:
        """Whether it is time to synchronize again."""
        return now_ns - self._measured_ns >= SYNCHRONIZE_NS

    def synchronize(self, *, afresh: bool = False) -> None:
        """Latches the camera's clock a few times; each narrows what is known.

        Args:
            afresh: Forgets what was known before, as after a jump of the camera's clock.
        """
        for _ in range(_LATCHES):
            before_ns = time.monotonic_ns()
            self._latch()
            after_ns = time.monotonic_ns()
            camera_ns = self._nanoseconds(self._latched())
            least, most = before_ns - camera_ns, after_ns - camera_ns
            drift = self._drift_ns(after_ns)
            narrowed = max(least, self._least_ns - drift), min(most, self._most_ns + drift)
            # No overlap: the camera's clock was set, by a restart or by PTP.
            if not afresh and narrowed[0] <= narrowed[1]:
                least, most = narrowed
            self._least_ns, self._most_ns, self._measured_ns = least, most, after_ns
            afresh = False

    def time_of(self, ticks: int, now_ns: int) -> EdgeTime | None:
        """When the camera's count was at `ticks`; None where that would lie in the future."""
        drift = self._drift_ns(now_ns)
        earliest = self._nanoseconds(ticks) + self._least_ns - drift
        if earliest > now_ns:
            return None
        return EdgeTime(earliest, self._most_ns - self._least_ns + 2 * drift)

    def _nanoseconds(self, ticks: int) -> int:
        return ticks * _NS_PER_S // self._frequency_hz

    def _drift_ns(self, now_ns: int) -> int:
        return (now_ns - self._measured_ns) * DRIFT_PER_MILLION // 1_000_000


def clock_of(camera: Any) -> CameraClock | None:
    """The clock of a camera by its GenICam nodes; None where it has none that can be latched.

    USB cameras and ace 2 count nanoseconds and are latched by `TimestampLatch` (SFNC 2), ace GigE
    cameras by `GevTimestampControlLatch`, with `GevTimestampTickFrequency`.
    """
    if camera.TimestampLatch.IsValid() and camera.TimestampLatchValue.IsValid():
        return CameraClock(
            camera.TimestampLatch.Execute, lambda: camera.TimestampLatchValue.Value, _NS_PER_S
        )
    if camera.GevTimestampControlLatch.IsValid() and camera.GevTimestampValue.IsValid():
        frequency = camera.GevTimestampTickFrequency
        return CameraClock(
            camera.GevTimestampControlLatch.Execute,
            lambda: camera.GevTimestampValue.Value,
            frequency.Value if frequency.IsValid() else _NS_PER_S,
        )
    return None
