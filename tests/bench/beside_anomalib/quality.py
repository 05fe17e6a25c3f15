"""Image and pixel AUROC of okng's methods and anomalib's: the same pictures, splits and pixels."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean

import numpy as np
from pydantic import TypeAdapter
from support.pictures import labelled
from support.real_pictures import COOKIES, Split, cookies, elpv

from okng.models.anomaly import DEFAULT_SETTINGS, AnomalySettings
from okng.models.arrays import Float32Array
from okng.models.evaluation import auroc
from okng.models.evaluation.pixel_metrics import pixel_metrics
from okng.models.images.image_files import read_image, read_mask
from okng.models.images.preprocessing import to_model_input
from okng.models.inference.anomaly_model import AnomalyModel
from okng.models.training.anomaly.train_anomaly_model import TrainingRequest, train

from . import reference

MANY = 100
"""Pictures from which on the coreset ratio of the command line counts."""
MARGIN = 0.005
"""How far below anomalib's image AUROC ours may be."""
LEAST = {"cookies": 0.995, "ELPV mono": 0.95}


@dataclass(frozen=True)
class Judged:
    """Score and map of every test picture."""

    scores: dict[Path, float] = field(default_factory=dict)
    maps: dict[Path, Float32Array] = field(default_factory=dict)

    def image_auroc(self, split: Split) -> float:
        return auroc(
            [self.scores[path] for path in split.normal],
            [self.scores[path] for path in split.anomaly],
        )

    def pixel_auroc(self, split: Split) -> float | None:
        masks = {path: COOKIES / "mask-images" / f"{path.stem}.png" for path in split.anomaly}
        masked = [path for path in split.anomaly if masks[path].exists()]
        if not masked:
            return None
        whole = [np.zeros(read_image(path).shape[:2], np.bool_) for path in split.normal]
        paths = [*split.normal, *masked]
        return pixel_metrics(
            [self.maps[path] for path in paths],
            [*whole, *(read_mask(masks[path]) for path in masked)],
        ).pixel_auroc


def by_okng(method: str, split: Split, size: int, seed: int) -> Judged:
    with tempfile.TemporaryDirectory() as root:
        request = TrainingRequest(
            name="bench",
            root=Path(root),
            pictures=labelled(split.train),
            method=TypeAdapter(AnomalySettings).validate_python({"type": method}),
            input_height=size,
            input_width=size,
            seed=seed,
            threads=1,
        )
        model = AnomalyModel.load(train(request).path, threads=1)
    judged = Judged()
    for path in (*split.normal, *split.anomaly):
        judgement = model.judge(read_image(path))
        judged.scores[path], judged.maps[path] = judgement.score, judgement.anomaly_map
    return judged


def by_anomalib(
    method: str, split: Split, size: int, seed: int, features: object, ratio: float
) -> Judged:
    few = len(split.train) < MANY
    model = reference.Reference(method, seed, features, reference.CORESET_RATIO if few else ratio)
    model.learn(to_model_input(read_image(path), size, size) for path in split.train)
    judged = Judged()
    for path in (*split.normal, *split.anomaly):
        outputs = model.judge(to_model_input(read_image(path), size, size))
        judged.scores[path], judged.maps[path] = outputs
    return judged


def splits(seeds: Sequence[int], quick: bool) -> Iterator[tuple[int, Split]]:
    if COOKIES.is_dir() and not quick:
        yield from ((seed, cookies()) for seed in seeds)
    for seed in seeds:
        drawn = elpv(20 if quick else 300, seed)
        most = 10 if quick else None
        yield seed, Split(drawn.name, drawn.train, drawn.normal[:most], drawn.anomaly[:most])


@dataclass(frozen=True)
class Row:
    """Both programs' AUROC at one method, split and seed."""

    pictures: str
    size_px: int
    seed: int
    method: str
    okng: float
    anomalib: float
    okng_pixels: float | None
    anomalib_pixels: float | None


def measure(sizes_px: Sequence[int], seeds: Sequence[int], quick: bool, ratio: float) -> None:
    reference.prepare(threads=1)
    print(f"AUROC; anomalib's coreset of {MANY} pictures or more: {ratio:.0%} of their vectors\n")
    print(
        "| pictures | px | seed | method | okng | anomalib | difference | pixels: okng, anomalib |"
    )
    print("|---|---|---|---|---|---|---|---|")
    rows = []
    for size in sizes_px:
        features = reference.remembered_features()
        for seed, split in splits(seeds, quick):
            for method in reference.METHODS:
                ours = by_okng(method, split, size, seed)
                theirs = by_anomalib(method, split, size, seed, features, ratio)
                rows.append(
                    Row(
                        split.name,
                        size,
                        seed,
                        method,
                        ours.image_auroc(split),
                        theirs.image_auroc(split),
                        ours.pixel_auroc(split),
                        theirs.pixel_auroc(split),
                    )
                )
                _print(rows[-1])
    _print_comparison(rows)


def _print(row: Row) -> None:
    pixels = ""
    if row.okng_pixels is not None and row.anomalib_pixels is not None:
        pixels = f"{row.okng_pixels:.4f}, {row.anomalib_pixels:.4f}"
    print(
        f"| {row.pictures} | {row.size_px} | {row.seed} | {row.method} | {row.okng:.4f} "
        f"| {row.anomalib:.4f} | {row.okng - row.anomalib:+.4f} | {pixels} |",
        flush=True,
    )


def _print_comparison(rows: Sequence[Row]) -> None:
    """The targets, over all seeds."""
    print("\n| pictures | px | target | measured | reached |")
    print("|---|---|---|---|---|")
    for pictures, size in dict.fromkeys((row.pictures, row.size_px) for row in rows):
        matching = [row for row in rows if (row.pictures, row.size_px) == (pictures, size)]
        results = [_not_below(matching, method) for method in reference.METHODS]
        results += [_default_above_both(matching), _at_least(matching)]
        for target, measured, reached in results:
            verdict = "yes" if reached else "no"
            print(f"| {pictures} | {size} | {target} | {measured} | {verdict} |")
    print(flush=True)


def _not_below(rows: Sequence[Row], method: str) -> tuple[str, str, bool]:
    least = min(row.okng - row.anomalib for row in rows if row.method == method)
    target = f"{method} below anomalib's by at most {MARGIN} at every seed"
    return target, f"{least:+.4f} at the least", least >= -MARGIN


def _default_above_both(rows: Sequence[Row]) -> tuple[str, str, bool]:
    ours = fmean(row.okng for row in rows if row.method == DEFAULT_SETTINGS.type)
    theirs = max(
        fmean(row.anomalib for row in rows if row.method == method) for method in reference.METHODS
    )
    target = "okng's default above both of anomalib's, means of the seeds"
    return target, f"{ours:.4f} against {theirs:.4f}", ours > theirs


def _at_least(rows: Sequence[Row]) -> tuple[str, str, bool]:
    least = next(value for name, value in LEAST.items() if rows[0].pictures.startswith(name))
    best = min(row.okng for row in rows if row.method == DEFAULT_SETTINGS.type)
    return f"okng's default at least {least} at every seed", f"{best:.4f}", best >= least
