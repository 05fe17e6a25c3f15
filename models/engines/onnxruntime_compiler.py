"""ONNX Runtime as an engine to compile for: on the processor, and on NVIDIA's graphics cards.

A build is the ONNX graph, quantised for INT8, and `options.json`: what its provider is told.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, ClassVar

import onnxruntime

from okng.models.engines.compiler import (
    Availability,
    CompileError,
    Compiler,
    CompileRequest,
    Int8Style,
    Precision,
)
from okng.models.engines.engine import Engine, EngineMissing
from okng.models.engines.onnxruntime_engine import CPU, OnnxRuntimeEngine
from okng.models.engines.processor import describe_processor

MODEL, OPTIONS = "model.onnx", "options.json"


class OnnxRuntimeCompiler(Compiler):
    """ONNX Runtime on the processor."""

    name = "onnxruntime"
    runs_operators_in_parallel: ClassVar = True
    provider: ClassVar = CPU
    precisions: ClassVar[tuple[Precision, ...]] = ("fp32", "int8")
    int8: ClassVar[Int8Style] = "onnxruntime"

    def availability(self) -> Availability:
        """Whether this ONNX Runtime has the provider."""
        try:
            self._require()
        except EngineMissing as error:
            return Availability(str(error))
        return Availability(None, onnxruntime.__version__, self._device(), self.precisions)

    def compile(self, request: CompileRequest, folder: Path) -> None:
        """Write the graph, quantised for INT8, and open it once, which compiles it.

        Raises `EngineMissing` without the provider, and `CompileError` for what ONNX Runtime
        refuses.
        """
        self._require()
        from okng.models.engines.quantisation import graph_for

        graph = graph_for(request, int8=self.int8)
        (folder / MODEL).write_bytes(graph)
        (folder / OPTIONS).write_text(json.dumps(self._options(request.precision), indent=2))
        request.progress("compiles the graph")
        self.open(folder, request.threads)

    def open(self, folder: Path, threads: int) -> Engine:
        """The engine; raises `EngineMissing`, and `CompileError` for what ONNX Runtime refuses."""
        return self.open_parallel(folder, threads, 1)

    def open_parallel(self, folder: Path, threads: int, threads_between: int) -> Engine:
        """The same with operators that run at once."""
        self._require()
        options = json.loads((folder / OPTIONS).read_text())
        try:
            return OnnxRuntimeEngine(
                folder / MODEL,
                threads,
                threads_between=threads_between,
                provider=self.provider,
                provider_options=options | self._options_of_place(folder),
            )
        except Exception as error:
            # ONNX Runtime's exceptions have no common class of their own.
            raise CompileError(f"{self.name}: {error}") from error

    def _require(self) -> None:
        if self.provider not in onnxruntime.get_available_providers():
            raise EngineMissing(self._what_to_install())

    def _options(self, precision: Precision) -> dict[str, Any]:
        """What the provider is told for this precision."""
        return {}

    def _options_of_place(self, folder: Path) -> dict[str, Any]:
        """What it is told of the folder, which is moved after it was built."""
        return {}

    def _device(self) -> str:
        return describe_processor()

    def _what_to_install(self) -> str:
        return "install ONNX Runtime: pip install onnxruntime"
