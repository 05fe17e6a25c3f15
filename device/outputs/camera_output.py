"""A verdict on the camera's own output line (`UserOutputSelector`, `UserOutputValue`)."""

from __future__ import annotations

import threading
from typing import ClassVar, Literal

from pydantic import Field

from okng.device.cameras.camera import Camera, CameraFault
from okng.device.outputs.output import Output, OutputFault, OutputSettingsBase, Signal


class CameraOutputSettings(OutputSettingsBase):
    """One user output that goes high for one kind of verdict.

    Connect it to a line with `LineSource=UserOutput1` in the camera.
    """

    type: Literal["camera_output"] = "camera_output"
    user_output: Literal["UserOutput1", "UserOutput2", "UserOutput3", "UserOutput4"] = "UserOutput1"
    active_on: Literal["OK", "NG"] = "NG"
    pulse_ms: int | None = Field(default=None, ge=1, le=10_000)
    """Length of the pulse; null holds the level until the next verdict."""


class CameraOutput(Output):
    """Writes the level before the result is recorded; a timer ends the pulse, nobody sleeps."""

    settings_class: ClassVar = CameraOutputSettings

    def __init__(self, settings: OutputSettingsBase, camera: Camera) -> None:
        super().__init__(settings, camera)
        assert isinstance(settings, CameraOutputSettings)
        self._settings = settings
        self._pulse_end: threading.Timer | None = None

    def write(self, signal: Signal) -> None:
        """Sets the level for this verdict and starts the pulse's timer, if there is a pulse."""
        if self._pulse_end:
            self._pulse_end.cancel()
        active = signal.value == self._settings.active_on
        self._set_level(active)
        if active and self._settings.pulse_ms:
            self._pulse_end = threading.Timer(self._settings.pulse_ms / 1000, self._end_pulse)
            self._pulse_end.daemon = True
            self._pulse_end.start()

    def close(self) -> None:
        """Cancels a running pulse and sets the level low; an absent camera has no level to set."""
        if self._pulse_end:
            self._pulse_end.cancel()
        self._end_pulse()

    def _end_pulse(self) -> None:
        try:
            self.camera.set_user_output(self._settings.user_output, False)
        except CameraFault:
            return

    def _set_level(self, active: bool) -> None:
        try:
            self.camera.set_user_output(self._settings.user_output, active)
        except CameraFault as fault:
            raise OutputFault(f"{self._settings.user_output} was not written: {fault}") from fault
