"""Whether the threshold's promise holds: random splits of good pictures, most of them unseen.

    PYTHONPATH=tests .venv/bin/python tests/bench/bench_threshold.py [--splits 200]

For each split a threshold is chosen as in a training, from the cross-validated scores of the
training pictures, and the share of the unseen good pictures that it rejects is compared with the
stated 95 % interval. The unseen pictures are a sample themselves, so it is also said how often
the interval holds the mean share over all splits, which is nearer to that of all good parts.
The rule only sees scores, and 200 splits are 2,200 trainings a row: so PatchCore works at a
smaller size than a station's, with a smaller memory bank. Prints the table of docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import multiprocessing
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from support.real_pictures import COOKIES, elpv
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from okng.models.anomaly import create_method
from okng.models.anomaly.composition import EMBEDDING, IMAGE, embedding_model
from okng.models.anomaly.embeddings import Embeddings
from okng.models.anomaly.method import AnomalyMethod
from okng.models.anomaly.patchcore import PatchcoreSettings
from okng.models.backbone.backbone import load_backbone
from okng.models.bundle import FalseRejects
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.preprocessing import read_image, to_model_input
from okng.models.training.cross_validation import cross_validate, score
from okng.models.training.threshold import choose_threshold, measure_false_rejects

SIZE_PX = 128
SETTINGS = PatchcoreSettings(type="patchcore", coreset_size=500)
ALLOWED = 0.01


def embed(method: AnomalyMethod, paths: Sequence[Path]) -> Embeddings:
    model = embedding_model(load_backbone(), method, SIZE_PX, SIZE_PX)
    engine = OnnxRuntimeEngine(model, threads=1)
    inputs = (to_model_input(read_image(path), SIZE_PX, SIZE_PX) for path in paths)
    return Embeddings.of(np.concatenate([engine.run({IMAGE: one})[EMBEDDING] for one in inputs]))


def good_pictures() -> Iterator[tuple[str, list[Path], Sequence[int]]]:
    cells = elpv(0, seed=0)
    yield "ELPV mono", cells.normal, (20, 40, 100, 300)
    if COOKIES.is_dir():
        good = sorted(COOKIES.glob("*/normal-*")) + sorted(COOKIES.glob("*/test-normal-*"))
        yield "cookies", good, (20,)


@dataclass(frozen=True)
class Split:
    """What is learnt from `count` pictures, drawn with `seed`, and tried on the others."""

    method: AnomalyMethod
    embeddings: Embeddings
    count: int
    seed: int


def rejected_and_stated(split: Split) -> tuple[float, FalseRejects]:
    """The rejected share of the unseen good pictures, and what the training says of it."""
    method, embeddings, count = split.method, split.embeddings, split.count
    seed = split.seed
    order = np.random.default_rng(seed).permutation(len(embeddings))
    learnt, unseen = embeddings[order[:count]], embeddings[order[count:]]
    with threadpool_limits(limits=1, user_api="blas"):
        scores, _ = cross_validate(method, learnt, embeddings[:0], seed, threads=1)
        threshold = choose_threshold(scores, ALLOWED)
        rejected = score(method.fit(learnt, seed), unseen, threads=1) > threshold
    return float(np.mean(rejected)), measure_false_rejects(scores, threshold, ALLOWED)


def measure(method: AnomalyMethod, embeddings: Embeddings, count: int, splits: int) -> str:
    global _every_split
    _every_split = [Split(method, embeddings, count, seed) for seed in range(splits)]
    # Forked workers see the embeddings where they are: nothing of them is copied.
    with multiprocessing.get_context("fork").Pool() as pool:
        results = pool.map(_run, range(splits), chunksize=1)
    shares = np.array([share for share, _ in results])
    stated = [rejects.interval for _, rejects in results]
    mean = float(shares.mean())
    pairs = zip(shares, stated, strict=True)
    held = np.mean([one.low <= share <= one.high for share, one in pairs])
    held_mean = np.mean([one.low <= mean <= one.high for one in stated])
    high = np.mean([one.high for one in stated])
    return (
        f"{held:.1%} | {held_mean:.1%} | {mean:.2%} | {np.quantile(shares, 0.95):.1%} | {high:.1%}"
    )


_every_split: list[Split] = []


def _run(number: int) -> tuple[float, FalseRejects]:
    return rejected_and_stated(_every_split[number])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--splits", type=int, default=200)
    arguments = parser.parse_args()
    splits = arguments.splits
    print(f"PatchCore, {splits} splits, 1 % of good parts may be rejected")
    print(
        "| pictures | learnt from | share in the interval | mean share in it "
        "| mean share | 95 % of shares under | mean upper end | s |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for name, paths, counts in good_pictures():
        method = create_method(SETTINGS)
        embeddings = embed(method, paths)
        for count in counts:
            start = time.perf_counter()
            row = measure(method, embeddings, count, splits)
            seconds = time.perf_counter() - start
            print(f"| {name} | {count} | {row} | {seconds:.0f} |", flush=True)


if __name__ == "__main__":
    main()
