"""Compiles a model for every installed engine, and finds the fastest build that agrees with it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from okng.models.bundles.bundle import AnyBundle, read_manifest
from okng.models.bundles.manifest import Manifest
from okng.models.compilation.calibration_pictures import BuildPictures, model_inputs
from okng.models.compilation.compile import compile_bundle
from okng.models.compilation.engine_build import Build, open_build, usable_build
from okng.models.compilation.latency import Latency, measure
from okng.models.engines import all_compilers
from okng.models.engines.compiler import CompileError, Precision
from okng.models.engines.engine import EngineMissingError
from okng.models.processes import ProcessError, run_limited
from okng.models.progress import ReportLine

EXACTNESS: tuple[Precision, ...] = ("fp32", "fp16", "bf16", "int8")
WORTH = 1.1
"""Speed-up that justifies a less exact build; less is within the noise of a measurement."""


@dataclass(frozen=True)
class EngineCandidate:
    """An engine in one precision as a candidate: its build and latency, or its problem."""

    name: str
    build: Build | None = None
    problem: str | None = None
    """Why it can't be used; None where it can."""
    latency: Latency | None = None
    """Measured in turns with all other usable builds, else taken from the build's record."""


def compile_all(
    bundle: AnyBundle,
    pictures: BuildPictures,
    precisions: Sequence[Precision] | None = None,
    *,
    engines: Sequence[str] | None = None,
    threads: int = 2,
    limit_s: float = 3600.0,
    progress: ReportLine = lambda line: None,
) -> list[EngineCandidate]:
    """Compile for these engines in these precisions, by default all available; the fastest first.

    Candidates that can't be used come last, each with its reason: one engine's failure does not
    stop the others. `limit_s` holds for each build. All usable builds are measured in turns in one
    process, so their memory adds up. Raises `CompileError` where that measurement fails.
    """
    compile_one = partial(
        compile_bundle,
        bundle,
        pictures=pictures,
        threads=threads,
        limit_s=limit_s,
        progress=progress,
    )
    candidates: list[EngineCandidate] = []
    for engine in all_compilers() if engines is None else engines:
        availability = all_compilers()[engine].availability()
        if availability.missing:
            candidates.append(EngineCandidate(engine, problem=availability.missing))
            continue
        # A named engine gets every requested precision, and reports those that it lacks.
        to_build = availability.precisions if precisions is None else precisions
        if engines is None:
            to_build = [precision for precision in to_build if precision in availability.precisions]
        candidates += [_candidate(compile_one, engine, precision) for precision in to_build]
    usable = [
        candidate.build.path
        for candidate in candidates
        if candidate.build and not candidate.problem
    ]
    latencies: Mapping[str, Latency] = {}
    if len(usable) > 1:
        progress(f"measures {len(usable)} builds alternately")
        request = (usable, bundle.path, pictures, threads)
        try:
            latencies = run_limited(_measure_all, request, limit_s, progress)
        except ProcessError as error:
            raise CompileError(str(error)) from None
    measured = [
        replace(candidate, latency=latencies.get(candidate.name, candidate.latency))
        for candidate in candidates
    ]
    return sorted(
        measured,
        key=lambda candidate: (
            candidate.problem is not None,
            candidate.latency.median_ms if candidate.latency else math.inf,
        ),
    )


def best(candidates: Sequence[EngineCandidate]) -> Build | None:
    """The most exact build that is within `WORTH` of the fastest.

    None where no build can be used.
    """
    usable = [
        (candidate.latency.median_ms, candidate.build)
        for candidate in candidates
        if candidate.build and candidate.latency and not candidate.problem
    ]
    least_ms = min((ms for ms, _ in usable), default=0.0)
    near = [(ms, build) for ms, build in usable if ms < WORTH * least_ms]
    near.sort(key=lambda pair: (EXACTNESS.index(pair[1].record.precision), pair[0]))
    return near[0][1] if near else None


def _candidate(
    compile_one: Callable[[str, Precision], Build], engine: str, precision: Precision
) -> EngineCandidate:
    name = f"{engine}-{precision}"
    try:
        build = compile_one(engine, precision)
    except (CompileError, EngineMissingError) as error:
        return EngineCandidate(name, problem=str(error))
    problem = "; ".join(build.record.parity.problems) or None
    return EngineCandidate(name, build, problem, build.record.latency)


def _measure_all(
    builds: Sequence[Path],
    bundle: Path,
    pictures: BuildPictures,
    threads: int,
    progress: ReportLine,
) -> Mapping[str, Latency]:
    manifest = read_manifest(bundle, Manifest)
    engines = {
        folder.name: open_build(usable_build(folder, manifest.content_hash), threads)
        for folder in builds
    }
    return measure(engines, model_inputs(manifest, pictures.proof))
