"""Engine of TVM: runs a compiled library with TVM's small runtime; no compiler is imported."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from okng.models.arrays import AnyArray
from okng.models.engines.engine import EngineMissingError, check_input
from okng.models.strict_model import StrictModel

HOW_TO_INSTALL = "pip install 'okng[tvm-runtime]'"

RUNTIME = ("libtvm_runtime.so", "libtvm_runtime_extra.so")
"""TVM's runtime and its sorting, copied beside a library, since the versions must match."""

CPU, POOLED = 1, 2
"""DLPack's number of the processor; the virtual machine's pooling allocator."""


class Tensor(StrictModel):
    """One input or output of the model."""

    name: str
    shape: tuple[int, ...]
    dtype: str


class TvmEngine:
    """Runs a compiled library on the processor."""

    def __init__(
        self, library: Path, inputs: list[Tensor], outputs: list[str], threads: int
    ) -> None:
        """Load and warm up a library, with `RUNTIME` beside it.

        The number of threads is global to the process, and set by the first engine. Raises
        `EngineMissingError` without `apache-tvm-ffi`, and what that raises for an invalid library.
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
        zeros = {tensor.name: np.zeros(tensor.shape, tensor.dtype) for tensor in inputs}
        for _ in range(2):
            self.run(zeros)

    def run(self, inputs: Mapping[str, AnyArray]) -> dict[str, AnyArray]:
        """Compute all outputs by name from all inputs by name.

        Raises `ValueError` for an input of another shape or type than the model's.
        """
        for tensor in self._inputs:
            check_input(tensor.name, inputs[tensor.name], tensor.shape, tensor.dtype)
        # DLPack can't pass on a read-only array.
        arrays = [
            np.require(inputs[tensor.name], requirements=["C", "W"]) for tensor in self._inputs
        ]
        results = self._main(*(self._to_tensor(array) for array in arrays))
        tensors = [results] if len(self._outputs) == 1 else list(results)
        # The tensor's memory returns to the pool, so its content is copied.
        values: list[AnyArray] = [np.from_dlpack(tensor).copy() for tensor in tensors]
        return dict(zip(self._outputs, values, strict=True))


def load_ffi() -> Any:
    """The module `tvm_ffi`. Raises `EngineMissingError` where it is not installed."""
    try:
        import tvm_ffi
    except ImportError as error:
        raise EngineMissingError(f"TVM is not installed ({error}): {HOW_TO_INSTALL}") from None
    return tvm_ffi
