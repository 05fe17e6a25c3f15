from __future__ import annotations

import json
import sys

import pytest
from click.testing import CliRunner

from okng.device.commands.camera import camera


def test_list_shows_the_emulator_as_simulated() -> None:
    result = CliRunner().invoke(camera, ["list"])
    assert result.exit_code == 0, result.output
    header, *rows = result.output.splitlines()
    assert header.split() == ["type", "serial", "model", "user_id", "interface", "simulated"]
    assert ["pylon", "0815-0000", "Emulation", "-", "emulator", "yes"] in [r.split() for r in rows]


def test_list_as_json() -> None:
    result = CliRunner().invoke(camera, ["list", "--json"])
    listed = json.loads(result.output)
    assert listed["unavailable"] == {}
    assert ("pylon", "0815-0000", True) in [
        (info["type"], info["serial"], info["simulated"]) for info in listed["cameras"]
    ]


def test_list_names_the_install_command_of_a_kind_that_is_unavailable(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pypylon", None)
    listed = CliRunner().invoke(camera, ["list"])
    assert listed.exit_code == 0, listed.output
    assert "pip install 'pypylon>=26.6'" in listed.output
    as_json = json.loads(CliRunner().invoke(camera, ["list", "--json"]).output)
    assert as_json["cameras"] == []
    assert "pip install 'pypylon>=26.6'" in as_json["unavailable"]["pylon"]
