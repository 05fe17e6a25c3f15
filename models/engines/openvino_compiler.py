"""Compiler for OpenVINO on the processor (extra `[openvino]`).

A build is the ONNX graph, quantised for INT8, and `precision.txt` with the precision of the rest.
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
from okng.models.engines.engine import Engine, EngineMissingError
from okng.models.engines.openvino_engine import OpenvinoEngine, import_openvino
from okng.models.engines.processor import describe_processor

MODEL, PRECISION = "model.onnx", "precision.txt"
CAPABILITIES: dict[Precision, str] = {
    "fp32": "FP32",
    "bf16": "BF16",
    "fp16": "FP16",
    "int8": "INT8",
}
"""OpenVINO's names of a processor's capabilities, by precision."""
HINTS: dict[Precision, str] = {"fp32": "f32", "bf16": "bf16", "fp16": "f16", "int8": "f32"}


class OpenvinoCompiler(Compiler):
    """Compiler for OpenVINO on the processor."""

    name = "openvino"

    def availability(self) -> Availability:
        """Whether OpenVINO is installed, and the precisions of this processor."""
        try:
            openvino = import_openvino()
        except EngineMissingError as error:
            return Availability(str(error))
        capabilities = openvino.Core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")
        precisions = tuple(
            precision for precision, word in CAPABILITIES.items() if word in capabilities
        )
        return Availability(None, openvino.__version__, describe_processor(), precisions)

    def compile(self, request: CompileRequest, folder: Path) -> None:
        """Write the graph, quantised for INT8, and open it once to prove that it compiles.

        Raises `EngineMissingError` without the package, and `CompileError` where OpenVINO refuses.
        """
        import_openvino()
        from okng.models.engines.quantization import prepare_graph

        (folder / MODEL).write_bytes(prepare_graph(request, mish="plain", int8="openvino"))
        (folder / PRECISION).write_text(HINTS[request.precision])
        request.progress("compiles the graph")
        self.open(folder, request.threads)

    def open(self, folder: Path, threads: int) -> Engine:
        """Open the build; raises `EngineMissingError`, and `CompileError` where it is refused."""
        try:
            return OpenvinoEngine(folder / MODEL, threads, (folder / PRECISION).read_text())
        except EngineMissingError:
            raise
        except Exception as error:
            raise CompileError(f"{self.name}: {error}") from error
