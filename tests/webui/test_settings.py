"""The settings file changed over HTTP: only what is allowed, by whoever saw its newest version."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest
from support.page_client import USER, Browser
from werkzeug.test import TestResponse

from okng.device.host.tcp_port import PortError
from okng.device.settings.settings import StationSettings, load_settings
from okng.device.store.state import StationState
from okng.webui.address_change import (
    address_failure,
    begin_address_change,
    settings_with_usable_address,
)
from okng.webui.api import settings as settings_api

PATH = "/api/v1/settings"
SECRET = "hunter2-on-the-line"
WRITTEN = f"""\
# Cell 4
station = "cell-4"  # as on the door

[camera]
type = "pylon"
serial = "4011"

[[sinks]]
type = "mqtt"
host = "broker.plant"
username = "cell4"
password = "{SECRET}"
"""


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings file of the station."""
    path = tmp_path / "okng.toml"
    path.write_text(WRITTEN)
    path.chmod(0o640)
    monkeypatch.setenv("OKNG_CONFIG", str(path))
    return path


@pytest.fixture(autouse=True)
def ended(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The processes that were asked to end; this one must not."""
    asked: list[str] = []
    monkeypatch.setattr(settings_api, "end_process_in_order", lambda: asked.append("web"))
    return asked


def change(browser: Browser, **sections: Any) -> TestResponse:
    version = browser.get(PATH).json["version"]
    return browser.write("PATCH", PATH, json={"version": version, **sections})


def test_a_change_keeps_comments_the_mode_and_a_copy(
    browser: Browser, file: Path, ended: list[str]
) -> None:
    answer = change(browser, camera={"serial": "4012"}, station="cell-5")
    assert answer.status_code == 200, answer.text
    assert answer.json["restarts"] == ["device", "web"]
    assert answer.json["device_answered"] is False  # There is none in this test.
    assert ended == ["web"]
    assert file.read_text() == WRITTEN.replace("4011", "4012").replace('"cell-4"', '"cell-5"')
    old = Path(answer.json["old_file"])
    assert old == file.with_name("okng.toml.old")
    assert old.read_text() == WRITTEN
    assert [path.stat().st_mode & 0o777 for path in (file, old)] == [0o640, 0o640]
    assert browser.get(PATH).json["last_change"]["author"] == USER


def test_no_secret_leaves_the_station(
    browser: Browser, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    overview = browser.get(PATH)
    assert overview.json["sections"]["has_password"] is True
    monkeypatch.setattr(
        settings_api.SettingsFile, "unwritable_reason", lambda _: "the disk is read-only"
    )
    preview = browser.post(
        f"{PATH}/check", json={"broker": {"password": "another one", "prefix": "plant"}}
    )
    assert preview.status_code == 200, preview.text
    assert 'prefix = "plant"' in preview.json["text"]
    assert SECRET not in overview.text + preview.text
    assert "another one" not in preview.text
    assert file.read_text() == WRITTEN


def test_a_file_that_somebody_edited_meanwhile_is_not_overwritten(
    browser: Browser, file: Path
) -> None:
    version = browser.get(PATH).json["version"]
    edited = WRITTEN + "log_level"
    file.write_text(edited.replace("log_level", "# later"))
    answer = browser.write("PATCH", PATH, json={"version": version, "station": "cell-5"})
    assert answer.status_code == 409
    assert file.read_text() == WRITTEN + "# later"


@pytest.mark.parametrize(
    ("sections", "field"),
    [
        ({"web": {"port": 70000}}, "web.port"),
        ({"broker": {"port": "many"}}, "broker.port"),
        ({"broker": {"host": ""}}, "broker.host"),
        ({"camera": {"colour": "red"}}, "camera.colour"),
        ({"camera": {"type": "folder"}}, "camera.path"),
        ({"broker": {"username": None}}, "broker"),
        ({"station": "no/such/name"}, "station"),
        ({"web": {"host": "203.0.113.9"}}, "web.host"),
        # A stored password goes to no other broker.
        ({"broker": {"host": "elsewhere.example"}}, "broker.password"),
        ({"broker": {"host": "else", "type": "sparkplug", "group": "a"}}, "broker.password"),
        ({"camera": {"type": "webcam"}}, "camera"),
    ],
)
def test_what_is_not_allowed_is_said_at_its_field_and_not_written(
    browser: Browser, file: Path, sections: dict[str, Any], field: str
) -> None:
    answer = change(browser, **sections)
    assert answer.status_code == 422, answer.text
    assert list(answer.json["detail"]["json"]) == [field]
    assert file.read_text() == WRITTEN


def test_a_port_that_somebody_else_has_is_refused(browser: Browser, file: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        answer = change(browser, web={"port": other.getsockname()[1]})
    assert answer.status_code == 422
    assert "is in use by" in answer.json["detail"]["json"]["web.port"][0]
    assert file.read_text() == WRITTEN


def test_what_the_environment_gives_is_told_and_can_not_be_changed(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, file: Path
) -> None:
    monkeypatch.setenv("OKNG_CAMERA__SERIAL", "9")
    monkeypatch.setenv("OKNG_SINKS__0__HOST", "other.plant")
    sections = browser.get(PATH).json["sections"]
    assert sections["camera"]["serial"] == "9"
    assert sections["fixed"] == {
        "broker.host": "OKNG_SINKS__0__HOST",
        "camera.serial": "OKNG_CAMERA__SERIAL",
    }
    assert change(browser, camera={"serial": "4012"}).status_code == 422
    assert change(browser, broker={"prefix": "plant"}).status_code == 200
    assert file.read_text() == WRITTEN + 'prefix = "plant"\n'


def test_a_broker_is_removed_and_another_one_added(browser: Browser, file: Path) -> None:
    assert change(browser, broker=None).status_code == 200
    assert load_settings(file).sinks == ()
    assert change(browser, broker={"host": "10.0.0.5"}).status_code == 200
    (sink,) = load_settings(file).sinks
    assert (sink.type, sink.name) == ("mqtt", "mqtt")


def test_a_broken_file_is_explained_and_left_alone(browser: Browser, file: Path) -> None:
    file.write_text('station = "cell-4"\ncolour = "red"\n')
    overview = browser.get(PATH).json
    assert overview["sections"] is None
    assert 'unknown setting "colour"' in overview["problem"]
    assert change(browser, station="cell-5").status_code == 409


def test_a_broker_that_is_not_there_fails_the_test_of_its_connection(browser: Browser) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    broker = {"host": "127.0.0.1", "port": port, "password": SECRET}
    answer = browser.post(f"{PATH}/broker-check", json={"broker": broker})
    assert answer.status_code == 409
    assert "no broker listens on that port" in answer.json["message"]


def test_an_address_that_can_not_be_used_is_taken_back(
    settings: StationSettings, file: Path, browser: Browser
) -> None:
    state = StationState(settings.data_dir)
    file.write_text(f'{WRITTEN}\n[web]\nhost = "203.0.113.9"  # new\n')
    bad = load_settings(file).model_copy(update={"data_dir": settings.data_dir})
    # Nobody has changed it here: the start says what is wrong.
    with pytest.raises(PortError):
        settings_with_usable_address(bad, file)
    begin_address_change(state, settings.web)
    back = settings_with_usable_address(bad, file)
    assert (back.web.host, back.web.port) == (settings.web.host, settings.web.port)
    assert '"127.0.0.1"  # new' in file.read_text()
    assert "203.0.113.9:8080 is not an address" in str(address_failure(state))
    assert "is not an address" in browser.get(PATH).json["address_failure"]
