"""Runs what TVM compiled, with its small runtime alone: no compiler is imported."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict

from okng.models.engines.engine import Array, EngineMissing, check_input

HOW_TO_INSTALL = "pip install 'okng[tvm-runtime]'"

RUNTIME = ("libtvm_runtime.so", "libtvm_runtime_extra.so")
"""TVM's runtime, and its sorting; they travel with the library, whose version they must have."""

CPU, POOLED = 1, 2
"""DLPack's number of the processor; the virtual machine's allocator that keeps memory."""


class Tensor(BaseModel):
    """One input or output of the model."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    shape: tuple[int, ...]
    dtype: str


class TvmEngine:
    """Runs one library on the processor."""

    def __init__(
        self, library: Path, inputs: list[Tensor], outputs: list[str], threads: int
    ) -> None:
        """Load and warm up a library; `RUNTIME` lies beside it.

        The number of threads is the process's: the first engine that is loaded sets it. Raises
        `EngineMissing` without `apache-tvm-ffi`, and what it raises for a library that is none.
        """
        os.environ.setdefault("TVM_NUM_THREADS", str(threads))
        ffi = load_ffi()
        for name in RUNTIME:
            ctypes.CDLL(str(library.parent / name), ctypes.RTLD_GLOBAL)
        self._machine = ffi.load_module(str(library.resolve()))["vm_load_executable"]()
        self._machine["vm_initialization"](CPU, 0, POOLED)
        self._main = self._machine["main"]
        self._to_tensor = ffi.from_dlpack
        self._inputs, self._outputs = inputs, outputs
        zeros = {one.name: np.zeros(one.shape, one.dtype) for one in inputs}
        for _ in range(2):
            self.run(zeros)

    def run(self, inputs: Mapping[str, Array]) -> dict[str, Array]:
        """All outputs by name for all inputs by name.

        Raises `ValueError` for an input of another shape or type than the model's.
        """
        for one in self._inputs:
            check_input(one.name, inputs[one.name], one.shape, one.dtype)
        # An array that may not be written to cannot be passed on by DLPack.
        arrays = [np.require(inputs[one.name], requirements=["C", "W"]) for one in self._inputs]
        results = self._main(*(self._to_tensor(array) for array in arrays))
        tensors = [results] if len(self._outputs) == 1 else list(results)
        # The memory goes back to the machine's pool with the tensor.
        values: list[npt.NDArray[Any]] = [np.from_dlpack(one).copy() for one in tensors]
        return dict(zip(self._outputs, values, strict=True))


def load_ffi() -> Any:
    """The module `tvm_ffi`. Raises `EngineMissing` where it is not installed."""
    try:
        import tvm_ffi
    except ImportError as error:
        raise EngineMissing(f"TVM is not installed ({error}): {HOW_TO_INSTALL}") from None
    return tvm_ffi
