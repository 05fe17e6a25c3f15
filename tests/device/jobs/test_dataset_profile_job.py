"""The job that measures pictures: only the missing ones, whatever can't be read, kept at an end."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.command import okng
from support.station import write_pictures

from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.picture_measurements import KEPT_DAYS, PictureMeasurements
from okng.device.datasets.store import DatasetStore
from okng.device.jobs.dataset_profile import BATCH, REPORTED, measure_dataset
from okng.device.jobs.runner import JobCancelledError
from okng.device.store.database import Database
from okng.device.types import DatasetPicture, Label

COUNT = 6


@pytest.fixture
def discs(tmp_path: Path) -> list[DatasetPicture]:
    paths = sorted(write_pictures(tmp_path / "discs", COUNT).iterdir())
    return DatasetStore(tmp_path).import_files(paths, "discs", Label.NORMAL, "ann")


def measure(data_dir: Path, dataset: str = "discs") -> tuple[int, int, dict[int, str]]:
    end = measure_dataset(dataset, data_dir, 1, lambda share, message: None)
    return end.measured, end.known, end.unreadable


def test_only_what_was_not_measured_is_measured(
    tmp_path: Path, discs: list[DatasetPicture]
) -> None:
    store, measurements = DatasetStore(tmp_path), PictureMeasurements(tmp_path)
    assert measure(tmp_path) == (COUNT, 0, {})
    newest = measurements.newest()
    assert measure(tmp_path) == (0, COUNT, {})
    assert measurements.newest() == newest
    # The same file in another dataset is not measured again.
    store.import_file(tmp_path / discs[0].path, "lids", Label.ANOMALY, "ben")
    assert measure(tmp_path, "lids") == (0, 1, {})
    (extra,) = sorted(write_pictures(tmp_path / "more", COUNT + 1).iterdir())[COUNT:]
    store.import_file(extra, "discs", Label.NORMAL, "ann")
    assert measure(tmp_path) == (1, COUNT, {})
    ids, vectors = measurements.embeddings("discs")
    assert len(ids) == len(vectors) == COUNT + 1


def test_pictures_that_can_not_be_read_are_named_and_the_rest_is_measured(
    tmp_path: Path, discs: list[DatasetPicture]
) -> None:
    absent, changed = (tmp_path / picture.path for picture in discs[:2])
    saved = absent.rename(tmp_path / "saved.png")
    changed.write_bytes(b"no picture")
    measured, known, unreadable = measure(tmp_path)
    assert (measured, known, list(unreadable)) == (COUNT - 2, 0, [1, 2])
    assert unreadable[1] == "the file can't be read: No such file or directory"
    assert unreadable[2] == "the file was changed since it was added"
    # It is tried again.
    shutil.move(saved, absent)
    assert measure(tmp_path)[:2] == (1, COUNT - 2)


def test_what_was_measured_before_a_cancel_is_kept(
    tmp_path: Path, discs: list[DatasetPicture]
) -> None:
    paths = sorted(write_pictures(tmp_path / "many", 2 * REPORTED).iterdir())
    DatasetStore(tmp_path).import_files(paths[COUNT:], "discs", Label.NORMAL, "ann")
    assert BATCH > REPORTED

    def report(share: float, message: str) -> None:
        if share > 0:
            raise JobCancelledError

    with pytest.raises(JobCancelledError):
        measure_dataset("discs", tmp_path, 1, report)
    assert measure(tmp_path) == (REPORTED, REPORTED, {})


def test_measurements_of_files_that_nobody_has_go_away_late(
    tmp_path: Path, discs: list[DatasetPicture]
) -> None:
    measure(tmp_path)
    measurements = PictureMeasurements(tmp_path)
    DatasetChanges(tmp_path).change(
        [picture.picture_id for picture in discs[:2]], PictureChange(removed=True), "ann"
    )
    assert measurements.forget_unused() == 0
    long_ago_us = (KEPT_DAYS + 1) * 86_400_000_000
    Database(tmp_path).connection.execute(
        "UPDATE dataset_pictures SET removed_at_us = removed_at_us - ? WHERE picture_id = 1",
        (long_ago_us,),
    )
    assert measurements.forget_unused() == 1
    # The one that comes back late is measured again.
    DatasetChanges(tmp_path).change([1, 2], PictureChange(removed=False), "ann")
    assert measure(tmp_path) == (1, COUNT - 1, {})


def test_the_command_names_what_it_did(tmp_path: Path, discs: list[DatasetPicture]) -> None:
    (tmp_path / discs[2].path).unlink()
    done = okng("dataset", "measure", "discs", OKNG_DATA_DIR=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "picture 3 can't be read: the file can't be read: No such file or directory",
        f"discs: {COUNT - 1} pictures measured, 0 files were measured before, 1 can't be read",
    ]
    wrong = okng("dataset", "measure", "lids", OKNG_DATA_DIR=str(tmp_path))
    assert wrong.returncode != 0
    assert "lids" in wrong.stderr
