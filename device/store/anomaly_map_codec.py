"""Codec of the anomaly maps in the database: float16, row by row, little-endian, zlib."""

from __future__ import annotations

import sqlite3
import zlib

import numpy as np
from numpy.typing import NDArray


def encode_anomaly_map(scores: NDArray[np.float32]) -> bytes:
    """Encodes (H, W) float32 scores; what float16 can't hold becomes its largest number."""
    largest = np.finfo(np.float16).max
    return zlib.compress(np.clip(scores, -largest, largest).astype("<f2").tobytes(), level=1)


def decode_anomaly_map(row: sqlite3.Row) -> NDArray[np.float32]:
    """Decodes the (H, W) float32 scores of a row with `height`, `width` and `scores`."""
    scores = np.frombuffer(zlib.decompress(row["scores"]), dtype="<f2")
    return scores.reshape(row["height"], row["width"]).astype(np.float32)
