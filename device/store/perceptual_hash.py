"""A picture's difference hash: pictures that look alike have hashes with few different bits.

N. Krawetz, "Kind of Like That" (2013), https://www.hackerfactor.com/blog/?/archives/529-.html.
"""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np

from okng.device.types import Image

NEAR_COPY_BITS = 2
"""Up to so many different bits of 64 make a near copy.

Of solar cells and cookies, 98 in 100 stay within it when stored again as JPEG (quality 60 to 90)
or taken again with a noise of 3 grey values, and 7 in 10 when moved by 1/300 of their width. No
two different cookies come so close, but 1 in 20 cells of one make does to one of 200 others: so
it is a hint and never a refusal.
"""


def difference_hash(image: Image) -> str:
    """64 bits as 16 hexadecimal digits: is each of 8x8 places brighter than its left neighbour?

    The picture (HxW grey or HxWx3 BGR, uint8 or uint16) is averaged down to 8 rows of 9 without
    rounding, since rounded neighbours that are equal flip with the least noise.
    """
    grey = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    small = cv2.resize(grey.astype(np.float32), (9, 8), interpolation=cv2.INTER_AREA)
    return np.packbits(small[:, 1:] > small[:, :-1]).tobytes().hex()


def nearest_copy(wanted: str, known: Mapping[int, str]) -> int | None:
    """The key of the most alike hash within `NEAR_COPY_BITS`, the first of equals, or None."""
    bits = int(wanted, 16)
    distances = {key: (bits ^ int(other, 16)).bit_count() for key, other in known.items()}
    nearest = min(distances, key=distances.__getitem__, default=None)
    return nearest if nearest is not None and distances[nearest] <= NEAR_COPY_BITS else None
