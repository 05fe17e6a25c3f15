"""Compiles a model for every engine that is here, and finds the fastest that answers right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from okng.models.bundle import Bundle, read_manifest
from okng.models.compilation.build import Build, open_build
from okng.models.compilation.child import Progress, run_limited
from okng.models.compilation.compile import compile_bundle
from okng.models.compilation.latency import Latency, measure
from okng.models.compilation.pictures import BuildPictures, model_inputs
from okng.models.engines import all_compilers
from okng.models.engines.compiler import CompileError, Precision
from okng.models.engines.engine import EngineMissing


@dataclass(frozen=True)
class Candidate:
    """One engine in one precision, and what came of it."""

    name: str
    build: Build | None = None
    problem: str | None = None
    """Why it can't be used; None where it can."""
    latency: Latency | None = None
    """Measured in turns with all others that can be used."""


def compile_all(
    bundle: Bundle,
    pictures: BuildPictures,
    precisions: Sequence[Precision] | None = None,
    *,
    threads: int = 2,
    limit_s: float = 3600.0,
    progress: Progress = lambda line: None,
) -> list[Candidate]:
    """Every engine in these precisions, by default all that it computes in; the fastest first.

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
    for engine, compiler in all_compilers().items():
        here = compiler.availability()
        if here.missing:
            candidates.append(Candidate(engine, problem=here.missing))
        wanted = [one for one in here.precisions if precisions is None or one in precisions]
        candidates += [_candidate(compile_one, engine, precision) for precision in wanted]
    usable = [one.build.path for one in candidates if one.build and not one.problem]
    progress(f"measures {len(usable)} builds in turns")
    latencies = (
        run_limited(_measure_all, (usable, bundle.path, pictures, threads), limit_s, progress)
        if usable
        else {}
    )
    measured = [
        Candidate(one.name, one.build, one.problem, latencies.get(one.name)) for one in candidates
    ]
    return sorted(measured, key=lambda one: one.latency.median_ms if one.latency else float("inf"))


def _candidate(
    compile_one: Callable[[str, Precision], Build], engine: str, precision: Precision
) -> Candidate:
    name = f"{engine}-{precision}"
    try:
        build = compile_one(engine, precision)
    except (CompileError, EngineMissing) as error:
        return Candidate(name, problem=str(error))
    return Candidate(name, build, "; ".join(build.record.parity.problems) or None)


def _measure_all(
    builds: Sequence[Path],
    bundle: Path,
    pictures: BuildPictures,
    threads: int,
    progress: Progress,
) -> Mapping[str, Latency]:
    manifest = read_manifest(bundle)
    engines = {
        folder.name: open_build(folder, manifest.content_hash, threads)[1] for folder in builds
    }
    return measure(engines, model_inputs(manifest, pictures.proof))
