"""Engines that run a model on this machine's hardware, and compilers for them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from okng.models.engines.compiler import Compiler
from okng.models.engines.engine import Engine
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.engines.openvino_engine import OpenvinoEngine
from okng.models.plugins import implementations

__all__ = ["all_compilers", "open_engine"]

ENGINES: dict[str, Callable[[Path, int], Engine]] = {
    ".onnx": OnnxRuntimeEngine,
    ".xml": OpenvinoEngine,
}
"""By the suffix of the model file; an engine's library is imported when the engine is created."""


def open_engine(model: Path, threads: int) -> Engine:
    """Open the engine for a model file, with the model loaded and warmed up.

    Raises `okng.models.engines.engine.EngineMissingError` where it is not installed.
    """
    return ENGINES[model.suffix](model, threads)


@cache
def all_compilers() -> dict[str, Compiler]:
    """Every compiler by its name, found in the modules of this package.

    A compiler's library is imported when the compiler is used.
    """
    compilers = [kind() for kind in implementations(sys.modules[__name__], Compiler)]  # type: ignore[type-abstract]
    return {compiler.name: compiler for compiler in compilers}
