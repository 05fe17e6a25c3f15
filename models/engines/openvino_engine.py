"""OpenVINO on the CPU, for models that come as its own files (extra `[openvino]`)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from okng.models.engines.engine import Array, EngineMissing


class OpenvinoEngine:
    """Runs an OpenVINO model (IR: `model.xml` with `model.bin` beside it) on the CPU."""

    def __init__(self, model: Path, threads: int = 2) -> None:
        """Load and warm up a model whose inputs have fixed shapes.

        Raises `EngineMissing` without the package, and what OpenVINO raises for a model that it
        cannot load.
        """
        try:
            import openvino
        except ModuleNotFoundError:
            raise EngineMissing(
                "the model needs OpenVINO, which is not installed: pip install 'okng[openvino]'"
            ) from None
        options = {
            "INFERENCE_NUM_THREADS": threads,
            # As ONNX Runtime does, also on processors that would take bfloat16 by themselves.
            "INFERENCE_PRECISION_HINT": "f32",
            "PERFORMANCE_HINT": "LATENCY",
        }
        compiled = openvino.Core().compile_model(model, "CPU", options)
        self._request = compiled.create_infer_request()
        self._outputs = [output.names for output in compiled.outputs]
        for _ in range(2):
            self.run(
                {
                    tensor.any_name: np.zeros(tuple(tensor.shape), tensor.element_type.to_dtype())
                    for tensor in compiled.inputs
                }
            )

    def run(self, inputs: Mapping[str, Array]) -> dict[str, Array]:
        """All outputs by name for all inputs by name."""
        self._request.infer(dict(inputs))
        # What the request holds is overwritten by the next run.
        arrays = (tensor.data.copy() for tensor in self._request.output_tensors)
        return {
            name: array
            for names, array in zip(self._outputs, arrays, strict=True)
            for name in names
        }
