"""Pictures are relabelled, worded, dealt and removed, many at once, and every change is undone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from support.dataset_files import files_under

from okng.device.datasets import edit_history as dataset_changes
from okng.device.datasets.edit_history import DatasetChange, DatasetChanges
from okng.device.datasets.errors import DatasetError
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.store import DatasetStore
from okng.device.integrity import data_directory_check
from okng.device.types import DatasetPicture, Label, Split
from okng.models import atomic_files

ANOMALY = PictureChange(label=Label.ANOMALY)
REMOVE, RESTORE = PictureChange(removed=True), PictureChange(removed=False)


@pytest.fixture
def store(tmp_path: Path) -> DatasetStore:
    return DatasetStore(tmp_path)


@pytest.fixture
def changes(tmp_path: Path) -> DatasetChanges:
    return DatasetChanges(tmp_path)


@pytest.fixture
def pictures(store: DatasetStore, noise: Callable[..., Any]) -> list[DatasetPicture]:
    return [store.add(noise(20, 20), "cells", Label.NORMAL, "ann") for _ in range(4)]


def ids(pictures: list[DatasetPicture]) -> list[int]:
    return [picture.picture_id for picture in pictures]


def done(change: DatasetChange | None) -> DatasetChange:
    assert change
    return change


def test_files_move_with_label_and_removal(
    store: DatasetStore, changes: DatasetChanges, tmp_path: Path, noise: Callable[..., Any]
) -> None:
    picture = store.add(noise(20, 20), "cells", Label.NORMAL, "ann")
    data, name = (tmp_path / picture.path).read_bytes(), Path(picture.path).name

    def after(change: PictureChange) -> DatasetPicture:
        changes.change([picture.picture_id], change, "ben")
        return store.get(picture.picture_id)

    moved = after(ANOMALY)
    assert files_under(tmp_path) == [moved.path] == [f"datasets/cells/anomaly/{name}"]
    assert changes.change([picture.picture_id], ANOMALY, "ben") is None

    removed = after(REMOVE)
    assert removed.removed_at is not None
    assert files_under(tmp_path) == [removed.path] == [f"trash/datasets/cells/anomaly/{name}"]
    assert store.pictures("cells") == []
    assert store.pictures("cells", removed=True) == [removed]
    for change in (ANOMALY, REMOVE):
        with pytest.raises(DatasetError, match="picture 1 of dataset 'cells' is removed"):
            after(change)

    assert after(RESTORE) == moved
    assert (tmp_path / moved.path).read_bytes() == data
    with pytest.raises(DatasetError, match="is not removed"):
        after(RESTORE)
    with pytest.raises(DatasetError, match="no dataset picture 99"):
        changes.change([1, 99], ANOMALY, "ben")


def test_many_pictures_change_at_once_and_go_back_at_once(
    store: DatasetStore, changes: DatasetChanges, pictures: list[DatasetPicture], tmp_path: Path
) -> None:
    new_values = {"label": "anomaly", "batch": " lot 7 ", "defect_type": "crack", "split": "test"}
    change = done(
        changes.change(ids(pictures[:3]), PictureChange.model_validate(new_values), "ben")
    )
    assert (change.dataset, change.author, change.undone, change.undoes) == (
        "cells",
        "ben",
        False,
        None,
    )
    (changed, *_) = change.pictures
    assert changed.before == {"label": "normal", "batch": None, "defect_type": None, "split": None}
    assert changed.after == new_values | {"batch": "lot 7"}
    picture = store.get(1)
    assert (picture.batch, picture.defect_type, picture.split) == ("lot 7", "crack", Split.TEST)
    summary = store.summary("cells")
    assert (summary.batches, summary.defect_types) == (("lot 7",), ("crack",))

    undo = changes.undo(change.change_id, "cem")
    assert (undo.undoes, undo.author, len(undo.pictures)) == (change.change_id, "cem", 3)
    assert store.pictures("cells") == pictures
    assert [change.undone for change in changes.history("cells")] == [False, True]
    assert changes.history("cells", picture_id=4) == []
    assert len(files_under(tmp_path)) == 4
    with pytest.raises(DatasetError, match="is undone already"):
        changes.undo(change.change_id, "cem")
    with pytest.raises(DatasetError, match="took back 1 itself"):
        changes.undo(undo.change_id, "cem")


def test_what_was_changed_again_is_undone_in_its_order(
    store: DatasetStore, changes: DatasetChanges, pictures: list[DatasetPicture]
) -> None:
    first = done(changes.change([1, 2], ANOMALY, "ann"))
    typed = done(changes.change([1], PictureChange(defect_type="crack"), "ann"))
    lost = done(changes.change([1], PictureChange(label=Label.NORMAL), "ann"))
    assert store.get(1).defect_type is None
    for older in (first, typed):
        with pytest.raises(DatasetError, match="picture 1 was changed again"):
            changes.undo(older.change_id, "ann")
    changes.undo(lost.change_id, "ann")
    assert store.get(1).defect_type == "crack"
    # Of the label alone: a normal picture can't keep the type that it got meanwhile.
    changes.undo(first.change_id, "ann")
    assert store.pictures("cells") == pictures


def test_all_of_a_change_or_nothing(
    store: DatasetStore,
    changes: DatasetChanges,
    pictures: list[DatasetPicture],
    noise: Callable[..., Any],
) -> None:
    lid = store.add(noise(20, 20), "lids", Label.NORMAL, "ann").picture_id
    changes.change([4], REMOVE, "ann")
    for wrong, change, message in (
        ([1, lid], ANOMALY, "several datasets: cells, lids"),
        ([1, 4], ANOMALY, "picture 4 of dataset 'cells' is removed"),
        ([1], PictureChange(defect_type="crack"), "only anomalous ones have a type of defect"),
        ([], ANOMALY, "none was named"),
    ):
        with pytest.raises(DatasetError, match=message):
            changes.change(wrong, change, "ann")
    assert store.get(1) == pictures[0]
    assert len(changes.history("cells")) == 1
    for bad in ({}, {"label": "scratched"}, {"batch": "a/b"}, {"split": "validation"}):
        with pytest.raises(ValidationError):
            PictureChange.model_validate(bad)


class Crash(BaseException):
    """Stands for the end of the process at that point."""


@pytest.mark.parametrize("at", ["link", "link_synced", "row", "unlink"])
def test_a_crash_while_moving_leaves_every_row_its_file(
    changes: DatasetChanges,
    pictures: list[DatasetPicture],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    at: str,
) -> None:
    def crash(*_: object, **__: object) -> None:
        raise Crash

    # What stands behind the point of the crash didn't run either.
    monkeypatch.setattr(Path, "unlink", lambda self, missing_ok=False: missing_ok or crash())
    if at == "link":
        monkeypatch.setattr(Path, "hardlink_to", crash)
    elif at == "link_synced":
        monkeypatch.setattr(atomic_files, "sync_folder", crash)
    elif at == "row":
        monkeypatch.setattr(dataset_changes, "link_files", crash)
    with pytest.raises(Crash):
        changes.change(ids(pictures), ANOMALY, "ann")
    monkeypatch.undo()
    rows = DatasetStore(tmp_path).pictures("cells")
    for row in rows:
        data = (tmp_path / row.path).read_bytes()
        assert hashlib.sha256(data).hexdigest() == row.sha256
    assert {row.label for row in rows} == {Label.ANOMALY if at == "unlink" else Label.NORMAL}
    # What was cut off can be done again, and nothing but files too many is left.
    changes.change(ids(pictures), ANOMALY, "ann")
    assert {picture.label for picture in DatasetStore(tmp_path).pictures("cells")} == {
        Label.ANOMALY
    }
    monkeypatch.setattr(data_directory_check, "YOUNG_S", -1.0)
    left = {finding.problem for finding in data_directory_check.check_data_directory(tmp_path)}
    assert left <= {"no row names this file"}
    assert bool(left) is (at == "unlink")
