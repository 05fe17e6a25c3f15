"""Compiler for TensorRT: builds a plan, and opens plans that were built on this device."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from okng.models.engines.compiler import (
    Availability,
    CompileError,
    Compiler,
    CompileRequest,
    Precision,
)
from okng.models.engines.engine import EngineMissingError
from okng.models.engines.quantization import prepare_graph
from okng.models.engines.tensorrt.cuda import CudaDevice
from okng.models.engines.tensorrt.execution import TensorrtEngine
from okng.models.engines.tensorrt.library import load_library
from okng.models.engines.tensorrt.plan_build import build_plan
from okng.models.strict_model import StrictModel

PLAN, BUILT_BY = "engine.plan", "engine.json"

FIRST_WITH_INT8 = (6, 1)
NO_INT8 = (6, 2)
"""Compute capability of Jetson TX2, the only one above 6.1 without INT8 arithmetic."""


class PlanOrigin(StrictModel):
    """Origin of a plan, and the only place where it runs: TensorRT's version and the GPU."""

    tensorrt: str
    device: str

    def __str__(self) -> str:
        return f"TensorRT {self.tensorrt} on {self.device}"


class TensorrtCompiler(Compiler):
    """Compiler for NVIDIA's TensorRT on the first GPU."""

    name = "tensorrt"

    def availability(self) -> Availability:
        """Whether TensorRT and a GPU are available here, and in which precisions they compute."""
        try:
            library, device = load_library(), CudaDevice()
        except EngineMissingError as error:
            return Availability(missing=str(error))
        precisions: tuple[Precision, ...] = ("fp32", "fp16")
        capability = device.compute_capability
        if capability >= FIRST_WITH_INT8 and capability != NO_INT8:
            precisions += ("int8",)
        return Availability(None, library.__version__, str(device), precisions)

    def compile(self, request: CompileRequest, folder: Path) -> None:
        """Build a plan, and record its origin beside it."""
        built_by = _here()
        if request.precision not in self.availability().precisions:
            raise CompileError(f"tensorrt: {built_by.device} does not compute {request.precision}")
        graph = prepare_graph(request, int8="tensorrt")
        request.progress(f"builds with {built_by}")
        cache = request.cache and request.cache / f"tensorrt-{built_by.tensorrt}.timings"
        content = cache.read_bytes() if cache and cache.exists() else b""
        plan, timings = build_plan(load_library(), graph, request.precision, content)
        if cache:
            cache.parent.mkdir(parents=True, exist_ok=True)
            cache.write_bytes(timings)
        (folder / PLAN).write_bytes(plan)
        (folder / BUILT_BY).write_text(built_by.model_dump_json())

    def open(self, folder: Path, threads: int) -> TensorrtEngine:
        """Open the plan in `folder`; raises `CompileError` for another version's or GPU's."""
        machine = _here()
        try:
            built_by = PlanOrigin.model_validate_json((folder / BUILT_BY).read_bytes())
            plan = (folder / PLAN).read_bytes()
        except (OSError, ValidationError) as error:
            raise CompileError(f"tensorrt: {folder} holds no engine: {error}") from None
        if built_by != machine:
            raise CompileError(
                f"tensorrt: {folder} was built by {built_by}; here is {machine}: compile it again"
            )
        return TensorrtEngine(load_library(), plan, CudaDevice())


def _here() -> PlanOrigin:
    return PlanOrigin(tensorrt=load_library().__version__, device=str(CudaDevice()))
