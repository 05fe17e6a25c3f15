"""Engine of OpenVINO, on the processor (extra `[openvino]`)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from okng.models.arrays import AnyArray
from okng.models.engines.engine import EngineMissingError


class OpenvinoEngine:
    """Runs an OpenVINO model (IR: `model.xml` with `model.bin` beside it, or ONNX) on the CPU."""

    def __init__(self, model: Path, threads: int = 2, precision: str = "f32") -> None:
        """Load and warm up a model whose inputs have fixed shapes.

        `precision` is that of everything that is not quantised: f32, bf16 or f16. It is always
        set, since some processors would use bfloat16 by default. Threads are not pinned to cores:
        with OpenVINO's default pinning, two processes of one thread each would share the first
        core. Raises `EngineMissingError` without the package, and what OpenVINO raises for a model
        that it cannot load.
        """
        options = {
            "INFERENCE_NUM_THREADS": threads,
            "INFERENCE_PRECISION_HINT": precision,
            "PERFORMANCE_HINT": "LATENCY",
            "NUM_STREAMS": 1,
            "ENABLE_CPU_PINNING": False,
        }
        compiled = import_openvino().Core().compile_model(model, "CPU", options)
        self._request = compiled.create_infer_request()
        self._outputs = [output.names for output in compiled.outputs]
        for _ in range(2):
            self.run(
                {
                    tensor.any_name: np.zeros(tuple(tensor.shape), tensor.element_type.to_dtype())
                    for tensor in compiled.inputs
                }
            )

    def run(self, inputs: Mapping[str, AnyArray]) -> dict[str, AnyArray]:
        """Compute all outputs by name from all inputs by name."""
        self._request.infer(dict(inputs))
        # The next run overwrites the request's tensors.
        arrays = (tensor.data.copy() for tensor in self._request.output_tensors)
        return {
            name: array
            for names, array in zip(self._outputs, arrays, strict=True)
            for name in names
        }


def import_openvino() -> Any:
    """Import the package; raises `EngineMissingError` where it is not installed."""
    try:
        import openvino
    except ImportError as error:
        raise EngineMissingError(
            f"OpenVINO can't be imported ({error}); pip install 'okng[openvino]'"
        ) from None
    return openvino
