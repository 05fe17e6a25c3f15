"""`okng password` replaces a forgotten password on the machine itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from okng.device.cli import main
from okng.device.store.database import Database
from okng.webui.auth.sessions import Sessions
from okng.webui.auth.users import Users
from okng.webui.password_command import password


def test_a_new_password_replaces_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OKNG_DATA_DIR", str(tmp_path))
    users = Users(Database(tmp_path))
    users.claim("admin", "the first password")
    sessions = Sessions(Database(tmp_path))
    session = sessions.begin("admin")
    typed = "another password\nanother password\n"
    done = CliRunner().invoke(password, ["admin"], input=typed)
    assert done.exit_code == 0, done.output
    assert users.check("admin", "the first password") is None
    assert users.check("admin", "another password")
    assert sessions.user_of(session) is None


@pytest.mark.parametrize(
    ("name", "typed", "message"),
    [("eve", "long enough to be one", "there are: admin"), ("admin", "short", "5 characters")],
)
def test_what_can_not_be_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, typed: str, message: str
) -> None:
    monkeypatch.setenv("OKNG_DATA_DIR", str(tmp_path))
    Users(Database(tmp_path)).claim("admin", "the first password")
    done = CliRunner().invoke(main, ["password", name], input=f"{typed}\n{typed}\n")
    assert done.exit_code == 1
    assert message in done.output
