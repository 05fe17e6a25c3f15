"""The station's figures: latency, live view, completeness, start, memory, training.

Two alternatives of one figure are interleaved in one run. The line plays solar cells of
`elpv-dataset`; for the live view they are scaled to 1280x960 and kept as BMP, which the emulator
reads fast, so that its decoding is not taken for ours.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from support.station import StationProcesses

from okng.device.commands.demo import AUTHOR, cells, choose
from okng.device.datasets.store import DatasetStore
from okng.device.host.supervisor import okng_command
from okng.device.ipc.commands import ApplyRecipe, FireTrigger, SetMode
from okng.device.recipes.recipe import Recipe
from okng.device.triggers.software import SoftwareTriggerSettings
from okng.device.triggers.timer import TimerTriggerSettings
from okng.device.triggers.trigger import TriggerSettingsBase
from okng.device.types import Inspection, Label, Mode, ModelReference, Outcome, TriggerSource

NAME = "cells"


@dataclass(frozen=True)
class Extent:
    """How much is measured."""

    triggers: int = 10_000
    window_s: float = 15.0
    rounds: int = 3


QUICK = Extent(triggers=100, window_s=2.0, rounds=1)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="few triggers and seconds")
    extent = QUICK if parser.parse_args().quick else Extent()
    print(f"load average before: {os.getloadavg()[0]:.2f}")
    with tempfile.TemporaryDirectory() as folder:
        small = make_station(Path(folder) / "small", (300, 300))
        bench_training(small)
        bench_start(small, extent)
        bench_latency(small, extent)
        small.stop()
        large = make_station(Path(folder) / "large", (1280, 960))
        train(large)
        bench_live_view(large, extent)
        large.stop()
        many = make_station(Path(folder) / "many", (300, 300))
        train(many)
        bench_completeness(many, extent)
        many.stop()
    print(f"load average after: {os.getloadavg()[0]:.2f}")


def make_station(folder: Path, size: tuple[int, int], **settings: Any) -> StationProcesses:
    """A station whose line plays cells of `size` (width, height), with 40 normal ones labelled."""
    normal, anomaly, line = choose(cells())
    pictures = folder / "line"
    pictures.mkdir(parents=True)
    for number, cell in enumerate(line[:40]):
        image = cv2.imread(str(cell.path), cv2.IMREAD_UNCHANGED)
        if size != (300, 300):
            cv2.imwrite(str(pictures / f"{number:04d}.bmp"), cv2.resize(image, size))
        else:
            (pictures / f"{number:04d}.png").symlink_to(cell.path)
    camera = {"type": "pylon", "emulate": True, "image_folder": str(pictures)}
    station = StationProcesses(folder, camera, storage={"min_free_mb": 0}, **settings)
    datasets = DatasetStore(station.data_dir)
    for label, chosen in ((Label.NORMAL, normal), (Label.ANOMALY, anomaly)):
        for cell in chosen:
            datasets.import_file(cell.path, NAME, label, AUTHOR)
    return station


def train(station: StationProcesses) -> float:
    """Trains in a process of its own, as the page does; seconds."""
    started = time.monotonic()
    command = okng_command("train", NAME, "--config", str(station.config))
    subprocess.run(command, check=True, capture_output=True)
    return time.monotonic() - started


def inspect(station: StationProcesses, trigger: TriggerSettingsBase) -> None:
    model = ModelReference(name=NAME, version=1)
    station.client.ask(
        ApplyRecipe(recipe=Recipe(name=NAME, model=model, trigger=trigger), author=AUTHOR)
    )
    station.client.ask(SetMode(mode=Mode.INSPECT, author=AUTHOR))


def bench_training(station: StationProcesses) -> None:
    print(f"training from 40 normal pictures (whole process): {train(station):.1f} s")


def bench_start(station: StationProcesses, extent: Extent) -> None:
    """From the start of the process to a streaming camera and a loaded, warm model."""
    station.start_device()
    inspect(station, SoftwareTriggerSettings())
    times = []
    for _ in range(extent.rounds):
        station.processes["device"].terminate()
        station.processes.pop("device").wait()
        times.append(station.start_device())
    print(f"daemon ready with a model: {min(times):.2f} to {max(times):.2f} s")


def bench_latency(station: StationProcesses, extent: Extent) -> None:
    """10 triggers/s while five people watch."""
    station.start_web()
    cookie = session_cookie(station)
    inspect(station, TimerTriggerSettings(period_ms=100))
    seconds = extent.rounds * extent.window_s
    first = station.ledger.last_seq()
    rates = watch(station, cookie, 5, seconds)
    judged = [
        inspection
        for inspection in station.ledger.page(since=first, limit=100_000)
        if inspection.score
    ]
    latencies = [inspection.latency for inspection in judged]
    beyond = [latency.verdict_ms - latency.inference_ms for latency in latencies]  # type: ignore[operator]
    model = [latency.inference_ms for latency in latencies]
    print(
        f"trigger to verdict at 10/s with 5 viewers ({len(judged)} parts, {min(rates)} frames/s):"
    )
    print(f"  beyond the model's own time: {percentiles(beyond)}")
    print(f"  the model's own time:        {percentiles(model)}")
    for stage in ("exposure_ms", "queue_ms", "preprocess_ms", "decide_ms"):
        print(f"  {stage:15} {percentiles([getattr(latency, stage) for latency in latencies])}")
    missed = station.ledger.totals().missed
    print(f"  missed: {missed}")
    status = (Path("/proc") / str(station.processes["device"].pid) / "status").read_text()
    memory = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    print(f"resident memory of the device process: {int(memory.split()[1]) / 1024:.0f} MiB")
    station.client.ask(SetMode(mode=Mode.LIVE, author=AUTHOR))


def bench_live_view(station: StationProcesses, extent: Extent) -> None:
    """20 frames/s at 1280x960, with ten viewers and with none, in turns."""
    station.start_device()
    station.start_web()
    cookie = session_cookie(station)
    inspect(station, TimerTriggerSettings(period_ms=50))
    watched: list[float] = []
    alone: list[float] = []
    rates: list[float] = []
    for _ in range(extent.rounds):
        first = station.ledger.last_seq()
        time.sleep(extent.window_s)
        alone += inference_times(station, first)
        first = station.ledger.last_seq()
        rates += watch(station, cookie, 10, extent.window_s)
        watched += inference_times(station, first)
    print(f"live view, 10 viewers at 1280x960: {min(rates)} to {max(rates)} frames/s each")
    print(f"  inference alone:        {percentiles(alone)}")
    print(f"  inference with viewers: {percentiles(watched)}")
    ratio = np.percentile(watched, 95) / np.percentile(alone, 95)
    print(f"  p95 ratio: {ratio:.2f}")
    totals = station.ledger.totals()
    print(f"  parts {totals.parts}, missed {totals.missed}")
    station.client.ask(SetMode(mode=Mode.LIVE, author=AUTHOR))


def bench_completeness(station: StationProcesses, extent: Extent) -> None:
    """Closed loop: four callers, each fires again as soon as its part is in the ledger."""
    station.start_device()
    inspect(station, SoftwareTriggerSettings())
    started = time.monotonic()
    fired = [0] * 4

    def fire(caller: int) -> None:
        for _ in range(extent.triggers // 4):
            station.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=30_000))
            fired[caller] += 1

    callers = [threading.Thread(target=fire, args=(number,)) for number in range(4)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    seconds = time.monotonic() - started
    totals = station.ledger.totals()
    judged = [
        inspection
        for inspection in station.ledger.iterate()
        if inspection.outcome in (Outcome.OK, Outcome.NG)
    ]
    without = [inspection for inspection in judged if not has_picture(station, inspection)]
    print(f"{sum(fired)} triggers in {seconds:.0f} s ({sum(fired) / seconds:.0f}/s):")
    print(f"  ledger {totals.parts} rows: {totals}; OK and NG rows without picture: {len(without)}")


def has_picture(station: StationProcesses, inspection: Inspection) -> bool:
    return (
        bool(inspection.picture_path)
        and (station.data_dir / str(inspection.picture_path)).is_file()
    )


def inference_times(station: StationProcesses, first: int) -> list[float]:
    page = station.ledger.page(since=first, limit=100_000)
    return [
        inspection.latency.inference_ms for inspection in page if inspection.latency.inference_ms
    ]


def session_cookie(station: StationProcesses) -> str:
    cookies = station.claim().cookies
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in cookies)


def watch(station: StationProcesses, cookie: str, count: int, seconds: float) -> list[float]:
    """Runs viewers in a process of their own; at low priority, as they stand for other machines."""
    arguments = [station.url, cookie, str(count), str(seconds)]
    command = ["nice", "-n", "19", sys.executable, "-m", "support.viewers", *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    rates: list[float] = json.loads(done.stdout)
    return rates


def percentiles(values: Sequence[float | None]) -> str:
    measured = [value for value in values if value is not None]
    points = ", ".join(f"p{p} {np.percentile(measured, p):.2f}" for p in (50, 95, 99))
    return f"{points} ms"


if __name__ == "__main__":
    main()
