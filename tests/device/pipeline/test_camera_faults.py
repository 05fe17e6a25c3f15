"""A camera that fails in the middle of the work: no part is lost, and it comes back as it was."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support.running_station import AUTHOR, RunningStation
from support.station import eventually

from okng.device.cameras.acquisition_settings import Acquisition, RegionOfInterest
from okng.device.cameras.folder.settings import FolderCameraSettings
from okng.device.cameras.pylon.settings import PylonCameraSettings
from okng.device.health.condition import Condition
from okng.device.ipc.commands import ApplyRecipe, GetStatus
from okng.device.outputs.camera_output import CameraOutputSettings
from okng.device.pipeline import camera_stream, free_running_acquisition, software_acquisition
from okng.device.recipes.recipe import Recipe
from okng.device.triggers.line import LineTriggerSettings
from okng.device.triggers.software import SoftwareTriggerSettings
from okng.device.types import CameraState, Outcome

ROI = RegionOfInterest(offset_x=16, offset_y=8, width=200, height=160)


def unplug(station: RunningStation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYLON_CAMEMU", "0")
    station.in_capture_thread(
        lambda: station.camera._camera.GetNodeMap().GetNode("FirePnPCallback").Execute()
    )


def condition(station: RunningStation, code: str) -> Condition | None:
    present = {
        condition.code: condition for condition in station.client.ask(GetStatus()).conditions
    }
    return present.get(code)  # type: ignore[call-overload, no-any-return]


def test_parts_of_an_absent_camera_are_missed_and_get_the_safe_output(
    station: RunningStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    station.inspect(
        acquisition=Acquisition(exposure_us=1234.0, roi=ROI),
        outputs=(CameraOutputSettings(),),
    )
    before = station.judge()
    applied = station.client.ask(GetStatus()).acquisition
    unplug(station, monkeypatch)
    eventually(lambda: station.client.ask(GetStatus()).camera_state is CameraState.ABSENT)
    lost = station.judge()
    assert lost.outcome is Outcome.MISSED
    assert lost.reason
    assert condition(station, "camera_absent")

    monkeypatch.setenv("PYLON_CAMEMU", "1")
    eventually(lambda: station.client.ask(GetStatus()).camera_state is CameraState.STREAMING)
    status = station.client.ask(GetStatus())
    assert status.counters.reconnected == 1
    assert status.acquisition == applied, "all settings are applied again"
    assert condition(station, "camera_absent") is None
    after = station.judge()
    assert after.outcome in (Outcome.OK, Outcome.NG)
    assert [row.trigger_id for row in (before, lost, after)] == [1, 2, 3]


def test_a_camera_that_vanishes_in_the_middle_of_a_trigger(
    station: RunningStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    station.inspect()
    camera = station.camera
    trigger = camera.trigger

    def trigger_and_vanish() -> None:
        trigger()
        monkeypatch.setenv("PYLON_CAMEMU", "0")
        camera._camera.GetNodeMap().GetNode("FirePnPCallback").Execute()
        # pylon tells of it on a thread of its own, and the picture may be quicker.
        assert camera._removed.wait(10)

    monkeypatch.setattr(camera, "trigger", trigger_and_vanish)
    lost = station.judge()
    assert lost.outcome is Outcome.MISSED
    monkeypatch.setattr(camera, "trigger", trigger)
    monkeypatch.setenv("PYLON_CAMEMU", "1")
    eventually(lambda: station.client.ask(GetStatus()).camera_state is CameraState.STREAMING)
    assert station.judge().outcome in (Outcome.OK, Outcome.NG)
    assert station.ledger.totals().parts == 2


def test_a_broken_stream_is_opened_again(station: RunningStation) -> None:
    station.inspect()
    station.in_capture_thread(
        lambda: setattr(station.camera._camera.StreamGrabber.ImposedError, "Value", "cable")
    )
    broken = station.judge()
    assert broken.outcome is Outcome.MISSED
    assert "cable" in str(broken.reason)
    eventually(lambda: station.client.ask(GetStatus()).camera_state is CameraState.STREAMING)
    assert station.judge().outcome in (Outcome.OK, Outcome.NG)
    assert station.client.ask(GetStatus()).counters.reconnected == 1


def test_an_incomplete_picture_is_an_error_and_counted(station: RunningStation) -> None:
    station.inspect()
    camera = station.camera._camera

    def fail_once() -> None:
        camera.ForceFailedBufferCount.Value = 1
        camera.ForceFailedBuffer.Execute()

    station.in_capture_thread(fail_once)
    assert station.judge().outcome is Outcome.ERROR
    assert station.judge().outcome in (Outcome.OK, Outcome.NG)
    assert station.client.ask(GetStatus()).counters.failed == 1


def test_a_silent_camera_costs_one_part(
    station: RunningStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    station.inspect()
    camera = station.camera
    trigger = camera.trigger
    monkeypatch.setattr(camera, "trigger", lambda: None)
    silent = station.judge()
    monkeypatch.setattr(camera, "trigger", trigger)
    assert silent.outcome is Outcome.MISSED
    assert "no picture within" in str(silent.reason)
    assert station.client.ask(GetStatus()).counters.timed_out == 1
    assert station.judge().outcome in (Outcome.OK, Outcome.NG)


def test_the_daemon_starts_without_its_camera(
    make_station: Callable[..., RunningStation],
) -> None:
    station = make_station(camera=PylonCameraSettings(serial="4711"), wait_for=CameraState.ABSENT)
    status = station.client.ask(GetStatus())
    assert status.camera is None
    absent = condition(station, "camera_absent")
    assert absent
    assert "4711" in absent.message


@pytest.fixture(params=["folder", "pylon"])
def played(
    request: pytest.FixtureRequest, make_station: Callable[..., RunningStation], pictures: Path
) -> RunningStation:
    """A station whose camera plays the folder `pictures`."""
    if request.param == "folder":
        return make_station(camera=FolderCameraSettings(path=pictures))
    return make_station(camera=PylonCameraSettings(emulate=True, image_folder=pictures))


@pytest.mark.parametrize("mode", ["live", "software", "line"])
def test_a_folder_that_vanishes_is_an_absent_camera_until_it_is_back(
    played: RunningStation, pictures: Path, mode: str
) -> None:
    if mode != "live":
        trigger = LineTriggerSettings() if mode == "line" else SoftwareTriggerSettings()
        played.inspect(trigger=trigger)
    elsewhere = pictures.rename(pictures.with_name("elsewhere"))
    eventually(lambda: played.client.ask(GetStatus()).camera_state is CameraState.ABSENT)
    absent = condition(played, "camera_absent")
    assert absent
    assert str(pictures) in absent.message
    if mode == "software":
        assert played.judge().outcome is Outcome.MISSED
    elsewhere.rename(pictures)
    eventually(lambda: played.client.ask(GetStatus()).camera_state is CameraState.STREAMING)
    assert condition(played, "camera_absent") is None
    if mode == "software":
        assert played.judge().outcome in (Outcome.OK, Outcome.NG)


def test_pictures_that_vanish_from_their_folder_are_an_absent_camera(
    make_station: Callable[..., RunningStation], pictures: Path
) -> None:
    station = make_station(camera=FolderCameraSettings(path=pictures))
    station.inspect()
    shutil.copytree(pictures, elsewhere := pictures.with_name("elsewhere"))
    for picture in pictures.iterdir():
        picture.unlink()
    assert station.judge().outcome is Outcome.MISSED
    eventually(lambda: station.client.ask(GetStatus()).camera_state is not CameraState.STREAMING)
    shutil.copytree(elsewhere, pictures, dirs_exist_ok=True)
    eventually(lambda: station.client.ask(GetStatus()).camera_state is CameraState.STREAMING)
    assert station.judge().outcome in (Outcome.OK, Outcome.NG)


def test_a_slow_camera_is_not_taken_for_dead_and_holds_nothing_up(
    played: RunningStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(free_running_acquisition, "SILENCE_S", 0.2)
    slow = Acquisition(frame_rate_hz=0.5)
    played.client.ask(ApplyRecipe(recipe=Recipe(name="slow", acquisition=slow), author=AUTHOR))
    frames = played.client.ask(GetStatus()).counters.frames
    time.sleep(2.5)
    status = played.client.ask(GetStatus())
    assert (status.camera_state, status.counters.reconnected) == (CameraState.STREAMING, 0)
    eventually(lambda: played.client.ask(GetStatus()).counters.frames >= frames + 2)
    # The next frame is minutes away, and nobody waits for it.
    slowest = Acquisition(frame_rate_hz=0.01)
    played.client.ask(ApplyRecipe(recipe=Recipe(name="slow", acquisition=slowest), author=AUTHOR))
    time.sleep(0.3)
    started = time.monotonic()
    played.inspect()
    assert played.judge().outcome in (Outcome.OK, Outcome.NG)
    assert played.judge().outcome in (Outcome.OK, Outcome.NG)
    assert time.monotonic() - started < 10


def test_a_camera_that_runs_free_and_says_nothing_is_opened_again(
    station: RunningStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(free_running_acquisition, "SILENCE_S", 0.2)
    camera = station.camera
    grab = camera.grab
    monkeypatch.setattr(camera, "grab", lambda timeout_ms: time.sleep(timeout_ms / 1000))
    eventually(lambda: condition(station, "camera_fault"))
    monkeypatch.setattr(camera, "grab", grab)
    eventually(lambda: station.client.ask(GetStatus()).camera_state is CameraState.STREAMING)
    assert station.client.ask(GetStatus()).counters.reconnected >= 1


@pytest.mark.parametrize("trigger", [SoftwareTriggerSettings(), LineTriggerSettings()])
def test_an_exposure_longer_than_any_time_out_brings_its_picture(
    station: RunningStation,
    monkeypatch: pytest.MonkeyPatch,
    trigger: SoftwareTriggerSettings | LineTriggerSettings,
) -> None:
    monkeypatch.setattr(software_acquisition, "FRAME_TIMEOUT_MS", 300)
    monkeypatch.setattr(camera_stream, "FINISH_S", 0.1)
    exposure_us = 1_500_000.0
    station.inspect(acquisition=Acquisition(exposure_us=exposure_us), trigger=trigger)
    # The emulator exposes by this one for real.
    station.in_capture_thread(
        lambda: setattr(station.camera._camera.ExposureTimeAbs, "Value", exposure_us)
    )
    if isinstance(trigger, SoftwareTriggerSettings):
        assert station.judge().outcome in (Outcome.OK, Outcome.NG)
        assert station.client.ask(GetStatus()).counters.timed_out == 0
        return
    station.camera.simulate_line_edge()
    time.sleep(0.1)
    # The exposure is under way; it belongs to the recipe before.
    before = station.client.ask(GetStatus()).recipe
    assert before
    station.inspect(acquisition=Acquisition(exposure_us=100.0), trigger=trigger)
    (row,) = eventually(lambda: station.ledger.page())
    assert row.outcome in (Outcome.OK, Outcome.NG)
    assert row.recipe == before.reference
    assert row.latency.verdict_ms
    assert row.latency.verdict_ms > 1400
