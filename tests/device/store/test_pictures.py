from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from support.inspections import NOON

from okng.device.store.pictures import Picture, picture_path, save_picture, save_pictures
from okng.models.images.image_files import read_image


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("channels", [1, 3])
def test_a_picture_comes_back_bit_for_bit(
    tmp_path: Path, noise: Callable[..., Any], dtype: type, channels: int
) -> None:
    image = noise(31, 47, dtype, channels)
    sha256 = save_picture(tmp_path, "images/a/b.png", image)
    path = tmp_path / "images/a/b.png"
    np.testing.assert_array_equal(read_image(path), image)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == sha256


def test_a_view_of_a_larger_picture_is_stored_as_seen(
    tmp_path: Path, noise: Callable[..., Any]
) -> None:
    image = noise(40, 60)[3:33:2, 5:25]
    save_picture(tmp_path, "a.png", image)
    np.testing.assert_array_equal(read_image(tmp_path / "a.png"), image)


def test_pictures_lie_in_folders_by_the_hour() -> None:
    assert picture_path("ab" * 16, NOON) == f"images/2026/03/01/12/{'ab' * 16}.png"


def test_a_picture_that_png_does_not_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="float64"):
        save_picture(tmp_path, "a.png", np.zeros((3, 3)))  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_files_are_synced_before_they_get_their_names(
    tmp_path: Path, noise: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[str, str]] = []
    fsync, rename = os.fsync, Path.rename

    def seen_fsync(descriptor: int) -> None:
        kind = "folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file"
        calls.append((f"sync {kind}", Path(f"/proc/self/fd/{descriptor}").readlink().name))
        fsync(descriptor)

    def seen_rename(self: Path, target: Path) -> Path:
        calls.append(("rename", target.name))
        return rename(self, target)

    monkeypatch.setattr(os, "fsync", seen_fsync)
    monkeypatch.setattr(Path, "rename", seen_rename)
    (tmp_path / "hour").mkdir()
    save_pictures(tmp_path, [Picture(f"hour/{name}.png", noise(9, 9)) for name in "ab"])
    assert calls == [
        ("sync file", "a.png.part"),
        ("sync file", "b.png.part"),
        ("rename", "a.png"),
        ("rename", "b.png"),
        ("sync folder", "hour"),
    ]


def test_new_folders_are_synced_into_those_above(
    tmp_path: Path, noise: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    fsync = os.fsync

    def seen(descriptor: int) -> None:
        synced.append(Path(f"/proc/self/fd/{descriptor}").readlink())
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", seen)
    save_picture(tmp_path, "images/2026/03/a.png", noise(9, 9))
    year = tmp_path / "images/2026"
    assert synced[:3] == [tmp_path, tmp_path / "images", year]
    assert synced[3:] == [year / "03/a.png.part", year / "03"]
