"""The settings of a Basler camera or of pylon's emulator."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Self

from pydantic import model_validator

from okng.device.cameras.camera import CameraSettingsBase


class PylonCameraSettings(CameraSettingsBase):
    """A Basler camera, or pylon's emulator if `emulate` is true."""

    type: Literal["pylon"] = "pylon"
    serial: str | None = None
    """Serial number as printed on the camera; null uses the only camera that is connected."""
    emulate: bool = False
    """True uses pylon's emulator, which never takes the place of an absent camera."""
    image_folder: Path | None = None
    """Folder of pictures that the emulator plays in the order of the bytes of their names; null
    uses its test image."""

    @model_validator(mode="after")
    def _pictures_need_the_emulator(self) -> Self:
        if self.image_folder is not None and not self.emulate:
            raise ValueError("image_folder is for the emulator only: set emulate = true with it")
        return self
