"""What every camera does alike; each registered kind is played here."""

from __future__ import annotations

import re
import threading
import time
from itertools import pairwise

import numpy as np
import pytest

from okng.device.cameras import cameras
from okng.device.cameras.acquisition_settings import Acquisition, RegionOfInterest
from okng.device.cameras.camera import CameraAbsentError, CameraError
from okng.device.triggers.line import LineTriggerSettings

from .conftest import Player
from .players import HEIGHT, NAMES, PLAYERS, WIDTH

WHOLE = Acquisition()
ROI = RegionOfInterest(offset_x=8, offset_y=4, width=24, height=16)


def test_every_registered_kind_is_played(player: Player) -> None:
    assert set(cameras()) <= set(PLAYERS)
    assert type(player.camera) in cameras().values()


def test_each_trigger_gives_the_next_picture_in_byte_wise_order(player: Player) -> None:
    player.camera.start(WHOLE, "software")
    assert player.order(2 * len(NAMES)) == [*range(len(NAMES)), *range(len(NAMES))]


def test_no_trigger_is_lost_at_full_speed(player: Player) -> None:
    player.camera.start(WHOLE, "software")
    assert player.order(200) == [i % len(NAMES) for i in range(200)]


def test_without_a_trigger_no_picture_comes(player: Player) -> None:
    player.camera.start(WHOLE, "software")
    assert player.camera.grab(50) is None


def test_picture_that_nobody_fetched_is_not_taken_for_the_next_part(player: Player) -> None:
    player.camera.start(WHOLE, "software")
    player.camera.trigger()
    player.camera.trigger()
    grab = player.camera.grab(2000)
    assert grab is not None
    assert player.index(grab) == 1
    assert player.camera.grab(50) is None


def test_region_of_interest_is_an_exact_crop(player: Player) -> None:
    applied = player.camera.start(Acquisition(roi=ROI), "software")
    assert (applied.offset_x, applied.offset_y, applied.width, applied.height) == (8, 4, 24, 16)
    assert applied.corrections == ()
    assert np.array_equal(player.triggered().image, player.pictures[0][4:20, 8:32])


def test_region_outside_the_picture_is_clipped_and_reported(player: Player) -> None:
    roi = RegionOfInterest(offset_x=9, offset_y=4, width=500, height=HEIGHT - 2)
    applied = player.camera.start(Acquisition(roi=roi), "software")
    assert {(c.setting, c.asked, c.applied) for c in applied.corrections} == {
        ("width", 500, WIDTH),
        ("offset_x", 9, 0),
        ("offset_y", 4, 2),
    }
    assert any(f"1 to {WIDTH}" in correction.reason for correction in applied.corrections)
    assert np.array_equal(player.triggered().image, player.pictures[0][2:HEIGHT, :])


def test_limits_stay_those_of_the_whole_sensor_while_a_region_streams(player: Player) -> None:
    player.camera.start(Acquisition(roi=ROI), "software")
    features = player.camera.features()
    assert (features.sensor_width, features.sensor_height) == (WIDTH, HEIGHT)
    assert (features.width.maximum, features.width.value) == (WIDTH, 24)
    assert (features.offset_x.maximum, features.offset_x.value) == (WIDTH - 1, 8)
    assert (features.offset_y.maximum, features.height.maximum) == (HEIGHT - 1, HEIGHT)
    player.camera.start(WHOLE, "software")
    assert player.triggered().image.shape[:2] == (HEIGHT, WIDTH)


def test_free_running_delivers_without_triggers(player: Player) -> None:
    applied = player.camera.start(Acquisition(frame_rate_hz=100), "free_running")
    assert applied.frame_rate_hz == pytest.approx(100)
    grabs = [player.camera.grab(2000) for _ in range(8)]
    seen = [player.index(grab) for grab in grabs if grab]
    assert len(seen) == 8
    assert len(set(seen)) > 1


def test_frame_rate_beyond_the_limits_is_clipped_and_reported(player: Player) -> None:
    features = player.camera.features()
    assert features.frame_rate_hz is not None
    applied = player.camera.start(Acquisition(frame_rate_hz=1e9), "free_running")
    assert applied.frame_rate_hz == pytest.approx(features.frame_rate_hz.maximum)
    (correction,) = applied.corrections
    assert (correction.setting, correction.asked) == ("frame_rate_hz", 1e9)
    assert f"{features.frame_rate_hz.maximum:,.10g}" in correction.reason


def test_line_edges_give_their_pictures_in_order(player: Player) -> None:
    player.camera.start(WHOLE, LineTriggerSettings(activation="FallingEdge"))
    assert player.camera.grab(50) is None
    for _ in range(3):
        player.camera.simulate_line_edge()
    grabs = [player.camera.grab(2000) for _ in range(3)]
    assert [player.index(grab) for grab in grabs if grab] == [0, 1, 2]
    assert player.camera.grab(50) is None


def test_line_edge_from_another_thread_wakes_a_waiting_grab(player: Player) -> None:
    player.camera.start(WHOLE, LineTriggerSettings())
    edge = threading.Timer(0.1, player.camera.simulate_line_edge)
    edge.start()
    grab = player.camera.grab(10_000)
    edge.join()
    assert grab is not None
    assert player.index(grab) == 0


def test_a_frame_tells_when_its_edge_came(player: Player) -> None:
    player.camera.start(WHOLE, LineTriggerSettings())
    moments = [time.monotonic_ns()]
    for _ in range(3):
        player.camera.simulate_line_edge()
        moments.append(time.monotonic_ns())
    # It is not when the frame is fetched.
    time.sleep(0.1)
    for before, after in pairwise(moments):
        grab = player.camera.grab(2000)
        assert grab
        assert grab.edge
        assert before <= grab.edge.earliest_ns <= grab.edge.latest_ns <= after


