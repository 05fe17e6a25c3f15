"""The AWS connection on the HTTP API: for whoever is logged in, and never with a secret in it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.iot_server import IotServer
from support.page_client import CLAIM_CODE, PASSWORD, USER, Browser

from okng.cloud_sync.aws_connection.command import template
from okng.device.settings.settings import StationSettings
from okng.webui.app import create_app
from okng.webui.auth.claim_code import ClaimCode

CONNECTION = "/api/v1/aws/connection"


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    """Of a station that has just been claimed."""
    with tempfile.TemporaryDirectory(prefix="okng-") as run_dir:
        settings = StationSettings(data_dir=tmp_path / "data", run_dir=Path(run_dir))
        browser = Browser(create_app(settings, ClaimCode(CLAIM_CODE)).test_client())
        browser.submit("/claim", code=CLAIM_CODE, name=USER, password=PASSWORD)
        browser.read_csrf_token("/configuration")
        yield browser


def test_a_station_is_connected_checked_and_disconnected(
    server: IotServer, browser: Browser, tmp_path: Path
) -> None:
    assert browser.get(CONNECTION).json == {"connection": None, "problem": None}
    refused = browser.post(f"{CONNECTION}/check")
    assert refused.status_code == 409
    assert "not connected" in refused.json["message"]
    answer = browser.write("PUT", CONNECTION, json={"device_cert_url": server.url})
    assert answer.status_code == 200, answer.text
    state = browser.get(CONNECTION)
    assert state.json == answer.json
    assert state.json["connection"]["thing"] == "station-7"
    assert "PRIVATE" not in state.text
    assert "Signature" not in state.text
    assert browser.post(f"{CONNECTION}/check").json["valid_until"].endswith("Z")
    server.credentials_status = 403
    refused = browser.post(f"{CONNECTION}/check")
    assert refused.status_code == 502
    assert "Invalid role alias" in refused.json["message"]
    assert browser.write("DELETE", CONNECTION).status_code == 204
    assert browser.get(CONNECTION).json["connection"] is None
    assert not (tmp_path / "data" / "aws").exists()


def test_an_address_that_gives_something_else_changes_nothing(
    server: IotServer, browser: Browser
) -> None:
    server.document = b"<html>Sign in</html>"
    answer = browser.write("PUT", CONNECTION, json={"device_cert_url": server.url})
    assert answer.status_code == 502
    assert "no device certificate of okng" in answer.json["message"]
    assert "Signature" not in answer.text
    for no_address in ("", "0", "http://station.example/"):
        refused = browser.write("PUT", CONNECTION, json={"device_cert_url": no_address})
        assert refused.status_code == 422, no_address
    assert browser.get(CONNECTION).json == {"connection": None, "problem": None}


def test_a_damaged_connection_is_told_and_can_be_replaced(
    server: IotServer, browser: Browser, tmp_path: Path
) -> None:
    address = {"device_cert_url": server.url}
    assert browser.write("PUT", CONNECTION, json=address).status_code == 200
    (tmp_path / "data" / "aws" / "connection.json").write_text("{")
    state = browser.get(CONNECTION).json
    assert state["connection"] is None
    assert "can't be read" in state["problem"]
    assert browser.write("PUT", CONNECTION, json=address).json["connection"]


def test_nobody_connects_a_station_without_login_or_csrf_token(
    browser: Browser, server: IotServer
) -> None:
    address = {"device_cert_url": server.url}
    assert browser.client.put(CONNECTION, json=address).status_code == 400
    browser.client.post("/logout", headers={"X-CSRF-Token": browser.csrf_token})
    assert browser.get(CONNECTION).status_code == 401
    assert browser.write("PUT", CONNECTION, json=address).status_code == 401
    assert server.given == []


def test_the_template_is_a_download_and_the_calls_are_documented(browser: Browser) -> None:
    answer = browser.get("/api/v1/aws/template")
    assert answer.text == template()
    assert "okng-station.yaml" in answer.headers["Content-Disposition"]
    paths = browser.get("/openapi.json").json["paths"]
    assert {"get", "put", "delete"} <= set(paths[CONNECTION])
