"""What is particular to a folder or a video played as a camera."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest

from okng.device.cameras import Camera
from okng.device.cameras.acquisition_settings import Acquisition
from okng.device.cameras.camera import CameraError, GrabError
from okng.device.cameras.folder.camera import FolderCamera
from okng.device.cameras.folder.settings import FolderCameraSettings
from okng.device.pipeline.bit_replication import expand_to_16_bits
from okng.models.arrays import Image

from .conftest import Player
from .players import NAMES, play_folder, play_video

WHOLE = Acquisition()


def test_bad_file_fails_by_name_and_the_next_one_comes(
    picture_folder: Path, pictures: list[Image], opened: Callable[[Camera], Camera]
) -> None:
    (picture_folder / "11-empty.png").touch()
    cv2.imwrite(str(picture_folder / "12-small.png"), np.zeros((8, 9), np.uint8))
    (picture_folder / "13-labels.csv").write_text("not a picture")
    player = Player(opened(play_folder(picture_folder)), pictures)
    player.camera.start(WHOLE, "software")
    assert player.order(1) == [0]
    for bad in ("11-empty.png: the file is empty", "12-small.png has 9x8 pixels Mono8"):
        player.camera.trigger()
        with pytest.raises(GrabError, match=re.escape(bad)):
            player.camera.grab(100)
    assert player.order(len(NAMES)) == [1, 2, 3, 4, 0]


def test_folder_that_does_not_loop_ends_after_the_last_picture(
    picture_folder: Path, pictures: list[Image], opened: Callable[[Camera], Camera]
) -> None:
    settings = FolderCameraSettings(path=picture_folder, loop=False)
    player = Player(opened(FolderCamera(settings)), pictures)
    player.camera.start(WHOLE, "software")
    assert player.order(len(NAMES)) == [*range(len(NAMES))]
    player.camera.trigger()
    assert player.camera.grab(50) is None
    player.camera.start(WHOLE, "software")
    assert player.order(1) == [0]


def test_sixteen_bit_pictures_keep_their_depth(
    tmp_path: Path, opened: Callable[[Camera], Camera]
) -> None:
    picture = np.arange(64 * 48, dtype=np.uint16).reshape(48, 64) * 20
    cv2.imwrite(str(tmp_path / "deep.png"), picture)
    player = Player(opened(play_folder(tmp_path)), [picture])
    assert player.camera.features().pixel_formats == ("Mono16",)
    player.camera.start(WHOLE, "software")
    grab = player.triggered()
    assert grab.significant_bits == 16
    assert np.array_equal(grab.image, picture)


def test_bits_that_the_settings_name_are_those_of_the_files(
    tmp_path: Path, opened: Callable[[Camera], Camera]
) -> None:
    """The line moves the values up, as it does a Mono12 camera's."""
    (tmp_path / "deep").mkdir()
    picture = np.arange(64 * 48, dtype=np.uint16).reshape(48, 64)
    cv2.imwrite(str(tmp_path / "deep/1.png"), picture)
    cv2.imwrite(str(tmp_path / "deep/2.png"), picture + 2000)
    settings = FolderCameraSettings(path=tmp_path / "deep", significant_bits=12)
    camera = opened(FolderCamera(settings))
    camera.start(WHOLE, "software")
    camera.trigger()
    grab = camera.grab(1000)
    assert grab is not None
    assert grab.significant_bits == 12
    assert expand_to_16_bits(grab.image, grab.significant_bits).max() == 3071 * 16 + 3071 // 256
    camera.trigger()
    with pytest.raises(GrabError, match=r"picture is 5071; camera\.significant_bits is 12"):
        camera.grab(1000)


def test_rate_is_the_recipes_or_the_settings_or_the_videos(
    picture_folder: Path, opened: Callable[[Camera], Camera]
) -> None:
    video = opened(play_video(picture_folder))
    assert video.start(WHOLE, "free_running").frame_rate_hz == 50
    slow = opened(FolderCamera(FolderCameraSettings(path=picture_folder, frame_rate_hz=4)))
    assert slow.start(WHOLE, "free_running").frame_rate_hz == 4
    assert slow.start(Acquisition(frame_rate_hz=7), "free_running").frame_rate_hz == 7


def test_what_a_folder_can_not_set_is_reported(
    picture_folder: Path, opened: Callable[[Camera], Camera]
) -> None:
    camera = opened(play_folder(picture_folder))
    applied = camera.start(Acquisition(exposure_us=100, gain_db=1), "software")
    assert [(c.setting, c.asked) for c in applied.corrections] == [
        ("exposure_us", 100),
        ("gain_db", 1),
    ]


def test_folder_without_a_whole_picture_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "cut.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(CameraError, match=r"holds no complete picture.*1 can't be decoded"):
        play_folder(tmp_path).open()


def test_file_that_is_no_video_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "video.avi"
    path.write_text("not a video")
    with pytest.raises(CameraError, match="not a video"):
        FolderCamera(FolderCameraSettings(path=path)).open()


def test_by_triggers_the_live_view_shows_one_picture_until_a_trigger_takes_it(
    picture_folder: Path, pictures: list[Image], opened: Callable[[Camera], Camera]
) -> None:
    settings = FolderCameraSettings(path=picture_folder, step="trigger", frame_rate_hz=500)
    player = Player(opened(FolderCamera(settings)), pictures)
    camera = player.camera

    def shown() -> tuple[int, str]:
        grab = camera.grab(1000)
        assert grab is not None
        assert grab.played is not None
        assert (grab.played.number, grab.played.count) == (player.index(grab) + 1, len(NAMES))
        return player.index(grab), grab.played.name

    camera.start(WHOLE, "free_running")
    assert [shown(), shown()] == [(0, NAMES[0])] * 2
    camera.advance()
    assert [shown(), shown()] == [(1, NAMES[1])] * 2
    camera.start(WHOLE, "software")
    assert player.order(len(NAMES)) == [1, 2, 3, 4, 0], "goes on with the picture that was shown"
    camera.start(WHOLE, "free_running")
    assert shown() == (1, NAMES[1]), "and with the one after the last that was taken"
