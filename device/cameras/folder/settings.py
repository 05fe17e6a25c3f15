"""The settings of a folder or video that is played as a camera."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field

from okng.device.cameras.camera import CameraSettingsBase

MIN_FRAME_RATE_HZ, MAX_FRAME_RATE_HZ = 0.01, 1000.0


class FolderCameraSettings(CameraSettingsBase):
    """A folder of pictures, played in the order of the bytes of their names, or a video file."""

    type: Literal["folder"] = "folder"
    path: Path
    """Folder of pictures (PNG, JPEG, BMP, TIFF), or a video file."""
    frame_rate_hz: float | None = Field(default=None, ge=MIN_FRAME_RATE_HZ, le=MAX_FRAME_RATE_HZ)
    """Frame rate of the live view if the recipe sets none; null uses the video's own, or 10 Hz for
    pictures."""
    significant_bits: int | None = Field(default=None, ge=8, le=16)
    """Significant bits of 16 bit files: 12 if a 12 bit camera's values were stored unscaled, so
    that none is above 4095. Null takes the values as they are."""
    loop: bool = True
    """Whether the pictures start again after the last one. If false, no further frame comes."""
    step: Literal["frame", "trigger"] = "frame"
    """When the next picture comes. `frame`: with each frame of the live view, and from the first
    picture whenever the mode changes. `trigger`: the live view shows one picture until a trigger
    takes it; a part without an ID gets the name of the picture's file as its part ID."""
