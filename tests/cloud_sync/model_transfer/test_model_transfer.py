"""Models go through a bucket to stations that ask for them, or to which they are assigned."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.object_store_server import ObjectStoreServer
from support.station import StationProcesses, eventually, write_pictures
from support.synced_station import KEYS, SyncedStation, open_store

from okng.cloud_sync.model_transfer.assignments import AssignmentError, Assignments, assignment_keys
from okng.cloud_sync.model_transfer.packages import ModelPackages, open_packages
from okng.cloud_sync.object_store.errors import ObjectExistsError, ObjectRefusedError
from okng.device.datasets.store import DatasetStore
from okng.device.ipc.client import DeviceClient
from okng.device.ipc.commands import GetStatus, RollBackModel
from okng.device.model_exchange.keys import ModelKeys
from okng.device.settings.settings import StationSettings, load_settings
from okng.device.store.station_id import station_id
from okng.device.types import Label, ModelReference
from okng.models.bundles.bundle import load_bundle, write_bundle
from okng.models.bundles.manifest import MODEL, AnomalyDescription, AnomalyManifest
from okng.models.exchange.errors import PackageError

SECOND = ModelReference(name="discs", version=2)


class Maker:
    """A station that trained `discs` twice."""

    def __init__(self, settings: StationSettings, trained: Path) -> None:
        self.data_dir = settings.data_dir
        models = self.data_dir / "models"
        shutil.copytree(trained, models)
        first = load_bundle(models / "discs" / "1", AnomalyManifest)
        fields = first.manifest.model_dump(include=set(AnomalyDescription.model_fields))
        description = AnomalyDescription.model_validate(fields | {"author": "again"})
        self.second = write_bundle(models, "discs", description, (first.path / MODEL).read_bytes())
        datasets = DatasetStore(self.data_dir)
        for picture in sorted((trained.parent / "good").iterdir())[:4]:
            datasets.import_file(picture, "discs", Label.NORMAL, "tests")
        self.packages = open_packages(settings)

    def is_trusted_by(self, data_dir: Path) -> None:
        ModelKeys(data_dir).trust("maker", ModelKeys(self.data_dir).signing_key().public)


@pytest.fixture
def make_station(
    server: ObjectStoreServer, bucket: str, tmp_path: Path
) -> Callable[..., SyncedStation]:
    def make(name: str, **sync: object) -> SyncedStation:
        return SyncedStation(tmp_path / name, server.endpoint, bucket, **sync)

    return make


@pytest.fixture
def maker(make_station: Callable[..., SyncedStation], trained_models: Path) -> Maker:
    return Maker(make_station("maker").settings, trained_models)


def test_a_version_is_pushed_once_and_pulled_by_those_who_trust_its_maker(
    maker: Maker, make_station: Callable[..., SyncedStation]
) -> None:
    taker = make_station("taker").settings
    packages = open_packages(taker)
    with pytest.raises(ObjectRefusedError, match=r"has no okng/packages/discs/2\.okng-model"):
        packages.pull(SECOND)
    assert maker.packages.push(maker.second) == "packages/discs/2.okng-model"
    with pytest.raises(ObjectExistsError, match="never replaced"):
        maker.packages.push(maker.second)
    with pytest.raises(PackageError, match="doesn't trust"):
        packages.pull(SECOND)
    assert not (taker.data_dir / "models").exists()
    maker.is_trusted_by(taker.data_dir)
    received = packages.pull(SECOND)
    assert received.signed_by == "maker"
    assert received.bundle.manifest == maker.second.manifest
    assert not packages.pull(SECOND).is_new
    for data_dir in (taker.data_dir, maker.data_dir):
        assert not list((data_dir / "uploads").iterdir())


def test_a_large_package_goes_in_pieces(
    maker: Maker, make_station: Callable[..., SyncedStation], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("okng.cloud_sync.object_store.object_store.PIECE_BYTES", 1_000_000)
    maker.packages._part_bytes = 5 * 1024 * 1024
    maker.packages.push(maker.second)
    taker = make_station("taker").settings
    maker.is_trusted_by(taker.data_dir)
    assert open_packages(taker).pull(SECOND).is_new


def test_an_assigned_model_judges_until_a_person_rolls_back(
    maker: Maker,
    server: ObjectStoreServer,
    bucket: str,
    tmp_path: Path,
    install_model: Callable[[Path], None],
) -> None:
    pictures = write_pictures(tmp_path / "pictures", 2)
    station = StationProcesses(
        tmp_path / "station",
        {"type": "pylon", "emulate": True, "image_folder": str(pictures)},
        sync={"endpoint": server.endpoint, "bucket": bucket, "credentials": KEYS, "group": "line"},
    )
    install_model(station.data_dir)
    maker.is_trusted_by(station.data_dir)
    maker.packages.push(maker.second)
    settings = load_settings(station.config)
    assert settings.sync
    store = open_store(settings.sync)
    assignments = Assignments(
        station.data_dir,
        assignment_keys(station_id(station.data_dir), settings.sync.group),
        store,
        ModelPackages(station.data_dir, store, 8),
        station.client,
    )

    def assign(version: int) -> None:
        model = {"name": "discs", "version": version, "activate": True}
        document = json.dumps({"format": 1, "models": [model]}).encode()
        store.replace("assignments/groups/line.json", document)

    def running() -> int:
        model = station.client.ask(GetStatus()).model
        assert model
        return model.version

    assign(2)
    try:
        station.start_device()
        station.inspect()
        assignments.carry_out()
        assert running() == 2
        station.client.ask(RollBackModel(why="it rejects too much", author="tests"))
        assignments.carry_out()
        assert running() == 1
        assign(1)
        assignments.carry_out()
        assign(2)
        assignments.carry_out()
        assert running() == 2
    finally:
        station.ledger.close()
        station.stop()


def test_what_can_not_be_had_is_told_and_stops_nothing_else(
    maker: Maker, make_station: Callable[..., SyncedStation], server: ObjectStoreServer, bucket: str
) -> None:
    taker = make_station("taker")
    maker.is_trusted_by(taker.data_dir)
    maker.packages.push(maker.second)
    models = [{"name": "rings", "version": 1}, {"name": "discs", "version": 2}]
    (key,) = assignment_keys(taker.station_id, None)
    server.admin.put_object(
        Bucket=bucket,
        Key=f"okng/{key}",
        Body=json.dumps({"format": 1, "models": models}).encode(),
    )
    taker.start()
    try:
        eventually(lambda: taker.problem() == "assignment", timeout_s=60)
        assert "rings:1 is assigned, but the bucket has no" in str(taker.status.problem)
        eventually(lambda: (taker.data_dir / "models" / "discs" / "2").exists(), timeout_s=60)
    finally:
        taker.stop()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "can't be read"),
        (b"[]", "can't be read"),
        (b'{"format": 2, "models": []}', "format"),
        (b'{"format": 1, "models": [{"name": "../keys", "version": 1}]}', "name"),
        (b'{"format": 1, "models": [{"name": "discs", "version": 0}]}', "version"),
        (b'{"format": 1, "models": [], "more": 1}', "more"),
    ],
)
def test_a_document_that_is_none_is_named(
    content: bytes, problem: str, make_station: Callable[..., SyncedStation]
) -> None:
    taker = make_station("taker")
    assert taker.settings.sync
    store = open_store(taker.settings.sync)
    keys = assignment_keys(taker.station_id, None)
    packages = ModelPackages(taker.data_dir, store, 8)
    store.replace(keys[0], content)
    assignments = Assignments(
        taker.data_dir, keys, store, packages, DeviceClient(taker.settings.run_dir)
    )
    with pytest.raises(AssignmentError, match=f"{keys[0]}.*{problem}"):
        assignments.carry_out()
