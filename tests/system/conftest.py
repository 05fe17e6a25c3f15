"""Stations of real processes, with a trained model and a camera that plays generated pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from support.station import StationProcesses, write_pictures


@pytest.fixture
def make_processes(
    tmp_path: Path, install_model: Callable[[Path], None]
) -> Iterator[Callable[..., StationProcesses]]:
    """`make_processes(**settings)` creates a station that isn't started yet."""
    made: list[StationProcesses] = []

    def make(**settings: Any) -> StationProcesses:
        pictures = write_pictures(tmp_path / "pictures", 6, defect_every=3)
        camera = {"type": "pylon", "emulate": True, "image_folder": str(pictures)}
        station = StationProcesses(tmp_path / "station", camera, **settings)
        install_model(station.data_dir)
        made.append(station)
        return station

    yield make
    for station in made:
        station.stop()


@pytest.fixture
def inspecting(make_processes: Callable[..., StationProcesses]) -> StationProcesses:
    """A daemon that inspects on software triggers."""
    station = make_processes()
    station.start_device()
    station.inspect()
    return station
