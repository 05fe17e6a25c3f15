"""A station whose web process answers boto3's client."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.lookout_vision import client_for
from support.station import StationProcesses


@pytest.fixture(scope="session")
def station(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StationProcesses]:
    folder = tmp_path_factory.mktemp("lookout")
    (folder / "pictures").mkdir()
    station = StationProcesses(folder, {"type": "folder", "path": str(folder / "pictures")})
    station.start_web()
    yield station
    station.stop()


@pytest.fixture(scope="session")
def client(station: StationProcesses) -> object:
    """With a key that may do everything."""
    return client_for(station)
