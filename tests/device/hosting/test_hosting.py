"""Models hosted for programs that send pictures, by the real process and its client."""

from __future__ import annotations

import json
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from support.coffee import PLACES, Cups, install_coco
from support.station import StationProcesses, eventually, over_all_parts, write_pictures

from okng.device.hosting.client import HostingClient, HostingUnavailableError
from okng.device.hosting.commands import HostedModel, HostingState, VersionChoice
from okng.device.hosting.errors import (
    HostingError,
    HostingMemoryError,
    HostingStateError,
    HugePictureError,
    NotHostedError,
    NotOnStationError,
    QueueFullError,
    UnusablePictureError,
)
from okng.device.hosting.kept_models import FILE_NAME
from okng.device.ipc.client import ALIVE_PERIOD_S
from okng.device.recipes.detection_rules import DetectionRule, DetectionSettings, PartSettings
from okng.device.recipes.recipe import Recipe
from okng.device.store.recipes import RecipeStore
from okng.device.types import ModelReference, Verdict
from okng.models.bundles.bundle import content_hash
from okng.models.images.image_files import read_image
from okng.models.inference.anomaly_model import AnomalyModel

DISCS = ModelReference(name="discs", version=1)
COCO = ModelReference(name="coco", version=1)
ANY_DISCS = VersionChoice(name="discs")

StartHost = Callable[..., tuple[StationProcesses, HostingClient]]


@pytest.fixture
def start_host(tmp_path: Path, install_model: Callable[[Path], None]) -> Iterator[StartHost]:
    """Starts the hosting process with `start_host(**settings)` on a station with a model."""
    started: list[StationProcesses] = []

    def start(**hosting: Any) -> tuple[StationProcesses, HostingClient]:
        station = StationProcesses(
            tmp_path, {"type": "folder", "path": str(tmp_path)}, hosting=hosting
        )
        started.append(station)
        install_model(station.data_dir)
        return station, station.start_host()

    yield start
    for station in started:
        station.stop()


@pytest.fixture
def pictures(tmp_path: Path) -> list[Path]:
    """A good part, and one with a scratch."""
    return sorted(write_pictures(tmp_path / "pictures", 2, defect_every=2).iterdir())


def hosted(hosting: HostingClient, model: ModelReference = DISCS) -> HostedModel:
    """The model once it is HOSTED or FAILED."""

    def settled() -> HostedModel | None:
        found = hosting.status().of(model)
        return found if found.status in (HostingState.HOSTED, HostingState.FAILED) else None

    found = eventually(settled, timeout_s=60)
    assert found
    return found


def test_a_started_model_judges_as_the_model_itself_does(
    start_host: StartHost, pictures: list[Path]
) -> None:
    station, hosting = start_host()
    with pytest.raises(NotHostedError, match="discs version 1"):
        hosting.judge(pictures[0].read_bytes(), DISCS)
    assert hosting.start(DISCS).status is HostingState.STARTING
    with pytest.raises(HostingStateError, match="is STARTING already"):
        hosting.start(DISCS)
    ready = hosted(hosting)
    assert ready.status is HostingState.HOSTED
    assert ready.memory_bytes
    assert ready.memory_bytes > 2**20
    with pytest.raises(HostingStateError, match="is HOSTED already"):
        hosting.start(DISCS)

    model = AnomalyModel.load(station.data_dir / "models/discs/1")
    for picture, verdict in zip(pictures, (Verdict.OK, Verdict.NG), strict=True):
        judged = hosting.judge(picture.read_bytes(), ANY_DISCS)
        expected = model.judge(read_image(picture))
        assert judged.score == pytest.approx(expected.score, rel=1e-4)
        assert (judged.verdict, judged.threshold) == (verdict, model.threshold)
        assert judged.model
        assert judged.model.sha256 == model.bundle.manifest.content_hash
        assert judged.anomaly_map is not None
        np.testing.assert_allclose(judged.anomaly_map, expected.anomaly_map, rtol=1e-3, atol=1e-4)
        assert (judged.map_area.right, judged.map_area.bottom) == (320, 240)
        assert judged.latency.inference_ms
        assert judged.latency.total_ms > judged.latency.inference_ms
    pixels = read_image(pictures[1])
    assert hosting.judge(pixels, DISCS).score == pytest.approx(judged.score, rel=1e-6)
    over_all = over_all_parts(station.data_dir / "models")
    assert hosting.judge(pixels, DISCS, threshold=over_all).verdict is Verdict.OK
    with pytest.raises(HostingError, match="every part would be OK"):
        hosting.judge(pixels, DISCS, threshold=1e9)

    stopped = hosting.stop(DISCS)
    assert (stopped.status, hosting.models()) == (HostingState.STOPPED, [])
    with pytest.raises(HostingStateError, match="is STOPPED"):
        hosting.stop(DISCS)


def test_every_thread_of_the_process_runs_at_the_lowest_priority(start_host: StartHost) -> None:
    station, hosting = start_host()
    hosting.start(DISCS)
    hosted(hosting)
    process = station.processes["host"].pid
    threads = [int(thread.name) for thread in Path(f"/proc/{process}/task").iterdir()]
    assert len(threads) > 3
    assert {os.sched_getscheduler(thread) for thread in threads} == {os.SCHED_IDLE}


