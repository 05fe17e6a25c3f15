"""Growing against training from nothing on the same pictures: quality, threshold and time.

    PYTHONPATH=tests .venv/bin/python tests/bench/bench_growing.py [--seeds 3]

A model learns the first pictures, grows with the next ones, and again; beside it one is trained
from all of them. Both are tried on pictures that neither has seen. Prints the table of
docs/models.md. Needs `elpv-dataset`; the cookies are taken where they lie in `../shared/data`.
Times are of one process on the machine as it is: compare within one row.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
from support.pictures import labelled
from support.real_pictures import COOKIES, elpv

from okng.models.anomaly import MethodSettings, methods
from okng.models.bundles.bundle import AnomalyBundle
from okng.models.evaluation import auroc
from okng.models.images.image_files import read_image
from okng.models.inference.anomaly_model import AnomalyModel
from okng.models.training.anomaly.incremental_training import (
    IncrementalTrainingRequest,
    train_incrementally,
)
from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.request import TrainingRequest

TESTED, QUICK_TESTED = 150, 10
"""Of each class, at most."""
QUICK_STEPS = (20, 24)


@dataclass(frozen=True)
class Pictures:
    name: str
    train: Sequence[Path]
    normal: Sequence[Path]
    anomaly: Sequence[Path]
    steps: Sequence[int]
    """How many of `train` are known after the first training and after each growing."""


@dataclass(frozen=True)
class Figures:
    auroc: float
    threshold: float
    rejected: float
    caught: float
    seconds: float


def solar_cells(seed: int) -> Pictures:
    cells = elpv(300, seed)
    return Pictures(
        "ELPV mono", cells.train, cells.normal[:TESTED], cells.anomaly[:TESTED], (40, 80, 300)
    )


def cookies(seed: int) -> Pictures:
    folders = COOKIES / "training-images", COOKIES / "test-images"
    order = np.random.default_rng(seed).permutation(sorted(folders[0].glob("normal-*")))
    defects = [*folders[0].glob("anomaly-*"), *folders[1].glob("test-anomaly-*")]
    return Pictures(
        "cookies", list(order), sorted(folders[1].glob("test-normal-*")), defects, (20, 31)
    )


def measured(
    make: Callable[[], AnomalyBundle], pictures: Pictures
) -> tuple[AnomalyBundle, Figures]:
    start = time.perf_counter()
    bundle = make()
    seconds = time.perf_counter() - start
    model = AnomalyModel.load(bundle.path)
    normal, anomaly = (
        np.array([model.judge(read_image(path)).score for path in paths])
        for paths in (pictures.normal, pictures.anomaly)
    )
    threshold = model.threshold
    return bundle, Figures(
        auroc(normal, anomaly),
        threshold,
        float(np.mean(normal > threshold)),
        float(np.mean(anomaly > threshold)),
        seconds,
    )


def both_ways(
    pictures: Pictures, method: MethodSettings, seed: int, root: Path
) -> Iterator[tuple[int, Figures, Figures]]:
    """After each growing: how many pictures are known, the grown model and the other one."""

    def trained(count: int, name: str) -> AnomalyBundle:
        learnt_pictures = labelled(pictures.train[:count])
        return train(
            TrainingRequest(
                name=name, root=root, pictures=learnt_pictures, method=method, seed=seed
            )
        )

    def grown(bundle: AnomalyBundle, new: Sequence[Path]) -> AnomalyBundle:
        name, version = bundle.manifest.name, bundle.manifest.version
        return train_incrementally(
            IncrementalTrainingRequest(
                root=root, name=name, version=version, pictures=labelled(new)
            )
        )

    learnt = pictures.steps[0]
    bundle = trained(learnt, "grown")
    for count in pictures.steps[1:]:
        new = pictures.train[learnt:count]
        bundle, of_grown = measured(partial(grown, bundle, new), pictures)
        _, of_trained = measured(partial(trained, count, "trained"), pictures)
        yield count, of_grown, of_trained
        learnt = count


def few_of(pictures: Pictures) -> Pictures:
    return replace(
        pictures,
        normal=pictures.normal[:QUICK_TESTED],
        anomaly=pictures.anomaly[:QUICK_TESTED],
        steps=QUICK_STEPS,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="one draw of few pictures")
    args = parser.parse_args()
    seeds = 1 if args.quick else args.seeds
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, means over {seeds} draws\n")
    print("| method | pictures | model | AUROC | threshold | good rejected | caught | s |")
    print("|---|---|---|---|---|---|---|---|")
    for method in (method.settings_class() for method in methods().values()):
        for draw in (cookies, solar_cells) if COOKIES.is_dir() else (solar_cells,):
            rows: dict[tuple[str, str], list[tuple[float, ...]]] = {}
            for seed in range(seeds):
                pictures = few_of(draw(seed)) if args.quick else draw(seed)
                way = " -> ".join(map(str, pictures.steps))
                with tempfile.TemporaryDirectory() as folder:
                    for count, grown, trained in both_ways(pictures, method, seed, Path(folder)):
                        step = f"{pictures.name}, {way.partition(str(count))[0]}{count}"
                        rows.setdefault((step, "grown"), []).append(astuple(grown))
                        rows.setdefault((step, "trained"), []).append(astuple(trained))
            for (step, model), figures in rows.items():
                score, threshold, rejected, caught, seconds = np.mean(figures, axis=0)
                print(
                    f"| {method.type} | {step} | {model} | {score:.3f} | {threshold:.2f} "
                    f"| {rejected:.1%} | {caught:.0%} | {seconds:.1f} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
