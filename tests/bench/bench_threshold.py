"""Whether the threshold's promise holds: random splits of good pictures, most of them unseen.

    PYTHONPATH=tests .venv/bin/python tests/bench/bench_threshold.py [--splits 200] [--keep FOLDER]

For each split a threshold is chosen as in a training, from the cross-validated scores of the
training pictures, and the share of the unseen good pictures that the final model rejects is
compared with the 95 % interval that is stated of as many next parts. The rule only sees scores, and
200 splits are 2,200 trainings a row: so PatchCore works at a smaller size than a station's, with a
smaller memory bank. The last rows deal the pictures into batches, each in a light of its own; the
unseen pictures are of other batches. Prints the table of docs/benchmarks.md. `--keep` leaves the
scores in a folder and takes those that are there, so that another rule is tried on them at once.
"""

from __future__ import annotations

import argparse
import multiprocessing
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import numpy as np
from support.real_pictures import COOKIES, elpv
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from okng.models.anomaly import create_method
from okng.models.anomaly.embeddings import Embeddings
from okng.models.anomaly.graphs import EMBEDDING, IMAGE, embedding_model
from okng.models.anomaly.patchcore import PatchcoreSettings
from okng.models.anomaly.tiling import Tiling
from okng.models.arrays import Float64Array, Uint8Array
from okng.models.backbone.backbone import load_backbone
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.evaluation.review_band import is_suspicious
from okng.models.evaluation.threshold import (
    choose_threshold,
    measure_false_rejects,
    review_distance,
)
from okng.models.images.image_files import read_image
from okng.models.images.preprocessing import to_model_input
from okng.models.training.anomaly.cross_validation import cross_validate, score
from okng.models.training.anomaly.folds import make_folds

SIZE_PX = 96
METHOD = create_method(PatchcoreSettings(type="patchcore", coreset_size=200))
ALLOWED = 0.01
BATCH = 20
BATCHES_UNSEEN = 10
LIGHT = 0.2
"""Standard deviation of the logarithm of a batch's brightness."""

Pictures = Uint8Array


class Row(NamedTuple):
    """What is learnt from, how much of it, and by what the folds are dealt."""

    name: str
    count: int
    folds: Literal["picture", "batch"] | None = None
    """None where there are no batches."""


@dataclass(frozen=True)
class Result:
    """The shares of the unseen good pictures rejected and marked, and what was stated of it."""

    rejected: float
    marked: float
    low: float
    high: float

    @property
    def held(self) -> bool:
        return self.low <= self.rejected <= self.high


def rows(quick: bool) -> Iterator[Row]:
    if quick:
        yield Row("ELPV mono", 20)
        return
    yield from (Row("ELPV mono", count) for count in (20, 40, 100, 300))
    if COOKIES.is_dir():
        yield Row("cookies", 20)
    yield Row("ELPV mono in batches", 100, "picture")
    yield Row("ELPV mono in batches", 100, "batch")


@cache
def pictures_of(name: str) -> Pictures:
    """Model inputs [n, SIZE_PX, SIZE_PX, 3] of all good pictures."""
    if name == "cookies":
        paths = sorted(COOKIES.glob("*/normal-*")) + sorted(COOKIES.glob("*/test-normal-*"))
    else:
        paths = elpv(0, seed=0).normal
    return np.concatenate([to_model_input(read_image(path), SIZE_PX, SIZE_PX) for path in paths])


@cache
def engine() -> OnnxRuntimeEngine:
    tiling = Tiling(height=SIZE_PX, width=SIZE_PX)
    return OnnxRuntimeEngine(embedding_model(load_backbone(), METHOD, tiling), threads=1)


def embed(pictures: Pictures) -> Embeddings:
    run = engine().run
    return Embeddings.of(
        np.concatenate([run({IMAGE: picture[None]})[EMBEDDING] for picture in pictures])
    )


@cache
def embeddings_of(name: str) -> Embeddings:
    return embed(pictures_of(name))


