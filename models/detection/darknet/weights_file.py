"""Darknet's `.weights` file: a header, then all of the network's weights as float32."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from okng.models.arrays import AnyArray, Float32Array
from okng.models.detection.darknet.cfg_file import DarknetError


class DarknetWeights:
    """Sequential reader of a `.weights` file."""

    def __init__(self, path: Path, needed: int) -> None:
        """Read the file, which must hold exactly `needed` floats, all of them finite.

        Raises `DarknetError`.
        """
        try:
            data = path.read_bytes()
        except OSError as error:
            raise DarknetError(f"{path}: cannot be read: {error.strerror}") from None
        start = _header_bytes(path, data)
        count, rest = divmod(len(data) - start, 4)
        if (count, rest) != (needed, 0):
            kind = "long" if count >= needed else "short"
            raise DarknetError(
                f"{path}: is too {kind} for this .cfg: {needed} floats after {start} bytes of "
                f"header are needed ({start + 4 * needed} bytes), {count} are there "
                f"({len(data)} bytes)"
            )
        self._path = path
        self._floats = np.frombuffer(data, "<f4", offset=start).astype(np.float32, copy=False)
        self._position = 0
        bad = np.flatnonzero(~np.isfinite(self._floats))
        if bad.size:
            raise DarknetError(
                f"{path}: {bad.size} of its {needed} floats are not finite numbers, "
                f"the first is number {bad[0]}"
            )

    def take(self, *shape: int) -> Float32Array:
        """Read the next floats of the file, in this shape."""
        end = self._position + int(np.prod(shape))
        weights = self._floats[self._position : end].reshape(shape)
        self._position = end
        return weights


def encode_weights(parts: Iterable[AnyArray]) -> bytes:
    """The content of a `.weights` file with these floats, and the header of darknet 0.2.5."""
    header = struct.pack("<3iQ", 0, 2, 5, 0)
    return header + b"".join(part.astype("<f4").tobytes() for part in parts)


def _header_bytes(path: Path, data: bytes) -> int:
    """Length of the header: three int32 of version, and the number of pictures seen in training.

    That number has 64 bits from version 0.2 on (`load_weights_upto` in darknet's parser.c).
    """
    if len(data) < 16:
        raise DarknetError(f"{path}: has {len(data)} bytes; a .weights file begins with 16 or 20")
    major, minor, _ = struct.unpack_from("<3i", data)
    return 20 if major * 10 + minor >= 2 and major < 1000 and minor < 1000 else 16
