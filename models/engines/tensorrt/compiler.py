"""TensorRT as an engine of okng: compile, and open what was compiled on this very device."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from okng.models.engines.compiler import (
    Availability,
    CompileError,
    Compiler,
    CompileRequest,
    Precision,
)
from okng.models.engines.engine import EngineMissing
from okng.models.engines.quantisation import graph_for
from okng.models.engines.tensorrt.build import build_plan
from okng.models.engines.tensorrt.cuda import CudaDevice
from okng.models.engines.tensorrt.execution import TensorrtEngine
from okng.models.engines.tensorrt.library import load_library

PLAN, BUILT_BY = "engine.plan", "engine.json"

FIRST_WITH_INT8 = (6, 1)
NO_INT8 = (6, 2)
"""Compute capabilities: Jetson TX2 is the one after 6.1 that has no INT8 arithmetic."""


class BuiltBy(BaseModel):
    """What a plan fits, and nothing else: TensorRT's version and the GPU."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    tensorrt: str
    device: str

    def __str__(self) -> str:
        return f"TensorRT {self.tensorrt} on {self.device}"


class TensorrtCompiler(Compiler):
    """NVIDIA's TensorRT, on the first GPU."""

    name = "tensorrt"

    def availability(self) -> Availability:
        """Whether library and GPU are here."""
        try:
            library, device = load_library(), CudaDevice()
        except EngineMissing as error:
            return Availability(missing=str(error))
        precisions: tuple[Precision, ...] = ("fp32", "fp16")
        capability = device.compute_capability
        if capability >= FIRST_WITH_INT8 and capability != NO_INT8:
            precisions += ("int8",)
        return Availability(None, library.__version__, str(device), precisions)

    def compile(self, request: CompileRequest, folder: Path) -> None:
        """Build a plan, and say beside it where it fits."""
        built_by = _here()
        if request.precision not in self.availability().precisions:
            raise CompileError(f"tensorrt: {built_by.device} does not compute {request.precision}")
        graph = graph_for(request, int8="tensorrt")
        request.progress(f"builds with {built_by}")
        cache = request.cache and request.cache / f"tensorrt-{built_by.tensorrt}.timings"
        known = cache.read_bytes() if cache and cache.exists() else b""
        plan, timings = build_plan(load_library(), graph, request.precision, known)
        if cache:
            cache.parent.mkdir(parents=True, exist_ok=True)
            cache.write_bytes(timings)
        (folder / PLAN).write_bytes(plan)
        (folder / BUILT_BY).write_text(built_by.model_dump_json())

    def open(self, folder: Path, threads: int) -> TensorrtEngine:
        """The plan in `folder`, where it was built by this version on this GPU; else refused."""
        here = _here()
        try:
            built_by = BuiltBy.model_validate_json((folder / BUILT_BY).read_text())
            plan = (folder / PLAN).read_bytes()
        except (OSError, ValidationError) as error:
            raise CompileError(f"tensorrt: {folder} holds no engine: {error}") from None
        if built_by != here:
            raise CompileError(
                f"tensorrt: {folder} was built by {built_by}; here is {here}: compile it again"
            )
        return TensorrtEngine(load_library(), plan, CudaDevice())


def _here() -> BuiltBy:
    return BuiltBy(tensorrt=load_library().__version__, device=str(CudaDevice()))
