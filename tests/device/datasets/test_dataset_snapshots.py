"""What a version learnt from is told apart from what the dataset is now, and brought back."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from support.station import write_pictures

from okng.device.cli import main
from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.masks import mask_path, write_mask
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.snapshots import DatasetSnapshots
from okng.device.datasets.store import DatasetStore
from okng.device.jobs.training import training_pictures
from okng.device.types import DatasetPicture, Label, PictureMask, Split
from okng.models.bundles.bundle import read_manifest
from okng.models.bundles.dataset_snapshot import SnapshotPicture, compare, snapshot_sha256
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.masks.class_mask import ClassMask, single_class
from okng.models.training.training_pictures import manifest_picture

A, B, C = (hashlib.sha256(name).hexdigest() for name in (b"a", b"b", b"c"))


def test_what_came_went_and_changed() -> None:
    then = [
        SnapshotPicture(A, "normal"),
        SnapshotPicture(A, "normal"),
        SnapshotPicture(B, "anomaly", "lot 1", "crack"),
        SnapshotPicture(C, "normal"),
    ]
    assert compare(then, then[::-1]).is_none
    assert snapshot_sha256(then) == snapshot_sha256(then[::-1]) != snapshot_sha256(then[1:])
    now = [
        SnapshotPicture(A, "normal"),
        SnapshotPicture(B, "anomaly", "lot 1", "scratch"),
        SnapshotPicture(C, "anomaly"),
        SnapshotPicture(C, "normal"),
    ]
    difference = compare(then, now)
    assert (difference.added, difference.removed, difference.relabelled, difference.reworded) == (
        [C],
        [A],
        [],
        [B],
    )
    difference = compare(now, then)
    assert (difference.added, difference.removed, difference.relabelled, difference.reworded) == (
        [A],
        [C],
        [],
        [B],
    )
    difference = compare(then[3:], now[2:3])
    assert (difference.relabelled, difference.is_none) == ([C], False)
    assert compare(now, [now[0]._replace(held_out=True), *now[1:]]).reworded == [A]
    masked = [now[0], now[1]._replace(mask=C), *now[2:]]
    assert compare(now, masked).reworded == [B]
    assert snapshot_sha256(masked) != snapshot_sha256(now)
    # As bundles have it that were made before there were masks.
    assert snapshot_sha256(now) == (
        "7c951f9100655f69a6f4caa7cee5202fcb853ada4f2086381f79e302300dded0"
    )


@pytest.fixture
def trained(trained_models: Path) -> AnomalyManifest:
    return read_manifest(trained_models / "discs" / "1", AnomalyManifest)


@pytest.fixture
def pictures(tmp_path: Path) -> list[DatasetPicture]:
    """The dataset that the shared model was trained from."""
    store = DatasetStore(tmp_path / "data")
    for label, folder, count, every in (("normal", "good", 30, 0), ("anomaly", "mixed", 12, 1)):
        for path in sorted(write_pictures(tmp_path / folder, count, defect_every=every).iterdir()):
            store.import_file(path, "discs", Label(label), "ann")
    return store.pictures("discs")


def test_the_way_back_to_what_a_version_learnt_from(
    tmp_path: Path, trained: AnomalyManifest, pictures: list[DatasetPicture]
) -> None:
    data_dir = tmp_path / "data"
    store, changes = DatasetStore(data_dir), DatasetChanges(data_dir)
    snapshots = DatasetSnapshots(data_dir)
    assert trained.dataset_sha256 == snapshot_sha256(
        SnapshotPicture(picture.sha256, picture.label.value) for picture in pictures
    )
    assert snapshots.dataset_of(trained) == "discs"
    assert snapshots.since(trained, "discs").difference.is_none
    assert snapshots.restore(trained, "discs", "ann") is None

    extra = write_pictures(tmp_path / "extra", 31, width=100)
    added = store.import_file(sorted(extra.iterdir())[30], "discs", Label.NORMAL, "ann")
    changes.change([1, 2], PictureChange(removed=True), "ann")
    changes.change([3], PictureChange(label=Label.ANOMALY), "ann")
    changes.change([4], PictureChange(batch="lot 7", split=Split.TEST), "ann")
    since = snapshots.since(trained, "discs")
    difference = since.difference
    counts = [
        len(sha)
        for sha in (
            difference.added,
            difference.removed,
            difference.relabelled,
            difference.reworded,
        )
    ]
    assert counts == [1, 2, 1, 1]
    assert (difference.added, since.trained_from, since.pictures, since.lost) == (
        [added.sha256],
        42,
        41,
        0,
    )
    before = store.pictures("discs")

    change = snapshots.restore(trained, "discs", "ben")
    assert change
    assert len(change.pictures) == 5
    assert snapshots.since(trained, "discs").difference.is_none
    undecided = [picture.model_copy(update={"split": None}) for picture in store.pictures("discs")]
    assert undecided == pictures
    changes.undo(change.change_id, "ben")
    assert store.pictures("discs") == before


def test_masks_come_back_as_they_were(
    tmp_path: Path, trained: AnomalyManifest, pictures: list[DatasetPicture]
) -> None:
    data_dir = tmp_path / "data"
    store, changes = DatasetStore(data_dir), DatasetChanges(data_dir)
    snapshots = DatasetSnapshots(data_dir)
    anomalous = [picture for picture in pictures if picture.label is Label.ANOMALY][:3]

    def draw(picture: DatasetPicture, row: int) -> PictureMask:
        indices = np.zeros((picture.height, picture.width), np.uint8)
        indices[row] = 1
        mask = write_mask(data_dir, picture, ClassMask(indices, (single_class("scratch"),)))
        changes.change([picture.picture_id], PictureChange(mask=mask), "ann")
        return mask

    masks = {picture.sha256: draw(picture, 5).sha256 for picture in anomalous[:2]}
    learnt = [
        manifest_picture(picture, data_dir)
        for picture in training_pictures(store.pictures("discs"), data_dir)
    ]
    assert {image.sha256: image.mask for image in learnt if image.mask} == masks
    then = trained.model_copy(update={"dataset": learnt})
    assert snapshots.since(then, "discs").difference.is_none
    before = store.pictures("discs")

    draw(anomalous[0], 7)
    changes.change([anomalous[1].picture_id], PictureChange(label=Label.NORMAL), "ann")
    draw(anomalous[2], 9)
    difference = snapshots.since(then, "discs").difference
    assert difference.relabelled == [anomalous[1].sha256]
    assert difference.reworded == sorted([anomalous[0].sha256, anomalous[2].sha256])
    older = trained.model_copy(update={"format_version": 7})
    assert DatasetSnapshots(data_dir).since(older, "discs").difference.reworded == []
    snapshots.restore(then, "discs", "ben")
    assert store.pictures("discs") == before
    assert snapshots.since(then, "discs").difference.is_none

    draw(anomalous[0], 11)
    lost = mask_path("discs", anomalous[0].path, masks[anomalous[0].sha256])
    (data_dir / lost).unlink()
    assert snapshots.restore(then, "discs", "ben") is None
    assert snapshots.since(then, "discs").difference.reworded == [anomalous[0].sha256]


def test_the_day_that_stood_in_for_a_batch_is_no_batch(
    tmp_path: Path, trained: AnomalyManifest, pictures: list[DatasetPicture]
) -> None:
    day = f"{pictures[0].created_at:%Y-%m-%d}"
    images = [image.model_copy(update={"batch": day}) for image in trained.dataset[:5]]
    by_day = trained.model_copy(update={"dataset": [*images, *trained.dataset[5:]]})
    assert DatasetSnapshots(tmp_path / "data").since(by_day, "discs").difference.is_none


def test_the_command(tmp_path: Path, trained_models: Path, pictures: list[DatasetPicture]) -> None:
    config = tmp_path / "okng.toml"
    config.write_text(
        f'data_dir = "{tmp_path / "data"}"\ncamera = {{ type = "folder", path = "/nowhere" }}\n'
    )
    (tmp_path / "data" / "models").symlink_to(trained_models)

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(main, ["dataset", *arguments, "--config", str(config)])
        assert result.exit_code == 0, result.output
        return result.output

    DatasetChanges(tmp_path / "data").change([1], PictureChange(removed=True), "ann")
    assert "from 42 pictures: 0 added, 1 removed, 0 relabelled" in run("diff", "discs")
    assert run("restore", "discs", "--model", "discs:1") == "change 2: 1 pictures\n"
    assert "is what discs:1 was trained from" in run("restore", "discs")
    assert run("undo", "2") == "1 pictures of discs are as they were before\n"
    again = CliRunner().invoke(main, ["dataset", "undo", "2", "--config", str(config)])
    assert (again.exit_code, "is undone already" in again.output) == (1, True)
    unknown = CliRunner().invoke(main, ["dataset", "diff", "lids", "--config", str(config)])
    assert "there is no dataset 'lids' with pictures; there are: discs" in unknown.output
