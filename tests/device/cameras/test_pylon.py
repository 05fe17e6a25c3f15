"""pylon's emulator with the faults that it can imitate, and the formats of a colour camera."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from pydantic import ValidationError
from support.tiff_files import tiff

from okng.device.cameras import Camera
from okng.device.cameras.acquisition_settings import Acquisition
from okng.device.cameras.camera import CameraAbsentError, CameraError, GrabError
from okng.device.cameras.pixel_formats import PixelFormat, pixel_format
from okng.device.cameras.pylon.acquisition import LIVE_FRAME_RATE_HZ
from okng.device.cameras.pylon.camera import PylonCamera
from okng.device.cameras.pylon.frame_reader import lost_frames
from okng.device.cameras.pylon.settings import PylonCameraSettings
from okng.device.triggers.line import LineTriggerSettings
from okng.models.arrays import Image

from .conftest import Player
from .players import HEIGHT, NAMES, WIDTH, play_emulator

WHOLE = Acquisition()
LEFT_BGR, RIGHT_BGR = (10, 60, 200), (220, 90, 30)


@pytest.fixture
def emulator(
    picture_folder: Path, pictures: list[Image], opened: Callable[[Camera], Camera]
) -> Player:
    return Player(opened(play_emulator(picture_folder)), pictures)


@pytest.fixture
def colour_emulator(tmp_path: Path, opened: Callable[[Camera], Camera]) -> Player:
    folder = tmp_path / "colour"
    folder.mkdir()
    picture = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    picture[:, : WIDTH // 2], picture[:, WIDTH // 2 :] = LEFT_BGR, RIGHT_BGR
    cv2.imwrite(str(folder / "patches.png"), picture)
    return Player(opened(play_emulator(folder)), [picture])


def device(player: Player) -> Any:
    """pylon's own camera object, to make it fail."""
    return player.camera._camera


def unplug(player: Player) -> None:
    device(player).GetNodeMap().GetNode("FirePnPCallback").Execute()
    assert player.camera._removed.wait(10), "pylon did not report the removal"


# --- faults ---------------------------------------------------------------------------------


def test_incomplete_frames_fail_and_the_camera_goes_on(emulator: Player) -> None:
    emulator.camera.start(WHOLE, "software")
    device(emulator).ForceFailedBufferCount.Value = 2
    device(emulator).ForceFailedBuffer.Execute()
    for _ in range(2):
        emulator.camera.trigger()
        with pytest.raises(GrabError, match="incompletely grabbed"):
            emulator.camera.grab(2000)
    assert len(emulator.order(3)) == 3


def test_broken_stream_is_a_fault_and_start_mends_it(emulator: Player) -> None:
    emulator.camera.start(WHOLE, "software")
    device(emulator).StreamGrabber.ImposedError.Value = "the link is lost"
    emulator.camera.trigger()
    with pytest.raises(CameraError, match="the link is lost"):
        emulator.camera.grab(2000)
    emulator.camera.start(WHOLE, "software")
    assert emulator.order(2) == [0, 1]


def test_unplugged_camera_is_a_fault_although_frames_keep_coming(emulator: Player) -> None:
    emulator.camera.start(WHOLE, "free_running")
    assert emulator.camera.grab(2000)
    unplug(emulator)
    assert device(emulator).IsGrabbing()
    for call in (
        lambda: emulator.camera.grab(2000),
        lambda: emulator.camera.set_user_output("UserOutput1", True),
        lambda: emulator.camera.start(WHOLE, "software"),
        emulator.camera.features,
        emulator.camera.stop,
    ):
        with pytest.raises(CameraError, match=r"0815-0000.*disconnected"):
            call()
    emulator.camera.open()
    emulator.camera.start(WHOLE, "software")
    assert emulator.order(2) == [0, 1]


