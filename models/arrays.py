"""NumPy array types, named after the data type of their elements.

They leave the shape open; docstrings give it.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

AnyArray: TypeAlias = NDArray[Any]
BoolArray: TypeAlias = NDArray[np.bool_]
Int8Array: TypeAlias = NDArray[np.int8]
Int64Array: TypeAlias = NDArray[np.int64]
IntpArray: TypeAlias = NDArray[np.intp]
IntegerArray: TypeAlias = NDArray[np.integer]
Uint8Array: TypeAlias = NDArray[np.uint8]
Float32Array: TypeAlias = NDArray[np.float32]
Float64Array: TypeAlias = NDArray[np.float64]
FloatArray: TypeAlias = NDArray[np.floating]

Image: TypeAlias = NDArray[np.uint8] | NDArray[np.uint16]
"""Pixels: [H, W] grey or [H, W, 3] BGR, 8 or 16 bit."""
