"""A session ends by logging out, by disuse, by a new password; never by the station's clock."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path

import pytest

from okng.device.store import database as database_module
from okng.device.store.database import Database
from okng.webui.auth.sessions import IDLE_S, KEPT_PER_USER, TOUCH_PERIOD_S, Sessions
from okng.webui.auth.users import Users


class Clock:
    """A monotonic clock that the test moves."""

    now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def database(tmp_path: Path) -> Database:
    database = Database(tmp_path)
    with database.transaction() as connection:
        for name in ("admin", "eve"):
            connection.execute("INSERT INTO users VALUES (?, 'hash', 0)", (name,))
    return database


def test_it_ends_when_it_is_not_used_and_not_while_it_is(database: Database) -> None:
    clock = Clock()
    sessions = Sessions(database, clock)
    used, unused = sessions.begin("admin"), sessions.begin("admin")
    for _ in range(20):
        clock.now_s += IDLE_S / 10
        assert sessions.user_of(used) == "admin"
    assert sessions.user_of(unused) is None


def test_the_time_that_it_was_used_is_kept_over_restarts(database: Database) -> None:
    secret = ""
    for _ in range(3):
        clock = Clock()
        sessions = Sessions(database, clock)
        eves = sessions.begin("eve")
        secret = secret or sessions.begin("admin")
        clock.now_s += IDLE_S / 2.5
        assert sessions.user_of(eves) == "eve"
    assert Sessions(database, Clock()).user_of(secret) is None


def test_each_ends_alone_or_all_of_a_user(database: Database) -> None:
    sessions = Sessions(database)
    first, second, eves = (sessions.begin(name) for name in ("admin", "admin", "eve"))
    sessions.end(first)
    assert sessions.user_of(first) is None
    assert sessions.user_of(second) == "admin"
    sessions.end_all("admin")
    assert sessions.user_of(second) is None
    assert sessions.user_of(eves) == "eve"


def test_other_processes_see_its_end(database: Database, tmp_path: Path) -> None:
    sessions = Sessions(database)
    secret = sessions.begin("admin")
    assert Sessions(Database(tmp_path)).user_of(secret) == "admin"
    Users(Database(tmp_path)).set_password("admin", "another password")
    assert sessions.user_of(secret) is None


def test_only_so_many_are_kept(database: Database) -> None:
    sessions = Sessions(database)
    secrets = [sessions.begin("admin") for _ in range(KEPT_PER_USER + 5)]
    assert [sessions.user_of(secret) for secret in secrets[:5]] == [None] * 5
    assert sessions.user_of(secrets[5]) == sessions.user_of(secrets[-1]) == "admin"


def test_the_secret_is_nowhere_on_the_disk(database: Database, tmp_path: Path) -> None:
    secret = Sessions(database).begin("admin")
    assert all(secret.encode() not in file.read_bytes() for file in tmp_path.glob("okng.db*"))


def test_people_log_in_and_out_on_a_full_disk(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    sessions = Sessions(database, clock)
    before = sessions.begin("admin")

    @contextmanager
    def full(connection: sqlite3.Connection) -> object:  # type: ignore[misc]
        raise sqlite3.OperationalError("database or disk is full")
        yield

    monkeypatch.setattr(database_module, "transaction", full)
    secret = sessions.begin("admin")
    assert sessions.user_of(secret) == "admin"
    clock.now_s += 2 * TOUCH_PERIOD_S
    assert sessions.user_of(before) == "admin"
    for secret_key in (secret, before):
        sessions.end(secret_key)
        assert sessions.user_of(secret_key) is None
