"""What a training costs: whole processes of both programs, in turns, from the same pictures."""

from __future__ import annotations

import importlib
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from support.real_pictures import elpv

from .processes import peak_memory_mb, run

PICTURES, SIZE_PX = 30, 256
TIMES_FASTER, SHARE_OF_MEMORY = 15, 0.5


@dataclass(frozen=True)
class Answer:
    """What one training says of itself: its time without imports, and its peak of memory."""

    training_s: float
    peak_mb: float


def okng_whole(folder: Path, threads: int) -> Answer:
    """All of `okng train`: cross-validation, threshold, scene and a synced bundle."""
    from support.pictures import labelled

    from okng.models.training.anomaly.train_anomaly_model import TrainingRequest, train

    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as root:
        train(
            TrainingRequest(
                name="bench",
                root=Path(root),
                pictures=labelled(sorted(folder.iterdir())),
                input_height=SIZE_PX,
                input_width=SIZE_PX,
                threads=threads,
            )
        )
    return Answer(time.perf_counter() - start, peak_memory_mb())


def okng_fit(folder: Path, threads: int) -> Answer:
    """As much as anomalib's fit does, and the model's file: no cross-validation, no threshold."""
    from threadpoolctl import threadpool_limits

    from okng.models.anomaly import DEFAULT_SETTINGS, create_method
    from okng.models.anomaly.embeddings import Embeddings
    from okng.models.anomaly.graphs import EMBEDDING, IMAGE, embedding_model, whole_model
    from okng.models.anomaly.tiling import Tiling
    from okng.models.backbone.backbone import load_backbone
    from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
    from okng.models.images.image_files import read_image
    from okng.models.images.preprocessing import to_model_input

    start = time.perf_counter()
    whole = Tiling(height=SIZE_PX, width=SIZE_PX)
    backbone, method = load_backbone(), create_method(DEFAULT_SETTINGS)
    engine = OnnxRuntimeEngine(embedding_model(backbone, method, whole), threads)
    paths = sorted(folder.iterdir())
    embeddings: Embeddings | None = None
    for i, path in enumerate(paths):
        picture = to_model_input(read_image(path), SIZE_PX, SIZE_PX)
        embedding = engine.run({IMAGE: picture})[EMBEDDING]
        if embeddings is None:
            embeddings = Embeddings.in_scratch_file(Path(), len(paths), *embedding.shape[1:])
        embeddings.put(i, embedding)
    assert embeddings is not None
    with threadpool_limits(limits=1, user_api="blas"):
        fitted = method.fit(embeddings, seed=0)
    Path("model.onnx").write_bytes(whole_model(backbone, method, fitted, whole))
    return Answer(time.perf_counter() - start, peak_memory_mb())


def anomalib_fit(folder: Path, threads: int) -> Answer:
    """PatchCore as users of anomalib train it: its engine, its data module, its defaults."""
    from . import reference

    reference.prepare(threads)
    # Imports are not part of its time.
    for module in ("data", "engine", "models"):
        importlib.import_module(f"anomalib.{module}")

    start = time.perf_counter()
    reference.learn_as_users_do("patchcore", folder)
    return Answer(time.perf_counter() - start, peak_memory_mb())


WHOLE, FIT, ANOMALIB = "okng, all of it", "okng, fit alone", "anomalib, fit"
TRAININGS: dict[str, Callable[[Path, int], Answer]] = {
    WHOLE: okng_whole,
    FIT: okng_fit,
    ANOMALIB: anomalib_fit,
}


@dataclass(frozen=True)
class Cost:
    """Medians over the rounds; the last three are of the whole process, imports included."""

    training_s: float
    process_s: float
    cpu_s: float
    peak_mb: float


def measure(rounds: int, threads_of: Sequence[int]) -> None:
    print(f"Training PatchCore from {PICTURES} pictures at {SIZE_PX} px, {rounds} rounds:\n")
    print("| training | threads | s | s with imports | CPU s with imports | peak MB |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in elpv(PICTURES, seed=0).train:
            (folder / path.name).write_bytes(path.read_bytes())
        costs_of = {threads: _costs(folder, threads, rounds) for threads in threads_of}
    print("\n| threads | okng | times faster | in CPU time | share of the memory | reached |")
    print("|---|---|---|---|---|---|")
    for threads, costs in costs_of.items():
        _print_comparison(threads, costs)
    print(flush=True)


def _costs(folder: Path, threads: int, rounds: int) -> dict[str, Cost]:
    rows: dict[str, list[tuple[float, ...]]] = {training: [] for training in TRAININGS}
    for _ in range(rounds):
        for training, row in rows.items():
            done = run("training", training, str(folder), str(threads), threads=threads)
            answer = Answer(**done.answer)
            row.append((answer.training_s, done.wall_s, done.cpu_s, answer.peak_mb))
    costs = {
        training: Cost(*(statistics.median(column) for column in zip(*row, strict=True)))
        for training, row in rows.items()
    }
    for training, cost in costs.items():
        print(
            f"| {training} | {threads} | {cost.training_s:.1f} | {cost.process_s:.1f} "
            f"| {cost.cpu_s:.1f} | {cost.peak_mb:.0f} |",
            flush=True,
        )
    return costs


def _print_comparison(threads: int, costs: dict[str, Cost]) -> None:
    """Ours with imports against anomalib's fit without its own."""
    theirs = costs[ANOMALIB]
    for training in (WHOLE, FIT):
        ours = costs[training]
        faster = theirs.training_s / ours.process_s
        share = ours.peak_mb / theirs.peak_mb
        reached = faster >= TIMES_FASTER and share < SHARE_OF_MEMORY
        print(
            f"| {threads} | {training} | {faster:.1f} | {theirs.cpu_s / ours.cpu_s:.1f} "
            f"| {share:.2f} | {'yes' if reached else 'no'} |"
        )
