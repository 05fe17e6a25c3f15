from __future__ import annotations

import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from support.inspections import inspection
from support.small_disk import fill, mount_small_disk

from okng.device.integrity.data_directory_check import check_data_directory
from okng.device.store import inspection_writer as recording
from okng.device.store.database import Database
from okng.device.store.inspection_writer import SafeRecorder
from okng.device.store.ledger import Ledger
from okng.device.store.outbox import Outbox
from okng.device.store.recording import Recorded, Recording
from okng.device.store.retention import BATCH, Retention
from okng.device.store.storage_settings import StorageSettings
from okng.device.types import Outcome

MIB = 2**20


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A file system of 9 MiB, of which ballast and reserve take one each."""
    # Not under tmp_path: pytest deletes that, and can't when a killed run left something mounted.
    folder = Path(tempfile.mkdtemp(prefix="okng-disk-"))
    try:
        with mount_small_disk(folder, mib=10):
            yield folder
    finally:
        folder.rmdir()


class Line:
    """Records part after part, each with a picture of 40 KiB unless told otherwise."""

    def __init__(self, data_dir: Path, noise: Callable[..., Any], min_free_mb: int) -> None:
        settings = StorageSettings(min_free_mb=min_free_mb, ballast_mb=1)
        self.recorder = SafeRecorder(data_dir, settings, ["mqtt"])
        self.ledger = Ledger(data_dir)
        self._noise = noise
        self._trigger_id = 0

    def record(
        self, count: int = 1, outcome: Outcome = Outcome.OK, picture: bool = True
    ) -> list[Recorded]:
        recordings = []
        for _ in range(count):
            self._trigger_id += 1
            image = self._noise(200, 200) if picture else None
            recordings.append(Recording(inspection(self._trigger_id, outcome=outcome), image))
        return self.recorder.record(recordings)

    def with_picture(self, outcome: Outcome) -> list[int]:
        """Trigger ids, the oldest first."""
        rows = self.ledger.iterate(outcome=outcome)
        return [row.trigger_id for row in rows if row.picture_path]


def take_space(folder: Path, leave: int) -> Path:
    """Another program takes the space, except for `leave` bytes; returns its file."""
    path = folder / "somebody-elses.log"
    fill(path, leave)
    return path


def audit(data_dir: Path) -> list[str]:
    return [f"{finding.subject}: {finding.problem}" for finding in check_data_directory(data_dir)]


def test_with_space_everything_is_kept(small_disk: Path, noise: Callable[..., Any]) -> None:
    line = Line(small_disk, noise, min_free_mb=2)
    (recorded,) = line.record(outcome=Outcome.NG)
    assert recorded.inspection.picture_path is not None
    assert recorded.inspection.reason is None
    stored = line.ledger.get(recorded.inspection.inspection_id)
    assert stored is not None
    assert stored.seq == recorded.seq
    assert stored.picture_sha256 == recorded.inspection.picture_sha256
    assert line.recorder.problems() == {}
    assert audit(small_disk) == []


def test_the_oldest_ok_pictures_go_first_and_every_result_stays(
    small_disk: Path, noise: Callable[..., Any]
) -> None:
    line = Line(small_disk, noise, min_free_mb=2)
    ng = [row.inspection.inspection_id for row in line.record(5, Outcome.NG)]
    for _ in range(70):
        line.record(8)
    stored = line.with_picture(Outcome.OK)
    assert 0 < len(stored) < 560
    # The newest ones, without a hole.
    assert stored == list(range(566 - len(stored), 566))
    assert line.with_picture(Outcome.NG) == [1, 2, 3, 4, 5]
    assert line.ledger.totals().parts == 565
    assert Outbox(small_disk, "mqtt").pending() == 565
    assert shutil.disk_usage(small_disk).free > 2 * MIB - BATCH * 42 * 1024
    removed = line.ledger.by_trigger(6)
    assert removed is not None
    assert removed.picture_path is None
    assert removed.picture_sha256 is not None
    assert all(line.ledger.get(inspection_id) is not None for inspection_id in ng)
    assert audit(small_disk) == []


def test_low_space_is_said_and_costs_no_ng_picture(
    small_disk: Path, noise: Callable[..., Any]
) -> None:
    line = Line(small_disk, noise, min_free_mb=4)
    line.record(30, Outcome.NG)
    line.record(3)
    filler = take_space(small_disk, leave=2 * MIB)
    for _ in range(4):
        line.record(outcome=Outcome.ERROR)
    assert "disk_low" in line.recorder.problems()
    assert line.with_picture(Outcome.OK) == []
    assert len(line.with_picture(Outcome.NG)) == 30
    assert len(line.with_picture(Outcome.ERROR)) == 4
    filler.unlink()
    line.record()
    assert line.recorder.problems() == {}
    assert audit(small_disk) == []


def test_on_a_full_disk_new_pictures_are_left_out_and_the_row_says_so(
    small_disk: Path, noise: Callable[..., Any]
) -> None:
    line = Line(small_disk, noise, min_free_mb=1)
    line.record(10, Outcome.NG)
    filler = take_space(small_disk, leave=20 * 1024)
    recorded = [row for _ in range(40) for row in line.record(5, Outcome.NG)]
    assert line.ledger.totals().ng == 210
    left_out = [row.inspection for row in recorded if row.inspection.picture_path is None]
    assert left_out
    for part in left_out:
        assert part.picture_sha256 is None
        assert part.reason is not None
        assert part.reason.startswith("picture not stored: ")
    assert "disk_full" in line.recorder.problems()
    assert line.with_picture(Outcome.NG)[:10] == list(range(1, 11))
    assert audit(small_disk) == []

    filler.unlink()
    (after,) = line.record(outcome=Outcome.NG)
    assert after.inspection.picture_path is not None
    assert line.recorder.problems() == {}


def test_a_new_ok_picture_takes_the_place_of_the_oldest(
    small_disk: Path, noise: Callable[..., Any]
) -> None:
    line = Line(small_disk, noise, min_free_mb=0)
    for _ in range(20):
        line.record(10)
    take_space(small_disk, leave=60 * 1024)
    recorded = [row for _ in range(6) for row in line.record(1)]
    assert all(row.inspection.picture_path for row in recorded)
    stored = line.with_picture(Outcome.OK)
    assert stored == list(range(207 - len(stored), 207))
    assert len(stored) < 206
    assert audit(small_disk) == []


def test_for_a_result_even_ng_pictures_go_last_of_all(
    small_disk: Path, noise: Callable[..., Any]
) -> None:
    line = Line(small_disk, noise, min_free_mb=0)
    for _ in range(7):
        line.record(10, Outcome.NG)
    line.record(3, Outcome.OK)
    take_space(small_disk, leave=0)
    results = 0
    while (first := line.ledger.by_trigger(1)) and first.picture_path:
        line.record(50, Outcome.NG, picture=False)
        results += 50
        assert results < 20_000, "the disk never filled up"
    assert (small_disk / "ballast").stat().st_size == 0
    assert line.with_picture(Outcome.OK) == []
    assert line.with_picture(Outcome.NG) == list(range(1 + min(BATCH, 70), 71))
    assert line.ledger.totals().parts == 73 + results
    assert results > 300
    assert audit(small_disk) == []


def test_results_wait_while_nothing_can_be_written(
    small_disk: Path, noise: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recording, "RETRY_S", 0.0)
    monkeypatch.setattr(recording, "KEEP_AFTER_S", 0.0)
    line = Line(small_disk, noise, min_free_mb=0)
    line.record(picture=False)
    filler = take_space(small_disk, leave=0)
    results = 1
    while not line.recorder.waiting:
        take_space(small_disk, leave=0)
        line.record(50, Outcome.NG, picture=False)
        results += 50
        assert results < 20_000, "the disk never filled up"
    take_space(small_disk, leave=0)
    stored = line.record(5, Outcome.NG, picture=False)
    results += 5
    assert [row.seq for row in stored] == [None] * 5, "on the disk's reserve, not in the ledger"
    assert line.recorder.waiting == 55
    message = line.recorder.problems()["store_fault"]
    assert message == (
        "the disk is full; free some space. Parts are judged; 55 results wait to be stored"
    )
    filler.unlink()
    written = line.recorder.record([])
    assert [row.inspection.trigger_id for row in written] == list(range(results - 54, results + 1))
    line.record(picture=False)
    assert [row.trigger_id for row in line.ledger.iterate()] == list(range(1, results + 2))
    assert line.recorder.problems() == {}
    assert audit(small_disk) == []


def test_anomaly_maps_go_with_their_pictures(small_disk: Path, noise: Callable[..., Any]) -> None:
    settings = StorageSettings(min_free_mb=0, ballast_mb=1)
    recorder = SafeRecorder(small_disk, settings, [])
    scores = noise(28, 28).astype("float32")
    judged_ok, judged_ng = inspection(1), inspection(2, outcome=Outcome.NG)
    recorder.record(
        [Recording(judged_ok, noise(9, 9), scores), Recording(judged_ng, noise(9, 9), scores)]
    )
    assert Retention(small_disk, settings).remove_oldest((Outcome.OK,)) == 1
    ledger = Ledger(small_disk)
    assert ledger.anomaly_map(judged_ok.inspection_id) is None
    assert ledger.anomaly_map(judged_ng.inspection_id) is not None


def test_a_crash_between_file_and_row_is_made_up_for(
    small_disk: Path, noise: Callable[..., Any]
) -> None:
    line = Line(small_disk, noise, min_free_mb=0)
    recorded = line.record(3)
    assert recorded[0].inspection.picture_path
    (small_disk / recorded[0].inspection.picture_path).unlink()
    settings = StorageSettings(min_free_mb=0, ballast_mb=1)
    assert Retention(small_disk, settings).remove_oldest((Outcome.OK,)) == 3
    assert audit(small_disk) == []


def remount(folder: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", str(folder)], check=True)


def test_a_database_opened_on_a_read_only_disk_is_written_as_soon_as_the_disk_can_be(
    small_disk: Path,
) -> None:
    writer = Database(small_disk)
    writer.ensure_there()
    # A killed station leaves these; with them SQLite opens the database for reading.
    left = {path: path.read_bytes() for path in small_disk.glob("okng.db-*")}
    assert len(left) == 2
    writer.close()
    for path, content in left.items():
        path.write_bytes(content)
    remount(small_disk, "ro")
    database = Database(small_disk)
    assert database.connection.execute("SELECT count(*) FROM inspections").fetchone()[0] == 0
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        database.connection.execute("CREATE TABLE written (once)")
    remount(small_disk, "rw")
    database.connection.execute("CREATE TABLE written (once)")
    database.close()


def test_pictures_are_well_again_with_the_disk_though_no_part_comes(
    small_disk: Path, noise: Callable[..., Any]
) -> None:
    line = Line(small_disk, noise, min_free_mb=0)
    line.record()
    images, aside = small_disk / "images", small_disk / "aside"
    images.rename(aside)
    images.write_bytes(b"no folder")
    line.record()
    line.recorder.try_pictures_again()
    assert "pictures can't be stored" in line.recorder.problems()["disk_full"]
    images.unlink()
    aside.rename(images)
    line.recorder.try_pictures_again()
    assert line.recorder.problems() == {}
    assert audit(small_disk) == []
