"""Engine of TensorRT: runs a plan, and copies inputs to the GPU and outputs back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from okng.models.arrays import AnyArray
from okng.models.engines.compiler import CompileError
from okng.models.engines.engine import check_input
from okng.models.engines.tensorrt.cuda import CudaDevice, CudaStream, DeviceMemory
from okng.models.engines.tensorrt.library import logger

DTYPES = {
    "FLOAT": np.float32,
    "HALF": np.float16,
    "INT8": np.int8,
    "INT32": np.int32,
    "INT64": np.int64,
    "BOOL": np.bool_,
    "UINT8": np.uint8,
}
"""NumPy's types by TensorRT's names: TensorRT 8.6's own table fails with new NumPy versions."""


@dataclass(frozen=True)
class _Tensor:
    shape: tuple[int, ...]
    dtype: type[np.generic]
    memory: DeviceMemory


class TensorrtEngine:
    """Runs one plan of TensorRT on the GPU."""

    def __init__(self, library: Any, plan: bytes, device: CudaDevice) -> None:
        """Load and warm up a plan. Raises `CompileError` where TensorRT refuses it."""
        runtime = library.Runtime(logger(library))
        engine = runtime.deserialize_cuda_engine(plan)
        context = engine.create_execution_context() if engine else None
        if context is None:
            raise CompileError(f"tensorrt: version {library.__version__} cannot load this engine")
        self._device, self._stream = device, CudaStream(device)
        # The context is only valid while runtime and engine live.
        self._runtime, self._engine, self._context = runtime, engine, context
        self._inputs: dict[str, _Tensor] = {}
        self._outputs: dict[str, _Tensor] = {}
        for number in range(engine.num_io_tensors):
            name = engine.get_tensor_name(number)
            tensor = self._make_room(name)
            context.set_tensor_address(name, tensor.memory.address)
            is_input = engine.get_tensor_mode(name) == library.TensorIOMode.INPUT
            (self._inputs if is_input else self._outputs)[name] = tensor
        zeros = {
            name: np.zeros(tensor.shape, tensor.dtype) for name, tensor in self._inputs.items()
        }
        for _ in range(2):
            self.run(zeros)

    def run(self, inputs: Mapping[str, AnyArray]) -> dict[str, AnyArray]:
        """Compute all outputs by name from all inputs by name.

        Raises `ValueError` for an input of another shape or type than the model's.
        """
        self._device.make_current()
        for name, tensor in self._inputs.items():
            check_input(name, inputs[name], tensor.shape, tensor.dtype)
        arrays = {name: np.ascontiguousarray(inputs[name]) for name in self._inputs}
        outputs = {
            name: np.empty(tensor.shape, tensor.dtype) for name, tensor in self._outputs.items()
        }
        for name, array in arrays.items():
            self._stream.copy_to_device(self._inputs[name].memory, array)
        if not self._context.execute_async_v3(self._stream.handle):
            raise RuntimeError("TensorRT could not run the engine; its log says why")
        for name, array in outputs.items():
            self._stream.copy_from_device(array, self._outputs[name].memory)
        self._stream.wait()
        return outputs

    def _make_room(self, name: str) -> _Tensor:
        shape = tuple(self._engine.get_tensor_shape(name))
        if -1 in shape:
            raise CompileError(
                f"tensorrt: {name} has the open shape {shape}; fixed sizes are needed"
            )
        dtype = DTYPES[self._engine.get_tensor_dtype(name).name]
        size = int(np.prod(shape, dtype=np.int64)) * np.dtype(dtype).itemsize
        return _Tensor(shape, dtype, DeviceMemory(self._device, max(1, size)))
