"""Compiles a model bundle for one engine, and proves that the build answers as the model does."""

from __future__ import annotations

import shutil
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from okng.models.bundle import AnyBundle, load_bundle
from okng.models.compilation.build import (
    Build,
    BuildDescription,
    BuildError,
    build_folder,
    read_build,
    verify_build,
    why_unfit,
    write_record,
)
from okng.models.compilation.child import Progress, run_limited
from okng.models.compilation.latency import measure
from okng.models.compilation.parity import AnomalyParity, anomaly_parity
from okng.models.compilation.parity_detection import DetectionParity, detection_parity
from okng.models.compilation.pictures import BuildPictures, model_inputs
from okng.models.engines import all_compilers
from okng.models.engines.compiler import CompileError, CompileRequest, Precision
from okng.models.engines.engine import Array, EngineMissing
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.manifest import MODEL, AnomalyManifest, DetectionManifest, Manifest
from okng.models.whole_folder import exclusive, whole_folder

KEPT_EXACT: Mapping[Precision, tuple[int, ...]] = {"int8": (0, 2)}
"""What is tried until a build proves right.

In INT8 the first two convolutions cost yolov4-tiny a percent of its boxes, in FP32 a sixth of its
time.
"""
ENGINE_CACHE = ".engine-cache"
"""In the models folder: what engines learn of one model and use for the next."""


def compile_bundle(
    bundle: AnyBundle,
    engine: str,
    precision: Precision,
    pictures: BuildPictures,
    *,
    threads: int = 2,
    limit_s: float = 3600.0,
    progress: Progress = lambda line: None,
) -> Build:
    """The build of the model for an engine: the one that is there, or a new one that replaces it.

    `progress` is told which, and why. A build that does not answer as the model does is kept with
    its report (`parity.problems`), and refused by `usable_build`. Work and memory are those of
    another process, which ends after `limit_s`.

    Raises `EngineMissing`, and `CompileError` for what the engine, the limit or the pictures do not
    allow; nothing half-built is left, and what was there stays.
    """
    _check_usable(engine, precision)
    if MODEL not in bundle.manifest.files:
        raise CompileError(f"{bundle.path}: the model is no ONNX, which engines compile")
    if not pictures.proof:
        raise CompileError(f"{engine}: no pictures were given to prove that the build is right")
    folder = build_folder(bundle.path, engine, precision)
    folder.parent.mkdir(exist_ok=True)
    with exclusive(folder.parent):
        reason = _why_build(folder, bundle, pictures, threads)
        progress(f"{folder.name}: {reason or 'is there already; nothing to do'}")
        if reason:
            with whole_folder(folder) as building:
                request = (building, bundle.path, engine, precision, pictures, threads, limit_s)
                try:
                    run_limited(
                        _build, request, limit_s, lambda line: progress(f"{folder.name}: {line}")
                    )
                except CompileError as error:
                    raise CompileError(f"{folder.name}: {error}") from None
        return read_build(folder)


def _check_usable(engine: str, precision: Precision) -> None:
    compiler = all_compilers().get(engine)
    if compiler is None:
        raise CompileError(f"no engine {engine!r}; there are {', '.join(sorted(all_compilers()))}")
    here = compiler.availability()
    if here.missing:
        raise EngineMissing(f"{engine}: {here.missing}")
    if precision not in here.precisions:
        raise CompileError(
            f"{engine} does not compute in {precision} on {here.device}; "
            f"it does in {', '.join(here.precisions)}"
        )


def _why_build(
    folder: Path, bundle: AnyBundle, pictures: BuildPictures, threads: int
) -> str | None:
    """Why the build must be made; None where the one that is there is what is asked for."""
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
    progress: Progress,
) -> None:
    """All the work, in the other process: compile, prove, measure, describe."""
    began = time.monotonic()
    manifest = load_bundle(bundle_path, Manifest).manifest
    compiler, model = all_compilers()[engine], bundle_path / MODEL
    here = compiler.availability()
    calibration = model_inputs(manifest, pictures.calibration) if precision == "int8" else []
    cache = bundle_path.parents[1] / ENGINE_CACHE
    inputs = model_inputs(manifest, pictures.proof)
    reference = OnnxRuntimeEngine(model, threads)
    expected = [reference.run(given) for given in inputs]
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
        parity = _parity(manifest, expected, [build.run(given) for given in inputs], precision)
        if not parity.problems:
            break
        progress(f"does not answer as the model does: {'; '.join(parity.problems)}")
    progress("measures it")
    latencies = measure({"build": build, "reference": reference}, inputs)
    description = BuildDescription(
        engine=engine,
        precision=precision,
        engine_version=here.version,
        device=here.device,
        model_sha256=manifest.content_hash,
        pictures_sha256=pictures.sha256(),
        calibration_pictures=len(calibration),
        kept_exact=kept_exact,
        threads=threads,
        compiled_at=datetime.now(UTC),
        compile_s=compiled_s,
        latency=latencies["build"],
        reference_latency=latencies["reference"],
        parity=parity,
    )
    write_record(folder, description)


def _empty(folder: Path) -> None:
    for entry in folder.iterdir():
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def _parity(
    manifest: Manifest,
    expected: Sequence[Mapping[str, Array]],
    found: Sequence[Mapping[str, Array]],
    precision: Precision,
) -> AnomalyParity | DetectionParity:
    if isinstance(manifest, DetectionManifest):
        return detection_parity(expected, found, nms_iou=manifest.nms_iou, precision=precision)
    assert isinstance(manifest, AnomalyManifest)
    return anomaly_parity(
        expected,
        found,
        threshold=manifest.threshold,
        spread=manifest.normal_scores.standard_deviation,
        precision=precision,
    )
