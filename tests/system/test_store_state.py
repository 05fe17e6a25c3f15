"""Whatever state the store is in, device and pages start and name the fault in one sentence."""

from __future__ import annotations

import sqlite3
import subprocess
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests
from support.small_disk import fill, mount_small_disk
from support.station import StationProcesses, eventually
from support.write_ahead_log import leave_log

from okng.device.ipc.commands import FireTrigger, GetStatus
from okng.device.store.ledger import LedgerEntry
from okng.device.types import Inspection, Mode, Outcome, TriggerSource

PROGRAMS = ("/api/v1/inspections", "/metrics")


def conditions(station: StationProcesses) -> dict[str, str]:
    return {
        condition.code: condition.message
        for condition in station.client.ask(GetStatus()).conditions
    }


def settle(station: StationProcesses) -> None:
    """Waits until no condition is left."""
    deadline = time.monotonic() + 20
    while present := conditions(station):
        assert time.monotonic() < deadline, present
        time.sleep(0.2)


def run_for_a_while(station: StationProcesses) -> int:
    """Claims a station and inspects some parts; returns their number."""
    station.start_device()
    station.inspect()
    station.start_web()
    station.claim()
    for _ in range(4):
        assert station.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=20_000)).inspection
    time.sleep(1.5)
    station.stop()
    return 4


def take_log_in(data_dir: Path) -> None:
    """Folds the write-ahead log into the database: a killed process leaves its files behind, with
    which the station starts even on a full disk.
    """
    connection = sqlite3.connect(data_dir / "okng.db")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()
    assert not list(data_dir.glob("okng.db-*"))


def pictures_of(station: StationProcesses) -> list[Path]:
    return sorted((station.data_dir / "images").rglob("*.png"))


def page(station: StationProcesses, path: str) -> requests.Response:
    # A token needs the store, and so does a page, to see whether the station is claimed.
    headers = {"Authorization": f"Bearer okng_{'x' * 43}"} if path in PROGRAMS else {}
    return requests.get(f"{station.url}{path}", headers=headers, timeout=20, allow_redirects=False)


def make_lost(data_dir: Path) -> None:
    for path in data_dir.glob("okng.db*"):
        path.unlink()


def make_empty(data_dir: Path) -> None:
    make_lost(data_dir)
    (data_dir / "okng.db").touch()


def make_foreign(data_dir: Path) -> None:
    make_lost(data_dir)
    (data_dir / "okng.db").write_bytes(b"no database at all" * 1000)


def make_newer(data_dir: Path) -> None:
    connection = sqlite3.connect(data_dir / "okng.db")
    connection.execute("PRAGMA user_version = 4711")
    connection.close()


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (make_lost, "the database is missing"),
        pytest.param(make_empty, "the database is empty", marks=pytest.mark.slow),
        pytest.param(make_foreign, "the database is damaged", marks=pytest.mark.slow),
        pytest.param(make_newer, "its schema 4711 is of a newer okng", marks=pytest.mark.slow),
    ],
)
def test_the_line_runs_on_and_nothing_is_deleted(
    make_processes: Callable[..., StationProcesses],
    spoil: Callable[[Path], None],
    sentence: str,
) -> None:
    station = make_processes()
    before = run_for_a_while(station)
    pictures = pictures_of(station)
    assert len(pictures) == before
    spoil(station.data_dir)
    kept = {path: path.read_bytes() for path in station.data_dir.glob("okng.db")}

    station.start_device()
    status = station.client.ask(GetStatus())
    assert status.mode is Mode.INSPECT
    assert status.recipe
    assert status.recipe.recipe.name == "discs"
    answer = station.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=10_000))
    assert answer.trigger_id == before + 1
    assert answer.inspection
    assert answer.inspection.outcome in (Outcome.OK, Outcome.NG)
    eventually(lambda: sentence in conditions(station).get("store_fault", ""))
    assert station.client.ask(GetStatus()).results_waiting == 1

    station.start_web()
    for path in ("/login", "/claim", "/configuration", "/api/v1/inspections", "/metrics"):
        answered = page(station, path)
        assert answered.status_code == 503, path
        assert sentence in answered.text, path
    assert page(station, "/healthz").status_code == 200
    station.stop()
    assert set(pictures) <= set(pictures_of(station)), "no picture went"
    assert {path: path.read_bytes() for path in station.data_dir.glob("okng.db")} == kept
    assert "Traceback" not in station.log.read_text()
    assert (
        "Claim code"
        not in station.log.read_text().partition("okng is at")[2].partition("okng is at")[2]
    ), "it is no new station"


