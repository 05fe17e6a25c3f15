"""TensorRT's Python module, in any supported version."""

from __future__ import annotations

from typing import Any

from okng.models.engines.engine import EngineMissingError

HOW_TO_INSTALL = "pip install 'okng[tensorrt]', or what docs/targets.md says for a Jetson"


def load_library() -> Any:
    """The module `tensorrt`. Raises `EngineMissingError` where it cannot be imported."""
    try:
        import tensorrt
    # Without NVIDIA's libraries the import fails with OSError.
    except (ImportError, OSError) as error:
        raise EngineMissingError(f"TensorRT is not installed ({error}): {HOW_TO_INSTALL}") from None
    return tensorrt


def logger(library: Any) -> Any:
    """A logger of TensorRT's errors to standard error; it must outlive the objects that use it."""
    return library.Logger(library.Logger.ERROR)
