"""What every engine offers."""

from collections.abc import Mapping
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


class EngineMissing(RuntimeError):
    """The package of an engine is not installed; the message says how to install it."""


class Engine(Protocol):
    """A loaded model. Not safe for use from several threads at once."""

    def run(self, inputs: Mapping[str, Array]) -> dict[str, Array]:
        """All outputs by name for all inputs by name; the arrays are the caller's own."""


def check_input(name: str, array: Array, shape: tuple[int, ...], dtype: npt.DTypeLike) -> None:
    """Raises `ValueError` for an input of another shape or type than the model's."""
    if array.shape != shape or array.dtype != dtype:
        raise ValueError(
            f"{name} is {array.dtype} {array.shape}; the engine takes {np.dtype(dtype)} {shape}"
        )
