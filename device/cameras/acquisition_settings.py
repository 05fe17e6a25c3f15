"""Acquisition settings of the camera: exposure, gain, pixel format and region of interest."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from okng.models.strict_model import StrictModel


class RegionOfInterest(StrictModel):
    """The region of the sensor that is read out, in sensor pixels (`OffsetX`, `Width`, ...)."""

    offset_x: int = Field(default=0, ge=0)
    offset_y: int = Field(default=0, ge=0)
    width: int = Field(ge=1)
    height: int = Field(ge=1)


class Acquisition(StrictModel):
    """Acquisition settings of a recipe; null leaves the camera's own value."""

    exposure_us: float | None = Field(default=None, gt=0)
    """`ExposureTime` in microseconds."""
    gain_db: float | None = None
    """`Gain` in dB."""
    frame_rate_hz: float | None = Field(default=None, gt=0)
    """`AcquisitionFrameRate` in Hz, of the live view; it doesn't slow down triggered images."""
    pixel_format: str | None = None
    """`PixelFormat`, by its PFNC name."""
    roi: RegionOfInterest | None = None
    """Region of interest; null is the whole sensor."""
    strobe_line: Literal["Line1", "Line2", "Line3", "Line4"] | None = None
    """Output line that is active while the sensor is exposed (`LineSource=ExposureActive`), for a
    flash; null has none."""
