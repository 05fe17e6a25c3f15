"""Outputs go to a bucket or to the station's own folder, and never out of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.object_store_server import READER, STATION, ObjectStoreServer
from support.synced_station import KEYS

from okng.cloud_sync.lookout_vision.shapes import S3Location
from okng.cloud_sync.lookout_vision.storage import FOLDER, STATION_BUCKET, Storage, StorageError
from okng.device.store.sync_settings import SyncSettings


@pytest.mark.parametrize(
    ("prefix", "key"), [(None, "a.json"), ("out", "out/a.json"), ("out/", "out/a.json")]
)
def test_an_output_goes_below_its_prefix(
    tmp_path: Path, server: ObjectStoreServer, bucket: str, prefix: str | None, key: str
) -> None:
    storage = Storage(tmp_path, sync(server))
    place = storage.write(S3Location(bucket=bucket, prefix=prefix), "a.json", b"{}")
    assert (place.bucket, place.key) == (bucket, key)
    assert server.read(bucket, key) == b"{}"
    own = S3Location(bucket=STATION_BUCKET, prefix=prefix)
    assert storage.write(own, "a.json", b"[]").key == key
    assert (tmp_path / FOLDER / key).read_bytes() == b"[]"


def sync(server: ObjectStoreServer, **keys: str) -> SyncSettings:
    return SyncSettings.model_validate(
        {"endpoint": server.endpoint, "bucket": "another", "credentials": {**KEYS, **keys}}
    )


def test_a_station_without_a_store_writes_as_boto3_is_configured(
    tmp_path: Path, server: ObjectStoreServer, bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", server.endpoint)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", STATION[0])
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", STATION[1])
    Storage(tmp_path).write(S3Location(bucket=bucket), "a.json", b"{}")
    assert server.read(bucket, "a.json") == b"{}"


def test_what_cannot_be_written_is_told(
    tmp_path: Path, server: ObjectStoreServer, bucket: str
) -> None:
    absent = S3Location(bucket="absent-bucket")
    words = "s3://absent-bucket/a.json can't be written: there is no bucket absent-bucket"
    with pytest.raises(StorageError, match=words):
        Storage(tmp_path, sync(server)).write(absent, "a.json", b"{}")
    reader = sync(server, access_key_id=READER[0], secret_access_key=READER[1])
    with pytest.raises(StorageError, match=f"{READER[0]}.* may not do this .*s3:PutObject"):
        Storage(tmp_path, reader).write(S3Location(bucket=bucket), "a.json", b"{}")


@pytest.mark.parametrize("prefix", ["..", "a/../..", "a/../../okng", "."])
def test_no_output_leads_out_of_the_folder(tmp_path: Path, prefix: str) -> None:
    location = S3Location(bucket=STATION_BUCKET, prefix=prefix)
    if prefix == ".":
        Storage(tmp_path).write(location, "a.json", b"{}")
        assert (tmp_path / FOLDER / "a.json").exists()
        return
    with pytest.raises(StorageError, match="leads out of the station's folder"):
        Storage(tmp_path).write(location, "a.json", b"{}")
    assert list(tmp_path.iterdir()) == []


def test_a_link_leads_nowhere(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "data" / FOLDER).mkdir(parents=True)
    (tmp_path / "data" / FOLDER / "link").symlink_to(outside)
    with pytest.raises(StorageError, match="leads out"):
        Storage(tmp_path / "data").station_path("link/a.json")
