"""Every trigger edge ends in the ledger exactly once, with all that a person asks of it later."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from support.running_station import AUTHOR, RunningStation
from support.station import eventually, write_pictures

from okng.device.cameras.pylon.settings import PylonCameraSettings
from okng.device.ipc.client import DeviceRefusedError
from okng.device.ipc.commands import ApplyRecipe, GetStatus, SetMode, SimulateLineEdge
from okng.device.outputs.camera_output import CameraOutputSettings
from okng.device.recipes.recipe import Recipe
from okng.device.store.runs import Runs
from okng.device.triggers.line import LineTriggerSettings
from okng.device.triggers.timer import TimerTriggerSettings
from okng.device.types import Inspection, Mode, ModelReference, Outcome, TriggerSource
from okng.models.bundles.bundle import read_manifest
from okng.models.bundles.manifest import AnomalyManifest


def test_good_parts_are_ok_and_scratched_ones_ng(station: RunningStation) -> None:
    station.inspect()
    outcomes = [station.judge().outcome for _ in range(6)]
    assert outcomes == [Outcome.OK, Outcome.OK, Outcome.NG] * 2


def test_a_result_carries_what_a_quality_manager_asks_for(
    station: RunningStation, pictures: Path
) -> None:
    station.inspect()
    station.judge()
    inspection = station.judge(part_id="48112")
    stored_row = station.ledger.get(inspection.inspection_id)
    assert stored_row
    assert inspection == Inspection(**stored_row.model_dump(exclude={"seq"}))
    assert inspection.part_id == "48112"
    assert inspection.trigger_id == 2
    assert inspection.recipe
    assert (inspection.recipe.name, inspection.recipe.version) == ("discs", 1)
    assert inspection.model
    assert inspection.model.name == "discs"
    assert inspection.score is not None
    assert inspection.threshold is not None
    assert inspection.score <= inspection.threshold
    assert inspection.simulated
    assert inspection.picture_path
    stored = station.settings.data_dir / inspection.picture_path
    assert hashlib.sha256(stored.read_bytes()).hexdigest() == inspection.picture_sha256
    played = cv2.imread(str(pictures / "00001.png"), cv2.IMREAD_UNCHANGED)
    assert np.array_equal(cv2.imread(str(stored), cv2.IMREAD_UNCHANGED), played)
    anomaly_map = station.ledger.anomaly_map(inspection.inspection_id)
    assert anomaly_map is not None
    assert anomaly_map.max() > 0


def test_parts_near_the_threshold_are_marked_and_keep_their_verdict(
    make_station: Callable[..., RunningStation], tmp_path: Path
) -> None:
    always_the_same = write_pictures(tmp_path / "one", 1)
    camera = PylonCameraSettings(emulate=True, image_folder=always_the_same)
    station = make_station(camera=camera)
    station.inspect()
    first = station.judge()
    assert first.score is not None
    band = read_manifest(station.settings.data_dir / "models/discs/1", AnomalyManifest).review_band
    assert band is not None
    for distance, threshold, outcome, review in [
        (None, first.score + band.distance * 0.9, Outcome.OK, True),
        (None, first.score - band.distance * 0.9, Outcome.NG, True),
        (None, first.score + band.distance * 5, Outcome.OK, False),
        (band.distance * 6, first.score + band.distance * 5, Outcome.OK, True),
        (0.0, first.score + band.distance * 0.9, Outcome.OK, False),
    ]:
        station.inspect(threshold=threshold, review_distance=distance)
        part = station.judge()
        assert (part.score, part.outcome, part.review) == (
            pytest.approx(first.score),
            outcome,
            review,
        )


def test_every_stage_has_its_latency(station: RunningStation) -> None:
    station.inspect()
    latency = station.judge().latency
    stages = latency.model_dump()
    assert all(value is not None and value >= 0 for value in stages.values()), stages
    whole = (
        stages["exposure_ms"]
        + stages["queue_ms"]
        + stages["preprocess_ms"]
        + stages["inference_ms"]
        + stages["decide_ms"]
    )
    assert whole == pytest.approx(stages["verdict_ms"], abs=0.1)
    assert stages["output_ms"] >= stages["verdict_ms"]


def test_a_burst_ends_whole_in_the_ledger_and_in_order(station: RunningStation) -> None:
    station.inspect()
    ids = [station.trigger(wait_ms=0).trigger_id for _ in range(120)]
    assert ids == list(range(1, 121))
    eventually(lambda: station.ledger.totals().parts == 120)
    totals = station.ledger.totals()
    assert totals.missed > 0, "120 triggers at once should be too many"
    assert totals.ok + totals.ng >= 8
    missed = [row for row in station.ledger.iterate() if row.outcome is Outcome.MISSED]
    assert all(row.reason and "busy" in row.reason for row in missed)
    assert {row.trigger_id for row in station.ledger.iterate()} == set(range(1, 121))


def test_the_camera_line_triggers_each_frame_once(station: RunningStation) -> None:
    station.inspect(trigger=LineTriggerSettings())
    for count in range(1, 5):
        station.client.ask(SimulateLineEdge())
        eventually(lambda count=count: station.ledger.totals().parts == count)  # type: ignore[misc]
    assert {row.source for row in station.ledger.iterate()} == {TriggerSource.LINE}
    with pytest.raises(DeviceRefusedError, match="line"):
        station.trigger()


def test_the_timer_triggers_until_inspection_stops(station: RunningStation) -> None:
    station.inspect(trigger=TimerTriggerSettings(period_ms=50))
    eventually(lambda: station.ledger.totals().parts >= 5)
    station.client.ask(SetMode(mode=Mode.LIVE, author=AUTHOR))
    eventually(lambda: station.client.ask(GetStatus()).queues.recorder == 0)
    assert {row.source for row in station.ledger.iterate()} == {TriggerSource.TIMER}
    parts = station.ledger.totals().parts
    journalled = {row.trigger_id for row in station.ledger.iterate()}
    assert journalled == set(range(1, parts + 1))


def test_live_mode_takes_no_trigger(station: RunningStation) -> None:
    with pytest.raises(DeviceRefusedError, match="start inspecting or collecting"):
        station.trigger()
    assert station.ledger.totals().parts == 0


def test_a_recipe_with_a_missing_model_is_refused_by_name(station: RunningStation) -> None:
    recipe = Recipe(name="screws", model=ModelReference(name="screws", version=3))
    with pytest.raises(
        DeviceRefusedError, match=r"'screws' version 3 .*there are: discs version 1"
    ):
        station.client.ask(ApplyRecipe(recipe=recipe, author=AUTHOR))
    assert station.client.ask(GetStatus()).recipe.recipe.name == "default"  # type: ignore[union-attr]


def test_inspection_without_a_model_is_refused(station: RunningStation) -> None:
    with pytest.raises(DeviceRefusedError, match="no usable model"):
        station.client.ask(SetMode(mode=Mode.INSPECT, author=AUTHOR))


def test_outputs_follow_the_verdict_and_unjudged_parts_are_ng(station: RunningStation) -> None:
    station.inspect(outputs=(CameraOutputSettings(user_output="UserOutput1", active_on="NG"),))
    levels = []
    for _ in range(3):
        station.judge()
        levels.append(station.in_capture_thread(lambda: read_output(station)))
    assert levels == [False, False, True]
    station.judge()
    station.in_capture_thread(lambda: fail_next_buffers(station, 1))
    inspection = station.judge()
    assert inspection.outcome is Outcome.ERROR
    assert inspection.reason
    assert "incomplete" in inspection.reason
    assert station.in_capture_thread(lambda: read_output(station)) is True


def test_a_late_verdict_is_an_error_and_not_ok(
    station: RunningStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    station.inspect(time_limit_ms=40)
    model = station.daemon._operations.current.recipe.model
    assert model
    monkeypatch.setattr(model, "judge", slow(model.judge))
    inspection = station.judge()
    assert inspection.outcome is Outcome.ERROR
    assert inspection.late
    assert inspection.score is not None
    assert "came after 40 ms" in str(inspection.reason)


def test_a_model_that_gives_nonsense_ends_as_error(
    station: RunningStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    station.inspect()
    model = station.daemon._operations.current.recipe.model
    assert model
    run = model._engine.run
    not_a_number = np.array([np.nan], np.float32)
    monkeypatch.setattr(
        model._engine, "run", lambda picture: {**run(picture), "score": not_a_number}
    )
    inspection = station.judge()
    assert inspection.outcome is Outcome.ERROR
    assert "the score is nan" in str(inspection.reason)
    assert inspection.picture_path, "the picture of a part that was not judged is kept"
    monkeypatch.setattr(model._engine, "run", run)
    assert station.judge().outcome is not Outcome.ERROR


def test_a_restart_goes_on_inspecting_and_counting(
    make_station: Callable[..., RunningStation], monkeypatch: pytest.MonkeyPatch
) -> None:
    station = make_station()
    station.inspect()
    station.judge()
    begun = station.client.ask(GetStatus()).run_started_at
    station.stop()
    monkeypatch.setattr(station, "stop", lambda: None)
    again = make_station()
    status = again.client.ask(GetStatus())
    assert status.mode is Mode.INSPECT
    assert status.run_started_at == begun, "nobody has started another run"
    assert again.judge().trigger_id == 2


def test_a_run_has_the_parts_from_a_start_of_inspection_to_the_next(
    station: RunningStation,
) -> None:
    runs = Runs(station.settings.data_dir)

    def counted() -> int:
        started_at = runs.started_at()
        assert started_at
        return station.ledger.totals(started_at).parts

    assert station.client.ask(GetStatus()).run_started_at is None
    station.inspect()
    first = runs.started_at()
    station.judge()
    station.inspect(number=3)
    station.judge()
    station.client.ask(SetMode(mode=Mode.INSPECT, author=AUTHOR))
    assert runs.started_at() == first, "neither a recipe nor a second press begins a run"
    assert counted() == 2
    stopped = station.client.ask(SetMode(mode=Mode.LIVE, author=AUTHOR))
    assert (stopped.run_started_at, counted()) == (first, 2)
    started = station.client.ask(SetMode(mode=Mode.INSPECT, author=AUTHOR))
    assert started.run_started_at == runs.started_at() != first
    assert counted() == 0
    station.judge()
    assert counted() == 1


def slow(function: Callable[..., object]) -> Callable[..., object]:
    def slowed(*arguments: object) -> object:
        time.sleep(0.05)
        return function(*arguments)

    return slowed


def read_output(station: RunningStation) -> bool:
    camera = station.camera._camera
    camera.UserOutputSelector.Value = "UserOutput1"
    return bool(camera.UserOutputValue.Value)


def fail_next_buffers(station: RunningStation, count: int) -> None:
    camera = station.camera._camera
    camera.ForceFailedBufferCount.Value = count
    camera.ForceFailedBuffer.Execute()
