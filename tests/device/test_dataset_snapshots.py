"""What a version learnt from is told apart from what the dataset is now, and brought back."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.station import write_pictures

from okng.device.commands.dataset import dataset as command
from okng.device.dataset_snapshots import DatasetSnapshots
from okng.device.store.dataset_changes import DatasetChanges
from okng.device.store.datasets import DatasetStore
from okng.device.store.picture_changes import PictureChange
from okng.device.types import DatasetPicture, Label, Split
from okng.models.bundle import read_manifest
from okng.models.dataset_snapshot import SnapshotPicture, compare, snapshot_sha256
from okng.models.manifest import AnomalyManifest

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
    found = compare(then, now)
    assert (found.added, found.removed, found.relabelled, found.reworded) == ([C], [A], [], [B])
    found = compare(now, then)
    assert (found.added, found.removed, found.relabelled, found.reworded) == ([A], [C], [], [B])
    found = compare(then[3:], now[2:3])
    assert (found.relabelled, found.is_none) == ([C], False)
    assert compare(now, [now[0]._replace(held_out=True), *now[1:]]).reworded == [A]


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
        SnapshotPicture(one.sha256, one.label.value) for one in pictures
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
    found = since.difference
    counts = [len(sha) for sha in (found.added, found.removed, found.relabelled, found.reworded)]
    assert counts == [1, 2, 1, 1]
    assert (found.added, since.trained_from, since.pictures, since.lost) == (
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
    undecided = [one.model_copy(update={"split": None}) for one in store.pictures("discs")]
    assert undecided == pictures
    changes.undo(change.change_id, "ben")
    assert store.pictures("discs") == before


def test_the_day_that_stood_in_for_a_batch_is_no_batch(
    tmp_path: Path, trained: AnomalyManifest, pictures: list[DatasetPicture]
) -> None:
    day = f"{pictures[0].created_at:%Y-%m-%d}"
    images = [one.model_copy(update={"batch": day}) for one in trained.dataset[:5]]
    by_day = trained.model_copy(update={"dataset": [*images, *trained.dataset[5:]]})
    assert DatasetSnapshots(tmp_path / "data").since(by_day, "discs").difference.is_none


def test_the_command(tmp_path: Path, trained_models: Path, pictures: list[DatasetPicture]) -> None:
    config = tmp_path / "okng.toml"
    config.write_text(
        f'data_dir = "{tmp_path / "data"}"\ncamera = {{ type = "folder", path = "/nowhere" }}\n'
    )
    (tmp_path / "data" / "models").symlink_to(trained_models)

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(command, [*arguments, "--config", str(config)])
        assert result.exit_code == 0, result.output
        return result.output

    DatasetChanges(tmp_path / "data").change([1], PictureChange(removed=True), "ann")
    assert "from 42 pictures: 0 added, 1 removed, 0 relabelled" in run("diff", "discs")
    assert run("restore", "discs", "--model", "discs:1") == "change 2: 1 pictures\n"
    assert "is what discs:1 was trained from" in run("restore", "discs")
    assert run("undo", "2") == "1 pictures of discs are as they were before\n"
    again = CliRunner().invoke(command, ["undo", "2", "--config", str(config)])
    assert (again.exit_code, "is undone already" in again.output) == (1, True)
    unknown = CliRunner().invoke(command, ["diff", "lids", "--config", str(config)])
    assert "no pictures in a dataset 'lids'; there are: discs" in unknown.output
