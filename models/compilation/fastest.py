"""Compiles a model for every engine that is here, and finds the fastest that answers right."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from okng.models.bundle import AnyBundle, read_manifest
from okng.models.compilation.build import Build, open_build, usable_build
from okng.models.compilation.child import Progress, run_limited
from okng.models.compilation.compile import compile_bundle
from okng.models.compilation.latency import Latency, measure
from okng.models.compilation.pictures import BuildPictures, model_inputs
from okng.models.engines import all_compilers
from okng.models.engines.compiler import CompileError, Precision
from okng.models.engines.engine import EngineMissing
from okng.models.manifest import Manifest

EXACTNESS: tuple[Precision, ...] = ("fp32", "fp16", "bf16", "int8")
WORTH = 1.1
"""Times faster that a less exact build has to be; less is within the noise of a measurement."""


@dataclass(frozen=True)
class Candidate:
    """One engine in one precision, and what came of it."""

    name: str
    build: Build | None = None
    problem: str | None = None
    """Why it can't be used; None where it can."""
    latency: Latency | None = None
    """Measured in turns with all others that can be used, else the build's own."""


def compile_all(
    bundle: AnyBundle,
    pictures: BuildPictures,
    precisions: Sequence[Precision] | None = None,
    *,
    engines: Sequence[str] | None = None,
    threads: int = 2,
    limit_s: float = 3600.0,
    progress: Progress = lambda line: None,
) -> list[Candidate]:
    """These engines in these precisions, by default all that there are; the fastest first.

    Those that can't be used come last, each with its reason; what one engine refuses does not
    hold up the others. `limit_s` is each one's. All that can be used are measured in turns in one
    process, so their memory adds up there. Raises `CompileError` where that fails.
    """
    compile_one = partial(
        compile_bundle,
        bundle,
        pictures=pictures,
        threads=threads,
        limit_s=limit_s,
        progress=progress,
    )
    candidates: list[Candidate] = []
    for engine in all_compilers() if engines is None else engines:
        here = all_compilers()[engine].availability()
        if here.missing:
            candidates.append(Candidate(engine, problem=here.missing))
            continue
        # What an engine that was named does not compute in, it says.
        wanted = here.precisions if precisions is None else precisions
        if engines is None:
            wanted = [one for one in wanted if one in here.precisions]
        candidates += [_candidate(compile_one, engine, precision) for precision in wanted]
    usable = [one.build.path for one in candidates if one.build and not one.problem]
    latencies: Mapping[str, Latency] = {}
    if len(usable) > 1:
        progress(f"measures {len(usable)} builds in turns")
        request = (usable, bundle.path, pictures, threads)
        latencies = run_limited(_measure_all, request, limit_s, progress)
    measured = [replace(one, latency=latencies.get(one.name, one.latency)) for one in candidates]
    return sorted(
        measured,
        key=lambda one: (
            one.problem is not None,
            one.latency.median_ms if one.latency else math.inf,
        ),
    )


def best(candidates: Sequence[Candidate]) -> Build | None:
    """The most exact of those that the fastest one is less than `WORTH` times faster than.

    None where none can be used.
    """
    usable = [
        (one.latency.median_ms, one.build)
        for one in candidates
        if one.build and one.latency and not one.problem
    ]
    least_ms = min((ms for ms, _ in usable), default=0.0)
    near = [(ms, build) for ms, build in usable if ms < WORTH * least_ms]
    near.sort(key=lambda one: (EXACTNESS.index(one[1].record.precision), one[0]))
    return near[0][1] if near else None


def _candidate(
    compile_one: Callable[[str, Precision], Build], engine: str, precision: Precision
) -> Candidate:
    name = f"{engine}-{precision}"
    try:
        build = compile_one(engine, precision)
    except (CompileError, EngineMissing) as error:
        return Candidate(name, problem=str(error))
    problem = "; ".join(build.record.parity.problems) or None
    return Candidate(name, build, problem, build.record.latency)


def _measure_all(
    builds: Sequence[Path],
    bundle: Path,
    pictures: BuildPictures,
    threads: int,
    progress: Progress,
) -> Mapping[str, Latency]:
    manifest = read_manifest(bundle, Manifest)
    engines = {
        folder.name: open_build(usable_build(folder, manifest.content_hash), threads)
        for folder in builds
    }
    return measure(engines, model_inputs(manifest, pictures.proof))
