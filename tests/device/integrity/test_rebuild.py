"""`okng doctor --rebuild`: what a station gets back when its database is lost or damaged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.inspections import NOON, inspection

from okng.device.datasets.store import DatasetStore
from okng.device.integrity import database_rebuild as rebuilding
from okng.device.integrity.data_directory_check import check_data_directory
from okng.device.integrity.database_rebuild import RebuildError, rebuild
from okng.device.store.database import StoreLostError, connect
from okng.device.store.database_copy import write_copy
from okng.device.store.inspection_writer import SafeRecorder
from okng.device.store.ledger import Ledger
from okng.device.store.pictures import picture_path, save_picture
from okng.device.store.recording import Recording
from okng.device.store.storage_settings import StorageSettings
from okng.device.store.uploads import NewUpload, UploadKind, Uploads, UploadState
from okng.device.types import Label, Outcome

OUTCOMES = (Outcome.OK, Outcome.NG)


def record(data_dir: Path, noise: Callable[..., Any], count: int) -> list[dict[str, Any]]:
    """Parts with pictures and results; the ledger as it stands then."""
    recorder = SafeRecorder(data_dir, StorageSettings(min_free_mb=0, ballast_mb=1), [])
    recorder.record(
        [
            Recording(
                inspection(number, outcome=OUTCOMES[number % 2], score=number / 10, part_id="é-1"),
                noise(20, 20),
            )
            for number in range(1, count + 1)
        ]
    )
    return rows_of(data_dir)


def rows_of(data_dir: Path) -> list[dict[str, Any]]:
    return [row.model_dump() for row in Ledger(data_dir).iterate()]


def lose(data_dir: Path) -> None:
    for path in data_dir.glob("okng.db*"):
        path.unlink()


def test_the_ledger_comes_back_from_its_pictures(tmp_path: Path, noise: Callable[..., Any]) -> None:
    before = record(tmp_path, noise, 9)
    lose(tmp_path)
    with pytest.raises(StoreLostError, match="the database is missing, but images/"):
        connect(tmp_path)
    lines = list(rebuild(tmp_path))
    assert "from pictures: 9 results, and 0 parts whose verdict is not known" in lines
    assert rows_of(tmp_path) == before
    assert list(check_data_directory(tmp_path)) == []


def test_datasets_and_users_come_back_from_copy_and_files(
    tmp_path: Path, noise: Callable[..., Any]
) -> None:
    datasets = DatasetStore(tmp_path)
    first = datasets.add(noise(20, 20), "cells", Label.NORMAL, "ann")
    with connect(tmp_path) as connection:
        connection.execute(
            "INSERT INTO users (name, password_hash, created_at_us) VALUES ('ann', 'hash', 1)"
        )
    write_copy(tmp_path)
    later = datasets.add(noise(20, 20), "cells", Label.ANOMALY, "ann")
    lose(tmp_path)
    assert "claimed again" not in " ".join(rebuild(tmp_path))
    pictures = {picture.path: picture for picture in DatasetStore(tmp_path).pictures("cells")}
    assert pictures[first.path] == first
    assert pictures[later.path].label is Label.ANOMALY
    assert pictures[later.path].sha256 == later.sha256
    assert pictures[later.path].author == rebuilding.AUTHOR


def test_a_picture_without_a_result_is_no_verdict(
    tmp_path: Path, noise: Callable[..., Any]
) -> None:
    record(tmp_path, noise, 1)
    save_picture(tmp_path, picture_path("f" * 32, NOON), noise(20, 20))
    lose(tmp_path)
    list(rebuild(tmp_path))
    unknown = Ledger(tmp_path).get("f" * 32)
    assert unknown
    assert unknown.outcome is Outcome.ERROR
    assert unknown.reason == rebuilding.UNKNOWN
    assert unknown.triggered_at == NOON, "the hour of its folder"
    assert list(check_data_directory(tmp_path)) == []


def test_a_damaged_page_costs_only_what_stood_on_it(
    tmp_path: Path, noise: Callable[..., Any]
) -> None:
    before = record(tmp_path, noise, 300)
    uploads = Uploads(tmp_path)
    upload = NewUpload(UploadKind.PICTURE, "a.png", "images/a.png", "0" * 64, 7, 0)
    uploads.add([upload], {"ledger": 300})
    connection = connect(tmp_path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    root = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'inspections'"
    ).fetchone()[0]
    connection.close()
    path = tmp_path / "okng.db"
    with path.open("r+b") as file:
        file.seek((root + 20) * 4096)
        file.write(b"\x7f" * 4096)
    damaged = path.read_bytes()
    assert list(check_data_directory(tmp_path)), "doctor finds it"
    list(rebuild(tmp_path))
    # Pictures bring back the rows that the page had; their place in the ledger may be another one.
    expected = {row["inspection_id"]: row | {"seq": 0} for row in rows_of(tmp_path)}
    assert expected == {row["inspection_id"]: row | {"seq": 0} for row in before}
    # What was to be sent stays, and what the page may have had of it is found again.
    assert uploads.totals()[UploadState.WAITING] == (1, 7)
    assert uploads.place("ledger") == 0
    assert (tmp_path / "quarantine" / "okng.db").read_bytes() == damaged, "the old one is kept"
    assert [
        finding.problem
        for finding in check_data_directory(tmp_path)
        if "quarantine" not in finding.subject
    ] == []


def test_nothing_is_rebuilt_where_nothing_is_wrong(
    tmp_path: Path, noise: Callable[..., Any]
) -> None:
    before = record(tmp_path, noise, 2)
    with pytest.raises(RebuildError, match="there is nothing to rebuild"):
        list(rebuild(tmp_path))
    assert rows_of(tmp_path) == before
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(RebuildError, match="not a station's data directory"):
        list(rebuild(empty))
