from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from support.dataset_files import files_under

from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.errors import DatasetError
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.store import DatasetStore
from okng.device.types import DatasetPicture, Label
from okng.models.images.image_files import read_image
from okng.models.images.preprocessing import ImageError


@pytest.fixture
def store(tmp_path: Path) -> DatasetStore:
    return DatasetStore(tmp_path)


def add(store: DatasetStore, image: Any, label: Label = Label.NORMAL) -> DatasetPicture:
    return store.add(image, "cells", label, "ann")


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
    assert [summary.name for summary in store.summaries()] == ["cells", "lids"]
    assert store.pictures("cells") == [*normal, last]
    assert store.pictures("cells", Label.ANOMALY) == [last]
    empty = store.summary("absent")
    assert (empty.normal, empty.anomaly, empty.last) == (0, 0, None)


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


@pytest.mark.parametrize("name", ["", "../up", "a/b", ".hidden", "x" * 65, "a\u202eb"])
def test_a_name_that_is_no_folder_is_refused(
    store: DatasetStore, tmp_path: Path, noise: Callable[..., Any], name: str
) -> None:
    with pytest.raises(DatasetError, match="can't be the name of a dataset"):
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
    store: DatasetStore, tmp_path: Path, noise: Callable[..., Any]
) -> None:
    image = cv2.GaussianBlur(noise(200, 200), (0, 0), 8)
    first = add(store, image)
    assert first.near_copy_of is None
    assert add(store, noise(200, 200)).near_copy_of is None
    noisy = np.clip(image.astype(int) + np.random.default_rng(1).normal(0, 2, image.shape), 0, 255)
    assert add(store, noisy.astype(np.uint8), Label.ANOMALY).near_copy_of == first.picture_id
    assert store.add(image, "lids", Label.NORMAL, "ann").near_copy_of is None
    removal = PictureChange(removed=True)
    DatasetChanges(tmp_path).change([first.picture_id], removal, "ann")
    assert add(store, image).near_copy_of != first.picture_id


def test_equal_names_never_meet(
    store: DatasetStore, tmp_path: Path, noise: Callable[..., Any]
) -> None:
    names = {add(store, noise(9, 9)).path for _ in range(20)}
    assert len(names) == 20
    assert sorted(names) == files_under(tmp_path)
