"""DetectAnomalies over HTTP: what it adds to the engine's own time, for a JPEG of 1 MB.

Prints the rows for docs/benchmarks.md. Takes about a minute.

    PYTHONPATH=tests .venv/bin/python tests/bench/bench_lookout_vision.py [--quick]

What the hosting process says of each call, from the picture's arrival to its judgement, is the
engine's own time. The rest is the way there and back: client, web server, signature, mask and the
way to the hosting process. Processor times say what of it is work, also on a busy machine.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from support.lookout_vision import client_for, wait_for_status
from support.pictures import labelled
from support.processor_time import processor_s
from support.station import StationProcesses, write_pictures

from okng.device.hosting.client import HostingClient
from okng.device.hosting.commands import HostedJudgement
from okng.device.types import ModelReference
from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.request import TrainingRequest

NAME = "discs"
MODEL = ModelReference(name=NAME, version=1)
WIDTH, HEIGHT = 2048, 1536
LARGEST = 1_000_000
WARM_UP = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="few pictures")
    rounds = 10 if parser.parse_args().quick else 150
    print(f"load average before: {os.getloadavg()[0]:.2f}")
    with tempfile.TemporaryDirectory() as folder:
        station = make_station(Path(folder))
        try:
            client = client_for(station)
            host(client)
            print(
                "| picture | rounds | whole call, p50 | engine | of it decoding | model "
                "| added, p50 | least | CPU of client | of web process | added without HTTP |"
            )
            print("|---" * 11 + "|")
            for kind, picture in pictures(Path(folder) / "sent").items():
                print(row(kind, measure(station, client, picture, rounds)))
        finally:
            station.stop()
    print(f"load average after: {os.getloadavg()[0]:.2f}")


def make_station(folder: Path) -> StationProcesses:
    """A station with web and hosting process, and a trained model."""
    good = write_pictures(folder / "good", 24, 320, 240)
    station = StationProcesses(folder, {"type": "folder", "path": str(good)})
    train(
        TrainingRequest(
            name=NAME,
            root=station.data_dir / "models",
            pictures=labelled(sorted(good.iterdir())),
            author="bench",
        )
    )
    station.start_host()
    station.start_web()
    return station


def host(client: Any) -> None:
    client.create_project(ProjectName=NAME)
    client.start_model(ProjectName=NAME, ModelVersion="1", MinInferenceUnits=1)
    wait_for_status(
        lambda: client.describe_model(ProjectName=NAME, ModelVersion="1")["ModelDescription"],
        "HOSTED",
    )


def pictures(folder: Path) -> dict[str, bytes]:
    """The parts that the model knows, a good one and a scratched one, and noise all over."""
    paths = sorted(write_pictures(folder, 2, 320, 240, defect_every=2).iterdir())
    parts: list[Any] = [cv2.imread(str(path)) for path in paths]
    parts = [cv2.resize(part, (WIDTH, HEIGHT)) for part in parts]
    unsmoothed = np.random.default_rng(0).normal(0, 60, (HEIGHT, WIDTH, 3))
    noise: Any = cv2.GaussianBlur(unsmoothed, (0, 0), 1)
    return {
        "good part": jpeg(parts[0] + 0.06 * noise),
        "scratched part": jpeg(parts[1] + 0.06 * noise),
        "noise, all of it anomalous": jpeg(128 + noise),
    }


def jpeg(picture: Any) -> bytes:
    """As good a JPEG as 1 MB allows."""
    image = np.clip(picture, 0, 255).astype(np.uint8)
    for quality in range(100, 10, -1):
        data = cv2.imencode(".jpg", image, (cv2.IMWRITE_JPEG_QUALITY, quality))[1].tobytes()
        if len(data) <= LARGEST:
            return data
    raise AssertionError("no JPEG is small enough")


@dataclass
class Measured:
    """Of one picture, in milliseconds: a list has one value a round."""

    size_bytes: int
    answers: set[bool] = field(default_factory=set)
    whole: list[float] = field(default_factory=list)
    engine: list[float] = field(default_factory=list)
    alone: list[HostedJudgement] = field(default_factory=list)
    way: list[float] = field(default_factory=list)
    client_cpu: list[float] = field(default_factory=list)
    web_cpu: float = 0.0
    """Of one call, on average."""


def measure(station: StationProcesses, client: Any, picture: bytes, rounds: int) -> Measured:
    """Has the picture judged by the hosting process alone and over HTTP, in turn."""
    hosting, measured = HostingClient(station.run_dir), Measured(len(picture))
    web, web_s = station.processes["web"].pid, 0.0
    for number in range(rounds + WARM_UP):
        began_s = time.perf_counter()
        alone = hosting.judge(picture, MODEL)
        way_ms = 1e3 * (time.perf_counter() - began_s) - alone.latency.total_ms
        judging_s, web_began_s = hosting.status().judging_s, processor_s(web)
        cpu_began_s, began_s = time.process_time(), time.perf_counter()
        answer = client.detect_anomalies(
            ProjectName=NAME, ModelVersion="1", Body=picture, ContentType="image/jpeg"
        )
        whole_s, cpu_s = time.perf_counter() - began_s, time.process_time() - cpu_began_s
        if number < WARM_UP:
            continue
        web_s += processor_s(web) - web_began_s
        measured.answers.add(answer["DetectAnomalyResult"]["IsAnomalous"])
        measured.whole.append(1e3 * whole_s)
        measured.engine.append(1e3 * (hosting.status().judging_s - judging_s))
        measured.alone.append(alone)
        measured.way.append(way_ms)
        measured.client_cpu.append(1e3 * cpu_s)
    measured.web_cpu = 1e3 * web_s / rounds
    return measured


def row(kind: str, measured: Measured) -> str:
    median = statistics.median
    latencies = [judged.latency for judged in measured.alone]
    added = [whole - engine for whole, engine in zip(measured.whole, measured.engine, strict=True)]
    verdict = "/".join("NG" if answer else "OK" for answer in sorted(measured.answers))
    cells = (
        f"{kind}, {verdict}, {measured.size_bytes:,} bytes",
        f"{len(added)}",
        *(
            f"{value:.1f} ms"
            for value in (
                median(measured.whole),
                median(measured.engine),
                median(latency.decode_ms or 0 for latency in latencies),
                median(
                    (latency.preprocess_ms or 0) + (latency.inference_ms or 0)
                    for latency in latencies
                ),
                median(added),
                min(added),
                median(measured.client_cpu),
                measured.web_cpu,
                median(measured.way),
            )
        ),
    )
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
