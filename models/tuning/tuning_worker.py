"""One process that judges pictures with an engine of its own, as a judge of the station does."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from okng.models.arrays import Image
from okng.models.bundles.bundle import AnyBundle, Bundle, load_bundle
from okng.models.bundles.manifest import AnomalyManifest, DetectionManifest, Manifest
from okng.models.compilation.build_choice import ChosenEngine
from okng.models.compilation.engine_build import open_build, usable_build
from okng.models.images.image_files import read_image
from okng.models.inference.anomaly_model import AnomalyModel
from okng.models.inference.detection_model import DetectionModel
from okng.models.tuning.resources import own_memory_mb, waited_s


@dataclass(frozen=True)
class WorkerTask:
    """Which pictures a worker judges, and with which build of which model."""

    bundle: Path
    build: Path
    threads: int
    threads_between: int
    pictures: tuple[Path, ...]


@dataclass(frozen=True)
class Load:
    """Pictures to judge; times are of the monotonic clock, which all processes share."""

    begin_s: float
    end_s: float
    arrivals_s: tuple[float, ...] | None = None
    """When pictures come (open loop); None for the next one as soon as one is judged (closed)."""


@dataclass(frozen=True)
class LoadResult:
    """What a worker did under a load."""

    latencies_ms: list[float]
    """From a picture's arrival to its judgement, so that waiting counts, too."""
    ended_s: float
    cpu_s: float
    """Processor time of all its threads."""
    waited_s: float
    """How long its threads waited for a processor, summed."""
    memory_mb: float


def serve(connection: Connection, task: WorkerTask) -> None:
    """Load the model, say `None`, and answer every `Load` until the other side closes."""
    judge = open_judge(load_bundle(task.bundle, Manifest), task)
    pictures = [read_image(path) for path in task.pictures]
    judge(pictures[0])
    connection.send(None)
    while True:
        try:
            load = connection.recv()
        except EOFError:
            return
        connection.send(_judge_all(judge, pictures, load))


def open_judge(bundle: AnyBundle, task: WorkerTask) -> Callable[[Image], object]:
    """The whole judgement of one picture: preparation, engine, and what follows it."""
    build = usable_build(task.build, bundle.manifest.content_hash)
    engine = ChosenEngine(open_build(build, task.threads, task.threads_between), build.record)
    manifest = bundle.manifest
    if isinstance(manifest, DetectionManifest):
        return DetectionModel(Bundle(bundle.path, manifest), engine).detect
    assert isinstance(manifest, AnomalyManifest)
    return AnomalyModel(Bundle(bundle.path, manifest), engine).judge


def _judge_all(
    judge: Callable[[Image], object], pictures: Sequence[Image], load: Load
) -> LoadResult:
    cpu_begin_s, waited_begin_s, latencies_ms = time.process_time(), waited_s(), []
    for arrival_s, picture in zip(_arrivals(load), itertools.cycle(pictures), strict=False):
        judge(picture)
        latencies_ms.append((time.monotonic() - arrival_s) * 1e3)
    return LoadResult(
        latencies_ms=latencies_ms,
        ended_s=time.monotonic(),
        cpu_s=time.process_time() - cpu_begin_s,
        waited_s=waited_s() - waited_begin_s,
        memory_mb=own_memory_mb(),
    )


def _arrivals(load: Load) -> Iterator[float]:
    """When each picture came, as soon as it is there; but for the first, none is begun too late."""
    time.sleep(max(0.0, load.begin_s - time.monotonic()))
    if load.arrivals_s is None:
        yield time.monotonic()
        while (now_s := time.monotonic()) < load.end_s:
            yield now_s
        return
    for number, arrival_s in enumerate(load.arrivals_s):
        time.sleep(max(0.0, arrival_s - time.monotonic()))
        if number and time.monotonic() > load.end_s:
            return
        yield arrival_s
