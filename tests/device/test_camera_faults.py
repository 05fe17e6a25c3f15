"""A camera that fails in the middle of the work: no part is lost, and it comes back as it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.running_station import RunningStation
from support.station import eventually

from okng.device.cameras.pylon import PylonCameraSettings
from okng.device.outputs.camera_output import CameraOutputSettings
from okng.device.recipe import Acquisition, RegionOfInterest
from okng.device.types import CameraState, Condition, Outcome

ROI = RegionOfInterest(offset_x=16, offset_y=8, width=200, height=160)


def unplug(station: RunningStation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYLON_CAMEMU", "0")
    station.in_capture_thread(
        lambda: station.camera._camera.GetNodeMap().GetNode("FirePnPCallback").Execute()
    )


def condition(station: RunningStation, code: str) -> Condition | None:
    present = {one.code: one for one in station.client.status().conditions}
    return present.get(code)  # type: ignore[call-overload, no-any-return]


def test_parts_of_an_absent_camera_are_missed_and_get_the_safe_output(
    station: RunningStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    station.inspect(
        acquisition=Acquisition(exposure_us=1234.0, roi=ROI),
        outputs=(CameraOutputSettings(),),
    )
    before = station.judge()
    applied = station.client.status().acquisition
    unplug(station, monkeypatch)
    eventually(lambda: station.client.status().camera_state is CameraState.ABSENT)
    lost = station.judge()
    assert lost.outcome is Outcome.MISSED
    assert lost.reason
    assert condition(station, "camera_absent")

    monkeypatch.setenv("PYLON_CAMEMU", "1")
    eventually(lambda: station.client.status().camera_state is CameraState.STREAMING)
    status = station.client.status()
    assert status.counters.reconnected == 1
    assert status.acquisition == applied, "all settings are applied again"
    assert condition(station, "camera_absent") is None
    after = station.judge()
    assert after.outcome in (Outcome.OK, Outcome.NG)
    assert [one.trigger_id for one in (before, lost, after)] == [1, 2, 3]


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
    eventually(lambda: station.client.status().camera_state is CameraState.STREAMING)
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
    eventually(lambda: station.client.status().camera_state is CameraState.STREAMING)
    assert station.judge().outcome in (Outcome.OK, Outcome.NG)
    assert station.client.status().counters.reconnected == 1


def test_an_incomplete_picture_is_an_error_and_counted(station: RunningStation) -> None:
    station.inspect()
    camera = station.camera._camera

    def fail_once() -> None:
        camera.ForceFailedBufferCount.Value = 1
        camera.ForceFailedBuffer.Execute()

    station.in_capture_thread(fail_once)
    assert station.judge().outcome is Outcome.ERROR
    assert station.judge().outcome in (Outcome.OK, Outcome.NG)
    assert station.client.status().counters.failed == 1


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
    assert station.client.status().counters.timed_out == 1
    assert station.judge().outcome in (Outcome.OK, Outcome.NG)


def test_the_daemon_starts_without_its_camera(
    make_station: Callable[..., RunningStation],
) -> None:
    station = make_station(camera=PylonCameraSettings(serial="4711"), wait_for=CameraState.ABSENT)
    status = station.client.status()
    assert status.camera is None
    absent = condition(station, "camera_absent")
    assert absent
    assert "4711" in absent.message
