"""The station's files of the data lake are in the bucket, each as the folder has it now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.object_store_server import ObjectStoreServer
from support.station import eventually
from support.synced_station import SyncedStation, open_store

from okng.cloud_sync.object_store.object_store import ObjectStore
from okng.cloud_sync.uploads.lake_mirror import LakeMirror
from okng.device.data_lake.export import LakeExport
from okng.device.data_lake.schema import ALL_DAYS
from okng.device.data_lake.settings import ExportSettings

MakeStation = Callable[..., SyncedStation]


def in_bucket(server: ObjectStoreServer, bucket: str) -> dict[str, bytes]:
    prefix = "okng/lake/"
    return {
        key.removeprefix(prefix): server.read(bucket, key) for key in server.keys(bucket, prefix)
    }


def in_folder(lake: Path) -> dict[str, bytes]:
    return {str(path.relative_to(lake)): path.read_bytes() for path in lake.rglob("part-*.parquet")}


def export(line: SyncedStation, lake: Path) -> None:
    LakeExport(line.data_dir, lake, 0).run(ALL_DAYS)


@pytest.fixture
def lake(tmp_path: Path) -> Path:
    return tmp_path / "lake"


@pytest.fixture
def line(station: MakeStation, lake: Path) -> SyncedStation:
    """A station whose one part is in the lake."""
    line = station()
    line.record(1)
    export(line, lake)
    return line


@pytest.fixture
def store(line: SyncedStation) -> ObjectStore:
    """The station's bucket."""
    assert line.settings.sync
    return open_store(line.settings.sync)


def test_the_bucket_has_what_the_folder_has(
    server: ObjectStoreServer,
    bucket: str,
    station: MakeStation,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("okng.cloud_sync.sync.sync_process.LAKE_LOOK_S", 0.2)
    lake = tmp_path / "lake"
    line = station(results="off", datasets=False, models=False)
    line.settings = line.settings.model_copy(update={"export": ExportSettings(folder=lake)})
    yesterday = datetime.now(UTC) - timedelta(days=1)
    line.record(2, triggered_at=yesterday)
    line.record(1)
    export(line, lake)
    other = lake / "inspections/day=2026-01-01/part-00000000.parquet"
    other.parent.mkdir()
    other.write_bytes(b"of another station")
    (lake / "notes.parquet").write_bytes(b"of a person")
    line.start()
    own = {name: data for name, data in in_folder(lake).items() if "00000000" not in name}
    assert len(own) == 2
    eventually(lambda: in_bucket(server, bucket) == own)
    # A day that is written again is replaced there.
    line.record(1)
    export(line, lake)
    now = {name: data for name, data in in_folder(lake).items() if "00000000" not in name}
    assert now != own
    eventually(lambda: in_bucket(server, bucket) == now)


def test_what_was_sent_is_sent_once_also_after_a_restart(
    line: SyncedStation, lake: Path, store: ObjectStore
) -> None:
    puts: list[str] = []
    put = store._client.put_object
    store._client.put_object = lambda **request: (puts.append(request["Key"]), put(**request))[1]
    for _ in range(2):
        mirror = LakeMirror(lake, line.station_id, store, lambda: True)
        mirror.update()
        mirror.update()
    assert len(puts) == 1


def test_outside_the_windows_nothing_is_sent(
    server: ObjectStoreServer, bucket: str, line: SyncedStation, lake: Path, store: ObjectStore
) -> None:
    LakeMirror(lake, line.station_id, store, lambda: False).update()
    assert in_bucket(server, bucket) == {}
