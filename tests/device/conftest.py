"""Stations on pylon's emulator that play generated pictures."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from support.running_station import RunningStation
from support.station import write_pictures

from okng.device.cameras.pylon import PylonCameraSettings
from okng.device.settings import StationSettings
from okng.device.types import CameraState


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """What passes before the camera: every third part has a scratch."""
    return write_pictures(tmp_path / "pictures", 6, defect_every=3)


@pytest.fixture
def make_station(
    tmp_path: Path,
    pictures: Path,
    install_model: Callable[[Path], None],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[..., RunningStation]]:
    """Starts a station with `make_station(**settings)`; it is stopped at the test's end."""
    monkeypatch.setenv("PYLON_CAMEMU", "1")
    started: list[RunningStation] = []
    with tempfile.TemporaryDirectory(prefix="okng-") as run_dir:

        def make(wait_for: CameraState = CameraState.STREAMING, **settings: Any) -> RunningStation:
            install_model(tmp_path / "data")
            defaults: dict[str, Any] = {
                "station": "test",
                "data_dir": tmp_path / "data",
                "run_dir": Path(run_dir),
                "camera": PylonCameraSettings(emulate=True, image_folder=pictures),
            }
            station = RunningStation(StationSettings(**{**defaults, **settings}), wait_for)
            started.append(station)
            return station

        yield make
        for station in started:
            station.stop()


@pytest.fixture
def station(make_station: Callable[..., RunningStation]) -> RunningStation:
    """A station in live mode."""
    return make_station()
