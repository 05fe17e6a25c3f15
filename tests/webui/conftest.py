"""The real application with a real store, without a daemon, and a logged-in client."""

from __future__ import annotations

import functools
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from apiflask import APIFlask
from argon2 import PasswordHasher
from support.page_client import CLAIM_CODE, PASSWORD, USER, Browser

from okng.device.settings.settings import StationSettings
from okng.device.store.database import Database
from okng.webui.app import create_app
from okng.webui.auth import users
from okng.webui.auth.claim_code import ClaimCode
from okng.webui.auth.sessions import Sessions
from okng.webui.auth.tokens import Tokens
from okng.webui.auth.users import Users


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Replaces the password hasher by a cheap one of the same kind."""
    quick = functools.partial(PasswordHasher, time_cost=1, memory_cost=64, parallelism=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(users, "PasswordHasher", quick)
        yield


@pytest.fixture(scope="session")
def claimed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with a user."""
    folder = tmp_path_factory.mktemp("claimed")
    database = Database(folder)
    Users(database).claim(USER, PASSWORD)
    database.close()
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[StationSettings]:
    """Of a station whose device process doesn't run."""
    with tempfile.TemporaryDirectory(prefix="okng-") as run_dir:
        yield StationSettings(data_dir=tmp_path / "data", run_dir=Path(run_dir))


@pytest.fixture
def unclaimed_app(settings: StationSettings) -> APIFlask:
    """The application of an unclaimed station."""
    return _app(settings)


@pytest.fixture
def app(settings: StationSettings, claimed: Path) -> APIFlask:
    """The application of a claimed station."""
    shutil.copytree(claimed, settings.data_dir)
    return _app(settings)


@pytest.fixture
def browser(app: APIFlask, settings: StationSettings) -> Browser:
    """A logged-in client, without the time that a login takes."""
    browser = Browser(app.test_client())
    with browser.client.session_transaction() as session:
        session["key"] = Sessions(Database(settings.data_dir)).begin(USER)
    browser.read_csrf_token("/configuration")
    return browser


@pytest.fixture
def token(app: APIFlask, settings: StationSettings) -> dict[str, str]:
    """Headers of a program with a token."""
    _, secret = Tokens(Database(settings.data_dir)).issue(USER, "test")
    return {"Authorization": f"Bearer {secret}"}


def _app(settings: StationSettings) -> APIFlask:
    return create_app(settings, ClaimCode(CLAIM_CODE))
