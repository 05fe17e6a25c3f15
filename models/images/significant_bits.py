"""Significant bits of 16 bit images: how many the camera really uses; 10, 12 or 14 are usual.

Programs store a 12 bit camera's values unchanged in 16 bits, so the brightest pixel is 4095 of
65535, and scaling to 8 bits would leave 16 grey levels. The bits can't be determined per picture,
or a dark one would be stretched more than the next. So they are measured over all pictures of a
training, and the model uses them for everything that it judges.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from okng.models.arrays import Image
from okng.models.images.image_files import read_image
from okng.models.images.preprocessing import ImageError

DEPTHS = (8, 10, 12, 14, 16)
"""Bit depths of cameras."""
ALL = 16
NAMED = 5
"""Most pictures that a warning names."""

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_DEPTH_AT = 24
_TIFF = (b"II", b"MM")


def used_bits(image: Image) -> int:
    """The bits that are set in any value, as a mask; 0 for 8 bit images."""
    return int(np.bitwise_or.reduce(image, axis=None)) if image.dtype == np.uint16 else 0


def significant_bits(used: int) -> int:
    """The smallest of `DEPTHS` that holds the bits of the mask `used`; 16 for a black picture.

    Values that were shifted up to fill 16 bits use the highest of them, and count as 16.
    """
    return next(depth for depth in DEPTHS if used >> depth == 0) if used else ALL


def measure_significant_bits(paths: Iterable[Path]) -> int | None:
    """Measure the significant bits over all 16 bit pictures; None where there are none.

    Unreadable pictures are skipped, as later reading reports them.
    """
    used = 0
    for path in paths:
        if not may_be_deep(path):
            continue
        try:
            used |= used_bits(read_image(path))
        except ImageError:
            continue
        if used >> DEPTHS[-2]:
            return ALL
    return significant_bits(used) if used else None


def bits_note(bits: int | None) -> str | None:
    """A note for a person on 16 bit pictures that use fewer bits; None where nothing is unusual."""
    if bits is None or bits == ALL:
        return None
    return (
        f"The 16 bit pictures use only {bits} bits: no value is above {2**bits - 1:,} of 65,535. "
        f"They are taken for pictures of a {bits} bit camera"
    )


def picture_note(image: Image) -> str | None:
    """A note for a person who adds a 16 bit picture that uses fewer bits."""
    bits = significant_bits(used_bits(image)) if image.dtype == np.uint16 else ALL
    if bits == ALL:
        return None
    return (
        f"This 16 bit picture uses only {bits} bits: no value is above {2**bits - 1:,} of 65,535. "
        "A training looks at all 16 bit pictures together and takes them for pictures of a camera "
        "of as many bits as any of them uses"
    )


def odd_bits_warning(used_by_name: dict[str, int], bits: int | None) -> str | None:
    """A warning that names pictures with far fewer used bits than the others."""
    if bits != ALL:
        return None
    odd = [name for name, used in used_by_name.items() if used and significant_bits(used) <= 12]
    if not odd or len(odd) == len(used_by_name):
        return None
    named = odd[:NAMED] + ([f"{len(odd) - NAMED} more"] if len(odd) > NAMED else [])
    return (
        f"{len(odd)} of {len(used_by_name)} pictures use only 12 of their 16 bits or fewer while "
        f"others fill them, so they are all but black to the model: {', '.join(named)}"
    )


def may_be_deep(path: Path) -> bool:
    """Whether a file may have 16 bits, by its first bytes, so that others aren't decoded twice."""
    try:
        with path.open("rb") as file:
            head = file.read(_PNG_DEPTH_AT + 1)
    except OSError:
        return False
    if head.startswith(_PNG):
        return head[-1] == ALL
    return head[:2] in _TIFF