def in_batches(pictures: Pictures, generator: np.random.Generator) -> Pictures:
    """The same, each `BATCH` of them in a light of its own."""
    light = np.repeat(np.exp(generator.normal(0, LIGHT, len(pictures) // BATCH)), BATCH)
    lit = pictures * light[:, None, None, None]
    return np.clip(np.rint(lit), 0, 255).astype(np.uint8)


def split(row: Row, seed: int) -> tuple[Embeddings, Embeddings]:
    """What is learnt from, drawn with `seed`, and the unseen pictures."""
    generator = np.random.default_rng(seed)
    if row.folds is None:
        embeddings = embeddings_of(row.name)
        order = generator.permutation(len(embeddings))
        return embeddings[order[: row.count]], embeddings[order[row.count :]]
    pictures = pictures_of(row.name)
    drawn = generator.permutation(len(pictures))[: row.count + BATCHES_UNSEEN * BATCH]
    embeddings = embed(in_batches(pictures[drawn], generator))
    return embeddings[: row.count], embeddings[row.count :]


def batches_of(row: Row) -> list[str | None]:
    return [str(i // BATCH) if row.folds == "batch" else None for i in range(row.count)]


def scores_of(row: Row, seed: int) -> tuple[Float64Array, Float64Array]:
    """Cross-validated ones of the pictures learnt from, and the final model's of the unseen."""
    learnt, unseen = split(row, seed)
    folds = make_folds(batches_of(row), [], seed)
    with threadpool_limits(limits=1, user_api="blas"):
        scores, _ = cross_validate(METHOD, learnt, learnt[:0], folds, seed, threads=1)
        return scores, score(METHOD.fit(learnt, seed), unseen, threads=1)


def kept_scores(row: Row, seed: int, folder: Path | None) -> tuple[Float64Array, Float64Array]:
    if folder is None:
        return scores_of(row, seed)
    file = folder / f"{row.name}-{row.count}-{row.folds}-{seed}.npz"
    if not file.is_file():
        scores, unseen = scores_of(row, seed)
        np.savez(file, scores=scores, unseen=unseen)
    kept = np.load(file)
    return kept["scores"], kept["unseen"]


def result_of(row: Row, seed: int, folder: Path | None) -> Result:
    scores, unseen = kept_scores(row, seed, folder)
    threshold = choose_threshold(scores, ALLOWED)
    batches = batches_of(row) if row.folds == "batch" else None
    stated = measure_false_rejects(scores, threshold, ALLOWED, batches, len(unseen)).interval
    distance = review_distance(scores, threshold, ALLOWED)
    return Result(
        rejected=float(np.mean(unseen > threshold)),
        marked=float(np.mean([is_suspicious(score, threshold, distance) for score in unseen])),
        low=stated.low,
        high=stated.high,
    )


def line(row: Row, results: Sequence[Result], seconds: float) -> str:
    shares = np.array([result.rejected for result in results])
    held = np.mean([result.held for result in results])
    high = np.mean([result.high for result in results])
    marked = np.mean([result.marked for result in results])
    rank = int(ALLOWED * (row.count + 1))
    certain = f"{rank / (row.count + 1):.1%}" if rank else "by fit"
    return (
        f"| {row.name}{f', folds by {row.folds}' if row.folds else ''} | {row.count} "
        f"| {shares.mean():.1%} | {certain} | {np.quantile(shares, 0.95):.1%} "
        f"| {high:.1%} | {held:.1%} | {'yes' if held >= 0.95 else 'no'} | {marked:.1%} "
        f"| {seconds:.0f} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--splits", type=int, default=200)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--quick", action="store_true", help="two splits of few pictures")
    arguments = parser.parse_args()
    if arguments.quick:
        arguments.splits = 2
    print(f"PatchCore, {arguments.splits} splits, {ALLOWED:.0%} of good parts may be rejected")
    print(
        "| pictures | learnt from | rejected, mean | certain mean | 95 % of splits under "
        "| stated upper end | share in the interval | 95 % reached | marked, mean | s |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|")
    for row in rows(arguments.quick):
        start = time.perf_counter()
        if row.folds is None:
            embeddings_of(row.name)
        work = [(row, seed, arguments.keep) for seed in range(arguments.splits)]
        # Forked workers see the embeddings where they are: nothing of them is copied.
        with multiprocessing.get_context("fork").Pool() as pool:
            results = pool.starmap(result_of, work, chunksize=1)
        print(line(row, results, time.perf_counter() - start), flush=True)


if __name__ == "__main__":
    main()
