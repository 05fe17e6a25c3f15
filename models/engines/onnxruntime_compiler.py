"""Compiler for ONNX Runtime: on the processor, and on NVIDIA's graphics cards.

A build is the ONNX graph, quantised for INT8, and `options.json` with the provider's options.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, ClassVar

import onnxruntime

from okng.models.documents import parse_json
from okng.models.engines.compiler import (
    Availability,
    CompileError,
    Compiler,
    CompileRequest,
    Int8Style,
    Precision,
)
from okng.models.engines.engine import Engine, EngineMissingError
from okng.models.engines.onnxruntime_engine import CPU, OnnxRuntimeEngine
from okng.models.engines.processor import describe_processor

MODEL, OPTIONS = "model.onnx", "options.json"


class OnnxRuntimeCompiler(Compiler):
    """Compiler for ONNX Runtime on the processor."""

    name = "onnxruntime"
    runs_operators_in_parallel: ClassVar = True
    provider: ClassVar = CPU
    precisions: ClassVar[tuple[Precision, ...]] = ("fp32", "int8")
    int8: ClassVar[Int8Style] = "onnxruntime"

    def availability(self) -> Availability:
        """Whether this build of ONNX Runtime has the provider."""
        try:
            self._require()
        except EngineMissingError as error:
            return Availability(str(error))
        return Availability(None, onnxruntime.__version__, self._device(), self.precisions)

    def compile(self, request: CompileRequest, folder: Path) -> None:
        """Write the graph, quantised for INT8, and open it once, which compiles it.

        Raises `EngineMissingError` without the provider, and `CompileError` for a model that ONNX
        Runtime refuses.
        """
        self._require()
        from okng.models.engines.quantization import prepare_graph

        graph = prepare_graph(request, int8=self.int8)
        (folder / MODEL).write_bytes(graph)
        (folder / OPTIONS).write_text(json.dumps(self._options(request.precision), indent=2))
        request.progress("compiles the graph")
        self.open(folder, request.threads)

    def open(self, folder: Path, threads: int) -> Engine:
        """Open the build; raises `EngineMissingError`, and `CompileError` where it is refused."""
        return self.open_parallel(folder, threads, 1)

    def open_parallel(self, folder: Path, threads: int, threads_between: int) -> Engine:
        """Open the build, with several operators at once."""
        self._require()
        try:
            options = parse_json((folder / OPTIONS).read_bytes())
        except (OSError, ValueError) as error:
            raise CompileError(f"{self.name}: {folder / OPTIONS}: {error}") from None
        try:
            return OnnxRuntimeEngine(
                folder / MODEL,
                threads,
                threads_between=threads_between,
                provider=self.provider,
                provider_options=options | self._options_of_place(folder),
            )
        except Exception as error:
            # ONNX Runtime's exceptions have no common base class.
            raise CompileError(f"{self.name}: {error}") from error

    def _require(self) -> None:
        if self.provider not in onnxruntime.get_available_providers():
            raise EngineMissingError(self._what_to_install())

    def _options(self, precision: Precision) -> dict[str, Any]:
        """The provider's options for this precision."""
        return {}

    def _options_of_place(self, folder: Path) -> dict[str, Any]:
        """The provider's options that depend on the folder, which is moved after the build."""
        return {}

    def _device(self) -> str:
        return describe_processor()

    def _what_to_install(self) -> str:
        return "install ONNX Runtime: pip install onnxruntime"