def test_device_and_pages_start_on_a_full_disk(
    make_processes: Callable[..., StationProcesses], tmp_path: Path
) -> None:
    data_dir = tmp_path / "station" / "data"
    with mount_small_disk(data_dir, mib=32):
        station = make_processes(storage={"min_free_mb": 1, "ballast_mb": 2})
        run_for_a_while(station)
        fill(data_dir / "somebody-elses.log", leave=0)
        station.start_device()
        station.start_web()
        assert page(station, "/login").status_code == 200
        answer = station.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=20_000))
        assert answer.inspection
        assert answer.inspection.outcome in (Outcome.OK, Outcome.NG)
        eventually(lambda: "disk_full" in conditions(station))
        assert (data_dir / "ballast").stat().st_size == 0
        (data_dir / "somebody-elses.log").unlink()
        settle(station)
        assert station.ledger.last_seq() == 5
        station.ledger.close()
        station.stop()


@pytest.mark.slow
def test_pages_start_on_a_disk_without_even_the_ballast(
    make_processes: Callable[..., StationProcesses], tmp_path: Path
) -> None:
    data_dir = tmp_path / "station" / "data"
    with mount_small_disk(data_dir, mib=32):
        station = make_processes(storage={"min_free_mb": 1, "ballast_mb": 2})
        run_for_a_while(station)
        take_log_in(data_dir)
        (data_dir / "ballast").write_bytes(b"")
        (data_dir / "waiting-results").unlink()
        fill(data_dir / "somebody-elses.log", leave=0)
        station.start_device()
        station.start_web()
        answered = page(station, "/login")
        assert answered.status_code == 503
        assert "the disk is full" in answered.text
        eventually(lambda: "store_fault" in conditions(station))
        (data_dir / "somebody-elses.log").unlink()
        eventually(lambda: page(station, "/login").status_code == 200)
        settle(station)
        station.stop()


@pytest.mark.slow
@pytest.mark.parametrize("has_log", [False, True])
def test_a_read_only_disk(
    make_processes: Callable[..., StationProcesses], tmp_path: Path, has_log: bool
) -> None:
    """Of a station that was stopped, and of one whose database has a log, as when it was killed."""
    data_dir = tmp_path / "station" / "data"
    with mount_small_disk(data_dir, mib=32):
        station = make_processes(storage={"min_free_mb": 1, "ballast_mb": 2})
        run_for_a_while(station)
        if has_log:
            take_log_in(data_dir)
            leave_log(data_dir)
        subprocess.run(["mount", "-o", "remount,ro", str(data_dir)], check=True)
        station.start_device()
        station.start_web()
        answer = station.client.ask(FireTrigger(source=TriggerSource.HTTP))
        assert answer.trigger_id == 5
        eventually(lambda: "store_fault" in conditions(station))
        assert "read-only" in conditions(station)["store_fault"].lower()
        assert page(station, "/login").status_code == 200
        assert "Traceback" not in station.log.read_text()
        subprocess.run(["mount", "-o", "remount,rw", str(data_dir)], check=True)
        settle(station)
        eventually(lambda: station.ledger.last_seq() == 5)
        station.ledger.close()
        station.stop()


@pytest.mark.slow
def test_an_export_that_the_store_breaks_off_is_seen_to_be_incomplete(
    make_processes: Callable[..., StationProcesses],
) -> None:
    station = make_processes()
    station.start_web()
    session = station.claim()
    rows = [
        Inspection(
            inspection_id=f"{number:032x}",
            trigger_id=number,
            station="test",
            source=TriggerSource.TIMER,
            triggered_at=datetime.now(UTC),
            outcome=Outcome.OK,
        )
        for number in range(1, 3001)
    ]
    station.ledger.record([LedgerEntry(row) for row in rows], [])
    address = f"{station.url}/api/v1/inspections.csv"
    assert len(session.get(address).text.splitlines()) == 3001
    station.ledger.close()
    station.stop()
    damage_the_middle(station.data_dir / "okng.db")
    station.run_dir.mkdir()
    station.start_web()
    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        session.get(address)
    assert "Traceback" not in station.log.read_text().split("an export was cut off")[0]


def damage_the_middle(path: Path) -> None:
    """Damages the database page that holds row 1,500 of the ledger."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    content = bytearray(path.read_bytes())
    pages = range(0, len(content), 4096)
    # An index also has the id, but not the station.
    (at,) = (
        page
        for page in pages
        if f"{1500:032x}".encode() in content[page : page + 4096]
        and b'"station"' in content[page : page + 4096]
    )
    content[at : at + 4096] = b"\x7f" * 4096
    path.write_bytes(bytes(content))
