"""Compiles a model bundle for one engine, and proves that the build answers as the model does."""

from __future__ import annotations

import math
import shutil
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from okng.models.anomaly.graphs import IMAGE, SCORE
from okng.models.anomaly.score_range import ScoreRange, measure_score_range
from okng.models.arrays import AnyArray
from okng.models.atomic_files import exclusive, whole_folder
from okng.models.bundles.bundle import AnyBundle, load_bundle
from okng.models.bundles.manifest import MODEL, AnomalyManifest, Manifest
from okng.models.compilation.anomaly_parity import AnomalyParity
from okng.models.compilation.calibration_pictures import BuildPictures, model_inputs
from okng.models.compilation.engine_build import (
    Build,
    BuildDescription,
    BuildError,
    build_folder,
    read_build,
    verify_build,
    why_unfit,
    write_record,
)
from okng.models.compilation.latency import measure
from okng.models.compilation.parity import compare_answers
from okng.models.engines import all_compilers
from okng.models.engines.compiler import CompileError, CompileRequest, Precision
from okng.models.engines.engine import Engine, EngineMissingError
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.processes import ProcessError, run_limited
from okng.models.progress import ReportLine

KEPT_EXACT: Mapping[Precision, tuple[int, ...]] = {"int8": (0, 2)}
"""Numbers of first convolutions to keep in FP32, tried in turn until a build agrees with the model.

For yolov4-tiny the first two cost a percent of its boxes in INT8, or a sixth of its time in FP32.
"""
ENGINE_CACHE = ".engine-cache"
"""Folder in the models folder for what engines reuse from one model to the next."""


def compile_bundle(
    bundle: AnyBundle,
    engine: str,
    precision: Precision,
    pictures: BuildPictures,
    *,
    threads: int = 2,
    limit_s: float = 3600.0,
    progress: ReportLine = lambda line: None,
) -> Build:
    """The build of the model for an engine: the existing one where it holds, else a new one.

    `progress` reports which, and why. A build that does not agree with the model is kept with its
    report (`parity.problems`), but `usable_build` refuses it. The work is done in another process,
    which is ended after `limit_s`.

    Raises `EngineMissingError`, and `CompileError` where the engine, the limit or the pictures
    don't allow it; nothing incomplete is left then, and an existing build stays.
    """
    _check_usable(engine, precision)
    if MODEL not in bundle.manifest.files:
        raise CompileError(f"{bundle.path}: the model is not ONNX, so it can't be compiled")
    if not pictures.proof:
        raise CompileError(f"{engine}: no pictures were given to compare the build with the model")
    folder = build_folder(bundle.path, engine, precision)
    folder.parent.mkdir(exist_ok=True)
    with exclusive(folder.parent):
        reason = _why_build(folder, bundle, pictures, threads)
        progress(f"{folder.name}: {reason or 'exists already; nothing to do'}")
        if reason:
            with whole_folder(folder) as building:
                request = (building, bundle.path, engine, precision, pictures, threads, limit_s)
                try:
                    run_limited(
                        _build, request, limit_s, lambda line: progress(f"{folder.name}: {line}")
                    )
                except ProcessError as error:
                    raise CompileError(f"{folder.name}: {error}") from None
        return read_build(folder)


def _check_usable(engine: str, precision: Precision) -> None:
    compiler = all_compilers().get(engine)
    if compiler is None:
        raise CompileError(
            f"unknown engine {engine!r}; available are {', '.join(sorted(all_compilers()))}"
        )
    availability = compiler.availability()
    if availability.missing:
        raise EngineMissingError(f"{engine}: {availability.missing}")
    if precision not in availability.precisions:
        raise CompileError(
            f"{engine} does not support {precision} on {availability.device}; "
            f"it supports {', '.join(availability.precisions)}"
        )


