"""Masks of dataset pictures: stored, changed, undone, removed, checked and rebuilt."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner

from okng.device.commands.doctor import doctor
from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.errors import DatasetError
from okng.device.datasets.masks import MaskFileError, path_of_mask, read_mask_file, write_mask
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.store import DatasetStore
from okng.device.integrity import data_directory_check
from okng.device.types import DatasetPicture, Label, PictureMask
from okng.models.masks.class_mask import ClassMask, MaskClass, MaskError

CRACK = MaskClass(index=1, name="crack", color="#E6194B")
DENT = MaskClass(index=7, name="dent", color="#3cb44b")


def mask(height: int = 20, width: int = 30, value: int = 1) -> ClassMask:
    indices = np.zeros((height, width), np.uint8)
    indices[2:5, 3:9] = value
    return ClassMask(indices, (CRACK, DENT))


@pytest.fixture
def store(tmp_path: Path) -> DatasetStore:
    return DatasetStore(tmp_path)


@pytest.fixture
def picture(store: DatasetStore, noise: Callable[..., Any]) -> DatasetPicture:
    return store.add(noise(20, 30), "cells", Label.ANOMALY, "ann")


def set_mask(data_dir: Path, picture: DatasetPicture, value: ClassMask) -> PictureMask:
    reference = write_mask(data_dir, picture, value)
    change = PictureChange(mask=reference)
    DatasetChanges(data_dir).change([picture.picture_id], change, "ann")
    return reference


def test_a_mask_is_kept_with_its_classes(
    store: DatasetStore, picture: DatasetPicture, tmp_path: Path
) -> None:
    set_mask(tmp_path, picture, mask(value=7))
    stored = store.get(picture.picture_id)
    assert stored.mask
    assert stored.mask.classes == (CRACK, DENT)
    assert stored.mask.classes[0].color == "#e6194b"
    read = ClassMask.from_png(read_mask_file(tmp_path, stored))
    np.testing.assert_array_equal(read.indices, mask(value=7).indices)
    assert read.classes == stored.mask.classes
    summary = store.summary("cells")
    assert (summary.masked, summary.mask_classes) == (1, ("crack", "dent"))


def test_every_mask_comes_back_by_undo(
    store: DatasetStore, picture: DatasetPicture, tmp_path: Path
) -> None:
    first = set_mask(tmp_path, picture, mask())
    second = set_mask(tmp_path, picture, mask(value=7))
    changes = DatasetChanges(tmp_path)
    changes.change([picture.picture_id], PictureChange(mask=None), "ann")
    assert store.get(picture.picture_id).mask is None
    for expected in (second, first, None):
        newest = next(
            change for change in changes.history("cells") if not (change.undone or change.undoes)
        )
        changes.undo(newest.change_id, "ann")
        stored = store.get(picture.picture_id)
        assert stored.mask == expected
        if expected:
            read_mask_file(tmp_path, stored)


def test_a_picture_that_becomes_normal_loses_its_mask_and_gets_it_back(
    store: DatasetStore, picture: DatasetPicture, tmp_path: Path
) -> None:
    reference = set_mask(tmp_path, picture, mask())
    changes = DatasetChanges(tmp_path)
    change = changes.change([picture.picture_id], PictureChange(label=Label.NORMAL), "ann")
    assert change
    assert store.get(picture.picture_id).mask is None
    with pytest.raises(DatasetError, match="is normal: only anomalous ones have a mask"):
        changes.change([picture.picture_id], PictureChange(mask=reference), "ann")
    changes.undo(change.change_id, "ann")
    assert store.get(picture.picture_id).mask == reference


def test_a_removed_picture_keeps_its_mask(
    store: DatasetStore, picture: DatasetPicture, tmp_path: Path
) -> None:
    set_mask(tmp_path, picture, mask())
    changes = DatasetChanges(tmp_path)
    changes.change([picture.picture_id], PictureChange(removed=True), "ann")
    removed = store.get(picture.picture_id)
    assert read_mask_file(tmp_path, removed)
    assert store.summary("cells").masked == 0
    changes.change([picture.picture_id], PictureChange(removed=False), "ann")
    assert store.get(picture.picture_id).mask == removed.mask
    assert store.summary("cells").masked == 1


def test_a_mask_of_another_size_or_another_picture_is_refused(
    store: DatasetStore, picture: DatasetPicture, tmp_path: Path, noise: Callable[..., Any]
) -> None:
    with pytest.raises(MaskError, match="the mask has 31 x 20 pixels, its picture 30 x 20"):
        write_mask(tmp_path, picture, mask(width=31))
    reference = set_mask(tmp_path, picture, mask())
    other = store.add(noise(20, 30), "cells", Label.ANOMALY, "ann")
    with pytest.raises(DatasetError, match="has no stored mask with the SHA-256"):
        DatasetChanges(tmp_path).change([other.picture_id], PictureChange(mask=reference), "ann")
    assert store.get(other.picture_id).mask is None


@pytest.fixture
def old_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_directory_check, "YOUNG_S", -1.0)
    monkeypatch.setenv("OKNG_STORAGE__MIN_FREE_MB", "0")
    monkeypatch.setenv("OKNG_CAMERA__TYPE", "folder")
    monkeypatch.setenv("OKNG_CAMERA__PATH", "/nowhere")


def findings(data_dir: Path) -> list[dict[str, str]]:
    result = CliRunner().invoke(doctor, ["--data-dir", str(data_dir), "--json"])
    return json.loads(result.output)["findings"]  # type: ignore[no-any-return]


@pytest.mark.usefixtures("old_enough")
def test_the_doctor_knows_masks(
    store: DatasetStore, picture: DatasetPicture, tmp_path: Path
) -> None:
    set_mask(tmp_path, picture, mask())
    set_mask(tmp_path, picture, mask(value=7))
    assert findings(tmp_path) == []
    stored = store.get(picture.picture_id)
    relative = path_of_mask(stored)
    assert relative
    (tmp_path / relative).write_bytes(b"another mask")
    with pytest.raises(MaskFileError, match="has changed since it was stored"):
        read_mask_file(tmp_path, stored)
    (finding,) = findings(tmp_path)
    assert finding["subject"] == relative
    assert finding["problem"].startswith("mask of picture 1 of dataset cells: the file's SHA-256")
    (tmp_path / relative).unlink()
    with pytest.raises(MaskFileError, match="is gone"):
        read_mask_file(tmp_path, stored)
    (finding,) = findings(tmp_path)
    assert finding["problem"].endswith("the file is missing")
    orphan = (tmp_path / relative).with_name("nobody-0123456789abcdef.png")
    orphan.write_bytes(mask().to_png())
    assert [entry["subject"] for entry in findings(tmp_path)] == [
        relative,
        orphan.relative_to(tmp_path).as_posix(),
    ]


@pytest.mark.usefixtures("old_enough")
def test_a_rebuilt_database_has_the_masks_of_its_files(
    store: DatasetStore, picture: DatasetPicture, tmp_path: Path
) -> None:
    reference = set_mask(tmp_path, picture, mask(value=7))
    for path in tmp_path.glob("okng*.db*"):
        path.unlink()
    result = CliRunner().invoke(doctor, ["--data-dir", str(tmp_path), "--rebuild"])
    assert "okng.db is made anew" in result.output
    (rebuilt,) = DatasetStore(tmp_path).pictures("cells")
    assert rebuilt.mask == reference
    assert read_mask_file(tmp_path, rebuilt)
