from __future__ import annotations

import json
import sys
from pathlib import Path

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


def test_list_says_whether_the_configured_camera_is_there(tmp_path: Path) -> None:
    for text, said in (
        ('type = "pylon"\nserial = "123"', "pylon, serial 123: not there"),
        ('type = "pylon"\nemulate = true', "pylon, emulate True: there"),
        (f'type = "folder"\npath = "{tmp_path}"', f"folder, path {tmp_path}: the path is there"),
        ('type = "folder"\npath = "/no"', "folder, path /no: the path is not there"),
    ):
        config = tmp_path / "okng.toml"
        config.write_text(f"[camera]\n{text}\n")
        result = CliRunner().invoke(camera, ["list", "--config", str(config)])
        assert result.exit_code == 0, result.output
        assert result.output.splitlines()[-1] == f"{config} names {said}"
    as_json = CliRunner().invoke(camera, ["list", "--json", "--config", str(config)])
    assert json.loads(as_json.output)["configured"]["path"] == "/no"
    config.write_text('[camera]\ntype = "pilon"\n')
    refused = CliRunner().invoke(camera, ["list", "--config", str(config)])
    assert refused.exit_code == 1
    assert "did you mean 'pylon'?" in refused.output
