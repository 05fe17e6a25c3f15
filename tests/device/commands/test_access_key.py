"""`okng access-key` issues keys on the machine itself, in the form of AWS's credentials file."""

from __future__ import annotations

import configparser
from pathlib import Path

import pytest
from click.testing import CliRunner

from okng.device.commands.access_key import access_key
from okng.device.store.access_keys import AccessKeys


@pytest.fixture(autouse=True)
def _data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OKNG_DATA_DIR", str(tmp_path))


def test_a_key_is_created_listed_and_revoked(tmp_path: Path) -> None:
    runner = CliRunner()
    made = runner.invoke(access_key, ["create", "line 3", "--right", "detect", "--right", "read"])
    assert made.exit_code == 0, made.output
    credentials = configparser.ConfigParser()
    credentials.read_string(f"[default]\n{made.output}")
    key_id = credentials["default"]["aws_access_key_id"]
    found = AccessKeys(tmp_path).find(key_id)
    assert found
    assert found.secret == credentials["default"]["aws_secret_access_key"]

    listed = runner.invoke(access_key, ["list"]).output
    assert f"{key_id}  line 3  rights: read, detect  project: all" in listed
    assert found.secret not in listed

    assert runner.invoke(access_key, ["revoke", key_id]).exit_code == 0
    assert runner.invoke(access_key, ["list"]).output == ""


def test_a_name_that_no_project_can_have_is_refused() -> None:
    made = CliRunner().invoke(access_key, ["create", "line 3", "--project", "../cells"])
    assert made.exit_code == 2
    assert "project: a name can't contain any of /" in made.output
