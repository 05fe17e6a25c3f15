"""The sensor of a camera that plays pictures: the region of interest is cropped out of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okng.device.cameras.applied_acquisition import (
    AppliedAcquisition,
    Correction,
    limited,
    round_down,
)
from okng.device.cameras.camera import CameraError, GrabError
from okng.device.cameras.folder.picture_source import SourcePicture
from okng.models.arrays import Image

if TYPE_CHECKING:
    from okng.device.cameras.acquisition_settings import RegionOfInterest


class SimulatedSensor:
    """As large as the first picture, and of its pixel format."""

    def __init__(self, first: Image, significant_bits: int | None) -> None:
        self.height, self.width = first.shape[:2]
        self.pixel_format = _format_name(first)
        self._significant_bits = significant_bits

    def apply(
        self,
        roi: RegionOfInterest | None,
        frame_rate_hz: float | None,
        corrections: list[Correction],
    ) -> AppliedAcquisition:
        """The region within the sensor; what had to be changed is added to the corrections."""

        def take(setting: str, default: int, low: int, high: int) -> int:
            requested = getattr(roi, setting) if roi else default
            applied = round_down(requested, low, high, 1)
            if applied != requested:
                corrections.append(limited(setting, requested, applied, low, high, 1))
            return applied

        width = take("width", self.width, 1, self.width)
        height = take("height", self.height, 1, self.height)
        return AppliedAcquisition(
            exposure_us=None,
            gain_db=None,
            frame_rate_hz=frame_rate_hz,
            pixel_format=self.pixel_format,
            offset_x=take("offset_x", 0, 0, self.width - width),
            offset_y=take("offset_y", 0, 0, self.height - height),
            width=width,
            height=height,
            corrections=tuple(corrections),
        )

    def check_pixel_format(self, pixel_format: str | None) -> None:
        """Raises CameraError for another one than that of the pictures."""
        if pixel_format not in (None, self.pixel_format):
            raise CameraError(f"no pixel format {pixel_format!r}; allowed is {self.pixel_format}")

    def check(self, picture: SourcePicture) -> None:
        """Raises GrabError for a picture of another size or format than the first."""
        height, width = picture.image.shape[:2]
        pixel_format = _format_name(picture.image)
        if (width, height, pixel_format) != (self.width, self.height, self.pixel_format):
            raise GrabError(
                f"{picture.origin} has {width}x{height} pixels {pixel_format}; the first"
                f" picture has {self.width}x{self.height} {self.pixel_format}"
            )

    def significant_bits(self, image: Image) -> int:
        """How many bits of its values a picture fills.

        Raises:
            GrabError: it has values beyond those that the settings name.
        """
        depth = image.dtype.itemsize * 8
        if depth == 8 or self._significant_bits is None:
            return depth
        bits = self._significant_bits
        brightest = int(image.max())
        if brightest >= 1 << bits:
            raise GrabError(
                f"a value of the picture is {brightest}; camera.significant_bits is {bits}, which "
                f"ends at {(1 << bits) - 1}"
            )
        return bits


def _format_name(image: Image) -> str:
    """The PFNC name of the pixel format."""
    return f"{'Mono' if image.ndim == 2 else 'BGR'}{image.dtype.itemsize * 8}"
