"""Further persons with an account on a station."""

from __future__ import annotations

from pathlib import Path

from apiflask import APIFlask

from okng.device.store.database import Database
from okng.webui.auth.sessions import Sessions
from support.page_client import PASSWORD, Browser


def added_person(app: APIFlask, browser: Browser, name: str) -> Browser:
    """A person whom the one of `browser` has added, and who has logged in since."""
    added = browser.post("/api/v1/accounts", json={"name": name, "password": PASSWORD})
    assert added.status_code == 201, added.text
    person = Browser(app.test_client())
    person.log_in(name=name)
    return person


def add_account(data_dir: Path, name: str) -> None:
    """An account of which only the sessions matter: its password is none that anybody knows."""
    Database(data_dir).connection.execute(
        "INSERT INTO users (name, password_hash, created_at_us) VALUES (?, '', 0)", (name,)
    )


def remove_account(data_dir: Path, name: str) -> None:
    """The person is gone; what they did stays."""
    Database(data_dir).connection.execute("DELETE FROM users WHERE name = ?", (name,))


def session_of(data_dir: Path, name: str) -> str:
    """The secret of a new session of that person."""
    return Sessions(Database(data_dir)).begin(name)
