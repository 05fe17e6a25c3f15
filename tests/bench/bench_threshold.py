"""Whether the threshold's promise holds: random splits of good pictures, most of them unseen.

    PYTHONPATH=tests .venv/bin/python tests/bench/bench_threshold.py [--splits 200] [--quick]

For each split a threshold is chosen as in a training, from the cross-validated scores of the
training pictures, and the share of the unseen good pictures that it rejects is compared with the
stated 95 % interval. Of so few unseen pictures the share itself is uncertain, so it is also said
how often the interval holds the share of *all* good parts, if that were the mean over all splits.
Every picture is embedded once. Prints the table of docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from support.real_pictures import COOKIES, elpv
from threadpoolctl import threadpool_limits

from okng.models.anomaly import MethodSettings, create_method, methods
from okng.models.anomaly.composition import EMBEDDING, IMAGE, embedding_model
from okng.models.anomaly.embeddings import Embeddings
from okng.models.anomaly.method import AnomalyMethod
from okng.models.backbone.backbone import load_backbone
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.preprocessing import read_image, to_model_input
from okng.models.training.cross_validation import cross_validate, score
from okng.models.training.threshold import choose_threshold, measure_false_rejects

SIZE_PX = 224
ALLOWED = 0.01
MOST_UNSEEN = 200


def embed(method: AnomalyMethod, paths: Sequence[Path]) -> Embeddings:
    model = embedding_model(load_backbone(), method, SIZE_PX, SIZE_PX)
    engine = OnnxRuntimeEngine(model, threads=1)
    inputs = (to_model_input(read_image(path), SIZE_PX, SIZE_PX) for path in paths)
    return Embeddings.of(np.concatenate([engine.run({IMAGE: one})[EMBEDDING] for one in inputs]))


def good_pictures() -> Iterator[tuple[str, list[Path], Sequence[int]]]:
    cells = elpv(0, seed=0)
    yield "ELPV mono", cells.normal, (20, 40, 100)
    if COOKIES.is_dir():
        good = sorted(COOKIES.glob("*/normal-*")) + sorted(COOKIES.glob("*/test-normal-*"))
        yield "cookies", good, (20,)


def measure(method: AnomalyMethod, embeddings: Embeddings, count: int, splits: int) -> str:
    held, shares, stated = 0, [], []
    nothing = embeddings[:0]
    for seed in range(splits):
        order = np.random.default_rng(seed).permutation(len(embeddings))
        learnt, unseen = embeddings[order[:count]], embeddings[order[count:][:MOST_UNSEEN]]
        scores, _ = cross_validate(method, learnt, nothing, seed, threads=1)
        threshold = choose_threshold(scores, ALLOWED)
        interval = measure_false_rejects(scores, threshold, ALLOWED).interval
        rejected = score(method.fit(learnt, seed), unseen, threads=1) > threshold
        share = float(np.mean(rejected))
        held += interval.low <= share <= interval.high
        shares.append(share)
        stated.append(interval)
    mean = float(np.mean(shares))
    held_mean = np.mean([one.low <= mean <= one.high for one in stated])
    high = np.mean([one.high for one in stated])
    return (
        f"{held / splits:.1%} | {held_mean:.1%} | {mean:.2%} | {np.quantile(shares, 0.95):.1%} "
        f"| {high:.1%}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--splits", type=int, default=200)
    parser.add_argument("--quick", action="store_true", help="20 splits")
    arguments = parser.parse_args()
    splits = 20 if arguments.quick else arguments.splits
    print(f"{splits} splits, 1 % of good parts may be rejected, {SIZE_PX} px")
    print(
        "| method | pictures | learnt from | share in the interval | mean share in it "
        "| mean share | 95 % of shares under | mean upper end | s |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    with threadpool_limits(limits=1, user_api="blas"):
        for name, paths, counts in good_pictures():
            for word in methods():
                method = create_method(settings_of(word))
                embeddings = embed(method, paths)
                for count in counts:
                    start = time.perf_counter()
                    row = measure(method, embeddings, count, splits)
                    seconds = time.perf_counter() - start
                    print(f"| {word} | {name} | {count} | {row} | {seconds:.0f} |", flush=True)


def settings_of(word: str) -> MethodSettings:
    return methods()[word].settings_class(type=word)


if __name__ == "__main__":
    main()
