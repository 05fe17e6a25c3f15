"""Engines: what runs a model on this machine's hardware, and what compiles it for that."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from okng.models.engines.compiler import Compiler
from okng.models.engines.engine import Engine
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.engines.openvino_engine import OpenvinoEngine
from okng.models.extensions import implementations

__all__ = ["all_compilers", "open_engine"]

ENGINES: dict[str, Callable[[Path, int], Engine]] = {
    ".onnx": OnnxRuntimeEngine,
    ".xml": OpenvinoEngine,
}
"""By the end of a model file's name; what an engine needs is imported when one is made."""


def open_engine(model: Path, threads: int) -> Engine:
    """The engine for a model file, with the model loaded and warmed up.

    Raises `okng.models.engines.engine.EngineMissing` where it is not installed.
    """
    return ENGINES[model.suffix](model, threads)


@cache
def all_compilers() -> dict[str, Compiler]:
    """Every compiler by its name: the classes of this folder, and of those in it, that are one.

    Their libraries are imported when they are used.
    """
    here = sys.modules[__name__]
    folders = [here] + [
        importlib.import_module(f"{__name__}.{info.name}")
        for info in pkgutil.iter_modules(here.__path__)
        if info.ispkg
    ]
    found = [one() for folder in folders for one in implementations(folder, Compiler)]  # type: ignore[type-abstract]
    return {one.name: one for one in found}
