"""Engine interface: runs a loaded model on this machine's hardware."""

from collections.abc import Mapping
from typing import Protocol

import numpy as np
import numpy.typing as npt

from okng.models.arrays import AnyArray
from okng.models.errors import OkngError


class EngineMissingError(OkngError, RuntimeError):
    """The package of an engine is not installed; the message says how to install it."""


class Engine(Protocol):
    """An engine with its loaded model. Not thread-safe."""

    def run(self, inputs: Mapping[str, AnyArray]) -> dict[str, AnyArray]:
        """Compute all outputs by name from all inputs by name; the caller owns the arrays."""


def check_input(name: str, array: AnyArray, shape: tuple[int, ...], dtype: npt.DTypeLike) -> None:
    """Raise `ValueError` for an input of another shape or type than the model's."""
    if array.shape != shape or array.dtype != dtype:
        raise ValueError(
            f"{name} is {array.dtype} {array.shape}; the engine takes {np.dtype(dtype)} {shape}"
        )
