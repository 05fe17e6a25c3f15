"""A folder of pictures as a station: which settings count, and what is said about it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support.station import write_pictures

from okng.device.cameras.folder.settings import FolderCameraSettings
from okng.device.commands import picture_station
from okng.device.commands.picture_station import PictureStationError, prepare_picture_station
from okng.device.settings.settings import load_settings


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is set for the processes that are started ends with the test."""
    monkeypatch.setattr(os, "environ", {"HOME": str(tmp_path)})
    monkeypatch.setattr(picture_station, "DEFAULT_FILE", tmp_path / "etc/okng.toml")


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    return write_pictures(tmp_path / "parts", 3)


def prepare(folder: Path, config: Path | None = None) -> tuple[Path, str]:
    """The settings file, and all that was said."""
    said: list[str] = []
    base = folder.parent
    used = prepare_picture_station(folder, config, base / "own", base / "sockets", said.append)
    return used, "\n".join(said)


def test_nothing_but_the_folder_is_needed(tmp_path: Path, pictures: Path) -> None:
    config, said = prepare(pictures)
    assert said == f"3 pictures of {pictures} are played, one for each trigger."
    settings = load_settings(config)
    assert settings.camera == FolderCameraSettings(path=pictures, step="trigger")
    assert (settings.data_dir, settings.run_dir) == (tmp_path / "own", tmp_path / "sockets")


def test_settings_count_except_for_the_camera_and_that_is_said(
    tmp_path: Path, pictures: Path
) -> None:
    theirs = tmp_path / "line.toml"
    theirs.write_text(f'station = "press-3"\ndata_dir = "{tmp_path / "line"}"\n')
    config, said = prepare(pictures, theirs)
    settings = load_settings(config)
    assert (settings.station, settings.data_dir) == ("press-3", tmp_path / "line")
    assert settings.camera == FolderCameraSettings(path=pictures, step="trigger")
    assert f"The settings in {theirs} count, except for the camera" in said
    assert "(type pylon)" in said


def test_settings_of_another_station_are_left_alone_and_that_is_said(
    tmp_path: Path, pictures: Path
) -> None:
    other = tmp_path / "etc/okng.toml"
    other.parent.mkdir()
    other.write_text('station = "press-3"\n')
    config, said = prepare(pictures)
    assert load_settings(config).station != "press-3"
    assert f"The settings in {other} are not used." in said
    assert f"okng run --config {other} --pictures {pictures}" in said


def test_its_own_settings_are_kept_at_the_next_start(pictures: Path) -> None:
    config, _ = prepare(pictures)
    config.write_text(config.read_text().replace("# Written", 'station = "trial"\n# Written'))
    del os.environ["OKNG_CAMERA"]
    again, said = prepare(pictures)
    assert load_settings(again).station == "trial"
    assert "except for the camera" not in said


def test_a_folder_without_pictures_names_its_subfolders(pictures: Path) -> None:
    with pytest.raises(PictureStationError, match=r"contains no pictures .* subfolders: parts\."):
        prepare(pictures.parent)


def test_a_camera_of_the_environment_is_refused(pictures: Path) -> None:
    os.environ["OKNG_CAMERA__TYPE"] = "pylon"
    with pytest.raises(PictureStationError, match="OKNG_CAMERA__TYPE"):
        prepare(pictures)
