from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from pydantic import ValidationError

from okng.device.store import datasets, files
from okng.device.store.datasets import DatasetError, DatasetStore
from okng.device.types import DatasetPicture, Label
from okng.models.preprocessing import ImageError, read_image


@pytest.fixture
def store(tmp_path: Path) -> DatasetStore:
    return DatasetStore(tmp_path)


def add(store: DatasetStore, image: Any, label: Label = Label.NORMAL) -> DatasetPicture:
    return store.add(image, "cells", label, "ann")


def files_under(data_dir: Path) -> list[str]:
    return sorted(
        path.relative_to(data_dir).as_posix()
        for folder in ("datasets", "trash")
        for path in (data_dir / folder).rglob("*")
        if path.is_file()
    )


def test_a_picture_lies_under_its_dataset_and_label(
    store: DatasetStore, tmp_path: Path, noise: Callable[..., Any]
) -> None:
    image = noise(40, 60, np.uint16, 3)
    picture = add(store, image, Label.ANOMALY)
    assert picture.path.startswith("datasets/cells/anomaly/")
    np.testing.assert_array_equal(read_image(tmp_path / picture.path), image)
    data = (tmp_path / picture.path).read_bytes()
    assert picture.sha256 == hashlib.sha256(data).hexdigest()
    assert (picture.width, picture.height, picture.author) == (60, 40, "ann")
    assert picture.removed_at is None
    assert store.get(picture.picture_id) == picture


def test_counts_and_the_last_picture(store: DatasetStore, noise: Callable[..., Any]) -> None:
    normal = [add(store, noise(20, 20)) for _ in range(3)]
    last = add(store, noise(20, 20), Label.ANOMALY)
    store.add(noise(20, 20), "lids", Label.NORMAL, "bob")
    summary = store.summary("cells")
    assert (summary.normal, summary.anomaly, summary.last) == (3, 1, last)
    assert [one.name for one in store.summaries()] == ["cells", "lids"]
    assert store.pictures("cells") == [*normal, last]
    assert store.pictures("cells", Label.ANOMALY) == [last]
    empty = store.summary("absent")
    assert (empty.normal, empty.anomaly, empty.last) == (0, 0, None)


def test_relabel_remove_and_restore_move_the_file(
    store: DatasetStore, tmp_path: Path, noise: Callable[..., Any]
) -> None:
    picture = add(store, noise(20, 20))
    data = (tmp_path / picture.path).read_bytes()
    name = Path(picture.path).name

    moved = store.relabel(picture.picture_id, Label.ANOMALY)
    assert moved.path == f"datasets/cells/anomaly/{name}"
    assert files_under(tmp_path) == [moved.path]
    assert store.relabel(picture.picture_id, Label.ANOMALY) == moved

    removed = store.remove(picture.picture_id)
    assert removed.removed_at is not None
    assert files_under(tmp_path) == [removed.path] == [f"trash/datasets/cells/anomaly/{name}"]
    assert store.pictures("cells") == []
    assert store.pictures("cells", removed=True) == [removed]
    assert store.summary("cells").last is None
    with pytest.raises(DatasetError, match="picture 1 of dataset 'cells' is removed"):
        store.relabel(picture.picture_id, Label.NORMAL)
    with pytest.raises(DatasetError, match="is removed"):
        store.remove(picture.picture_id)

    assert store.restore(picture.picture_id) == moved
    assert files_under(tmp_path) == [moved.path]
    assert (tmp_path / moved.path).read_bytes() == data
    with pytest.raises(DatasetError, match="is not removed"):
        store.restore(picture.picture_id)
    with pytest.raises(DatasetError, match="no dataset picture 99"):
        store.get(99)


class Crash(BaseException):
    """Stands for the end of the process at that point."""