def test_camera_is_absent_until_it_is_plugged_in_again(emulator: Player) -> None:
    emulator.camera.start(WHOLE, "software")
    os.environ["PYLON_CAMEMU"] = "0"
    unplug(emulator)
    with pytest.raises(CameraError, match="disconnected"):
        emulator.camera.trigger()
    for _ in range(2):
        with pytest.raises(CameraAbsentError, match="no emulated camera is there"):
            emulator.camera.open()
    os.environ["PYLON_CAMEMU"] = "1"
    emulator.camera.open()
    emulator.camera.start(WHOLE, "software")
    assert emulator.order(2) == [0, 1]


# --- which camera ---------------------------------------------------------------------------


@pytest.mark.parametrize("serial", [None, "0815-0000"])
def test_absent_real_camera_is_never_replaced_by_the_emulator(serial: str | None) -> None:
    camera = PylonCamera(PylonCameraSettings(serial=serial))
    real = [info for info in PylonCamera.discover() if not info.simulated]
    if real and serial is None:
        pytest.skip(f"a real camera is connected: {real[0]}")
    with pytest.raises(CameraAbsentError, match=serial or "any serial"):
        camera.open()


def test_absent_camera_names_those_that_are_there() -> None:
    camera = PylonCamera(PylonCameraSettings(emulate=True, serial="0815-0007"))
    with pytest.raises(CameraAbsentError, match=r"0815-0007.*absent.*Emulation \(0815-0000\)"):
        camera.open()


def test_several_cameras_need_a_serial(opened: Callable[[Camera], Camera]) -> None:
    os.environ["PYLON_CAMEMU"] = "2"
    with pytest.raises(CameraError, match=r"serial must be configured.*0815-0000.*0815-0001"):
        PylonCamera(PylonCameraSettings(emulate=True)).open()
    camera = opened(PylonCamera(PylonCameraSettings(emulate=True, serial="0815-0001")))
    assert camera.open().serial == "0815-0001"


def test_emulator_needs_nothing_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, opened: Callable[[Camera], Camera]
) -> None:
    monkeypatch.delenv("PYLON_CAMEMU")
    camera = opened(PylonCamera(PylonCameraSettings(emulate=True)))
    camera.start(WHOLE, "software")
    camera.trigger()
    grab = camera.grab(2000)
    features = camera.features()
    assert grab is not None
    assert grab.image.shape == (features.sensor_height, features.sensor_width)


def test_picture_folder_of_a_real_camera_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match="emulate = true"):
        PylonCameraSettings(image_folder=tmp_path)


# --- settings -------------------------------------------------------------------------------


def test_null_is_the_value_that_the_camera_was_opened_with(emulator: Player) -> None:
    own = emulator.camera.start(WHOLE, "software")
    asked = Acquisition(exposure_us=2500, gain_db=6, pixel_format="Mono12")
    applied = emulator.camera.start(asked, "software")
    assert (applied.exposure_us, applied.pixel_format) == (2500, "Mono12")
    assert applied.gain_db == pytest.approx(6, rel=1e-4)
    assert applied.corrections == ()
    assert emulator.camera.start(WHOLE, "software") == own
    emulator.camera.start(asked, "software")
    emulator.camera.open()
    assert emulator.camera.start(WHOLE, "software") == own


def test_exposure_and_gain_beyond_the_limits_are_clipped_and_reported(emulator: Player) -> None:
    features = emulator.camera.features()
    assert features.exposure_us
    assert features.gain_db
    applied = emulator.camera.start(Acquisition(exposure_us=1e9, gain_db=-3), "software")
    assert applied.exposure_us == features.exposure_us.maximum
    assert applied.gain_db == features.gain_db.minimum
    assert [c.setting for c in applied.corrections] == ["exposure_us", "gain_db"]
    assert f"to {features.exposure_us.maximum:,.10g}" in applied.corrections[0].reason


def test_free_running_without_a_rate_is_capped(emulator: Player) -> None:
    assert emulator.camera.start(WHOLE, "free_running").frame_rate_hz == LIVE_FRAME_RATE_HZ


def test_trigger_line_that_the_camera_lacks_is_refused_with_those_there(emulator: Player) -> None:
    with pytest.raises(CameraError, match=r"Line4.*Line1, Line2, Line3"):
        emulator.camera.start(WHOLE, LineTriggerSettings(line="Line4"))


