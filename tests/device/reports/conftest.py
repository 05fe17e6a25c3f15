"""A data directory to report on."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.reported_station import fill_station, reported_pictures

from okng.device.datasets.new_pictures import NewPicture, PictureNotes


@pytest.fixture
def pictures(tmp_path: Path) -> list[tuple[NewPicture, PictureNotes]]:
    return reported_pictures(tmp_path / "pictures")


@pytest.fixture
def station(
    tmp_path: Path, trained_models: Path, pictures: list[tuple[NewPicture, PictureNotes]]
) -> Path:
    data_dir = tmp_path / "data"
    fill_station(data_dir, trained_models, pictures)
    return data_dir
