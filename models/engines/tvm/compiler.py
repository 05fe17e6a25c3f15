"""Compiler for Apache TVM: compiles and tunes for this processor; the result runs without TVM."""

from __future__ import annotations

import importlib.util
import shutil
from importlib.metadata import version
from pathlib import Path

import onnx
from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from pydantic import ValidationError

from okng.models.engines.compiler import (
    Availability,
    CompileError,
    Compiler,
    CompileRequest,
    Precision,
)
from okng.models.engines.engine import EngineMissingError
from okng.models.engines.processor import describe_processor
from okng.models.engines.tvm.runtime import RUNTIME, Tensor, TvmEngine, load_ffi
from okng.models.engines.tvm.worker import build_for_host
from okng.models.processes import ProcessError, run_limited
from okng.models.strict_model import StrictModel

LIBRARY, DESCRIPTION = "model.so", "model.json"

COMPILER = ("tvm", "cloudpickle", "psutil", "xgboost")
"""Modules needed to compile and tune, besides a C++ compiler for linking."""

FOR_BUILDING_S = 300.0
"""Reserved from the limit for loading TVM, and for building and linking the result."""


class BuiltLibrary(StrictModel):
    """The record beside a library: its inputs and outputs, and where it runs."""

    ffi: str
    device: str
    inputs: list[Tensor]
    outputs: list[str]


class TvmCompiler(Compiler):
    """Compiler for Apache TVM on this machine's processor."""

    name = "tvm"

    def availability(self) -> Availability:
        """Whether libraries can run here; without the compiler there are no precisions.

        The version is that of the interface between a library and the runtime beside it.
        """
        try:
            ffi = load_ffi()
        except EngineMissingError as error:
            return Availability(str(error))
        precisions: tuple[Precision, ...] = () if _missing() else ("fp32",)
        return Availability(None, ffi.__version__, describe_processor(), precisions)

    def compile(self, request: CompileRequest, folder: Path) -> None:
        """Tune within the time limit, and link one library; records go into the request's cache."""
        load_ffi()
        if missing := _missing():
            raise EngineMissingError(
                f"TVM's compiler needs {', '.join(missing)}: pip install 'okng[tvm]', "
                "and g++ of the system"
            )
        availability = self.availability()
        if request.precision not in availability.precisions:
            raise CompileError(f"tvm: {request.precision} is not compiled here; fp32 is")
        try:
            graph = onnx.load(request.model).graph
        except DecodeError as error:
            raise CompileError(f"tvm: {request.model} is not an ONNX file: {error}") from None
        tuning_s = max(0.0, request.limit_s - FOR_BUILDING_S)
        records = request.cache and request.cache / f"tvm-{version('apache-tvm')}"
        # TVM and the runtime that the library runs with cannot be loaded together.
        try:
            run_limited(
                build_for_host,
                (request.model, folder / LIBRARY, records, tuning_s, request.threads),
                request.limit_s,
                request.progress,
            )
        except ProcessError as error:
            raise CompileError(str(error)) from None
        libraries = Path(str(importlib.util.find_spec("tvm").origin)).parent / "lib"  # type: ignore[union-attr]
        for name in RUNTIME:
            shutil.copy(libraries / name, folder / name)
        built = BuiltLibrary(
            ffi=availability.version,
            device=availability.device,
            inputs=[_describe(tensor) for tensor in graph.input],
            outputs=[tensor.name for tensor in graph.output],
        )
        (folder / DESCRIPTION).write_text(built.model_dump_json())

    def open(self, folder: Path, threads: int) -> TvmEngine:
        """Open the library in `folder`; raises `CompileError` for another processor's."""
        load_ffi()
        try:
            built = BuiltLibrary.model_validate_json((folder / DESCRIPTION).read_bytes())
        except (OSError, ValidationError) as error:
            raise CompileError(f"tvm: {folder} holds no engine: {error}") from None
        availability = self.availability()
        if (built.ffi, built.device) != (availability.version, availability.device):
            raise CompileError(
                f"tvm: {folder} was built for apache-tvm-ffi {built.ffi} on {built.device}; "
                f"here is {availability.version} on {availability.device}: compile it again"
            )
        try:
            return TvmEngine(folder / LIBRARY, built.inputs, built.outputs, threads)
        except (OSError, RuntimeError) as error:
            raise CompileError(f"tvm: {folder} cannot be loaded: {error}") from None


def _missing() -> list[str]:
    """The modules and commands that compiling needs and that are missing."""
    modules = [module for module in COMPILER if importlib.util.find_spec(module) is None]
    return modules + [command for command in ("g++",) if shutil.which(command) is None]


def _describe(value: onnx.ValueInfoProto) -> Tensor:
    tensor = value.type.tensor_type
    dtype = onnx.helper.tensor_dtype_to_np_dtype(tensor.elem_type)
    return Tensor(
        name=value.name,
        shape=tuple(dimension.dim_value for dimension in tensor.shape.dim),
        dtype=dtype.name,
    )
