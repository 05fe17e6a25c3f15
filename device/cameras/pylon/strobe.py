"""The strobe: an output line of the camera that is active while the sensor is exposed."""

from __future__ import annotations

from typing import Any

from okng.device.cameras.applied_acquisition import Correction, unavailable
from okng.device.cameras.pylon.nodes import settable_values


class Strobe:
    """Sets one line's `LineSource`, and brings the line back when a recipe has another or none."""

    def __init__(self) -> None:
        self._line: str | None = None
        self._before: tuple[str | None, str | None] = None, None
        """The line's own mode and source; None where it has no such feature."""

    def apply(self, camera: Any, line: str | None, corrections: list[Correction]) -> None:
        """Makes this line the strobe; None has none. A line that can't is a correction."""
        if self._line is not None and self._line != line:
            camera.LineSelector.Value = self._line
            mode, source = self._before
            _set(camera.LineSource, source)
            _set(camera.LineMode, mode)
            self._line = None
        if line is None:
            return
        if line not in settable_values(camera.LineSelector):
            corrections.append(unavailable("strobe_line", line))
            return
        camera.LineSelector.Value = line
        own = _value(camera.LineMode), _value(camera.LineSource)
        _set(camera.LineMode, "Output")
        if "ExposureActive" not in settable_values(camera.LineSource):
            _set(camera.LineMode, own[0])
            corrections.append(unavailable("strobe_line", line))
            return
        camera.LineSource.Value = "ExposureActive"
        if self._line is None:
            self._line, self._before = line, own


def _value(node: Any) -> str | None:
    return str(node.Value) if node.IsValid() else None


def _set(node: Any, value: str | None) -> None:
    if value is not None and value in settable_values(node):
        node.Value = value
