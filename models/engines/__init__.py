"""Engines: what runs a model on this machine's hardware."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from okng.models.engines.engine import Engine
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.engines.openvino_engine import OpenvinoEngine

__all__ = ["open_engine"]

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
