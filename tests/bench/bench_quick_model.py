"""Quick models: agreement with full trainings, time, and what they cost the line.

    PYTHONPATH=tests .venv/bin/python tests/bench/bench_quick_model.py [--quick]

Agreement: the figures of quick models beside those of default trainings from the same solar cells
of `elpv-dataset` (mono) and photographs of cups. Time: the whole process, five of whose pictures
are new. Line: solar cells on pylon's emulator at 10 triggers/s, in turns with and without quick
models back to back at the lowest priority.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import cv2
import numpy as np
from bench_station import AUTHOR, NAME, inspect, make_station, percentiles, train
from support.coffee import PLACES, Cups
from support.pictures import labelled
from support.real_pictures import elpv
from support.station import StationProcesses

from okng.device.datasets.patch_feature_cache import FOLDER
from okng.device.datasets.quick_models import QuickModels, compute_quick_model
from okng.device.datasets.store import DatasetStore
from okng.device.ipc.commands import SetMode
from okng.device.triggers.timer import TimerTriggerSettings
from okng.device.types import Label, Mode
from okng.models.images.image_files import read_image
from okng.models.preparation.preparation import NO_PREPARATION
from okng.models.quick_model.patch_features import PatchExtractor, embedding_graph
from okng.models.quick_model.quick_model import quick_model
from okng.models.quick_model.unseen_scores import QuickPicture
from okng.models.training.anomaly.train_anomaly_model import train as train_model
from okng.models.training.request import TrainingRequest

COUNTS = ((20, 10), (40, 20), (60, 40))
PERIOD_MS = 100


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="one draw, few pictures and seconds")
    quick = parser.parse_args().quick
    print(f"load average before: {os.getloadavg()[0]:.2f}")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        bench_agreement(root, COUNTS[:1] if quick else COUNTS, 1 if quick else 3)
        bench_time(root, (20,) if quick else (20, 60, 100), 1 if quick else 5)
        bench_line(root, 2.0 if quick else 20.0, 1 if quick else 3)
    print(f"load average after: {os.getloadavg()[0]:.2f}")


def bench_agreement(root: Path, counts: tuple[tuple[int, int], ...], draws: int) -> None:
    print(
        "| pictures | AUROC, training | quick | found, training | quick | rejects up to | quick |"
    )
    print("|---|---|---|---|---|---|---|")
    for normal, anomalous in counts:
        for seed in range(draws):
            cells = elpv(normal, seed)
            defective = np.random.default_rng(seed).permutation(np.array(cells.anomaly, object))
            compare(
                root, f"ELPV mono, {normal} + {anomalous}", cells.train, [*defective[:anomalous]]
            )
    compare(root, "cups at places, 20 + 10", *cups(root / "cups"))


def cups(folder: Path) -> tuple[list[Path], list[Path]]:
    """Photographed cups at random places, half as many with a spot on the coffee."""
    folder.mkdir()
    generator = np.random.default_rng(0)
    made = Cups(generator)
    paths = []
    for i in range(30):
        path = folder / f"{i:02d}.png"
        place = PLACES[int(generator.integers(len(PLACES)))]
        cv2.imwrite(str(path), made.picture([place], spot=i >= 20))
        paths.append(path)
    return paths[:20], paths[20:]


def compare(root: Path, name: str, normal: list[Path], anomaly: list[Path]) -> None:
    request = TrainingRequest(
        name="model", root=root / "models", pictures=labelled(normal, anomaly), threads=1
    )
    full = train_model(request).manifest
    extractor = PatchExtractor(embedding_graph(), NO_PREPARATION)
    pictures = [*normal, *anomaly]
    model = quick_model(
        [QuickPicture(key=i, anomalous=i >= len(normal)) for i in range(len(pictures))],
        [extractor.extract(read_image(path), 0, None) for path in pictures],
    )
    assert model
    assert model.figures.auroc
    assert full.metrics
    assert full.false_rejects
    figures = model.figures
    print(
        f"| {name} | {full.metrics.image_auroc:.3f} | {figures.auroc.value:.3f} "
        f"| {full.metrics.true_positives} | {figures.found} "
        f"| {1000 * full.false_rejects.interval.high:.0f} "
        f"| {1000 * figures.false_rejects.interval.high:.0f} |"
    )


def bench_time(root: Path, counts: tuple[int, ...], rounds: int) -> None:
    """From the start of the process to the stored figures, five pictures without kept features."""
    for count in counts:
        data_dir = root / f"time-{count}"
        cells = elpv(count, 0)
        store = DatasetStore(data_dir)
        third = count // 3
        store.import_files(cells.train[: count - third], NAME, Label.NORMAL, AUTHOR)
        store.import_files(cells.anomaly[:third], NAME, Label.ANOMALY, AUTHOR)
        compute_quick_model(NAME, data_dir, 0)
        times = []
        for _ in range(rounds):
            for path in sorted((data_dir / FOLDER).rglob("*.npz"))[:5]:
                path.unlink()
            times.append(run_process(data_dir))
        assert QuickModels(data_dir).news(NAME).model
        print(f"{count} pictures, five of them new: {min(times):.2f} to {max(times):.2f} s")


def process_command(data_dir: Path) -> list[str]:
    module = "okng.device.datasets.quick_model_process"
    return [sys.executable, "-m", module, str(data_dir), NAME, "0", str(os.getpid())]


def run_process(data_dir: Path) -> float:
    started = time.monotonic()
    subprocess.run(process_command(data_dir), check=True, env=one_thread())
    return time.monotonic() - started


def one_thread() -> dict[str, str]:
    return {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def bench_line(root: Path, window_s: float, rounds: int) -> None:
    station = make_station(root / "line", (300, 300))
    train(station)
    station.start_device()
    inspect(station, TimerTriggerSettings(period_ms=PERIOD_MS))
    alone: list[float] = []
    beside: list[float] = []
    computed = 0
    for _ in range(rounds):
        first = station.ledger.last_seq()
        time.sleep(window_s)
        alone += verdict_times(station, first)
        first, until = station.ledger.last_seq(), time.monotonic() + window_s
        while time.monotonic() < until:
            run_process(station.data_dir)
            computed += 1
        beside += verdict_times(station, first)
    print(f"trigger to verdict at 10/s, alone ({len(alone)} parts): {percentiles(alone)}")
    print(
        f"  with {computed} quick models back to back ({len(beside)} parts): {percentiles(beside)}"
    )
    for point in (50, 99):
        ratio = np.percentile(beside, point) / np.percentile(alone, point)
        print(f"  p{point} ratio: {ratio:.2f}")
    print(f"  missed: {station.ledger.totals().missed}")
    station.client.ask(SetMode(mode=Mode.LIVE, author=AUTHOR))
    station.stop()


def verdict_times(station: StationProcesses, first: int) -> list[float]:
    page = station.ledger.page(since=first, limit=100_000)
    return [inspection.latency.verdict_ms for inspection in page if inspection.latency.verdict_ms]


if __name__ == "__main__":
    main()
