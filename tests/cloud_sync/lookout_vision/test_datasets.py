"""Datasets of a project: made from a manifest, listed by every filter, changed, shown on pages."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from support.lookout_vision import (
    entry_of,
    refused,
    source_of,
    wait_for_status,
    write_manifest,
)
from support.station import StationProcesses, write_pictures

from okng.cloud_sync.lookout_vision.storage import FOLDER, STATION_BUCKET
from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.masks import read_mask_file, write_mask
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.store import DatasetStore
from okng.device.types import Label, Split
from okng.models.masks.class_mask import ClassMask, MaskClass, color_of

PICTURES = 8
NORMAL, ANOMALY, UNLABELLED = 4, 2, 2
CLASSES = ("normal", "anomaly", "dent", "scratch", "burr")
LABELS = ["normal"] * NORMAL + ["anomaly"] * ANOMALY + [None] * UNLABELLED


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pictures(tmp_path_factory.mktemp("pictures"), PICTURES + 2, 96, 80)


@pytest.fixture
def project(client: Any) -> str:
    name = f"cells-{uuid.uuid4().hex[:8]}"
    client.create_project(ProjectName=name)
    return name


@pytest.fixture
def filled(
    client: Any, station: StationProcesses, pictures: Path, project: str
) -> Callable[[], dict[str, Any]]:
    """A project with a training dataset from a manifest; describes it."""
    labels = {f"{number:05d}.png": label for number, label in enumerate(LABELS)}
    key = write_manifest(station, project, pictures, labels)
    metadata = client.create_dataset(
        ProjectName=project, DatasetType="train", DatasetSource=source_of(key)
    )["DatasetMetadata"]
    assert metadata["Status"] == "CREATE_IN_PROGRESS"
    return description_of(client, project)


def description_of(client: Any, project: str, kind: str = "train") -> Callable[[], dict[str, Any]]:
    def describe() -> dict[str, Any]:
        answer = client.describe_dataset(ProjectName=project, DatasetType=kind)
        described: dict[str, Any] = answer["DatasetDescription"]
        return described

    return describe


def entries(client: Any, project: str, kind: str = "train", **filters: Any) -> list[dict[str, Any]]:
    pages = client.get_paginator("list_dataset_entries").paginate(
        ProjectName=project, DatasetType=kind, **filters
    )
    return [json.loads(entry) for page in pages for entry in page["DatasetEntries"]]


def refs(listed: list[dict[str, Any]]) -> list[str]:
    return [entry["source-ref"].rpartition("/")[2] for entry in listed]


def change(
    client: Any, project: str, *lines: dict[str, Any], kind: str = "train"
) -> dict[str, Any]:
    changes = "\n".join(json.dumps(line) for line in lines)
    answer = client.update_dataset_entries(
        ProjectName=project, DatasetType=kind, Changes=changes.encode()
    )
    assert answer["Status"] == "UPDATE_IN_PROGRESS"
    return wait_for_status(
        description_of(client, project, kind),
        "UPDATE_COMPLETE",
        "UPDATE_FAILED_ROLLBACK_COMPLETE",
    )


def test_a_dataset_comes_from_a_manifest(
    client: Any, station: StationProcesses, project: str, filled: Callable[[], dict[str, Any]]
) -> None:
    description = wait_for_status(filled, "CREATE_COMPLETE", "CREATE_FAILED")
    assert description["Status"] == "CREATE_COMPLETE", description["StatusMessage"]
    stats = {"Total": PICTURES, "Labeled": 6, "Normal": NORMAL, "Anomaly": ANOMALY}
    assert description["ImageStats"] == stats
    stored = DatasetStore(station.data_dir).pictures(project)
    assert [picture.label for picture in stored].count(Label.NORMAL) == NORMAL
    assert {picture.split for picture in stored} == {Split.TRAIN}
    listed = entries(client, project)
    assert listed[0] == entry_of(f"s3://{STATION_BUCKET}/{project}/00000.png", "normal")
    (metadata,) = client.describe_project(ProjectName=project)["ProjectDescription"]["Datasets"]
    assert metadata["DatasetType"] == "train"


def test_entries_by_every_filter_and_by_pages(
    client: Any, project: str, filled: Callable[[], dict[str, Any]]
) -> None:
    wait_for_status(filled, "CREATE_COMPLETE")
    files = [f"{number:05d}.png" for number in range(PICTURES)]
    now = datetime.now(UTC)
    hour = timedelta(hours=1)
    for filters, expected in (
        ({}, files),
        ({"PaginationConfig": {"PageSize": 3}}, files),
        ({"Labeled": True}, files[:6]),
        ({"Labeled": False}, files[6:]),
        ({"AnomalyClass": "anomaly"}, files[4:6]),
        ({"AnomalyClass": "normal", "PaginationConfig": {"PageSize": 1}}, files[:4]),
        ({"SourceRefContains": "/00003"}, files[3:4]),
        ({"SourceRefContains": "%"}, []),
        ({"AfterCreationDate": now - hour, "BeforeCreationDate": now + hour}, files),
        ({"AfterCreationDate": now + hour}, []),
        ({"BeforeCreationDate": now - hour}, []),
        ({"AnomalyClass": "normal", "Labeled": False}, []),
    ):
        assert sorted(refs(entries(client, project, **filters))) == expected, filters


def test_entries_are_labelled_added_and_unlabelled(
    client: Any,
    station: StationProcesses,
    project: str,
    pictures: Path,
    filled: Callable[[], dict[str, Any]],
) -> None:
    wait_for_status(filled, "CREATE_COMPLETE")
    base = f"s3://{STATION_BUCKET}/{project}"
    new = station.data_dir / FOLDER / project / "00008.png"
    new.write_bytes((pictures / "00008.png").read_bytes())
    description = change(
        client,
        project,
        entry_of(f"{base}/00006.png", "anomaly"),  # was unlabelled
        entry_of(f"{base}/00000.png", "anomaly"),  # was normal
        entry_of(f"{base}/00001.png", None),  # was normal
        entry_of(f"{base}/00008.png", "normal"),  # is new
    )
    assert description["Status"] == "UPDATE_COMPLETE", description["StatusMessage"]
    assert description["ImageStats"] == {"Total": 9, "Labeled": 7, "Normal": 3, "Anomaly": 4}
    anomalous = refs(entries(client, project, AnomalyClass="anomaly"))
    assert sorted(anomalous) == ["00000.png", "00004.png", "00005.png", "00006.png"]
    assert refs(entries(client, project, Labeled=False)) == ["00001.png", "00007.png"]
    labels = [picture.label for picture in DatasetStore(station.data_dir).pictures(project)]
    assert labels.count(Label.ANOMALY) == 4


def test_refused_lines_are_all_named_and_the_others_come_in(
    client: Any, project: str, filled: Callable[[], dict[str, Any]]
) -> None:
    wait_for_status(filled, "CREATE_COMPLETE")
    base = f"s3://{STATION_BUCKET}/{project}"
    answer = client.update_dataset_entries(
        ProjectName=project,
        DatasetType="train",
        Changes="\n".join(
            (
                json.dumps(entry_of(f"{base}/00006.png", "normal")),
                "{",
                json.dumps({"anomaly-label": 1}),
                json.dumps(entry_of(f"{base}/../../okng.db", "normal")),
                json.dumps(entry_of(f"{base}/00099.png", "normal")),
            )
        ).encode(),
    )
    assert answer["Status"] == "UPDATE_IN_PROGRESS"
    done = wait_for_status(description_of(client, project), "UPDATE_COMPLETE")
    assert "refused lines (4): " in done["StatusMessage"]
    for number in (2, 3, 4, 5):
        assert f"line {number}:" in done["StatusMessage"]
    # The name is the station's: no store is asked for a bucket that somebody may have called so.
    assert f"line 5: {base}/00099.png is not in s3://okng-station" in done["StatusMessage"]
    nothing = change(client, project, entry_of(f"{base}/00099.png", "normal"))
    assert nothing["Status"] == "UPDATE_FAILED_ROLLBACK_COMPLETE"
    assert nothing["ImageStats"] == done["ImageStats"]


def test_what_the_pages_change_is_so_here(
    client: Any, station: StationProcesses, project: str, filled: Callable[[], dict[str, Any]]
) -> None:
    wait_for_status(filled, "CREATE_COMPLETE")
    client.create_dataset(ProjectName=project, DatasetType="test")
    stored = DatasetStore(station.data_dir).pictures(project)
    changes = DatasetChanges(station.data_dir)
    changes.change([stored[0].picture_id], PictureChange(label=Label.ANOMALY), "tests")
    changes.change([stored[1].picture_id], PictureChange(removed=True), "tests")
    changes.change([stored[2].picture_id], PictureChange(split=Split.TEST), "tests")
    listed = entries(client, project)
    assert len(listed) == PICTURES - 2
    relabelled = next(e for e in listed if e["source-ref"].endswith("00000.png"))
    assert relabelled["anomaly-label-metadata"]["class-name"] == "anomaly"
    assert relabelled["anomaly-label"] == 1
    (moved,) = entries(client, project, "test")
    assert moved == entry_of(f"s3://{STATION_BUCKET}/{project}/00002.png", "normal")


def test_pictures_of_the_station_are_entries_of_a_new_dataset(
    client: Any, station: StationProcesses, project: str, pictures: Path
) -> None:
    store = DatasetStore(station.data_dir)
    taken = store.import_file(pictures / "00009.png", project, Label.NORMAL, "tests")
    made = client.create_dataset(ProjectName=project, DatasetType="train")["DatasetMetadata"]
    assert made["Status"] == "CREATE_COMPLETE"
    (entry,) = entries(client, project)
    assert entry["source-ref"].endswith(f"/datasets/{project}/{taken.picture_id}")
    assert entry["anomaly-label-metadata"]["class-name"] == "normal"
    assert entries(client, project, SourceRefContains="00009") == []


def test_a_deleted_dataset_leaves_its_pictures_in_the_trash(
    client: Any, station: StationProcesses, project: str, filled: Callable[[], dict[str, Any]]
) -> None:
    wait_for_status(filled, "CREATE_COMPLETE")
    busy = refused(lambda: client.delete_project(ProjectName=project))
    assert busy["Code"] == "ConflictException"
    client.delete_dataset(ProjectName=project, DatasetType="train")

    def status() -> dict[str, Any]:
        listed = client.describe_project(ProjectName=project)["ProjectDescription"]["Datasets"]
        return {"Status": listed[0]["Status"] if listed else "gone"}

    wait_for_status(status, "gone")
    gone = refused(lambda: client.describe_dataset(ProjectName=project, DatasetType="train"))
    assert (gone["Code"], gone["ResourceType"]) == ("ResourceNotFoundException", "DATASET")
    store = DatasetStore(station.data_dir)
    assert store.pictures(project) == []
    assert len(store.pictures(project, removed=True)) == NORMAL + ANOMALY
    client.delete_project(ProjectName=project)


def test_datasets_that_can_not_be_made(
    client: Any, station: StationProcesses, project: str
) -> None:
    client.create_dataset(ProjectName=project, DatasetType="test")
    again = refused(lambda: client.create_dataset(ProjectName=project, DatasetType="test"))
    assert (again["Code"], again["ResourceType"]) == ("ConflictException", "DATASET")
    absent = refused(lambda: client.create_dataset(ProjectName="absent", DatasetType="test"))
    assert absent["Code"] == "ResourceNotFoundException"
    other = refused(lambda: client.create_dataset(ProjectName=project, DatasetType="other"))
    assert other["Code"] == "ValidationException"


@pytest.mark.parametrize("key", ["absent.manifest", "../okng.db", "a/../../okng.db"])
def test_a_manifest_that_is_not_there_fails_with_the_reason(
    client: Any, station: StationProcesses, project: str, key: str
) -> None:
    (station.data_dir / FOLDER).mkdir(exist_ok=True)
    client.create_dataset(ProjectName=project, DatasetType="train", DatasetSource=source_of(key))
    failed = wait_for_status(description_of(client, project), "CREATE_FAILED")
    assert key.rpartition("/")[2] in failed["StatusMessage"]
    assert failed["ImageStats"]["Total"] == 0


def write_mask_image(path: Path, left: int) -> None:
    mask = np.zeros((80, 96, 3), np.uint8)
    mask[10:20, left : left + 20] = (54, 164, 35)
    cv2.imwrite(str(path), mask)


def drawn(left: int, *names: str) -> ClassMask:
    """A mask with a bar of each class."""
    indices = np.zeros((80, 96), np.uint8)
    for index, _ in enumerate(names, 1):
        indices[10 * index : 10 * index + 5, left : left + 20] = index
    classes = [MaskClass(index=i, name=n, color=color_of(i)) for i, n in enumerate(names, 1)]
    return ClassMask(indices, tuple(classes))


def test_masks_come_in_with_their_pictures_and_stay_in_their_lines(
    client: Any, station: StationProcesses, project: str, pictures: Path
) -> None:
    key = write_manifest(station, project, pictures, {"00000.png": "anomaly"})
    folder = station.data_dir / FOLDER / project
    write_mask_image(folder / "mask.png", 30)
    line = entry_of(f"s3://{STATION_BUCKET}/{project}/00000.png", "anomaly") | {
        "anomaly-mask-ref": f"s3://{STATION_BUCKET}/{project}/mask.png",
        "anomaly-mask-ref-metadata": {
            "internal-color-map": {
                "0": {"class-name": "BACKGROUND", "hex-color": "#000000", "confidence": 0},
                "1": {"class-name": "scratch", "hex-color": "#23A436", "confidence": 0},
            },
            "type": "groundtruth/semantic-segmentation",
            "human-annotated": "yes",
            "creation-date": "2020-11-20T12:00:00.000",
            "job-name": "labeling-job/tests",
        },
    }
    (station.data_dir / FOLDER / key).write_text(json.dumps(line))
    client.create_dataset(ProjectName=project, DatasetType="train", DatasetSource=source_of(key))
    done = wait_for_status(description_of(client, project), "CREATE_COMPLETE", "CREATE_FAILED")
    assert done["StatusMessage"] == "1 entry came in"
    (picture,) = DatasetStore(station.data_dir).pictures(project)
    assert picture.mask
    assert [kind.name for kind in picture.mask.classes] == ["scratch"]
    assert entries(client, project) == [line]

    # Another mask in the same line's place.
    write_mask_image(folder / "moved.png", 60)
    line["anomaly-mask-ref"] = f"s3://{STATION_BUCKET}/{project}/moved.png"
    assert change(client, project, line)["Status"] == "UPDATE_COMPLETE"
    (moved,) = DatasetStore(station.data_dir).pictures(project)
    assert moved.mask
    assert ClassMask.from_png(read_mask_file(station.data_dir, moved)).indices[15, 60:80].all()
    assert entries(client, project) == [line]
    cv2.imwrite(str(folder / "small.png"), np.full((8, 8, 3), (54, 164, 35), np.uint8))
    line["anomaly-mask-ref"] = f"s3://{STATION_BUCKET}/{project}/small.png"
    refusing = change(client, project, line)["StatusMessage"]
    assert "line 1: is imported without its mask: it has 8 x 8 pixels" in refusing
    assert DatasetStore(station.data_dir).pictures(project) == [moved]


def test_masks_drawn_on_the_pages_are_in_the_entries_and_can_be_sent_back(
    client: Any, station: StationProcesses, project: str, pictures: Path
) -> None:
    store, changes = DatasetStore(station.data_dir), DatasetChanges(station.data_dir)
    anomalous = [
        store.import_file(pictures / f"0000{number}.png", project, Label.ANOMALY, "tests")
        for number in range(3)
    ]
    client.create_dataset(ProjectName=project, DatasetType="train")
    for picture, names in zip(anomalous, (("dent",), ("dent", "scratch")), strict=False):
        mask = write_mask(station.data_dir, picture, drawn(20, *names))
        changes.change([picture.picture_id], PictureChange(mask=mask), "tests")

    _, both, plain = entries(client, project)
    assert both["anomaly-mask-ref"] == f"{both['source-ref']}/mask.png"
    metadata = both["anomaly-mask-ref-metadata"]
    assert metadata["type"] == "groundtruth/semantic-segmentation"
    names = {key: value["class-name"] for key, value in metadata["internal-color-map"].items()}
    assert names == {"0": "BACKGROUND", "1": "dent", "2": "scratch"}
    assert "anomaly-mask-ref" not in plain
    found = {name: len(entries(client, project, AnomalyClass=name)) for name in CLASSES}
    assert found == {"normal": 0, "anomaly": 3, "dent": 2, "scratch": 1, "burr": 0}

    # The address of a picture of the station can be read, and so can that of its mask.
    before = store.get(anomalous[1].picture_id)
    unlabelled = {"source-ref": both["source-ref"]}
    assert change(client, project, unlabelled)["ImageStats"]["Labeled"] == 2
    back = change(client, project, both)
    assert (back["StatusMessage"], back["ImageStats"]["Labeled"]) == ("1 entry came in", 3)
    after = store.get(before.picture_id)
    assert (after.mask, after.path, after.removed_at) == (before.mask, before.path, None)
    assert both in entries(client, project)
    changes.change([before.picture_id], PictureChange(mask=None), "tests")
    (without,) = entries(client, project, SourceRefContains=f"/{before.picture_id}")
    assert without == {key: value for key, value in both.items() if "mask" not in key}
