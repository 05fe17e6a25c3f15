"""Pictures come from a bucket, and models are packaged into one, by the settings' own keys."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.lookout_vision import client_for, entry_of, wait_for_status
from support.object_store_server import ObjectStoreServer
from support.station import StationProcesses, eventually, write_pictures
from support.synced_station import KEYS, SyncedStation

from okng.cloud_sync.lookout_vision.storage import STATION_BUCKET
from okng.cloud_sync.model_transfer.packages import open_packages
from okng.device.datasets.store import DatasetStore
from okng.device.model_exchange.keys import ModelKeys
from okng.device.types import Label, ModelReference
from okng.models.exchange.errors import PackageError


@pytest.fixture(scope="module")
def bucket(server: ObjectStoreServer) -> str:
    """A bucket of the store that the station syncs with, and not the one that it syncs into."""
    return server.make_bucket("lookoutvision-line-3")


@pytest.fixture(scope="module")
def s3(server: ObjectStoreServer) -> Any:
    """The store's administrator."""
    return server.admin


@pytest.fixture(scope="module")
def station(
    server: ObjectStoreServer, tmp_path_factory: pytest.TempPathFactory, trained_models: Path
) -> Iterator[StationProcesses]:
    folder = tmp_path_factory.mktemp("buckets")
    sync = {"endpoint": server.endpoint, "bucket": "results-of-the-line", "credentials": KEYS}
    station = StationProcesses(folder, {"type": "folder", "path": str(folder)}, sync=sync)
    shutil.copytree(trained_models, station.data_dir / "models")
    pictures = sorted((trained_models.parent / "good").iterdir())[:4]
    DatasetStore(station.data_dir).import_files(pictures, "discs", Label.NORMAL, "tests")
    station.start_web()
    yield station
    station.stop()


def test_a_dataset_comes_from_a_bucket(
    station: StationProcesses, s3: Any, bucket: str, tmp_path: Path
) -> None:
    client = client_for(station)
    lines = []
    for path in sorted(write_pictures(tmp_path / "pictures", 3, 96, 80).iterdir()):
        s3.put_object(Bucket=bucket, Key=f"cells/{path.name}", Body=path.read_bytes())
        lines.append(json.dumps(entry_of(f"s3://{bucket}/cells/{path.name}", "normal")))
    lines.append(json.dumps(entry_of(f"s3://{bucket}/cells/absent.png", "normal")))
    manifest = {"Bucket": bucket, "Key": "cells/train.manifest"}
    s3.put_object(**manifest, Body="\n".join(lines).encode())
    client.create_project(ProjectName="cells")
    source = {"GroundTruthManifest": {"S3Object": manifest}}
    client.create_dataset(ProjectName="cells", DatasetType="train", DatasetSource=source)

    def dataset() -> dict[str, Any]:
        answer = client.describe_dataset(ProjectName="cells", DatasetType="train")
        description: dict[str, Any] = answer["DatasetDescription"]
        return description

    done = wait_for_status(dataset, "CREATE_COMPLETE", "CREATE_FAILED")
    assert done["ImageStats"]["Normal"] == 3, done["StatusMessage"]
    assert "line 4" in done["StatusMessage"]
    listed = client.list_dataset_entries(ProjectName="cells", DatasetType="train")
    assert [json.loads(entry) for entry in listed["DatasetEntries"]] == [
        json.loads(line) for line in lines[:3]
    ]


def test_the_page_imports_from_a_bucket(
    station: StationProcesses, s3: Any, bucket: str, tmp_path: Path
) -> None:
    for path in write_pictures(tmp_path / "pictures", 2, 96, 80).iterdir():
        s3.put_object(Bucket=bucket, Key=f"caps/normal/{path.name}", Body=path.read_bytes())
    page = station.claim()
    for prefix, state in (("caps", "succeeded"), ("absent", "failed")):
        source = {"source": f"s3://{bucket}/{prefix}"}
        started = page.post(f"{station.url}/api/v1/datasets/caps/imports", json=source).json()
        job_url = f"{station.url}/api/v1/jobs/{started['job_id']}"

        def ended(job_url: str = job_url) -> Any:
            job = page.get(job_url).json()
            return job["state"] in ("succeeded", "failed") and job

        job = eventually(ended, timeout_s=60)
        assert job["state"] == state, job
    assert "has no picture and no manifest" in job["message"]
    listed = page.get(f"{station.url}/api/v1/datasets/caps/pictures").json()
    assert len(listed["pictures"]) == 2


def test_a_model_is_packaged_into_a_bucket_from_which_those_who_trust_its_maker_pull_it(
    station: StationProcesses, server: ObjectStoreServer, bucket: str, tmp_path: Path
) -> None:
    client = client_for(station)
    client.create_project(ProjectName="discs")
    for target, end in ((bucket, "SUCCEEDED"), ("absent-bucket", "FAILED")):
        greengrass = {
            "S3OutputLocation": {"Bucket": target, "Prefix": "okng/models/"},
            "ComponentName": "discs",
            "ComponentVersion": "2.0.0",
        }
        job = client.start_model_packaging_job(
            ProjectName="discs", ModelVersion="1", Configuration={"Greengrass": greengrass}
        )["JobName"]
        done = wait_for_status(
            lambda job=job: client.describe_model_packaging_job(ProjectName="discs", JobName=job)[
                "ModelPackagingDescription"
            ],
            "SUCCEEDED",
            "FAILED",
        )
        assert done["Status"] == end, done["StatusMessage"]
    assert "absent-bucket" in done["StatusMessage"]

    taker = SyncedStation(tmp_path / "taker", server.endpoint, bucket).settings
    packages, key = open_packages(taker), "models/discs-2.0.0.okng-model"
    model = ModelReference(name="discs", version=1)
    with pytest.raises(PackageError, match="doesn't trust"):
        packages.pull(model, key)
    ModelKeys(taker.data_dir).trust("maker", ModelKeys(station.data_dir).signing_key().public)
    with pytest.raises(PackageError, match="brings discs:1, not rings:1"):
        packages.pull(ModelReference(name="rings", version=1), key)
    assert not (taker.data_dir / "models").exists()
    received = packages.pull(model, key)
    assert (received.signed_by, received.is_new) == ("maker", True)
    assert list((station.data_dir / "uploads").iterdir()) == []


def test_a_model_without_reference_pictures_is_not_packaged(station: StationProcesses) -> None:
    store = DatasetStore(station.data_dir)
    for picture in store.pictures("discs"):
        (station.data_dir / picture.path).unlink()
    greengrass = {"S3OutputLocation": {"Bucket": STATION_BUCKET}, "ComponentName": "discs"}
    client = client_for(station)
    job = client.start_model_packaging_job(
        ProjectName="discs", ModelVersion="1", Configuration={"Greengrass": greengrass}
    )["JobName"]
    done = wait_for_status(
        lambda: client.describe_model_packaging_job(ProjectName="discs", JobName=job)[
            "ModelPackagingDescription"
        ],
        "SUCCEEDED",
        "FAILED",
    )
    assert done["Status"] == "FAILED"
    assert "none of the pictures that it learnt from" in done["StatusMessage"]
