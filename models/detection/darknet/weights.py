"""The `.weights` file: a header, then all numbers of the network as one row of float32."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from okng.models.detection.darknet.sections import DarknetError

Floats = npt.NDArray[np.float32]


class Weights:
    """The numbers of a `.weights` file, given out in the order in which they lie there."""

    def __init__(self, path: Path, needed: int) -> None:
        """Read the file, which must hold exactly `needed` numbers, all of them finite.

        Raises `DarknetError`.
        """
        try:
            data = path.read_bytes()
        except OSError as error:
            raise DarknetError(f"{path}: cannot be read: {error.strerror}") from None
        start = _header_bytes(path, data)
        there, rest = divmod(len(data) - start, 4)
        if (there, rest) != (needed, 0):
            kind = "long" if there >= needed else "short"
            raise DarknetError(
                f"{path}: is too {kind} for this .cfg: {needed} floats after {start} bytes of "
                f"header are needed ({start + 4 * needed} bytes), {there} are there "
                f"({len(data)} bytes)"
            )
        self._path = path
        self._floats = np.frombuffer(data, "<f4", offset=start).astype(np.float32, copy=False)
        self._position = 0
        bad = np.flatnonzero(~np.isfinite(self._floats))
        if bad.size:
            raise DarknetError(
                f"{path}: {bad.size} of its {needed} floats are no finite numbers, "
                f"the first is number {bad[0]}"
            )

    def take(self, *shape: int) -> Floats:
        """The next numbers."""
        end = self._position + int(np.prod(shape))
        taken = self._floats[self._position : end].reshape(shape)
        self._position = end
        return taken


def weights_file(parts: Iterable[npt.NDArray[Any]]) -> bytes:
    """A `.weights` file of these numbers in their order, with the header of darknet 0.2.5."""
    header = struct.pack("<3iQ", 0, 2, 5, 0)
    return header + b"".join(part.astype("<f4").tobytes() for part in parts)


def _header_bytes(path: Path, data: bytes) -> int:
    """The length of the header: three int32 of version and a count of pictures learnt from.

    The count has 64 bits from version 0.2 on (`load_weights_upto` of darknet's parser.c).
    """
    if len(data) < 16:
        raise DarknetError(f"{path}: has {len(data)} bytes; a .weights file begins with 16 or 20")
    major, minor, _ = struct.unpack_from("<3i", data)
    return 20 if major * 10 + minor >= 2 and major < 1000 and minor < 1000 else 16
