"""Labelled pictures in a bucket come into a dataset."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from support.iot_server import IotServer
from support.labelled_sources import manifest_line, write_manifest, write_mask, write_picture
from support.object_store_server import READER, STATION, VISITOR, ObjectStoreServer
from support.station import free_port

from okng.cloud_sync.aws_connection.store import AwsConnectionStore
from okng.cloud_sync.s3 import station_s3
from okng.device.datasets.dataset_import import ImportedPictures, import_source
from okng.device.datasets.sources.open_source import open_source
from okng.device.datasets.sources.remote import StationAccess
from okng.device.datasets.sources.source import SourceError
from okng.device.store.sync_settings import SyncSettings


@pytest.fixture
def station(server: ObjectStoreServer, tmp_path: Path) -> StationAccess:
    """Its settings name the store, and a bucket that is none of those with pictures."""
    return StationAccess(tmp_path / "data", sync(server))


def sync(
    server: ObjectStoreServer, keys: tuple[str, str] = READER, endpoint: str | None = None
) -> SyncSettings:
    credentials = {"type": "keys", "access_key_id": keys[0], "secret_access_key": keys[1]}
    return SyncSettings.model_validate(
        {
            "bucket": "results-of-the-line",
            "endpoint": endpoint or server.endpoint,
            "credentials": credentials,
        }
    )


def put(server: ObjectStoreServer, bucket: str, folder: Path, prefix: str) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            key = f"{prefix}{path.relative_to(folder).as_posix()}"
            server.admin.put_object(Bucket=bucket, Key=key, Body=path.read_bytes())


def imported(station: StationAccess, address: str) -> ImportedPictures:
    with open_source(address, station) as source:
        return import_source(station.data_dir, "cells", source, "ann")


def test_the_layout_of_lookout_for_vision(
    station: StationAccess,
    server: ObjectStoreServer,
    bucket: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "source"
    for number in range(3):
        write_picture(folder / f"normal/{number}.png", number)
    write_picture(folder / "anomaly/1.png", 9)
    put(server, bucket, folder, "line 1/cells/")
    write_picture(tmp_path / "other/normal/1.png", 77)
    put(server, bucket, tmp_path / "other", "line 1/cells-2/")
    server.admin.put_object(Bucket=bucket, Key="line 1/cells/normal/", Body=b"")
    result = imported(station, f"s3://{bucket}/line 1/cells")
    assert (result.added, result.refusals) == (4, ())
    # A station without [sync] reads as boto3 is configured.
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", server.endpoint)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", READER[0])
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", READER[1])
    plain = StationAccess(station.data_dir)
    assert imported(plain, f"s3://{bucket}/line 1/cells/").already_there == 4


def test_a_manifest_refers_to_pictures_in_buckets(
    station: StationAccess, server: ObjectStoreServer, bucket: str, tmp_path: Path
) -> None:
    folder = tmp_path / "source"
    write_picture(folder / "images/0.png", 0)
    write_picture(folder / "images/1.png", 1)
    write_mask(folder / "masks/1.png", value=(0x36, 0xA4, 0x23))
    lines = [
        manifest_line(f"s3://{bucket}/x/images/0.png"),
        manifest_line(f"s3://{bucket}/x/images/1.png", "anomaly", f"s3://{bucket}/x/masks/1.png"),
        manifest_line(f"s3://{bucket}/x/images/missing.png"),
        manifest_line("s3://no-such-bucket/1.png"),
    ]
    write_manifest(folder / "train.manifest", [*lines, manifest_line("images/0.png")])
    put(server, bucket, folder, "x/")
    remote = imported(station, f"s3://{bucket}/x/train.manifest")
    assert (remote.added, remote.masks) == (2, 1)
    reasons = {refusal.where: refusal.reason for refusal in remote.refusals}
    assert reasons.keys() == {
        "x/train.manifest, line 3",
        "x/train.manifest, line 4",
        ("x/train.manifest, line 5"),
    }
    assert f"bucket {bucket} has no such object" in reasons["x/train.manifest, line 3"]
    assert "there is no bucket no-such-bucket" in reasons["x/train.manifest, line 4"]
    assert "is the same picture as" in reasons["x/train.manifest, line 5"]
    local = write_manifest(tmp_path / "here/all.manifest", lines[:2])
    assert imported(station, str(local)).already_there == 2


def test_a_zip_in_a_bucket(
    station: StationAccess, server: ObjectStoreServer, bucket: str, tmp_path: Path
) -> None:
    write_picture(tmp_path / "source/good/1.png", 1)
    archive = shutil.make_archive(str(tmp_path / "cells"), "zip", tmp_path / "source")
    server.admin.upload_file(archive, bucket, "cells.zip")
    assert imported(station, f"s3://{bucket}/cells.zip").added == 1


def test_what_cannot_be_read_is_named(
    station: StationAccess,
    server: ObjectStoreServer,
    bucket: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(station_s3, "ATTEMPTS", 1)
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", server.endpoint)

    def said(address: str, station: StationAccess = station) -> str:
        with pytest.raises(SourceError) as caught:
            imported(station, address)
        assert READER[1] not in str(caught.value)
        return str(caught.value)

    def of(keys: tuple[str, str], **other: str) -> StationAccess:
        return StationAccess(station.data_dir, sync(server, keys, **other))

    cells = f"s3://{bucket}/cells"
    assert "has no picture and no manifest" in said(cells)
    gone = said("s3://no-such-bucket")
    assert f"there is no bucket no-such-bucket at {server.endpoint}" in gone
    wrong = said(cells, of((STATION[0], "wrong")))
    assert f"does not accept the access key {STATION[0]} of [sync.credentials]" in wrong
    refused = said(cells, of(VISITOR))
    assert f"the access key {VISITOR[0]} of [sync.credentials] may not do this" in refused
    assert f"in bucket {bucket}" in refused
    assert "reading needs s3:ListBucket on the bucket" in refused
    nobody = of(READER, endpoint=f"http://127.0.0.1:{free_port()}")
    assert f"{cells}/ can't be read: http://127.0.0.1" in said(cells, nobody)
    without = said(cells, StationAccess(station.data_dir))
    assert f"no credentials for {server.endpoint} were found" in without
    assert "the settings have no [sync]" in without


def test_a_bucket_that_vanishes_during_the_import(
    station: StationAccess, server: ObjectStoreServer, bucket: str, tmp_path: Path
) -> None:
    write_picture(tmp_path / "source/normal/1.png", 1)
    put(server, bucket, tmp_path / "source", "cells/")
    with open_source(f"s3://{bucket}/cells", station) as source:
        server.remove_bucket(bucket)
        result = import_source(station.data_dir, "cells", source, "ann")
    assert result.added == 0
    (refusal,) = result.refusals
    assert f"there is no bucket {bucket}" in refusal.reason


def test_a_station_that_is_connected_to_aws_needs_no_other_keys(
    server: ObjectStoreServer, bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", server.endpoint)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "nobody")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "nothing")
    with IotServer(tmp_path).running() as iot:
        monkeypatch.setenv("SSL_CERT_FILE", str(iot.authority_file))
        AwsConnectionStore(tmp_path / "data").connect(iot.url)
        # The stand-in gives keys that the store doesn't know: they were used.
        with pytest.raises(SourceError, match="does not accept the station's connection to AWS"):
            imported(StationAccess(tmp_path / "data"), f"s3://{bucket}/cells")
        assert len(iot.given) == 2


def test_without_boto3_the_message_says_what_to_install(
    station: StationAccess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "boto3", None)
    for access in (station, StationAccess(station.data_dir)):
        with (
            pytest.raises(SourceError, match=r"needs boto3: pip install 'okng\[s3\]'"),
            open_source("s3://parts/cells", access),
        ):
            pass
