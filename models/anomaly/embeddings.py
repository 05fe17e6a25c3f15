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

from okng.models.arrays import Float32Array, Int64Array
from okng.models.errors import OkngError

HALF_PRECISION_BYTES = 2**30
"""Larger embeddings are stored as float16, which halves disk space and reading time; its rounding
of 0.05 % has no measurable effect on scores."""

BLOCK_BYTES = 64 * 2**20
"""Size of the float32 blocks in which the file is read."""


class ScratchError(OkngError, OSError):
    """The scratch file does not fit on its disk."""


@dataclass(frozen=True)
class Embeddings:
    """Embeddings of the `pictures` (indices into `values`), all with `rows` x `columns` positions.

    `values` is [all pictures, rows * columns, channels], float32 or float16. The vector of a
    position is contiguous, because methods read single positions.
    """

    values: Float32Array | npt.NDArray[np.float16]
    pictures: Int64Array
    rows: int
    columns: int

    @classmethod
    def in_scratch_file(
        cls, folder: Path, count: int, channels: int, rows: int, columns: int
    ) -> Embeddings:
        """Allocate space for `count` pictures, in an unnamed file that ends with the process.

        The space is allocated at once, so that a full disk is reported here and not halfway. Raises
        `ScratchError` where there is too little, and `OSError`.
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
    def of(cls, array: Float32Array) -> Embeddings:
        """Embeddings from an array [n, d, h, w] in memory."""
        n, channels, rows, columns = array.shape
        values = array.reshape(n, channels, rows * columns).transpose(0, 2, 1)
        return cls(values, np.arange(n), rows, columns)

    def __len__(self) -> int:
        return len(self.pictures)

    @property
    def channels(self) -> int:
        """Length of the vector at one position."""
        return int(self.values.shape[2])

    @property
    def positions(self) -> int:
        """Number of positions in one picture: rows times columns."""
        return self.rows * self.columns

    def put(self, picture: int, embedding: Float32Array) -> None:
        """Store the embedding [1, d, h, w] of the picture at index `picture`."""
        self.values[self.pictures[picture]] = embedding.reshape(self.channels, self.positions).T

    def __getitem__(self, pictures: slice | Int64Array) -> Embeddings:
        """The embeddings of some pictures, as a view without copying."""
        return Embeddings(self.values, self.pictures[pictures], self.rows, self.columns)

    def __iter__(self) -> Iterator[Float32Array]:
        """The embedding [1, d, h, w] of each picture."""
        shape = (1, self.channels, self.rows, self.columns)
        for picture in self.pictures:
            vectors = self.values[picture].astype(np.float32)
            yield np.ascontiguousarray(vectors.T).reshape(shape)

    def vectors(self, pictures: Int64Array, positions: Int64Array) -> Float32Array:
        """The vectors [k, d] at k pairs of picture and position."""
        return self.values[self.pictures[pictures], positions].astype(np.float32)

    def blocks(self) -> Iterator[tuple[slice, Float32Array]]:
        """Blocks of positions over all pictures: the slice, and its vectors [positions, n, d]."""
        bytes_each = len(self) * self.channels * 4
        size = max(1, BLOCK_BYTES // bytes_each)
        for start in range(0, self.positions, size):
            block = slice(start, min(start + size, self.positions))
            vectors = self.values[self.pictures, block].astype(np.float32)
            yield block, vectors.transpose(1, 0, 2)