def test_every_edge_brings_its_frame_or_is_told_as_lost_when_the_line_is_stopped(
    player: Player,
) -> None:
    camera = player.camera
    camera.start(WHOLE, LineTriggerSettings())
    for _ in range(3):
        camera.simulate_line_edge()
    camera.stop_triggers()
    camera.simulate_line_edge()
    assert not camera.is_drained()
    grabs = [camera.grab(2000) for _ in range(3)]
    assert [player.index(grab) for grab in grabs if grab] == [0, 1, 2]
    assert camera.is_drained()
    assert camera.grab(10) is None
    (lost,) = camera.lost_edges()
    assert "being set up" in lost.reason
    # Edges that nobody fetched before the camera is started again.
    camera.start(WHOLE, LineTriggerSettings())
    camera.simulate_line_edge()
    camera.start(Acquisition(roi=ROI), LineTriggerSettings())
    assert len(camera.lost_edges()) == 1
    camera.simulate_line_edge()
    grab = camera.grab(2000)
    assert grab
    assert grab.image.shape[:2] == (ROI.height, ROI.width)
    camera.simulate_line_edge()
    camera.close()
    assert len(camera.lost_edges()) == 1


def test_line_settings_that_the_camera_lacks_are_reported(player: Player) -> None:
    applied = player.camera.start(WHOLE, LineTriggerSettings(debouncer_us=50))
    (correction,) = applied.corrections
    assert (correction.setting, correction.asked, correction.applied) == (
        "debouncer_us",
        50,
        "not set",
    )


def test_arming_that_does_not_fit_the_demand_is_a_fault(player: Player) -> None:
    player.camera.start(WHOLE, "free_running")
    with pytest.raises(CameraError, match="not armed for the software trigger"):
        player.camera.trigger()
    with pytest.raises(CameraError, match="not armed for a line"):
        player.camera.simulate_line_edge()


def test_unknown_pixel_format_is_refused_with_those_allowed(player: Player) -> None:
    allowed = player.camera.features().pixel_formats
    with pytest.raises(CameraError, match=re.escape(", ".join(allowed))):
        player.camera.start(Acquisition(pixel_format="Mono7"), "software")
    for name in allowed:
        applied = player.camera.start(Acquisition(pixel_format=name), "software")
        assert applied.pixel_format == name


def test_outputs_are_read_back(player: Player) -> None:
    camera = player.camera
    first, second = camera.features().user_outputs[:2]
    camera.set_user_output(first, True)
    assert (camera.user_output(first), camera.user_output(second)) == (True, False)
    camera.set_user_output(first, False)
    camera.set_user_output(second, True)
    assert (camera.user_output(first), camera.user_output(second)) == (False, True)


def test_unknown_output_is_a_fault_that_names_those_there(player: Player) -> None:
    with pytest.raises(CameraError, match=r"UserOutput9.*UserOutput1, UserOutput2"):
        player.camera.set_user_output("UserOutput9", True)


def test_outputs_may_be_set_while_the_camera_closes_and_opens(player: Player) -> None:
    stop = threading.Event()
    done = 0
    unexpected: list[BaseException] = []

    def set_outputs() -> None:
        nonlocal done
        while not stop.is_set():
            try:
                for output in ("UserOutput1", "UserOutput2"):
                    player.camera.set_user_output(output, True)
                    player.camera.user_output(output)
                done += 1
            except CameraError:
                continue
            except BaseException as error:  # noqa: BLE001
                unexpected.append(error)
                return

    setter = threading.Thread(target=set_outputs)
    setter.start()
    for _ in range(10):
        player.camera.close()
        player.camera.open()
        player.camera.start(WHOLE, "software")
        assert player.order(3) == [0, 1, 2]
    stop.set()
    setter.join()
    assert unexpected == []
    assert done > 0


def test_closing_twice_is_harmless_and_leaves_a_fault_for_every_call(player: Player) -> None:
    camera = player.camera
    camera.start(WHOLE, "software")
    camera.close()
    camera.close()
    for call in (
        camera.features,
        camera.trigger,
        lambda: camera.grab(10),
        lambda: camera.start(WHOLE, "software"),
        lambda: camera.set_user_output("UserOutput1", True),
    ):
        with pytest.raises(CameraError, match="not open"):
            call()


def test_stopped_camera_says_so(player: Player) -> None:
    player.camera.start(WHOLE, "free_running")
    player.camera.stop()
    with pytest.raises(CameraError, match="is not streaming"):
        player.camera.grab(10)


def test_reopened_camera_takes_all_settings_again(player: Player) -> None:
    before = player.camera.start(Acquisition(roi=ROI), "software")
    player.triggered()
    player.camera.close()
    info = player.camera.open()
    assert info.simulated
    assert player.camera.start(Acquisition(roi=ROI), "software") == before
    assert np.array_equal(player.triggered().image, player.pictures[0][4:20, 8:32])


def test_missing_folder_is_an_absent_camera_until_it_is_there(player: Player) -> None:
    settings = player.camera.settings
    path = getattr(settings, "image_folder", None) or settings.path
    player.camera.close()
    elsewhere = path.rename(path.with_name("elsewhere"))
    with pytest.raises(CameraAbsentError, match=re.escape(str(path))):
        player.camera.open()
    elsewhere.rename(path)
    player.camera.open()
    player.camera.start(WHOLE, "software")
    assert player.order(1) == [0]
