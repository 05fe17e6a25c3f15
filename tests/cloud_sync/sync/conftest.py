"""Stations that send to a bucket, and a link to it that can be cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from support.object_store_server import ObjectStoreServer
from support.synced_station import SyncedStation
from support.tcp_proxy import TcpProxy

MakeStation = Callable[..., SyncedStation]


@pytest.fixture
def proxy(server: ObjectStoreServer) -> Iterator[TcpProxy]:
    """A link to the store that can be cut."""
    with TcpProxy(server.port) as proxy:
        yield proxy


@pytest.fixture
def station(
    server: ObjectStoreServer, bucket: str, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[MakeStation]:
    """Makes stations that send to the bucket; their sync processes end with the test."""
    stations: list[SyncedStation] = []

    def make(name: str = "line-3", endpoint: str | None = None, **sync: Any) -> SyncedStation:
        made = SyncedStation(tmp_path / name, endpoint or server.endpoint, bucket, **sync)
        stations.append(made)
        return made

    yield make
    for made in stations:
        made.stop()


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tries again soon, so that no test waits for minutes."""
    monkeypatch.setattr("okng.cloud_sync.uploads.backoff.FIRST_PAUSE_S", 0.1)
    monkeypatch.setattr("okng.cloud_sync.uploads.backoff.LONGEST_PAUSE_S", 0.5)
    monkeypatch.setattr("okng.cloud_sync.sync.sync_process.REPORT_S", 0.2)
    monkeypatch.setattr("okng.cloud_sync.sync.sync_process.READ_S", 0.2)
    monkeypatch.setattr("okng.cloud_sync.sync.sync_process.LOOK_S", 0.3)