def test_what_is_hosted_survives_a_kill_and_a_restart(
    start_host: StartHost, pictures: list[Path]
) -> None:
    station, hosting = start_host()
    hosting.start(DISCS)
    before = hosted(hosting)
    station.kill("host")
    began = time.monotonic()
    with pytest.raises(HostingUnavailableError, match="okng host"):
        hosting.models()
    assert time.monotonic() - began < ALIVE_PERIOD_S, "a dead process is told at once"
    hosting = station.start_host()
    assert hosted(hosting) == before
    assert hosting.judge(pictures[0].read_bytes(), DISCS).verdict is Verdict.OK
    hosting.stop(DISCS)
    station.kill("host")
    assert station.start_host().models() == []


def test_a_model_judged_on_demand_is_started_and_makes_room_for_others(
    start_host: StartHost, pictures: list[Path]
) -> None:
    station, hosting = start_host()
    shutil.copytree(station.data_dir / "models/discs", station.data_dir / "models/other")
    rename(station.data_dir / "models/other/1", "other")
    other = ModelReference(name="other", version=1)
    picture = pictures[0].read_bytes()
    assert hosting.judge(picture, ANY_DISCS, start_on_demand=True).verdict is Verdict.OK
    first = hosting.status().of(DISCS)
    assert (first.status, first.on_demand) == (HostingState.HOSTED, True)
    assert first.memory_bytes
    station.kill("host")
    room_mb = max(64, int(first.memory_bytes * 1.5) // 2**20)
    kept = station.data_dir / FILE_NAME
    document = json.loads(kept.read_text())
    assert document["models"] == []
    # Both take more than half of the room, whatever this machine measured.
    document["memory_bytes"] = dict.fromkeys(document["memory_bytes"], room_mb * 2**20 * 2 // 3)
    document["memory_bytes"][key_of(station, "other")] = room_mb * 2**20 * 2 // 3
    kept.write_text(json.dumps(document))
    config = station.config.read_text()
    station.config.write_text(f"{config}\nmemory_limit_mb = {room_mb}\n")
    hosting = station.start_host()
    for model in (DISCS, other, DISCS):
        assert hosting.judge(picture, model, start_on_demand=True).verdict is Verdict.OK
        assert [listed.model for listed in hosting.models()] == [model]

    hosting.start(DISCS)
    assert not hosting.status().of(DISCS).on_demand
    with pytest.raises(HostingMemoryError, match=rf"takes \d+ MiB, and of the {room_mb} MiB"):
        hosting.judge(picture, other, start_on_demand=True)
    with pytest.raises(HostingMemoryError, match=r"\d+ are in use|MiB are in use"):
        hosting.start(other)
    assert [listed.model for listed in hosting.models()] == [DISCS]


def rename(bundle: Path, name: str) -> None:
    document = json.loads((bundle / "manifest.json").read_text())
    document["name"] = name
    document["content_hash"] = content_hash(document)
    (bundle / "manifest.json").write_text(json.dumps(document))


def key_of(station: StationProcesses, name: str) -> str:
    manifest = json.loads((station.data_dir / f"models/{name}/1/manifest.json").read_text())
    return f"{manifest['content_hash']} original"


def test_a_model_that_turns_out_too_large_fails_with_both_figures(start_host: StartHost) -> None:
    station, hosting = start_host(memory_limit_mb=64)
    kept = station.data_dir / FILE_NAME
    station.kill("host")
    document = {"models": [], "memory_bytes": {key_of(station, "discs"): 65 * 2**20}}
    kept.write_text(json.dumps(document))
    hosting = station.start_host()
    with pytest.raises(HostingMemoryError, match="takes 65 MiB, and of the 64 MiB"):
        hosting.start(DISCS)
    assert hosting.models() == []


def test_a_broken_model_fails_with_the_reason_and_can_be_started_again(
    start_host: StartHost, pictures: list[Path]
) -> None:
    station, hosting = start_host()
    graph = station.data_dir / "models/discs/1/model.onnx"
    whole = graph.read_bytes()
    graph.write_bytes(whole[:-1] + b"x")
    hosting.start(DISCS)
    failed = hosted(hosting)
    assert failed.status is HostingState.FAILED
    assert "SHA-256" in failed.message
    with pytest.raises(HostingError, match="SHA-256"):
        hosting.judge(pictures[0].read_bytes(), DISCS, start_on_demand=True)
    graph.write_bytes(whole)
    hosting.start(DISCS)
    assert hosted(hosting).status is HostingState.HOSTED
    with pytest.raises(NotOnStationError, match="discs version 7 is not on this station"):
        hosting.start(ModelReference(name="discs", version=7))
    with pytest.raises(NotOnStationError, match="'screws'"):
        hosting.judge(b"", VersionChoice(name="screws"), start_on_demand=True)


def test_a_full_queue_refuses_at_once_and_loses_nothing_that_it_took(
    start_host: StartHost, pictures: list[Path]
) -> None:
    _, hosting = start_host(queue_length=2)
    hosting.start(DISCS)
    hosted(hosting)
    large = cv2.imencode(".png", np.zeros((4000, 4000), np.uint8))[1].tobytes()
    begin = threading.Barrier(12)

    def ask(_: int) -> str:
        begin.wait()
        try:
            return str(hosting.judge(large, DISCS).verdict)
        except QueueFullError as error:
            return str(error)

    with ThreadPoolExecutor(12) as callers:
        answers = list(callers.map(ask, range(12)))
    status = hosting.status()
    refused = "2 pictures wait already (hosting.queue_length); try again"
    assert set(answers) == {"OK", refused} or set(answers) == {"NG", refused}
    assert status.refused == answers.count(refused)
    assert status.judged == 12 - status.refused
    assert (status.waiting, status.queue_length) == (0, 2)
    assert hosting.judge(pictures[0].read_bytes(), DISCS).verdict is Verdict.OK


def test_a_recipe_judges_as_on_the_line(start_host: StartHost, pictures: list[Path]) -> None:
    station, hosting = start_host()
    install_coco(station.data_dir / "models")
    cups = Cups(np.random.default_rng(1))
    rule = DetectionRule(name="cup", at_least=1, at_most=1)
    store = RecipeStore(station.data_dir)
    detection = DetectionSettings(model=COCO, rules=(rule,))
    store.save(Recipe(name="cups", detection=detection), "tests")
    part = DetectionSettings(model=COCO, rules=(rule,), part=PartSettings(name="cup"))
    over_all = over_all_parts(station.data_dir / "models")
    store.save(Recipe(name="parts", detection=part, model=DISCS, threshold=over_all), "tests")
    one, two = png(cups.picture([PLACES[2]])), png(cups.picture([PLACES[1], PLACES[4]]))

    by_cups = VersionChoice(name="cups", version=1)
    with pytest.raises(NotHostedError, match="coco version 1"):
        hosting.judge(one, recipe=by_cups)
    judged = hosting.judge(one, recipe=by_cups, start_on_demand=True)
    assert (judged.verdict, judged.score, judged.anomaly_map) == (Verdict.OK, None, None)
    assert [(found.name, found.counted_as) for found in judged.objects] == [("cup", Verdict.OK)]
    judged = hosting.judge(two, recipe=by_cups)
    assert (judged.verdict, judged.reason) == (Verdict.NG, "cup: 2 found, at most 1 allowed")

    judged = hosting.judge(one, recipe=VersionChoice(name="parts"), start_on_demand=True)
    assert judged.verdict is Verdict.OK
    assert judged.crop
    assert judged.crop == judged.map_area
    assert judged.recipe
    assert (judged.recipe.name, judged.threshold) == ("parts", over_all)
    assert judged.anomaly_map is not None
    judged = hosting.judge(two, recipe=VersionChoice(name="parts"))
    assert (judged.verdict, judged.reason) == (None, "one part is needed, 2 found: cup")

    alone = hosting.judge(one, COCO)
    assert (alone.verdict, [found.name for found in alone.objects]) == (None, ["cup"])
    assert alone.reason
    assert "no rules" in alone.reason
    with pytest.raises(NotOnStationError, match=r"'cup' is not stored; .*cups version 1"):
        hosting.judge(one, recipe=VersionChoice(name="cup"))
    with pytest.raises(HostingError, match="coco is a detector, which has no threshold"):
        hosting.judge(one, COCO, threshold=0.5)


def png(image: Any) -> bytes:
    return bytes(cv2.imencode(".png", image)[1].tobytes())


def test_bad_pictures_are_refused_and_the_next_is_judged(
    start_host: StartHost, pictures: list[Path]
) -> None:
    _, hosting = start_host(picture_memory_mb=64)
    hosting.start(DISCS)
    hosted(hosting)
    good = pictures[0].read_bytes()
    for data, message in (
        (b"", "the file is empty"),
        (b"GIF89a", "GIF"),
        (good[:-20], "truncated"),
        (good[:200] + b"\0" * 20 + good[220:], "checksum"),
    ):
        with pytest.raises(UnusablePictureError, match=message):
            hosting.judge(data, DISCS)
    with pytest.raises(HugePictureError, match="12000 x 10000 pixels"):
        hosting.judge(png(np.zeros((10000, 12000), np.uint8)), DISCS)
    with pytest.raises(HugePictureError, match=r"decoding .* takes 92 MiB; at most 64"):
        hosting.judge(png(np.zeros((6000, 8000), np.uint8)), DISCS)
    with pytest.raises(HugePictureError, match=r"100 MiB; at most\s+64"):
        hosting.judge(bytes(100 * 2**20), DISCS)
    with pytest.raises(UnusablePictureError, match=r"\[2, 2, 4\]"):
        hosting.judge(np.zeros((2, 2, 4), np.uint8), DISCS)
    assert hosting.judge(good, DISCS).verdict is Verdict.OK
