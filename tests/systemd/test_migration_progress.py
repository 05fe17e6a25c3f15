"""A migration of a large store extends systemd's start timeout, and so do processes that wait."""

from __future__ import annotations

import fcntl
import threading
from pathlib import Path

import pytest
from support.large_store import Size, make_store

from okng.device.store import migration_progress
from okng.device.store.database import FILE_NAME, LOCK_FILE, connect
from okng.device.store.ledger import Ledger


@pytest.fixture
def old_store(tmp_path: Path) -> Path:
    make_store(tmp_path / "data", Size(inspections=3_000, pictures=60))
    return tmp_path / "data"


@pytest.fixture(autouse=True)
def impatient(notify_socket, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes migrations report progress after a few steps instead of seconds."""
    monkeypatch.setenv("NOTIFY_SOCKET", str(notify_socket.path))
    monkeypatch.setattr(migration_progress, "PERIOD_S", 0)
    monkeypatch.setattr(migration_progress, "STEPS", 20_000)


def test_an_upgrade_asks_for_time(old_store: Path, notify_socket) -> None:
    connect(old_store).close()
    states = notify_socket.receive(5)
    assert states == [
        "EXTEND_TIMEOUT_USEC=60000000",
        f"STATUS=bringing {old_store / FILE_NAME} up to date",
    ]
    assert Ledger(old_store).totals().parts == 3_000


def test_who_waits_for_it_asks_for_time_too(old_store: Path, notify_socket) -> None:
    with (old_store / LOCK_FILE).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        waiting = threading.Thread(target=lambda: connect(old_store).close())
        waiting.start()
        states = notify_socket.receive(5)
    waiting.join()
    assert states is not None
    waiting = f"STATUS=waiting for another process that brings {old_store / FILE_NAME} up to date"
    assert states == ["EXTEND_TIMEOUT_USEC=60000000", waiting]


def test_a_systemd_that_is_gone_ends_no_upgrade(
    old_store: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "nobody"))
    connect(old_store).close()
    assert Ledger(old_store).totals().parts == 3_000
