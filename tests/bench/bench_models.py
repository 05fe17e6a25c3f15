"""Quality, training time and latency of every anomaly method on real pictures.

    PYTHONPATH=tests .venv/bin/python tests/bench/bench_models.py [--sizes 224 320] [--seeds 3]

Prints the tables of docs/models.md. Needs `elpv-dataset`; the cookies are taken where they lie in
`../shared/data`. Latencies are medians of one process on the machine as it is: compare within one
run only.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from support.pictures import labelled
from support.real_pictures import COOKIES, Split, cookies, elpv

from okng.models.anomaly import MethodSettings, methods
from okng.models.bundles.bundle import AnomalyBundle
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.evaluation import auroc
from okng.models.images.image_files import read_image
from okng.models.inference.anomaly_model import AnomalyModel, is_anomalous
from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.request import TrainingRequest


def splits(seeds: int, quick: bool) -> Iterator[list[Split]]:
    if quick:
        few = elpv(20, 0)
        yield [replace(few, normal=few.normal[:10], anomaly=few.anomaly[:10])]
        return
    for count in (20, 40, 300):
        yield [elpv(count, seed) for seed in range(seeds)]
    if COOKIES.is_dir():
        yield [cookies()]


def scores(model: AnomalyModel, paths: Sequence[Path]) -> list[float]:
    return [model.judge(read_image(path)).score for path in paths]


def trained(
    split: Split, settings: MethodSettings, size: int, seed: int, root: Path
) -> AnomalyBundle:
    return train(
        TrainingRequest(
            name="bench",
            root=root,
            pictures=labelled(split.train),
            method=settings,
            input_height=size,
            input_width=size,
            seed=seed,
        )
    )


def quality(settings: MethodSettings, size: int, seeds: int, quick: bool, root: Path) -> None:
    for group in splits(seeds, quick):
        rows = []
        for seed, split in enumerate(group):
            start = time.perf_counter()
            bundle = trained(split, settings, size, seed, root)
            training_s = time.perf_counter() - start
            model = AnomalyModel.load(bundle.path)
            normal, anomaly = scores(model, split.normal), scores(model, split.anomaly)
            rejected = [is_anomalous(score, model.threshold) for score in normal]
            caught = [is_anomalous(score, model.threshold) for score in anomaly]
            rows.append((auroc(normal, anomaly), np.mean(rejected), np.mean(caught), training_s))
        mean = np.mean(rows, axis=0)
        worst = min(row[0] for row in rows)
        print(
            f"| {settings.type} | {size} | {group[0].name} | {mean[0]:.3f} | {worst:.3f} "
            f"| {mean[1]:.1%} | {mean[2]:.0%} | {mean[3]:.1f} |",
            flush=True,
        )


def latency(settings: MethodSettings, size: int, threads: int, calls: int, root: Path) -> None:
    bundle = trained(elpv(40, 0), settings, size, 0, root)
    megabytes = bundle.model_path.stat().st_size / 1e6
    image = {"image": np.random.default_rng(0).integers(0, 255, (1, size, size, 3), np.uint8)}
    for spin in (False, True):
        engine = OnnxRuntimeEngine(bundle.model_path, threads, spin=spin)
        wall, cpu = [], []
        for _ in range(calls):
            start, used = time.perf_counter(), time.process_time()
            engine.run(image)
            wall.append((time.perf_counter() - start) * 1e3)
            # A line has pauses between parts; spinning threads go on through them.
            time.sleep(0.02)
            cpu.append((time.process_time() - used) * 1e3)
        p95 = statistics.quantiles(wall, n=20)[-1]
        print(
            f"| {settings.type} | {size} | {threads} | {'on' if spin else 'off'} "
            f"| {statistics.median(wall):.1f} | {p95:.1f} | {statistics.median(cpu):.1f} "
            f"| {megabytes:.1f} |",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[224, 320])
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--quick", action="store_true", help="one small size, few pictures")
    args = parser.parse_args()
    sizes, calls = ([96], 20) if args.quick else (args.sizes, 200)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
    with tempfile.TemporaryDirectory() as folder:
        all_settings = [method.settings_class() for method in methods().values()]
        print("| method | px | threads | spin | median ms | p95 ms | CPU ms | MB |")
        print("|---|---|---|---|---|---|---|---|")
        for size in sizes:
            for settings in all_settings:
                for threads in args.threads:
                    latency(settings, size, threads, calls, Path(folder))
        print("\n| method | px | pictures | AUROC | worst | good rejected | caught | training s |")
        print("|---|---|---|---|---|---|---|---|")
        for size in sizes:
            for settings in all_settings:
                quality(settings, size, args.seeds, args.quick, Path(folder))


if __name__ == "__main__":
    main()
