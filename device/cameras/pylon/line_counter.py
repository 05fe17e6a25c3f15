"""The camera's own count of the edges on its line (`CounterSelector`, `CounterValue`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from okng.device.cameras.pylon.nodes import settable_values

if TYPE_CHECKING:
    from okng.device.triggers.line import LineTriggerSettings


class LineCounter:
    """Counts from zero since it was made; for one thread."""

    def __init__(self, camera: Any, counter: str) -> None:
        self._camera = camera
        self._counter = counter
        self._first = 0
        if camera.CounterReset.IsValid():
            camera.CounterReset.Execute()
        self._first = self.read()

    def read(self) -> int:
        """The edges since."""
        self._camera.CounterSelector.Value = self._counter
        return int(self._camera.CounterValue.Value) - self._first


def line_counter(camera: Any, line: LineTriggerSettings) -> LineCounter | None:
    """A counter of a camera, set to count the edges of its trigger line from now on.

    None where the camera has no counter, or none that counts this line's edges, and where not every
    edge is a part.
    """
    if line.every > 1 or not camera.CounterValue.IsValid():
        return None
    for counter in settable_values(camera.CounterSelector):
        camera.CounterSelector.Value = counter
        if line.line not in settable_values(camera.CounterEventSource):
            continue
        camera.CounterEventSource.Value = line.line
        if line.activation in settable_values(camera.CounterEventActivation):
            camera.CounterEventActivation.Value = line.activation
            return LineCounter(camera, counter)
    return None