def _why_build(
    folder: Path, bundle: AnyBundle, pictures: BuildPictures, threads: int
) -> str | None:
    """Why a new build is needed; None where the existing one is as requested."""
    if not folder.exists():
        return "is built"
    try:
        record = verify_build(folder).record
    except BuildError as error:
        return f"is built again: {error}"
    if unfit := why_unfit(record, bundle.manifest.content_hash):
        return f"is built again: {unfit}"
    if record.pictures_sha256 != pictures.sha256():
        return "is built again: it was made with other pictures"
    if record.threads != threads:
        return f"is built again: it was made with {record.threads} threads, not {threads}"
    return None


def _build(
    folder: Path,
    bundle_path: Path,
    engine: str,
    precision: Precision,
    pictures: BuildPictures,
    threads: int,
    limit_s: float,
    progress: ReportLine,
) -> None:
    """Compile, prove, measure and describe the build, in the other process."""
    began = time.monotonic()
    manifest = load_bundle(bundle_path, Manifest).manifest
    compiler, model = all_compilers()[engine], bundle_path / MODEL
    availability = compiler.availability()
    calibration = model_inputs(manifest, pictures.calibration) if precision == "int8" else []
    cache = bundle_path.parents[1] / ENGINE_CACHE
    inputs = model_inputs(manifest, pictures.proof)
    reference = OnnxRuntimeEngine(model, threads)
    expected = [reference.run(model_input) for model_input in inputs]
    for kept_exact in KEPT_EXACT.get(precision, (0,)):
        if kept_exact:
            progress(f"tries again with {kept_exact} more convolutions in FP32")
        _empty(folder)
        request = CompileRequest(
            model, precision, calibration, threads, limit_s, progress, cache, kept_exact
        )
        compiler.compile(request, folder)
        compiled_s = time.monotonic() - began
        progress(f"compares it with the model on {len(inputs)} pictures")
        build = compiler.open(folder, threads)
        answers = [build.run(model_input) for model_input in inputs]
        parity = compare_answers(manifest, expected, answers, precision)
        score_range = _score_range(manifest, build, inputs, answers)
        if isinstance(parity, AnomalyParity) and isinstance(manifest, AnomalyManifest):
            parity = _with_range(parity, score_range, manifest.threshold)
        if not parity.problems:
            break
        progress(f"does not agree with the model: {'; '.join(parity.problems)}")
    progress("measures it")
    latencies = measure({"build": build, "reference": reference}, inputs)
    description = BuildDescription(
        engine=engine,
        precision=precision,
        engine_version=availability.version,
        device=availability.device,
        model_sha256=manifest.content_hash,
        pictures_sha256=pictures.sha256(),
        calibration_pictures=len(calibration),
        kept_exact=kept_exact,
        threads=threads,
        compiled_at=datetime.now(UTC),
        compile_s=compiled_s,
        latency=latencies["build"],
        reference_latency=latencies["reference"],
        score_range=score_range,
        parity=parity,
    )
    write_record(folder, description)


def _empty(folder: Path) -> None:
    for entry in folder.iterdir():
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def _score_range(
    manifest: Manifest,
    build: Engine,
    inputs: Sequence[Mapping[str, AnyArray]],
    answers: Sequence[Mapping[str, AnyArray]],
) -> ScoreRange | None:
    """The range of the build's scores; None for a detector."""
    if not isinstance(manifest, AnomalyManifest):
        return None
    scores = [float(answer[SCORE][0]) for answer in answers]
    return measure_score_range(
        lambda pixels: float(build.run({IMAGE: pixels})[SCORE][0]),
        manifest.input.height,
        manifest.input.width,
        [model_input[IMAGE] for model_input in inputs[:1]],
        [score for score in scores if math.isfinite(score)],
    )


def _with_range(
    parity: AnomalyParity, score_range: ScoreRange | None, threshold: float
) -> AnomalyParity:
    """Add a problem where the build's scores end below the model's threshold."""
    problem = score_range.why_unreachable(threshold) if score_range else None
    if problem is None:
        return parity
    return parity.model_copy(update={"problems": [*parity.problems, problem]})
