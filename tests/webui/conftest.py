"""The real application over a real store, without a daemon, and a browser that has logged in."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from apiflask import APIFlask
from support.page_client import CLAIM_CODE, PASSWORD, USER, Browser

from okng.device.settings import StationSettings
from okng.device.store.database import Database
from okng.webui.access import limiter
from okng.webui.app import create_app
from okng.webui.claim_code import ClaimCode
from okng.webui.tokens import Tokens
from okng.webui.users import User, Users


@pytest.fixture(scope="session")
def claimed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, User]:
    """A data directory and its user; passwords are slow to hash, so it is made once."""
    folder = tmp_path_factory.mktemp("claimed")
    database = Database(folder)
    user = Users(database).claim(USER, PASSWORD)
    database.close()
    return folder, user


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[StationSettings]:
    """Of a station whose device process doesn't run."""
    with tempfile.TemporaryDirectory(prefix="okng-") as run_dir:
        yield StationSettings(data_dir=tmp_path / "data", run_dir=Path(run_dir))


@pytest.fixture
def unclaimed_app(settings: StationSettings) -> APIFlask:
    """Before anybody has claimed the station."""
    return _app(settings)


@pytest.fixture
def app(settings: StationSettings, claimed: tuple[Path, User]) -> APIFlask:
    """A claimed station's application."""
    shutil.copytree(claimed[0], settings.data_dir)
    return _app(settings)


@pytest.fixture
def browser(app: APIFlask, claimed: tuple[Path, User]) -> Browser:
    """Logged in, as after a login, but for the time that it takes."""
    browser = Browser(app.test_client())
    with browser.client.session_transaction() as session:
        session["key"] = claimed[1].session_key
    browser.read_csrf_token("/configuration")
    return browser


@pytest.fixture
def token(app: APIFlask, settings: StationSettings) -> dict[str, str]:
    """Headers of a program with a token."""
    _, secret = Tokens(Database(settings.data_dir)).issue(USER, "test")
    return {"Authorization": f"Bearer {secret}"}


def _app(settings: StationSettings) -> APIFlask:
    app = create_app(settings, ClaimCode(CLAIM_CODE))
    limiter.reset()
    return app
