"""Stations on pylon's emulator that play generated pictures, and the command beside them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from support.fake_gpio import FakeGpio
from support.running_station import RunningStation
from support.station import write_pictures

from okng.device.cameras.pylon.settings import PylonCameraSettings
from okng.device.datasets.store import DatasetStore
from okng.device.host import gpio
from okng.device.host.supervisor import okng_command
from okng.device.settings.settings import StationSettings
from okng.device.types import CameraState, Label


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


@pytest.fixture
def fake_gpio(monkeypatch: pytest.MonkeyPatch) -> FakeGpio:
    """A GPIO chip in memory, in the place of the kernel's."""
    fake = FakeGpio()
    monkeypatch.setitem(sys.modules, "gpiod", fake)
    monkeypatch.setattr(gpio, "chip_paths", fake.chip_paths)
    return fake


@pytest.fixture
def data(tmp_path: Path, trained_models: Path) -> Path:
    """A station's data directory with a trained model, and the pictures that it has learnt."""
    shutil.copytree(trained_models, tmp_path / "data/models")
    store = DatasetStore(tmp_path / "data")
    for path in sorted((trained_models.parent / "good").iterdir())[:8]:
        store.import_file(path, "discs", Label.NORMAL, "tests")
    return tmp_path / "data"


@pytest.fixture
def config(data: Path, tmp_path: Path) -> Path:
    """The settings file of a station with that data directory."""
    config = tmp_path / "okng.toml"
    config.write_text(
        f'data_dir = "{data}"\nrun_dir = "{tmp_path}/run"\n'
        '[camera]\ntype = "folder"\npath = "/nowhere"\n[storage]\nmin_free_mb = 0\n'
    )
    return config


@pytest.fixture
def okng(config: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [*okng_command(), *arguments, "--config", str(config)]
        return subprocess.run(command, capture_output=True, text=True, timeout=240)

    return run


@pytest.fixture
def noise() -> Callable[..., NDArray[Any]]:
    """Pictures that don't compress: their size on the disk is their size in memory."""
    generator = np.random.default_rng(7)

    def make(height: int, width: int, dtype: Any = np.uint8, channels: int = 1) -> NDArray[Any]:
        shape = (height, width) if channels == 1 else (height, width, channels)
        return generator.integers(0, np.iinfo(dtype).max, shape, dtype=dtype, endpoint=True)

    return make
