"""What a model costs against how many pictures it learns from and how large its input is.

    PYTHONPATH=tests .venv/bin/python tests/bench/bench_size.py [--quick] [--plot FILE.svg]

Prints the tables of docs/benchmarks.md and writes its plot. Every training is a process of its own,
which also measures the peak of its memory. Needs `elpv-dataset`: its 588 good monocrystalline cells
are drawn with repetition, each shifted by up to 4 px and with noise of 2 grey levels, as 300x300
pictures, which larger inputs enlarge. That is right for cost and says nothing of quality.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import cv2
import elpv_dataset
import numpy as np
from pydantic import TypeAdapter
from support.line_chart import Chart, svg
from support.pictures import labelled

from okng.models.anomaly import AnomalySettings, methods
from okng.models.images.image_files import read_image
from okng.models.inference.anomaly_model import AnomalyModel
from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.request import TrainingRequest

ELPV = Path(elpv_dataset.__file__).parent / "data"
PICTURES, SIZES_PX = (20, 100, 300, 1000, 5000), (224, 320, 512, 768, 1024)
QUICK_PICTURES, QUICK_SIZES_PX = (20, 30), (96, 128)
FEW, SMALL_PX = 40, 224
"""The sizes are compared with so many pictures, and the numbers of pictures at this size."""
LATENCIES = 60


@dataclass(frozen=True)
class Cost:
    method: str
    pictures: int
    size_px: int
    training_s: float
    memory_mb: float
    latency_ms: float
    bundle_mb: float


def draw_pictures(folder: Path, count: int) -> list[Path]:
    rows = [line.split() for line in (ELPV / "labels.csv").read_text().splitlines()]
    good = [ELPV / path for path, chance, kind in rows if kind == "mono" and float(chance) == 0]
    generator = np.random.default_rng(0)
    paths = []
    for i in range(count):
        cell = read_image(good[i % len(good)])
        x, y = generator.integers(-4, 5, 2)
        shifted = np.roll(cell, (x, y), axis=(0, 1))
        noisy = shifted + generator.normal(0, 2, cell.shape)
        paths.append(folder / f"{i:04d}.png")
        cv2.imwrite(str(paths[-1]), np.clip(noisy, 0, 255).astype(np.uint8))
    return paths


def measure(method: str, paths: Sequence[Path], size_px: int) -> Cost:
    """Train in this process, then judge: one picture at a time, one thread."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        bundle = train(
            TrainingRequest(
                name="size",
                root=Path(folder),
                pictures=labelled(paths),
                method=TypeAdapter(AnomalySettings).validate_python({"type": method}),
                input_height=size_px,
                input_width=size_px,
            )
        )
        training_s = time.perf_counter() - start
        memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        model = AnomalyModel.load(bundle.path, threads=1)
        image = read_image(paths[0])
        latencies = [model.judge(image).inference_ms for _ in range(LATENCIES)]
        bundle_mb = sum(file.stat().st_size for file in bundle.path.iterdir()) / 1e6
    return Cost(
        method,
        len(paths),
        size_px,
        training_s,
        memory_mb,
        statistics.median(latencies),
        bundle_mb,
    )


def measure_apart(folder: Path, method: str, count: int, size_px: int) -> Cost:
    """`measure` in a process of its own."""
    command = [sys.executable, __file__, "--one", method, str(folder), str(count), str(size_px)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return Cost(**json.loads(done.stdout))


def measure_table(folder: Path, rows: Sequence[tuple[str, int, int]]) -> list[Cost]:
    """The costs of methods, numbers of pictures and sizes, each printed when it is known."""
    print("\n| method | pictures | px | training s | peak memory MB | latency ms | bundle MB |")
    print("|---|---|---|---|---|---|---|")
    costs = []
    for row in rows:
        costs.append(cost := measure_apart(folder, *row))
        print(
            f"| {cost.method} | {cost.pictures:,} | {cost.size_px:,} | {cost.training_s:.1f} "
            f"| {cost.memory_mb:.0f} | {cost.latency_ms:.1f} | {cost.bundle_mb:.1f} |",
            flush=True,
        )
    return costs


def charts(by_pictures: Sequence[Cost], by_size: Sequence[Cost]) -> list[Chart]:
    figures = {
        "training_s": "Training, s",
        "memory_mb": "Peak memory of the training, MB",
        "latency_ms": "Latency of one picture, ms",
        "bundle_mb": "Bundle, MB",
    }
    axes = (
        (by_pictures, "pictures", f"normal pictures, at {SMALL_PX} px"),
        (by_size, "size_px", f"px of the input, from {FEW} pictures"),
    )
    return [
        Chart(
            title,
            label,
            {
                method: [
                    (getattr(cost, x), getattr(cost, figure))
                    for cost in costs
                    if cost.method == method
                ]
                for method in dict.fromkeys(cost.method for cost in costs)
            },
        )
        for costs, x, label in axes
        for figure, title in figures.items()
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="few pictures and small inputs")
    parser.add_argument("--plot", type=Path, help="where to write the plot (SVG)")
    parser.add_argument("--one", nargs=4, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        method, folder, count, size_px = args.one
        paths = sorted(Path(folder).iterdir())[: int(count)]
        print(json.dumps(asdict(measure(method, paths, int(size_px)))))
        return
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}", flush=True)
    pictures = QUICK_PICTURES if args.quick else PICTURES
    sizes_px = QUICK_SIZES_PX if args.quick else SIZES_PX
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        draw_pictures(folder, max(pictures))
        by_pictures = measure_table(
            folder, [(method, count, SMALL_PX) for method in methods() for count in pictures]
        )
        by_size = measure_table(
            folder, [(method, FEW, px) for method in methods() for px in sizes_px]
        )
    if args.plot:
        args.plot.write_text(svg(charts(by_pictures, by_size), columns=4), encoding="utf-8")


if __name__ == "__main__":
    main()
