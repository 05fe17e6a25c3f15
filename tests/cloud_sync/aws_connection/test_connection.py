"""A station gets its certificate by an address, and credentials by its certificate."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from support.certificates import Authority
from support.iot_server import IotServer

from okng.cloud_sync.aws_connection.errors import AwsConnectionError
from okng.cloud_sync.aws_connection.session import refreshable_credentials
from okng.cloud_sync.aws_connection.store import AwsConnectionStore
from okng.device.cli import main


@pytest.fixture
def store(tmp_path: Path) -> AwsConnectionStore:
    return AwsConnectionStore(tmp_path / "data")


def test_a_station_is_connected_by_one_address(
    server: IotServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OKNG_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("OKNG_CONFIG", str(tmp_path / "okng.toml"))
    (tmp_path / "okng.toml").write_text("")
    assert "not connected" in run("status")
    assert "Connected to AWS as station-7 in eu-central-1" in run("connect", server.url)
    assert "Credentials are valid until" in run("status")
    assert server.given == ["ASIA0000000000000000", "ASIA0000000000000001"]
    folder = tmp_path / "data" / "aws"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    files = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert files == {"device.pem": 0o600, "connection.json": 0o600}
    assert "PRIVATE KEY" not in (folder / "connection.json").read_text()
    run("disconnect")
    assert not folder.exists()
    assert "not connected" in run("status")


def test_credentials_are_refreshed_before_they_end(
    server: IotServer, store: AwsConnectionStore, tmp_path: Path
) -> None:
    store.connect(server.url)
    server.lifetime = timedelta(minutes=5)
    credentials = refreshable_credentials(tmp_path / "data")
    first = credentials.get_frozen_credentials().access_key
    server.lifetime = timedelta(hours=1)
    second = credentials.get_frozen_credentials().access_key
    assert first != second
    assert credentials.get_frozen_credentials().access_key == second
    assert server.given[-1] == second


def test_credentials_that_are_good_for_a_while_outlast_a_broken_network(
    server: IotServer, store: AwsConnectionStore, tmp_path: Path
) -> None:
    store.connect(server.url)
    server.lifetime = timedelta(minutes=12)
    credentials = refreshable_credentials(tmp_path / "data")
    assert credentials.get_frozen_credentials().access_key == server.given[-1]
    server.credentials_status = 503
    assert credentials.get_frozen_credentials().access_key == server.given[-1]


def test_a_station_without_a_connection_says_how_to_connect(tmp_path: Path) -> None:
    with pytest.raises(AwsConnectionError, match="okng aws connect"):
        refreshable_credentials(tmp_path)


def foreign_key(server: IotServer) -> None:
    server.document["private_key"] = server.authority.issue("other").private_key


def stranger(server: IotServer) -> None:
    identity = Authority("strangers").issue("station-7")
    server.document.update(certificate=identity.certificate, private_key=identity.private_key)


def other_thing(server: IotServer) -> None:
    identity = server.authority.issue("station-8")
    server.document.update(certificate=identity.certificate, private_key=identity.private_key)


def change(**changes: Any) -> Callable[[IotServer], None]:
    return lambda server: server.document.update(changes)


def replace(document: Any) -> Callable[[IotServer], None]:
    return lambda server: setattr(server, "document", document)


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (replace(b"<html>Sign in</html>"), "no device certificate of okng.*DeviceCertUrl"),
        (replace(b""), "no device certificate of okng"),
        (replace([1]), "no device certificate of okng"),
        (replace(b"{" + b" " * 70_000), "more than 64 KiB"),
        (change(format=2), "format: "),
        (change(certificate="-----"), "certificate: .*not a certificate in PEM format"),
        (change(private_key="secret"), "private_key: .*not a private key in PEM format"),
        (change(credentials_endpoint="a/../b"), "credentials_endpoint: "),
        (change(credentials_endpoint="user@host"), "credentials_endpoint: "),
        (change(role_alias="../things"), "role_alias: "),
        (change(bucket="Not A Bucket"), "bucket: "),
        (change(extra=1), "extra: "),
        (change(role_alias="another"), "no credentials.*status 404"),
        (change(credentials_endpoint="127.0.0.1:1"), "no credentials.*can't be reached"),
        (foreign_key, "can't be used with its private key"),
        (stranger, "no credentials"),
        (other_thing, "no credentials.*status 403.*Invalid certificate"),
        (lambda server: setattr(server, "credentials_status", 403), "403: .*Invalid role alias"),
        (lambda server: setattr(server, "credentials_status", 302), "status 302"),
    ],
)
def test_what_can_not_be_used_changes_nothing(
    server: IotServer,
    store: AwsConnectionStore,
    tmp_path: Path,
    spoil: Callable[[IotServer], None],
    problem: str,
) -> None:
    store.connect(server.url)
    before = {path: path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file()}
    spoil(server)
    with pytest.raises(AwsConnectionError, match=f"(?s){problem}") as caught:
        store.connect(server.url)
    assert "X-Amz-Signature" not in str(caught.value)
    assert "PRIVATE" not in str(caught.value)
    assert server.station.private_key[30:60] not in str(caught.value)
    after = {path: path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file()}
    assert before == after


@pytest.mark.parametrize(
    "url",
    [
        "",
        "okng",
        "http://127.0.0.1/certificate",
        "file:///etc/passwd",
        "https://",
        "https://[::1",
        "https://host/\r\nX-Header: 1",
        "https://bücket.example/",
        "https://127.0.0.1:notaport/",
    ],
)
def test_an_address_that_is_none_is_refused(store: AwsConnectionStore, url: str) -> None:
    with pytest.raises(AwsConnectionError, match="begins with https://"):
        store.connect(url)


def test_a_server_that_nobody_vouches_for_gets_no_trust(
    server: IotServer, store: AwsConnectionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(AwsConnectionError, match="CERTIFICATE_VERIFY_FAILED"):
        store.connect(server.url)


def test_a_damaged_connection_is_named(
    server: IotServer, store: AwsConnectionStore, tmp_path: Path
) -> None:
    store.connect(server.url)
    path = tmp_path / "data" / "aws" / "connection.json"
    path.write_text(json.dumps({"thing": "station-7"}))
    with pytest.raises(AwsConnectionError, match=r"connection\.json can't be read"):
        store.load()
    store.connect(server.url)
    assert store.load()


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["aws", *arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output
