"""Embeddings of many pictures, kept in a scratch file: memory does not grow with the pictures.

At 224 px one picture has 784 positions of 176 values: 0.55 MB, at 1,024 px 11.5 MB. Thousands of
them fit a disk, but not the memory of a small device.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Indices = npt.NDArray[np.int64]

HALF_PRECISION_BYTES = 2**30
"""Embeddings that would take more than this are kept as float16: half the disk and half the
reading, and rounding of 0.05 % that no score shows."""

BLOCK_BYTES = 64 * 2**20
"""What is read from the file at once, as float32."""


class ScratchError(OSError):
    """The scratch file does not fit on its disk."""


@dataclass(frozen=True)
class Embeddings:
    """Embeddings of some `pictures` (rows of `values`), all of the same `rows` x `columns`.

    `values` is [all pictures, rows * columns, channels], float32 or float16. A position's vector
    lies in one piece, because the methods read positions here and there.
    """

    values: npt.NDArray[np.float32] | npt.NDArray[np.float16]
    pictures: Indices
    rows: int
    columns: int

    @classmethod
    def in_scratch_file(
        cls, folder: Path, count: int, channels: int, rows: int, columns: int
    ) -> Embeddings:
        """Room for `count` pictures, in a nameless file that ends with the process.

        The room is taken at once, so that a full disk is told here and not in the middle. Raises
        `ScratchError` where it is not there, and `OSError` as the disk does.
        """
        shape = (count, rows * columns, channels)
        numbers = count * rows * columns * channels
        dtype = np.float32 if numbers * 4 <= HALF_PRECISION_BYTES else np.float16
        size = numbers * np.dtype(dtype).itemsize
        with tempfile.TemporaryFile(dir=folder) as file:
            try:
                os.posix_fallocate(file.fileno(), 0, size)
            except OSError as error:
                raise ScratchError(
                    f"{count} pictures need {size / 1e9:.1f} GB for a while in {folder}, which "
                    f"cannot be had: {error.strerror}; free space, or train from fewer or "
                    "smaller pictures"
                ) from error
            values = np.memmap(file, dtype=dtype, mode="r+", shape=shape)
        return cls(values, np.arange(count), rows, columns)

    @classmethod
    def of(cls, array: Floats) -> Embeddings:
        """Those of an array [n, d, h, w] in memory."""
        n, channels, rows, columns = array.shape
        values = array.reshape(n, channels, rows * columns).transpose(0, 2, 1)
        return cls(values, np.arange(n), rows, columns)

    def __len__(self) -> int:
        return len(self.pictures)

    @property
    def channels(self) -> int:
        """Values of one position."""
        return int(self.values.shape[2])

    @property
    def positions(self) -> int:
        """Positions of one picture."""
        return self.rows * self.columns

    def put(self, picture: int, embedding: Floats) -> None:
        """Keep the embedding [1, d, h, w] of the picture at index `picture`."""
        self.values[self.pictures[picture]] = embedding.reshape(self.channels, self.positions).T

    def __getitem__(self, pictures: slice | Indices) -> Embeddings:
        """Those of some of these pictures; nothing is copied."""
        return Embeddings(self.values, self.pictures[pictures], self.rows, self.columns)

    def __iter__(self) -> Iterator[Floats]:
        """The embedding [1, d, h, w] of each picture."""
        shape = (1, self.channels, self.rows, self.columns)
        for picture in self.pictures:
            vectors = self.values[picture].astype(np.float32)
            yield np.ascontiguousarray(vectors.T).reshape(shape)

    def vectors(self, pictures: Indices, positions: Indices) -> Floats:
        """The vectors [k, d] at k positions, each of one picture."""
        return self.values[self.pictures[pictures], positions].astype(np.float32)

    def blocks(self) -> Iterator[tuple[slice, Floats]]:
        """All pictures, some positions at a time: which, and their vectors [positions, n, d]."""
        bytes_each = len(self) * self.channels * 4
        size = max(1, BLOCK_BYTES // bytes_each)
        for start in range(0, self.positions, size):
            block = slice(start, min(start + size, self.positions))
            vectors = self.values[self.pictures, block].astype(np.float32)
            yield block, vectors.transpose(1, 0, 2)
