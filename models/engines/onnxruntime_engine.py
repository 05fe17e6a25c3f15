"""Engine of ONNX Runtime, the default; it runs on the processor unless given a provider."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from okng.models.arrays import AnyArray

CPU = "CPUExecutionProvider"


class OnnxRuntimeEngine:
    """Runs an ONNX model with ONNX Runtime."""

    def __init__(
        self,
        model: Path | bytes,
        threads: int = 2,
        *,
        threads_between: int = 1,
        spin: bool = False,
        provider: str = CPU,
        provider_options: Mapping[str, Any] | None = None,
    ) -> None:
        """Load and warm up a model (a file, or its bytes) whose inputs have fixed shapes.

        `threads` share the work of an operator; with `threads_between` over 1, so many independent
        operators run at once. `spin` lets idle worker threads busy-wait between operators. It is
        off by default: on a quiet machine it gains nothing measurable, and on a busy one it takes
        whole cores from capture and recording (docs/models.md). Operators that `provider` lacks run
        on the processor. Raises what ONNX Runtime raises for a model that it cannot load, and
        `RuntimeError` where another provider runs the model.
        """
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = threads_between
        if threads_between > 1:
            options.execution_mode = onnxruntime.ExecutionMode.ORT_PARALLEL
            options.add_session_config_entry("session.inter_op.allow_spinning", "0")
        options.add_session_config_entry("session.intra_op.allow_spinning", "1" if spin else "0")
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(model) if isinstance(model, Path) else model,
            options,
            providers=[(provider, dict(provider_options or {}))],
        )
        if provider not in self._session.get_providers():
            raise RuntimeError(f"ONNX Runtime could not start its {provider}")
        self._outputs = [output.name for output in self._session.get_outputs()]
        self._warm_up()

    def _warm_up(self) -> None:
        dtypes = {"tensor(uint8)": np.uint8, "tensor(float)": np.float32}
        zeros = {
            tensor.name: np.zeros(tensor.shape, dtypes[tensor.type])
            for tensor in self._session.get_inputs()
        }
        for _ in range(2):
            self.run(zeros)

    def run(self, inputs: Mapping[str, AnyArray]) -> dict[str, AnyArray]:
        """Compute all outputs by name from all inputs by name."""
        return dict(zip(self._outputs, self._session.run(self._outputs, dict(inputs)), strict=True))
