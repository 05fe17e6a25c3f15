"""Pixel formats by their GenICam names, and how their data becomes a grey or BGR picture."""

from __future__ import annotations

import re
from dataclasses import dataclass

import cv2

from okng.models.arrays import Image

# Names of the GenICam Pixel Format Naming Convention (PFNC); `Packed` ends the older names.
_NAME = re.compile(r"(?P<kind>Mono|Bayer(?:RG|GR|GB|BG))(?P<bits>8|10|12|16)(?:p|Packed)?")

# PFNC names a mosaic by its first two pixels, OpenCV's `COLOR_BayerRGGB2BGR` by its first four.
_CONVERSIONS = {
    "BayerRG": cv2.COLOR_BayerRGGB2BGR,
    "BayerGR": cv2.COLOR_BayerGRBG2BGR,
    "BayerGB": cv2.COLOR_BayerGBRG2BGR,
    "BayerBG": cv2.COLOR_BayerBGGR2BGR,
}


@dataclass(frozen=True)
class PixelFormat:
    """Conversion of one format's data, unpacked to whole bytes, to a picture."""

    significant_bits: int
    conversion: int | None = None
    """OpenCV's colour conversion code; null leaves the data as it is."""

    def to_image(self, data: Image) -> Image:
        """HxW grey or HxWx3 BGR from unpacked data of this format."""
        if self.conversion is None:
            return data
        converted: Image = cv2.cvtColor(data, self.conversion)  # type: ignore[assignment]
        return converted


def pixel_format(name: str) -> PixelFormat | None:
    """The format of that name, or None when okng doesn't read it."""
    if name in ("BGR8", "BGR8Packed"):
        return PixelFormat(8)
    if name in ("RGB8", "RGB8Packed"):
        return PixelFormat(8, cv2.COLOR_RGB2BGR)
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    return PixelFormat(int(match["bits"]), _CONVERSIONS.get(match["kind"]))
