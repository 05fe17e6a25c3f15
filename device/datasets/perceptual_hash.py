"""A picture's difference hash: pictures that look alike have hashes with few different bits.

N. Krawetz, "Kind of Like That" (2013), https://www.hackerfactor.com/blog/?/archives/529-.html.
"""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np

from okng.models.arrays import Image

NEAR_COPY_BITS = 2
"""Up to so many different bits of 64 make a near copy.

Of solar cells and cookies, 98 in 100 stay within it when stored again as JPEG (quality 60 to 90)
or taken again with a noise of 3 grey values, and 7 in 10 when moved by 1/300 of their width. No
two different cookies come so close, but 1 in 20 cells of one make does to one of 200 others: so
it is a hint and never a refusal.
"""


_COLUMNS, _ROWS = 9 * 128, 8 * 128
_HASH_BYTES = 8
_BITS_SET = np.array([value.bit_count() for value in range(256)], np.uint8)


def difference_hash(image: Image) -> str:
    """64 bits as 16 hexadecimal digits: is each of 8x8 places brighter than its left neighbour?

    The picture (HxW grey or HxWx3 BGR, uint8 or uint16) is averaged down to 8 rows of 9 without
    rounding, since rounded neighbours that are equal flip with the least noise.
    """
    if image.shape[0] > _ROWS and image.shape[1] > _COLUMNS:
        # Into even parts of the 8 rows of 9, so that only little is ever held as floats.
        image = cv2.resize(image, (_COLUMNS, _ROWS), interpolation=cv2.INTER_AREA)  # type: ignore[assignment]
    grey = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    small = cv2.resize(grey.astype(np.float32), (9, 8), interpolation=cv2.INTER_AREA)
    return np.packbits(small[:, 1:] > small[:, :-1]).tobytes().hex()


class PictureHashes:
    """Difference hashes of known pictures, to find what is a near copy of one of them.

    Args:
        hashes: Key and hash of each picture.
    """

    def __init__(self, hashes: Iterable[tuple[int, str]]) -> None:
        self._keys: list[int] = []
        self._bytes = bytearray()
        for key, hash_ in hashes:
            self.add(key, hash_)

    def add(self, key: int, hash_: str) -> None:
        """Adds a picture."""
        self._keys.append(key)
        self._bytes += bytes.fromhex(hash_)

    def nearest_copy(self, hash_: str) -> int | None:
        """The key of the most alike hash within `NEAR_COPY_BITS`, the first of equals, or None."""
        if not self._keys:
            return None
        known = np.frombuffer(self._bytes, np.uint8).reshape(-1, _HASH_BYTES)
        distances = _BITS_SET[known ^ np.frombuffer(bytes.fromhex(hash_), np.uint8)].sum(axis=1)
        nearest = int(distances.argmin())
        return self._keys[nearest] if distances[nearest] <= NEAR_COPY_BITS else None
