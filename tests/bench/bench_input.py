"""What the input's size, tiles, the second look at half size and varied copies bring.

    PYTHONPATH=tests .venv/bin/python tests/bench/bench_input.py [--seeds 3] [--quick]

Prints tables of docs/models.md. Needs `elpv-dataset`; the cookies are taken where they lie in
`../shared/data`. Small defects are discs drawn into mosaics of 4 x 4 good cells, 1,024 px wide.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import cv2
import numpy as np
from support.pictures import labelled
from support.real_pictures import COOKIES, Split, cookies, elpv

from okng.models.anomaly.augmentation import Augmentation, augment
from okng.models.anomaly.patchcore import PatchcoreSettings
from okng.models.arrays import Float64Array, Image, Uint8Array
from okng.models.evaluation import auroc
from okng.models.images.image_files import read_image
from okng.models.inference.anomaly_model import AnomalyModel, is_anomalous
from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.request import TrainingRequest

MOSAIC, CELLS = 1024, 4
DEFECTS_PX = (8, 16, 24)
INPUTS = {
    "224 px": {},
    "512 px": {"input_height": 512, "input_width": 512},
    "1,024 px": {"input_height": 1024, "input_width": 1024},
    "2 x 2 tiles of 576 px": {
        "input_height": 576,
        "input_width": 576,
        "tile_rows": 2,
        "tile_columns": 2,
    },
}
QUICK_INPUTS = {"96 px": {"input_height": 96, "input_width": 96}}
VARIED = {
    "as they are": Augmentation(),
    "quarter turns": Augmentation(quarter_turns=True),
    "tilted by up to 10 degrees": Augmentation(tilt_degrees=10),
    "lit otherwise": Augmentation(light=True),
}


def trained(root: Path, paths: Sequence[Path], seed: int = 0, **options: object) -> AnomalyModel:
    request = {"name": "bench", "root": root, "pictures": labelled(paths), "seed": seed} | options
    return AnomalyModel.load(train(TrainingRequest.model_validate(request)).path)


def scores(model: AnomalyModel, images: Sequence[Image]) -> Float64Array:
    return np.array([model.judge(image).score for image in images])


def splits(seeds: int, quick: bool) -> list[tuple[int, Split]]:
    drawn = [(seed, elpv(20 if quick else 40, seed)) for seed in range(1 if quick else seeds)]
    pictures = [*drawn, (0, cookies())] if COOKIES.is_dir() and not quick else drawn
    most = 5 if quick else 70
    return [
        (seed, Split(s.name, s.train, s.normal[:most], s.anomaly[:most])) for seed, s in pictures
    ]


def second_look(root: Path, pictures: Sequence[tuple[int, Split]], sizes: Sequence[int]) -> None:
    print("| px | pictures | seed | AUROC, one scale | AUROC, half size besides |")
    print("|---|---|---|---|---|")
    for size in sizes:
        for seed, split in pictures:
            row = []
            for half in (False, True):
                method = PatchcoreSettings(half_scale=half)
                size_of = {"input_height": size, "input_width": size}
                model = trained(root, split.train, seed, method=method, **size_of)
                normal, anomaly = (
                    [read_image(p) for p in s] for s in (split.normal, split.anomaly)
                )
                row.append(auroc(scores(model, normal), scores(model, anomaly)))
            print(f"| {size} | {split.name} | {seed} | {row[0]:.3f} | {row[1]:.3f} |", flush=True)


def varied_copies(
    root: Path, pictures: Sequence[tuple[int, Split]], varieties: int, size: Mapping[str, int]
) -> None:
    print("\n| parts come | learnt | pictures | seed | AUROC | good rejected | caught |")
    print("|---|---|---|---|---|---|---|")
    for seed, split in pictures:
        plain = trained(root, split.train, seed, **size)
        for name, varied in [*VARIED.items()][:varieties]:
            models = {"as they are": plain}
            if varied.copies_made:
                models["with copies"] = trained(
                    root, split.train, seed, augmentation=varied, **size
                )
            generator = np.random.default_rng(seed)
            normal, anomaly = (
                [augment(read_image(p), varied, generator) for p in s]
                for s in (split.normal, split.anomaly)
            )
            for learnt, model in models.items():
                good, bad = scores(model, normal), scores(model, anomaly)
                rejected = np.mean(is_anomalous_all(good, model.threshold))
                caught = np.mean(is_anomalous_all(bad, model.threshold))
                print(
                    f"| {name} | {learnt} | {split.name} | {seed} | {auroc(good, bad):.3f} "
                    f"| {rejected:.1%} | {caught:.0%} |",
                    flush=True,
                )


def is_anomalous_all(measured: Float64Array, threshold: float) -> list[bool]:
    return [is_anomalous(score, threshold) for score in measured]


def mosaic(cells: Sequence[Image], generator: np.random.Generator) -> Uint8Array:
    drawn = generator.choice(len(cells), (CELLS, CELLS))
    whole = np.block([[cells[i] for i in row] for row in drawn])
    return whole[:MOSAIC, :MOSAIC].astype(np.uint8)


def with_defect(image: Uint8Array, size_px: int, generator: np.random.Generator) -> Image:
    """A dark or bright disc somewhere, nearly opaque."""
    x, y = generator.integers(size_px, MOSAIC - size_px, 2).tolist()
    disc = np.zeros(image.shape, np.float32)
    cv2.circle(disc, (x, y), size_px // 2, 0.8, -1, cv2.LINE_AA)
    level = generator.choice([20, 230])
    return (image * (1 - disc) + level * disc).astype(np.uint8)


def small_defects(root: Path, count: int, inputs: Mapping[str, dict[str, int]]) -> None:
    print("\n| input | " + " | ".join(f"AUROC, {px} px" for px in DEFECTS_PX) + " |")
    print("|---|" + "---|" * len(DEFECTS_PX))
    cells = [read_image(path) for path in elpv(400, 0).train]
    generator = np.random.default_rng(0)
    learnt = [root / f"mosaic-{i}.png" for i in range(20)]
    for path in learnt:
        cv2.imwrite(str(path), mosaic(cells[:200], generator))
    normal = [mosaic(cells[200:], generator) for _ in range(count)]
    defective = {
        px: [with_defect(mosaic(cells[200:], generator), px, generator) for _ in range(count)]
        for px in DEFECTS_PX
    }
    for name, size in inputs.items():
        model = trained(root, learnt, **size)
        good = scores(model, normal)
        rates = [auroc(good, scores(model, defective[px])) for px in DEFECTS_PX]
        print(f"| {name} | " + " | ".join(f"{value:.3f}" for value in rates) + " |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="few pictures and one small size")
    args = parser.parse_args()
    inputs = QUICK_INPUTS if args.quick else INPUTS
    pictures = splits(args.seeds, args.quick)
    with tempfile.TemporaryDirectory() as folder:
        second_look(Path(folder), pictures, [96] if args.quick else [224, 320, 512])
        varied_copies(
            Path(folder),
            pictures,
            2 if args.quick else len(VARIED),
            QUICK_INPUTS["96 px"] if args.quick else {},
        )
        small_defects(Path(folder), 2 if args.quick else 20, inputs)


if __name__ == "__main__":
    main()
