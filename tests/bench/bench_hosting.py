"""The judge call's figures: what it adds to the engine's own time, and what it costs the line.

The line plays solar cells at 10 triggers/s. The clients are a process at the lowest priority, as
they stand for other machines; windows with and without them are interleaved. Takes about 2 minutes.

    PYTHONPATH=tests .venv/bin/python tests/bench/bench_hosting.py [--quick] [--calls]
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import requests
from bench_station import NAME, inspect, make_station, percentiles, train
from support.processor_time import processor_s
from support.station import StationProcesses, eventually

from okng.device.hosting.commands import HostingState
from okng.device.triggers.timer import TimerTriggerSettings
from okng.device.types import ModelReference

MODEL = ModelReference(name=NAME, version=1)
CLIENTS = 8
JPEG_BYTES = 1_000_000
TRIGGER_PERIOD_MS = 100


@dataclass(frozen=True)
class Extent:
    """How much is measured."""

    calls: int = 200
    window_s: float = 5.0
    rounds: int = 8


QUICK = Extent(calls=10, window_s=2.0, rounds=1)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="few calls and seconds")
    parser.add_argument("--calls", action="store_true", help="the judge call only, without a line")
    arguments = parser.parse_args()
    extent = QUICK if arguments.quick else Extent()
    print(f"load average before: {os.getloadavg()[0]:.2f}")
    with tempfile.TemporaryDirectory() as folder:
        station = make_station(Path(folder) / "station", (300, 300))
        train(station)
        hosting = station.start_host()
        hosting.start(MODEL)
        eventually(lambda: hosting.status().of(MODEL).status is HostingState.HOSTED, timeout_s=120)
        station.start_device()
        station.start_web()
        session = station.claim()
        picture = jpeg_of_a_megabyte(Path(folder) / "picture.jpg")
        bench_call(station, session, picture, extent)
        if not arguments.calls:
            bench_line(station, session, picture, extent)
        print(f"memory of the hosted model: {hosting.status().memory_bytes / 2**20:.0f} MiB")
        station.stop()
    print(f"load average after: {os.getloadavg()[0]:.2f}")


def jpeg_of_a_megabyte(path: Path) -> Path:
    """A photograph's size and sharpness: as much noise as makes a megabyte at quality 90."""
    random = np.random.default_rng(7)
    rows, columns = np.mgrid[:1200, :1600]
    smooth = 128 + 60 * np.sin(rows / 90) * np.cos(columns / 70)
    noise = random.normal(0, 1, (1200, 1600, 3))
    low, high = 0.0, 60.0
    for _ in range(12):
        strength = (low + high) / 2
        image = np.clip(smooth[..., None] + strength * noise, 0, 255).astype(np.uint8)
        data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, 90])[1].tobytes()
        low, high = (strength, high) if len(data) < JPEG_BYTES else (low, strength)
    path.write_bytes(data)
    print(f"picture: JPEG of 1600x1200, {len(data):,} bytes")
    return path


def bench_call(
    station: StationProcesses, session: requests.Session, picture: Path, extent: Extent
) -> None:
    """One client, one call after the other, while the line stands still."""
    data = picture.read_bytes()
    beyond, decoding, model, whole = [], [], [], []
    web = station.processes["web"].pid
    web_before_s, client_before_s = processor_s(web), time.process_time()
    for _ in range(extent.calls):
        began_s = time.perf_counter()
        answer = session.post(
            f"{station.url}/api/v1/judge?model={NAME}",
            data=data,
            headers={"Content-Type": "image/jpeg"},
        )
        taken_ms = (time.perf_counter() - began_s) * 1e3
        answer.raise_for_status()
        latency = answer.json()["latency"]
        whole.append(taken_ms)
        decoding.append(latency["decode_ms"])
        model.append(latency["preprocess_ms"] + latency["inference_ms"])
        beyond.append(taken_ms - decoding[-1] - model[-1])
    web_ms = (processor_s(web) - web_before_s) / extent.calls * 1e3
    client_ms = (time.process_time() - client_before_s) / extent.calls * 1e3
    print(f"judge call over HTTP, one client ({extent.calls} calls): {percentiles(whole)}")
    print(f"  decoding:                     {percentiles(decoding)}")
    print(f"  preprocessing and inference:  {percentiles(model)}")
    print(f"  beyond these:                 {percentiles(beyond)}, least {min(beyond):.1f} ms")
    print(f"  processor time a call: client {client_ms:.1f} ms, web process {web_ms:.1f} ms")


def bench_line(
    station: StationProcesses, session: requests.Session, picture: Path, extent: Extent
) -> None:
    """The time from trigger to verdict, with clients that ask all the time and with none."""
    inspect(station, TimerTriggerSettings(period_ms=TRIGGER_PERIOD_MS))
    latencies: dict[int, list[float]] = {0: [], CLIENTS: []}
    answers: Counter[str] = Counter()
    for _ in range(extent.rounds):
        for clients in latencies:
            first = station.ledger.last_seq()
            if clients:
                answers.update(ask(station, session, picture, extent.window_s))
            else:
                time.sleep(extent.window_s)
            latencies[clients] += [
                inspection.latency.verdict_ms
                for inspection in station.ledger.page(since=first, limit=100_000)
                if inspection.latency.verdict_ms
            ]
    for clients, values in latencies.items():
        print(f"trigger to verdict, {clients} clients ({len(values)} parts): {percentiles(values)}")
    print(f"  answers to the clients by status: {dict(answers)}")
    ratio = np.percentile(latencies[CLIENTS], 99) / np.percentile(latencies[0], 99)
    print(f"  p99 relative to none: {ratio:.2f}")
    print(f"  missed: {station.ledger.totals().missed}")


def ask(
    station: StationProcesses, session: requests.Session, picture: Path, seconds: float
) -> dict[str, int]:
    """Runs the clients; how many answers there were by status."""
    cookie = "; ".join(f"{cookie.name}={cookie.value}" for cookie in session.cookies)
    token = str(session.headers["X-CSRF-Token"])
    arguments = [station.url, cookie, token, NAME, str(picture), str(CLIENTS), str(seconds)]
    command = ["nice", "-n", "19", sys.executable, "-m", "support.judge_clients", *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    answers: dict[str, int] = json.loads(done.stdout)
    return answers


if __name__ == "__main__":
    main()
