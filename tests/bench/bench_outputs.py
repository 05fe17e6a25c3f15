"""From the verdict to the level of an output, on a quiet station and beside viewers and a training.

    PYTHONPATH=tests .venv/bin/python tests/bench/bench_outputs.py [--quick]

The output is a user output of pylon's emulator, written by the thread that judged; the ledger has
both times. How late the scheduler begins a signal that is due later is measured apart, without a
station.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from bench_station import AUTHOR, NAME, make_station, percentiles, session_cookie, train, watch
from support.station import StationProcesses

from okng.device.host.supervisor import okng_command
from okng.device.ipc.commands import ApplyRecipe, SetMode
from okng.device.outputs.camera_output import CameraOutputSettings
from okng.device.outputs.scheduler import OutputScheduler
from okng.device.recipes.recipe import Recipe
from okng.device.triggers.timer import TimerTriggerSettings
from okng.device.types import Mode, ModelReference

MS = 1_000_000


@dataclass(frozen=True)
class Extent:
    """How much is measured."""

    window_s: float = 60.0
    pulses: int = 1000


QUICK = Extent(window_s=3.0, pulses=50)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="few seconds and signals")
    extent = QUICK if parser.parse_args().quick else Extent()
    print(f"load average before: {os.getloadavg()[0]:.2f}")
    bench_scheduler(extent)
    with tempfile.TemporaryDirectory() as folder:
        station = make_station(Path(folder) / "station", (300, 300))
        train(station)
        bench_station_outputs(station, extent)
        station.stop()
    print(f"load average after: {os.getloadavg()[0]:.2f}")


def bench_scheduler(extent: Extent) -> None:
    """One action every 10 ms, which only notes its time."""
    scheduler = OutputScheduler("bench")
    began_ns: list[int] = []
    first_ns = time.monotonic_ns() + 100 * MS
    dues = [first_ns + number * 10 * MS for number in range(extent.pulses)]
    for due_ns in dues:
        scheduler.at(due_ns, lambda: began_ns.append(time.monotonic_ns()))
    while len(began_ns) < extent.pulses:
        time.sleep(0.1)
    scheduler.stop()
    late_ms = [(began - due) / 1e6 for began, due in zip(began_ns, dues, strict=True)]
    print(f"a planned signal begins late by ({extent.pulses} signals): {percentiles(late_ms)}")


def bench_station_outputs(station: StationProcesses, extent: Extent) -> None:
    """10 triggers/s: alone, and with 10 viewers while a model is trained."""
    station.start_device()
    station.start_web()
    cookie = session_cookie(station)
    recipe = Recipe(
        name=NAME,
        model=ModelReference(name=NAME, version=1),
        trigger=TimerTriggerSettings(period_ms=100),
        # Active for good parts too, so that every part writes the line.
        outputs=(
            CameraOutputSettings(user_output="UserOutput1", active_on="NG", pulse_ms=20),
            CameraOutputSettings(user_output="UserOutput2", active_on="OK", pulse_ms=20),
        ),
    )
    station.client.ask(ApplyRecipe(recipe=recipe, author=AUTHOR))
    station.client.ask(SetMode(mode=Mode.INSPECT, author=AUTHOR))
    first = station.ledger.last_seq()
    time.sleep(extent.window_s)
    report("alone", station, first)
    ending = threading.Event()
    trainings = threading.Thread(target=train_until, args=(station, ending))
    trainings.start()
    first = station.ledger.last_seq()
    watch(station, cookie, 10, extent.window_s)
    report("with 10 viewers and a training", station, first)
    ending.set()
    trainings.join()
    station.client.ask(SetMode(mode=Mode.LIVE, author=AUTHOR))


def train_until(station: StationProcesses, ending: threading.Event) -> None:
    """Trains one version after the other, at the priority of a job."""
    command = ["nice", "-n", "19", *okng_command("train", NAME, "--config", str(station.config))]
    while not ending.is_set():
        subprocess.run(command, check=True, capture_output=True)


def report(words: str, station: StationProcesses, first: int) -> None:
    judged = [one for one in station.ledger.page(since=first, limit=100_000) if one.score]
    written = [one.latency for one in judged]
    edges_ms = [one.output_ms - one.verdict_ms for one in written]  # type: ignore[operator]
    print(f"verdict to output {words} ({len(judged)} parts): {percentiles(edges_ms)}")


if __name__ == "__main__":
    main()
