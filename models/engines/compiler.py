"""Compiler interface: reports availability, compiles a model, and opens a build."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Literal, Protocol

from okng.models.arrays import AnyArray
from okng.models.engines.engine import Engine
from okng.models.errors import OkngError

Precision = Literal["fp32", "bf16", "fp16", "int8"]
"""Precision of the heavy arithmetic; inputs and outputs keep the types of the ONNX graph."""


Int8Style = Literal["onnxruntime", "openvino", "tensorrt"]
"""Engine whose rules determine where activations are rounded to INT8; see `quantization`."""


class CompileError(OkngError, RuntimeError):
    """A model that an engine cannot compile; the message names the engine and what it refused."""


@dataclass(frozen=True)
class Availability:
    """Availability of an engine on this machine."""

    missing: str | None
    """Why it can't be used, and what to install; None where it can."""
    version: str = ""
    """Version of the library; a build only runs with the version that made it."""
    device: str = ""
    """Name of the device in the library; a build only runs on such a device."""
    precisions: tuple[Precision, ...] = ()
    """Precisions that this device supports."""


@dataclass(frozen=True)
class CompileRequest:
    """A request to compile: the model, its precision, and the limits of the work."""

    model: Path
    """An ONNX file whose inputs have fixed shapes."""
    precision: Precision
    calibration: Sequence[Mapping[str, AnyArray]] = ()
    """Inputs by name, from real pictures, for the calibration of INT8."""
    threads: int = 2
    limit_s: float = 3600.0
    """Time limit, after which the compilation ends with `CompileError`."""
    progress: Callable[[str], None] = field(default=lambda _: None)
    """Called with a line of text at every step that takes long."""
    cache: Path | None = None
    """Folder, created if missing, for an engine's cache that makes its next compilation faster
    (timings, tuning records); None means no cache."""
    kept_exact: int = 0
    """For INT8: number of further first convolutions in FP32, where errors cost most."""


class Compiler(Protocol):
    """A compiler for one kind of engine. It is stateless, so there is one instance of each."""

    name: str
    """Name for `okng compile --engine`."""
    runs_operators_in_parallel: ClassVar[bool] = False
    """Whether independent operators can run at once (`open_parallel`)."""

    def availability(self) -> Availability:
        """Availability on this machine; imports the library, and never raises."""

    def compile(self, request: CompileRequest, folder: Path) -> None:
        """Compile the model into the empty `folder`, so that `open` can load it from there.

        Raises `EngineMissingError` where the library is missing, and `CompileError`.
        """

    def open(self, folder: Path, threads: int) -> Engine:
        """Open a compiled engine, loaded and warmed up; needs only the runtime library.

        Raises `EngineMissingError`, and `CompileError` where the library refuses the files.
        """

    def open_parallel(self, folder: Path, threads: int, threads_between: int) -> Engine:
        """Open with `threads` within an operator, and `threads_between` operators at once.

        Only for `runs_operators_in_parallel`. Raises as `open`.
        """
        raise CompileError(f"{self.name} runs one operator after the other")
