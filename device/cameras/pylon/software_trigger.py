"""The software trigger: fired when the camera is ready for it, and no late frame is before it."""

from __future__ import annotations

from typing import Any

from okng.device.cameras.pylon.emulator import Emulator
from okng.device.cameras.pylon.instant_camera import (
    LATE_FRAME_MS,
    READY_TIMEOUT_MS,
    discard_results,
    wait_until_ready,
)


class SoftwareTrigger:
    """Fires one frame after the other, from the start of a stream to its end."""

    def __init__(self, emulator: Emulator | None) -> None:
        self._emulator = emulator
        self._frame_is_due = False
        self._last_frame_ns = 0

    def fire(self, camera: Any, exposure_ms: int) -> None:
        """Fires once.

        Raises:
            CameraError: the camera was not ready in time.
        """
        if not self._emulator_is_ready():
            wait_until_ready(camera, READY_TIMEOUT_MS + exposure_ms)
        if self._frame_is_due:
            discard_results(camera, LATE_FRAME_MS + exposure_ms)
        camera.TriggerSoftware.Execute()
        self._frame_is_due = True

    def frame_came(self, now_ns: int) -> None:
        """Notes that a frame was fetched."""
        self._frame_is_due = False
        self._last_frame_ns = now_ns

    def _emulator_is_ready(self) -> bool:
        """True when its readiness is known without asking."""
        if not self._emulator or self._frame_is_due:
            return False
        return self._emulator.is_rearmed(self._last_frame_ns)
