"""A user output of the camera (`UserOutputSelector`, `UserOutputValue`)."""

from __future__ import annotations

from typing import ClassVar, Literal

from okng.device.cameras.camera import Camera, CameraError
from okng.device.outputs.digital_line import LineDriver
from okng.device.outputs.digital_output import DigitalOutput, DigitalOutputSettings
from okng.device.outputs.output import OutputError
from okng.device.outputs.output_lines import Address


class CameraOutputSettings(DigitalOutputSettings):
    """A user output of the camera that tells a verdict, or that the station is ready.

    Connect it to a line with `LineSource=UserOutput1` in the camera.
    """

    type: Literal["camera_output"] = "camera_output"
    user_output: Literal["UserOutput1", "UserOutput2", "UserOutput3", "UserOutput4"] = "UserOutput1"


class CameraOutput(DigitalOutput):
    """Writes the level in the camera; while the camera is absent there is none to write."""

    settings_class: ClassVar = CameraOutputSettings

    @property
    def address(self) -> Address:
        """The camera's user output."""
        assert isinstance(self.settings, CameraOutputSettings)
        return "camera", self.settings.user_output

    def connect(self, high: bool) -> LineDriver:
        """The user output; its level is set as soon as the camera is there."""
        return _UserOutput(self.camera, self.address[1])


class _UserOutput(LineDriver):
    def __init__(self, camera: Camera, name: str) -> None:
        self._camera, self._name = camera, name

    def write(self, high: bool) -> None:
        """Sets the level (`UserOutputValue`). Raises `OutputError` where the camera refuses."""
        try:
            self._camera.set_user_output(self._name, high)
        except CameraError as error:
            raise OutputError(f"{self._name} was not written: {error}") from error
