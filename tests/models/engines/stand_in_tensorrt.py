"""What TensorRT's runtime offers in 8.6, 10.3 and 11 alike, done by ONNX Runtime.

Its plans are ONNX files, and its addresses those of `stand_in_cuda.c`: so the way of the data to
the GPU and back runs where there is none.
"""

import ctypes
from collections.abc import Sequence
from enum import Enum
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

__version__ = "10.3.0"

MARK = 1 << 62

DataType = Enum("DataType", ["FLOAT", "HALF", "INT32", "INT64", "UINT8"])
TensorIOMode = Enum("TensorIOMode", ["NONE", "INPUT", "OUTPUT"])

_TYPES = {
    "tensor(float)": (DataType["FLOAT"], np.float32),
    "tensor(uint8)": (DataType["UINT8"], np.uint8),
}


class Logger:
    ERROR = 1

    def __init__(self, severity: int) -> None:
        assert severity == self.ERROR


class _Context:
    def __init__(self, session: onnxruntime.InferenceSession) -> None:
        self._session = session
        self._addresses: dict[str, int] = {}

    def set_tensor_address(self, name: str, address: int) -> bool:
        assert address & MARK
        self._addresses[name] = address & ~MARK
        return True

    def execute_async_v3(self, stream: int) -> bool:
        assert stream
        inputs = {tensor.name: self._at(tensor) for tensor in self._session.get_inputs()}
        results = self._session.run(None, inputs)
        for output, result in zip(self._session.get_outputs(), results, strict=True):
            self._at(output)[...] = result
        return True

    def _at(self, tensor: Any) -> npt.NDArray[Any]:
        dtype = np.dtype(_TYPES[tensor.type][1])
        size = int(np.prod(tensor.shape, dtype=np.int64)) * dtype.itemsize
        memory = (ctypes.c_char * size).from_address(self._addresses[tensor.name])
        return np.frombuffer(memory, dtype).reshape(tensor.shape)


class _Engine:
    def __init__(self, plan: bytes) -> None:
        self._session = onnxruntime.InferenceSession(plan)
        inputs, outputs = self._session.get_inputs(), self._session.get_outputs()
        self._tensors: Sequence[Any] = [*inputs, *outputs]
        self._inputs = {tensor.name for tensor in inputs}
        self.num_io_tensors = len(self._tensors)

    def _tensor(self, name: str) -> Any:
        return next(tensor for tensor in self._tensors if tensor.name == name)

    def get_tensor_name(self, number: int) -> str:
        return str(self._tensors[number].name)

    def get_tensor_mode(self, name: str) -> TensorIOMode:
        return TensorIOMode["INPUT" if name in self._inputs else "OUTPUT"]

    def get_tensor_shape(self, name: str) -> list[int]:
        return [size if isinstance(size, int) else -1 for size in self._tensor(name).shape]

    def get_tensor_dtype(self, name: str) -> DataType:
        return _TYPES[self._tensor(name).type][0]

    def create_execution_context(self) -> _Context:
        return _Context(self._session)


class Runtime:
    def __init__(self, logger: Logger) -> None:
        assert isinstance(logger, Logger)

    def deserialize_cuda_engine(self, plan: bytes) -> _Engine | None:
        return _Engine(plan) if plan.startswith(b"\x08") else None