@pytest.mark.parametrize("at", ["link", "link_synced", "row", "unlink"])
def test_a_crash_while_moving_leaves_every_row_its_file(
    store: DatasetStore,
    tmp_path: Path,
    noise: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    at: str,
) -> None:
    picture = add(store, noise(20, 20))

    def crash(*_: object, **__: object) -> None:
        raise Crash

    if at == "link":
        monkeypatch.setattr(Path, "hardlink_to", crash)
    elif at == "link_synced":
        monkeypatch.setattr(files, "sync_folder", crash)
    elif at == "row":
        monkeypatch.setattr(datasets, "link_file", crash)
    else:
        monkeypatch.setattr(Path, "unlink", lambda self, missing_ok=False: missing_ok or crash())
    with pytest.raises(Crash):
        store.relabel(picture.picture_id, Label.ANOMALY)
    monkeypatch.undo()
    (row,) = DatasetStore(tmp_path).pictures("cells")
    data = (tmp_path / row.path).read_bytes()
    assert hashlib.sha256(data).hexdigest() == row.sha256
    # What was cut off can be done again.
    assert store.relabel(picture.picture_id, Label.ANOMALY).label is Label.ANOMALY
    assert row.path in files_under(tmp_path) or row.label is Label.NORMAL


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".bmp", ".tiff"])
def test_a_file_is_imported_byte_for_byte(
    store: DatasetStore, tmp_path: Path, noise: Callable[..., Any], suffix: str
) -> None:
    source = tmp_path / f"Part 1{suffix.upper()}"
    source.write_bytes(cv2.imencode(suffix, noise(30, 20, np.uint8, 3))[1].tobytes())
    picture = store.import_file(source, "cells", Label.NORMAL, "ann")
    assert picture.path.endswith(suffix)
    assert (tmp_path / picture.path).read_bytes() == source.read_bytes()
    assert (picture.width, picture.height) == (20, 30)


@pytest.mark.parametrize("content", [None, b"", b"no picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 9])
def test_a_file_that_is_no_picture_changes_nothing(
    store: DatasetStore, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "part.png"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ImageError, match=r"part\.png"):
        store.import_file(path, "cells", Label.NORMAL, "ann")
    assert store.summaries() == []
    assert files_under(tmp_path) == []


@pytest.mark.parametrize("name", ["", "../up", "a/b", ".hidden", "x" * 65, "ä"])
def test_a_name_that_is_no_folder_is_refused(
    store: DatasetStore, tmp_path: Path, noise: Callable[..., Any], name: str
) -> None:
    with pytest.raises(ValidationError):
        store.add(noise(9, 9), name, Label.NORMAL, "ann")
    assert files_under(tmp_path) == []


def test_a_row_that_can_not_be_written_leaves_no_file(
    store: DatasetStore, tmp_path: Path, noise: Callable[..., Any]
) -> None:
    store._database.connection.execute("PRAGMA query_only=ON")
    with pytest.raises(Exception, match="readonly"):
        add(store, noise(9, 9))
    assert files_under(tmp_path) == []


def test_a_near_copy_is_pointed_out_in_its_own_dataset_only(
    store: DatasetStore, noise: Callable[..., Any]
) -> None:
    image = cv2.GaussianBlur(noise(200, 200), (0, 0), 8)
    first = add(store, image)
    assert first.near_copy_of is None
    assert add(store, noise(200, 200)).near_copy_of is None
    noisy = np.clip(image.astype(int) + np.random.default_rng(1).normal(0, 2, image.shape), 0, 255)
    assert add(store, noisy.astype(np.uint8), Label.ANOMALY).near_copy_of == first.picture_id
    assert store.add(image, "lids", Label.NORMAL, "ann").near_copy_of is None
    store.remove(first.picture_id)
    assert add(store, image).near_copy_of != first.picture_id


def test_equal_names_never_meet(
    store: DatasetStore, tmp_path: Path, noise: Callable[..., Any]
) -> None:
    names = {add(store, noise(9, 9)).path for _ in range(20)}
    assert len(names) == 20
    assert sorted(names) == files_under(tmp_path)
