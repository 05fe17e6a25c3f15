"""What a lost, replaced, locked or spoilt database does to those who use it: nothing silently."""

from __future__ import annotations

import json
import sqlite3
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from support.inspections import NOON, edge, inspection

from okng.device import cli
from okng.device.host.private_files import PRIVATE_UMASK, create_private, make_private_folder
from okng.device.pipeline.crash_recovery import CrashRecovery
from okng.device.store import inspection_writer as recording
from okng.device.store.database import StoreLostError, connect, wait_at_most
from okng.device.store.inspection_writer import SafeRecorder
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.pictures import picture_path, save_picture
from okng.device.store.recording import Recorded, Recording
from okng.device.store.result_spool import ResultSpool
from okng.device.store.retention import Retention
from okng.device.store.rows import UnreadableRowError
from okng.device.store.storage_settings import StorageSettings
from okng.device.store.trigger_journal import TriggerJournal
from okng.device.types import Outcome

SETTINGS = StorageSettings(min_free_mb=0, ballast_mb=1)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(recording, "RETRY_S", 0.0)
    monkeypatch.setattr(recording, "KEEP_AFTER_S", 0.0)
    wait_at_most(0.05)
    yield
    wait_at_most(10.0)


@pytest.fixture
def recorder(tmp_path: Path) -> SafeRecorder:
    return SafeRecorder(tmp_path, SETTINGS, ["mqtt"])


@pytest.fixture
def lock(tmp_path: Path, recorder: SafeRecorder) -> Iterator[sqlite3.Connection]:
    """Another program's connection, which holds the database locked."""
    foreign = sqlite3.connect(tmp_path / "okng.db", isolation_level=None)
    foreign.execute("BEGIN EXCLUSIVE")
    yield foreign
    foreign.close()


def record(
    recorder: SafeRecorder, *ids: int, image: Any = None, scores: Any = None
) -> list[Recorded]:
    return recorder.record([Recording(inspection(trigger_id), image, scores) for trigger_id in ids])


def ids_of(data_dir: Path) -> list[int]:
    return [row.trigger_id for row in Ledger(data_dir).iterate()]


def recovery(data_dir: Path, recorder: SafeRecorder) -> CrashRecovery:
    return CrashRecovery(data_dir, TriggerJournal(data_dir), Ledger(data_dir), recorder, "line-3")


def test_results_wait_for_a_lock_and_are_written_in_order_once(
    tmp_path: Path, recorder: SafeRecorder, lock: sqlite3.Connection, noise: Callable[..., Any]
) -> None:
    scores = noise(14, 14).astype("float32")
    recordings = record(recorder, 1, image=noise(20, 20), scores=scores) + record(recorder, 2, 3)
    assert [(row.seq, row.inspection.trigger_id) for row in recordings] == [
        (None, 1),
        (None, 2),
        (None, 3),
    ]
    assert recordings[0].inspection.picture_path
    lock.execute("ROLLBACK")
    written = record(recorder, 4)
    assert [(row.seq, row.inspection.trigger_id) for row in written] == [
        (n, n) for n in range(1, 5)
    ]
    assert ids_of(tmp_path) == [1, 2, 3, 4]
    stored = Ledger(tmp_path).anomaly_map(written[0].inspection.inspection_id)
    assert stored is not None
    assert (stored == scores).all()
    assert recorder.problems() == {}


def test_what_waited_outlasts_the_process_and_is_written_once(
    tmp_path: Path, recorder: SafeRecorder, lock: sqlite3.Connection
) -> None:
    record(recorder, 1, 2)
    lock.execute("ROLLBACK")
    content = (tmp_path / "waiting-results").read_bytes()
    again = SafeRecorder(tmp_path, SETTINGS, ["mqtt"])
    assert again.waiting == 2
    assert recovery(tmp_path, again).attempt(within_s=5)
    assert ids_of(tmp_path) == [1, 2]
    # Killed between the ledger's commit and the emptying of the file.
    (tmp_path / "waiting-results").write_bytes(content)
    third = SafeRecorder(tmp_path, SETTINGS, ["mqtt"])
    assert third.waiting == 2
    assert recovery(tmp_path, third).attempt(within_s=5)
    assert ids_of(tmp_path) == [1, 2]


