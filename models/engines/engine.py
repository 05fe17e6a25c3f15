"""What every engine offers."""

from collections.abc import Mapping
from typing import Any, Protocol

import numpy.typing as npt

Array = npt.NDArray[Any]


class EngineMissing(RuntimeError):
    """The package of an engine is not installed; the message says how to install it."""


class Engine(Protocol):
    """A loaded model. Not safe for use from several threads at once."""

    def run(self, inputs: Mapping[str, Array]) -> dict[str, Array]:
        """All outputs by name for all inputs by name; the arrays are the caller's own."""
