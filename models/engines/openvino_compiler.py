"""OpenVINO as an engine to compile for, on the processor (extra `[openvino]`).

A build is the ONNX graph, quantised for INT8, and `precision.txt`: what the rest is computed in.
OpenVINO compiles it for the processor when it is opened, which takes a second.
"""

from __future__ import annotations

from pathlib import Path

from okng.models.engines.compiler import (
    Availability,
    CompileError,
    Compiler,
    CompileRequest,
    Precision,
)
from okng.models.engines.engine import Engine, EngineMissing
from okng.models.engines.openvino_engine import OpenvinoEngine, import_openvino
from okng.models.engines.processor import describe_processor

MODEL, PRECISION = "model.onnx", "precision.txt"
CAPABILITIES: dict[Precision, str] = {
    "fp32": "FP32",
    "bf16": "BF16",
    "fp16": "FP16",
    "int8": "INT8",
}
"""OpenVINO's words for what a processor does."""
HINTS: dict[Precision, str] = {"fp32": "f32", "bf16": "bf16", "fp16": "f16", "int8": "f32"}


class OpenvinoCompiler(Compiler):
    """OpenVINO on the processor."""

    name = "openvino"

    def availability(self) -> Availability:
        """Whether it is installed, and what this processor computes in."""
        try:
            openvino = import_openvino()
        except EngineMissing as error:
            return Availability(str(error))
        capabilities = openvino.Core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")
        precisions = tuple(one for one, word in CAPABILITIES.items() if word in capabilities)
        return Availability(None, openvino.__version__, describe_processor(), precisions)

    def compile(self, request: CompileRequest, folder: Path) -> None:
        """Write the graph, quantised for INT8, and open it once, so that it is known to compile.

        Raises `EngineMissing` without the package, and `CompileError` for what OpenVINO refuses.
        """
        import_openvino()
        from okng.models.engines.quantisation import graph_for

        (folder / MODEL).write_bytes(graph_for(request, mish="plain", int8="openvino"))
        (folder / PRECISION).write_text(HINTS[request.precision])
        request.progress("compiles the graph")
        self.open(folder, request.threads)

    def open(self, folder: Path, threads: int) -> Engine:
        """The engine; raises `EngineMissing`, and `CompileError` for what OpenVINO refuses."""
        try:
            return OpenvinoEngine(folder / MODEL, threads, (folder / PRECISION).read_text())
        except EngineMissing:
            raise
        except Exception as error:
            raise CompileError(f"{self.name}: {error}") from error