def test_delay_beyond_the_limit_is_reported_and_gone_with_the_next_arming(
    emulator: Player,
) -> None:
    applied = emulator.camera.start(WHOLE, LineTriggerSettings(delay_us=50_000))
    (correction,) = applied.corrections
    assert (correction.setting, correction.asked, correction.applied) == ("delay_us", 5e4, 1e4)
    emulator.camera.start(WHOLE, "software")
    assert device(emulator).TriggerDelay.Value == 0


# --- pictures -------------------------------------------------------------------------------


def test_unusable_files_are_left_out_and_named(
    picture_folder: Path,
    pictures: list[Image],
    opened: Callable[[Camera], Camera],
    caplog: pytest.LogCaptureFixture,
) -> None:
    (picture_folder / "0-notes.txt").write_text("not a picture")
    (picture_folder / "1-empty.png").touch()
    whole = (picture_folder / NAMES[0]).read_bytes()
    (picture_folder / "3-cut.png").write_bytes(whole[: len(whole) // 2])
    cv2.imwrite(str(picture_folder / "4-small.png"), np.zeros((8, 8), np.uint8))
    (picture_folder / "5-folder").mkdir()
    with caplog.at_level(logging.WARNING):
        player = Player(opened(play_emulator(picture_folder)), pictures)
    (record,) = caplog.records
    for name in ("0-notes.txt", "1-empty.png", "3-cut.png", "4-small.png: 8x8"):
        assert name in record.getMessage()
    player.camera.start(WHOLE, "software")
    assert player.order(len(NAMES) + 1) == [*range(len(NAMES)), 0]


def test_a_jpeg_damaged_inside_is_not_played(
    picture_folder: Path,
    pictures: list[Image],
    opened: Callable[[Camera], Camera],
    caplog: pytest.LogCaptureFixture,
) -> None:
    noise = np.random.default_rng(4).integers(0, 256, (HEIGHT, WIDTH), np.uint8)
    data = bytearray(cv2.imencode(".jpg", noise, [cv2.IMWRITE_JPEG_QUALITY, 95])[1].tobytes())
    middle = len(data) // 2
    data[middle : middle + 600] = bytes(600)
    (picture_folder / "0-damaged.jpg").write_bytes(data)
    with caplog.at_level(logging.WARNING):
        player = Player(opened(play_emulator(picture_folder)), pictures)
    assert "0-damaged.jpg: damaged" in caplog.text
    player.camera.start(WHOLE, "software")
    assert player.order(len(NAMES)) == list(range(len(NAMES)))


def test_turned_pictures_are_played_upright(
    tmp_path: Path, opened: Callable[[Camera], Camera]
) -> None:
    """The emulator's own decoder knows no orientation."""
    upright = np.zeros((HEIGHT, WIDTH), np.uint8)
    upright[: HEIGHT // 2, : WIDTH // 4] = 200
    folder = tmp_path / "turned"
    folder.mkdir()
    (folder / "turned.tif").write_bytes(tiff(upright[::-1], tags={274: (4,)}))
    player = Player(opened(play_emulator(folder)), [upright])
    player.camera.start(WHOLE, "software")
    assert player.order(2) == [0, 0]


def test_only_a_folder_with_unusable_entries_is_staged_and_only_while_open(
    emulator: Player, picture_folder: Path
) -> None:
    assert emulator.camera._emulator.staged is None
    (picture_folder / "5-folder").mkdir()
    emulator.camera.open()
    staged = Path(emulator.camera._emulator.staged.name)
    assert len(list(staged.iterdir())) == len(NAMES)
    emulator.camera.close()
    assert not staged.exists()


def test_mono12_keeps_its_bits(emulator: Player) -> None:
    emulator.camera.start(Acquisition(pixel_format="Mono12"), "software")
    grab = emulator.triggered()
    assert (grab.image.dtype, grab.significant_bits) == (np.uint16, 12)
    assert np.array_equal(grab.image, emulator.pictures[0].astype(np.uint16) << 4)


@pytest.mark.parametrize("name", ["BGR8Packed", "RGB8Packed"])
def test_colour_formats_arrive_as_bgr(colour_emulator: Player, name: str) -> None:
    colour_emulator.camera.start(Acquisition(pixel_format=name), "software")
    assert np.array_equal(colour_emulator.triggered().image, colour_emulator.pictures[0])


@pytest.mark.parametrize("bits", [8, 10, 12, 16])
@pytest.mark.parametrize("mosaic", ["BayerRG", "BayerGR", "BayerGB", "BayerBG"])
def test_mosaic_arrives_as_bgr(colour_emulator: Player, mosaic: str, bits: int) -> None:
    colour_emulator.camera.start(Acquisition(pixel_format=f"{mosaic}{bits}"), "software")
    grab = colour_emulator.triggered()
    assert grab.significant_bits == bits
    assert grab.image.dtype == (np.uint8 if bits == 8 else np.uint16)
    assert grab.image.shape == (HEIGHT, WIDTH, 3)
    left, right = grab.image[:, 2 : WIDTH // 2 - 2], grab.image[:, WIDTH // 2 + 2 : -2]
    for patch, bgr in ((left, LEFT_BGR), (right, RIGHT_BGR)):
        assert np.array_equal(np.unique(patch.reshape(-1, 3), axis=0)[0] >> (bits - 8), bgr)
        assert np.ptp(patch.reshape(-1, 3), axis=0).tolist() == [0, 0, 0]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mono8", PixelFormat(8)),
        ("Mono12p", PixelFormat(12)),
        ("Mono10Packed", PixelFormat(10)),
        ("BGR8", PixelFormat(8)),
        ("RGB8", PixelFormat(8, cv2.COLOR_RGB2BGR)),
        ("BayerRG12Packed", PixelFormat(12, cv2.COLOR_BayerRGGB2BGR)),
        ("BayerBG10p", PixelFormat(10, cv2.COLOR_BayerBGGR2BGR)),
        ("YCbCr422_8", None),
        ("BGRA8Packed", None),
        ("Mono1p", None),
    ],
)
def test_formats_by_name(name: str, expected: PixelFormat | None) -> None:
    assert pixel_format(name) == expected


def test_trigger_to_frame_does_not_wait_for_the_emulated_exposure(emulator: Player) -> None:
    def trigger_to_frame_s() -> float:
        emulator.camera.start(WHOLE, "software")
        times = []
        for _ in range(15):
            begin = time.perf_counter()
            emulator.triggered()
            times.append(time.perf_counter() - begin)
        return min(times)

    shortest = trigger_to_frame_s()
    device(emulator).ExposureTimeAbs.Value = 50_000
    assert shortest < trigger_to_frame_s() / 3


# --- frames that the camera lost ------------------------------------------------------------


@pytest.mark.parametrize(
    ("last", "now", "replaced", "lost"),
    [
        (None, 7, 0, 0),
        (7, 8, 0, 0),
        (7, 11, 0, 3),
        (7, 11, 3, 0),
        (65535, 1, 0, 0),
        (7, 2**64 - 1, 0, 0),
    ],
)
def test_gaps_in_the_cameras_count_are_lost_frames(
    last: int | None, now: int, replaced: int, lost: int
) -> None:
    assert lost_frames(last, now, replaced) == lost


# --- lines ----------------------------------------------------------------------------------


def test_the_strobe_gives_its_line_back(emulator: Player) -> None:
    def line2() -> tuple[str, str]:
        device(emulator).LineSelector.Value = "Line2"
        return device(emulator).LineMode.Value, device(emulator).LineSource.Value

    before = line2()
    for _ in range(2):
        applied = emulator.camera.start(Acquisition(strobe_line="Line2"), "software")
        assert not applied.corrections
        assert line2() == ("Output", "ExposureActive")
    (correction,) = emulator.camera.start(Acquisition(strobe_line="Line4"), "software").corrections
    assert correction.setting == "strobe_line"
    assert line2() == before
