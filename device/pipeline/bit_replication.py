"""Camera pictures of 10 or 12 bits, spread over all 16, so that one scale holds everywhere."""

from __future__ import annotations

import numpy as np

from okng.models.arrays import Image


def expand_to_16_bits(image: Image, significant_bits: int) -> Image:
    """A uint16 picture that fills `significant_bits` as one that fills 16; uint8 as it is.

    The high bits are repeated below the value, so black stays 0, the largest value becomes 65535,
    and the camera's value comes back by shifting right: nothing is lost. A stored picture then
    looks right in any viewer, and models need not know which camera took it.
    """
    if image.dtype == np.uint8 or significant_bits == 16:
        return image
    spread = (image << (16 - significant_bits)) | (image >> (2 * significant_bits - 16))
    return spread.astype(np.uint16, copy=False)