def test_a_number_that_was_taken_costs_no_result(
    tmp_path: Path, recorder: SafeRecorder, lock: sqlite3.Connection
) -> None:
    record(recorder, 5)
    lock.execute("ROLLBACK")
    Ledger(tmp_path).record([LedgerEntry(inspection(5)), LedgerEntry(inspection(6))], [])
    recorder.record([])
    assert ids_of(tmp_path) == [5, 6, 7]
    moved = Ledger(tmp_path).by_trigger(7)
    assert moved
    assert moved.reason == "was given the trigger number 5, which was taken"


def test_what_finds_no_room_is_counted_and_its_part_is_missed(
    tmp_path: Path,
    lock: sqlite3.Connection,
    recorder: SafeRecorder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    recorder._waiting = ResultSpool(tmp_path, reserve_bytes=2000, memory_bytes=1000)
    journal = TriggerJournal(tmp_path)
    for trigger_id in range(1, 41):
        journal.append(edge(trigger_id))
        record(recorder, trigger_id)
    waiting, lost = recorder.waiting, recorder.lost
    assert waiting > 3
    assert waiting + lost == 40
    lock.execute("ROLLBACK")
    recoverer = CrashRecovery(tmp_path, journal, Ledger(tmp_path), recorder, "line-3")
    assert recoverer.attempt(within_s=5)
    rows = list(Ledger(tmp_path).iterate())
    assert sorted(row.trigger_id for row in rows) == list(range(1, 41))
    missed = [row for row in rows if row.outcome is Outcome.MISSED]
    assert len(missed) == lost


def test_a_torn_entry_ends_the_file_and_costs_no_other(tmp_path: Path) -> None:
    waiting = ResultSpool(tmp_path, 100_000)
    for number in (1, 2, 3):
        assert waiting.put(LedgerEntry(inspection(number)))
    assert len(waiting.keep()) == 3
    path = tmp_path / "waiting-results"
    content = path.read_bytes()
    path.write_bytes(content[:-20])
    assert [row.inspection.trigger_id for row in ResultSpool(tmp_path, 100_000).first(9)] == [
        1,
        2,
    ]


def test_a_killed_process_leaves_pictures_that_tell_their_result(
    tmp_path: Path, recorder: SafeRecorder, lock: sqlite3.Connection, noise: Callable[..., Any]
) -> None:
    record(recorder, 1, image=noise(20, 20))
    lock.execute("ROLLBACK")
    (tmp_path / "waiting-results").unlink()
    stray = tmp_path / picture_path("e" * 32, NOON)
    save_picture(tmp_path, stray.relative_to(tmp_path).as_posix(), noise(20, 20))
    half = stray.with_name("x.png.part")
    half.write_bytes(b"half")
    again = SafeRecorder(tmp_path, SETTINGS, ["mqtt"])
    assert recovery(tmp_path, again).attempt(within_s=5)
    recorded = Ledger(tmp_path).by_trigger(1)
    assert recorded
    assert recorded.outcome is Outcome.OK
    assert recorded.picture_path
    aside = tmp_path / "quarantine" / stray.relative_to(tmp_path)
    assert aside.is_file(), "not deleted, though nobody knows it"
    assert not stray.exists()
    assert not half.exists()
    # Scarce space takes it when no OK picture is left.
    retention = Retention(tmp_path, SETTINGS)
    assert retention.remove_ok_pictures() == 1
    assert aside.is_file()
    assert retention.remove_ok_pictures() == 1
    assert not aside.exists()


def test_a_journal_that_cannot_be_read_is_kept(tmp_path: Path, ledger: Ledger) -> None:
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal" / "000000000007.journal").write_text("what is this\n")
    TriggerJournal(tmp_path).discard_finished(ledger)
    recordings = tmp_path / "quarantine/journal/000000000007.journal"
    assert recordings.read_text() == "what is this\n"


@pytest.mark.parametrize("empty", [True, False])
def test_a_directory_that_had_a_database_is_no_new_station(
    tmp_path: Path, recorder: SafeRecorder, noise: Callable[..., Any], empty: bool
) -> None:
    record(recorder, 1, image=noise(9, 9))
    for path in tmp_path.glob("okng.db*"):
        path.unlink()
    if empty:
        (tmp_path / "okng.db").touch()
    state = "is empty" if empty else "is missing"
    with pytest.raises(StoreLostError, match=f"the database {state}, but images/"):
        connect(tmp_path)
    # The running process notices too, and writes nothing into a file without a name.
    record(recorder, 2)
    assert state in recorder.problems()["store_fault"]
    assert recorder.waiting == 1


def test_a_new_directory_and_one_with_models_are_new_stations(tmp_path: Path) -> None:
    (tmp_path / "models" / "discs" / "1").mkdir(parents=True)
    (tmp_path / "models" / "discs" / "1" / "manifest.json").touch()
    connect(tmp_path).close()
    assert (tmp_path / "okng.db.lock").stat().st_size > 0
    (tmp_path / "okng.db").unlink()
    with pytest.raises(StoreLostError, match=r"okng\.db\.lock shows"):
        connect(tmp_path)


def test_an_unreadable_row_is_named_and_the_others_are_listed(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.record([LedgerEntry(inspection(number)) for number in range(1, 8)], [])
    with connect(tmp_path) as connection:
        connection.execute("UPDATE inspections SET details = '{}' WHERE seq IN (2, 5)")
        connection.execute(
            "UPDATE inspections SET details = ? WHERE seq = 6", (json.dumps({"source": "?"}),)
        )
    unreadable: list[UnreadableRowError] = []
    page = ledger.page(limit=3, unreadable=unreadable.append)
    assert [row.seq for row in page] == [7, 4, 3], "a page is full while there is more"
    assert ["row 6 of" in str(unreadable[0]), "row 5 of" in str(unreadable[1])] == [True, True]
    assert [row.seq for row in ledger.iterate(batch=2)] == [1, 3, 4, 7]
    with pytest.raises(UnreadableRowError, match="row 2 of table inspections can't be read"):
        ledger.by_trigger(2)


def modes(folder: Path) -> set[int]:
    return {stat.S_IMODE(path.stat().st_mode) & 0o077 for path in (folder, *folder.rglob("*"))}


def test_everything_is_for_the_station_alone(tmp_path: Path, noise: Callable[..., Any]) -> None:
    data_dir = tmp_path / "station"
    make_private_folder(data_dir)
    station = SafeRecorder(data_dir, SETTINGS, [])
    record(station, 1, image=noise(9, 9))
    journal = TriggerJournal(data_dir)
    journal.append(edge(1))
    assert {path.name for path in data_dir.iterdir()} >= {"okng.db", "okng.db-wal", "ballast"}
    assert modes(data_dir) == {0}


def test_an_older_stations_files_are_closed(tmp_path: Path) -> None:
    data_dir = tmp_path / "station"
    data_dir.mkdir(mode=0o755)
    (data_dir / "okng.db").touch(mode=0o644)
    (data_dir / "models").mkdir(mode=0o755)
    make_private_folder(data_dir)
    assert modes(data_dir) == {0}
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    make_private_folder(shared)
    assert stat.S_IMODE(shared.stat().st_mode) == 0o1777


def test_every_command_creates_private_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits: list[int] = []
    monkeypatch.setattr("os.umask", limits.append)
    assert cli.main.callback
    cli.main.callback()
    create_private()
    assert limits == [PRIVATE_UMASK, PRIVATE_UMASK]
