"""TensorRT's Python module, whichever version is there."""

from __future__ import annotations

from typing import Any

from okng.models.engines.engine import EngineMissing

HOW_TO_INSTALL = "pip install 'okng[tensorrt]', or what docs/targets.md says for a Jetson"


def load_library() -> Any:
    """The module `tensorrt`. Raises `EngineMissing` where it cannot be imported."""
    try:
        import tensorrt
    # The module without NVIDIA's libraries fails with OSError.
    except (ImportError, OSError) as error:
        raise EngineMissing(f"TensorRT is not installed ({error}): {HOW_TO_INSTALL}") from None
    return tensorrt


def logger(library: Any) -> Any:
    """Writes TensorRT's errors to standard error; it must outlive what was made with it."""
    return library.Logger(library.Logger.ERROR)
