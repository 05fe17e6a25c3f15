"""Apache TVM as an engine of okng: compiled and tuned for this processor, run without TVM."""

from __future__ import annotations

import importlib.util
import shutil
from importlib.metadata import version
from pathlib import Path

import onnx
from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from pydantic import BaseModel, ConfigDict, ValidationError

from okng.models.compilation.child import run_limited
from okng.models.engines.compiler import (
    Availability,
    CompileError,
    Compiler,
    CompileRequest,
    Precision,
)
from okng.models.engines.engine import EngineMissing
from okng.models.engines.processor import describe_processor
from okng.models.engines.tvm.runtime import RUNTIME, Tensor, TvmEngine, load_ffi
from okng.models.engines.tvm.worker import build_for_host

LIBRARY, DESCRIPTION = "model.so", "model.json"

COMPILER = ("tvm", "cloudpickle", "psutil", "xgboost")
"""Modules that compile and tune, besides a C++ compiler that links."""

FOR_BUILDING_S = 300.0
"""Kept from the limit for loading TVM, and for building and linking what was found."""


class BuiltLibrary(BaseModel):
    """What lies beside a library: how to call it, and where it runs."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ffi: str
    device: str
    inputs: list[Tensor]
    outputs: list[str]


class TvmCompiler(Compiler):
    """Apache TVM for this machine's processor."""

    name = "tvm"

    def availability(self) -> Availability:
        """Whether libraries can be run here; no precision where the compiler is not installed.

        The version is that of the interface between a library and the runtime beside it.
        """
        try:
            ffi = load_ffi()
        except EngineMissing as error:
            return Availability(str(error))
        precisions: tuple[Precision, ...] = () if _missing() else ("fp32",)
        return Availability(None, ffi.__version__, describe_processor(), precisions)

    def compile(self, request: CompileRequest, folder: Path) -> None:
        """Tune within the limit, and link one library; records are kept in the request's cache."""
        load_ffi()
        if missing := _missing():
            raise EngineMissing(
                f"TVM's compiler needs {', '.join(missing)}: pip install 'okng[tvm]', "
                "and g++ of the system"
            )
        here = self.availability()
        if request.precision not in here.precisions:
            raise CompileError(f"tvm: {request.precision} is not compiled here; fp32 is")
        try:
            graph = onnx.load(request.model).graph
        except DecodeError as error:
            raise CompileError(f"tvm: {request.model} is no ONNX file: {error}") from None
        tuning_s = max(0.0, request.limit_s - FOR_BUILDING_S)
        records = request.cache and request.cache / f"tvm-{version('apache-tvm')}"
        # TVM and the runtime that the library runs with cannot be loaded together.
        run_limited(
            build_for_host,
            (request.model, folder / LIBRARY, records, tuning_s, request.threads),
            request.limit_s,
            request.progress,
        )
        libraries = Path(str(importlib.util.find_spec("tvm").origin)).parent / "lib"  # type: ignore[union-attr]
        for name in RUNTIME:
            shutil.copy(libraries / name, folder / name)
        built = BuiltLibrary(
            ffi=here.version,
            device=here.device,
            inputs=[_describe(one) for one in graph.input],
            outputs=[one.name for one in graph.output],
        )
        (folder / DESCRIPTION).write_text(built.model_dump_json())

    def open(self, folder: Path, threads: int) -> TvmEngine:
        """The library in `folder`, where it was built for such a processor; else refused."""
        load_ffi()
        try:
            built = BuiltLibrary.model_validate_json((folder / DESCRIPTION).read_text())
        except (OSError, ValidationError) as error:
            raise CompileError(f"tvm: {folder} holds no engine: {error}") from None
        here = self.availability()
        if (built.ffi, built.device) != (here.version, here.device):
            raise CompileError(
                f"tvm: {folder} was built for apache-tvm-ffi {built.ffi} on {built.device}; "
                f"here is {here.version} on {here.device}: compile it again"
            )
        try:
            return TvmEngine(folder / LIBRARY, built.inputs, built.outputs, threads)
        except (OSError, RuntimeError) as error:
            raise CompileError(f"tvm: {folder} cannot be loaded: {error}") from None


def _missing() -> list[str]:
    """What compiling needs and is not here."""
    modules = [one for one in COMPILER if importlib.util.find_spec(one) is None]
    return modules + [one for one in ("g++",) if shutil.which(one) is None]


def _describe(value: onnx.ValueInfoProto) -> Tensor:
    tensor = value.type.tensor_type
    dtype = onnx.helper.tensor_dtype_to_np_dtype(tensor.elem_type)
    return Tensor(
        name=value.name, shape=tuple(one.dim_value for one in tensor.shape.dim), dtype=dtype.name
    )
