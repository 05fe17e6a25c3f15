"""What every engine that compiles a model offers: whether it is here, compile, open."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Literal, Protocol

from okng.models.engines.engine import Array, Engine

Precision = Literal["fp32", "bf16", "fp16", "int8"]
"""In what the heavy arithmetic is done; inputs and outputs keep the types of the ONNX graph."""


Int8Style = Literal["onnxruntime", "openvino", "tensorrt"]
"""For whom a graph's activations are rounded to INT8 where and how; see `quantisation`."""


class CompileError(RuntimeError):
    """A model that an engine cannot compile; the message names the engine and what it refused."""


@dataclass(frozen=True)
class Availability:
    """Whether an engine can be used on this machine."""

    missing: str | None
    """Why not, and what to install; None where it can."""
    version: str = ""
    """Of the library; a build is used with the very version that made it."""
    device: str = ""
    """What it runs on, as the library calls it; a build is used on such a device only."""
    precisions: tuple[Precision, ...] = ()
    """Those that this device computes in."""


@dataclass(frozen=True)
class CompileRequest:
    """What to compile, and with what."""

    model: Path
    """An ONNX file whose inputs have fixed shapes."""
    precision: Precision
    calibration: Sequence[Mapping[str, Array]] = ()
    """Inputs by name, of real pictures: for INT8."""
    threads: int = 2
    limit_s: float = 3600.0
    """What takes longer is given up, with `CompileError`."""
    progress: Callable[[str], None] = field(default=lambda _: None)
    """Told a line at every step that takes long."""
    cache: Path | None = None
    """A folder where an engine keeps what makes its next compile faster (timings, tuning records);
    it is made where it is missing. None: nothing is kept."""
    kept_exact: int = 0
    """With INT8: so many more convolutions stay FP32 at the beginning, where errors cost most."""


class Compiler(Protocol):
    """One kind of engine; without state, so there is one instance of each."""

    name: str
    """As `okng compile --engine` takes it."""
    runs_operators_in_parallel: ClassVar[bool] = False
    """Whether operators that don't wait for each other can run at once (`open_parallel`)."""

    def availability(self) -> Availability:
        """Whether it can be used here; imports its library, and raises nothing."""

    def compile(self, request: CompileRequest, folder: Path) -> None:
        """Write all that `open` needs into the empty `folder`.

        Raises `EngineMissing` where the library is not here, and `CompileError`.
        """

    def open(self, folder: Path, threads: int) -> Engine:
        """The engine that `compile` made, loaded and warmed up; needs the runtime library only.

        Raises `EngineMissing`, and `CompileError` where the library refuses what lies there.
        """

    def open_parallel(self, folder: Path, threads: int, threads_between: int) -> Engine:
        """The same, with `threads` in an operator, and `threads_between` operators at once.

        Only where `runs_operators_in_parallel`. Raises as `open`.
        """
        raise CompileError(f"{self.name} runs one operator after the other")
