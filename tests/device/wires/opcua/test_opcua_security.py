"""Who may connect to the OPC UA server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from asyncua import ua
from asyncua.crypto.cert_gen import (
    dump_private_key_as_pem,
    generate_private_key,
    generate_self_signed_app_certificate,
)
from asyncua.sync import Client
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID
from pydantic import ValidationError
from support.station import free_port

from okng.device.handshake.line import Line
from okng.device.wires.opcua.server.settings import OpcUaWireSettings
from okng.device.wires.opcua.wire import OpcUaWire

URI = "urn:tests:plc"


def certificate(folder: Path, name: str, uri: str, *, expired: bool = False) -> Path:
    """A self-signed certificate beside its key."""
    key = generate_private_key()
    made = generate_self_signed_app_certificate(
        key, uri, {"commonName": name}, [], [ExtendedKeyUsageOID.CLIENT_AUTH], 1
    )
    if expired:
        made = expired_copy(made, key)
    (folder / f"{name}.key").write_bytes(dump_private_key_as_pem(key))
    (folder / f"{name}.key.pem").write_bytes(dump_private_key_as_pem(key))
    path = folder / f"{name}.pem"
    path.write_bytes(made.public_bytes(Encoding.PEM))
    return path


def expired_copy(certificate: x509.Certificate, key: rsa.RSAPrivateKey) -> x509.Certificate:
    """The same certificate, signed by its own key, that held until yesterday."""
    yesterday = datetime.now(UTC) - timedelta(days=1)
    builder = (
        x509.CertificateBuilder()
        .subject_name(certificate.subject)
        .issuer_name(certificate.issuer)
        .public_key(key.public_key())
        .serial_number(certificate.serial_number)
        .not_valid_before(yesterday - timedelta(days=1))
        .not_valid_after(yesterday)
    )
    for extension in certificate.extensions:
        builder = builder.add_extension(extension.value, extension.critical)
    return builder.sign(key, hashes.SHA256())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("certificates")
    for name, uri in (("station", "urn:okng:test"), ("plc", URI), ("stranger", URI)):
        certificate(folder, name, uri)
    certificate(folder, "old", URI, expired=True)
    return folder


@pytest.fixture(scope="module")
def wire(folder: Path) -> Iterator[OpcUaWire]:
    settings = OpcUaWireSettings(
        port=free_port(),
        certificate=folder / "station.pem",
        private_key=folder / "station.key",
        client_certificates=(folder / "plc.pem", folder / "old.pem"),
        username="plc",
        password="secret",
    )
    wire = OpcUaWire(settings, Line(), "test", folder)
    wire.start()
    yield wire
    wire.stop()


def login(
    folder: Path, name: str = "plc", username: str = "plc", password: str = "secret"
) -> Callable[[Client], None]:
    def prepare(client: Client) -> None:
        client.application_uri = URI
        files = f"{folder}/{name}.pem,{folder}/{name}.key.pem"
        client.set_security_string(f"Basic256Sha256,SignAndEncrypt,{files}")
        if username:
            client.set_user(username)
            client.set_password(password)

    return prepare


def test_only_the_named_client_and_user_connect(
    wire: OpcUaWire,
    folder: Path,
    connect: Callable[..., Any],
    caplog: pytest.LogCaptureFixture,
) -> None:
    port = wire.settings.port
    peer = connect(port, login(folder))
    assert peer.state() == "Preoperational"
    assert peer.read("not_ready_reason") == "the station is starting"
    peer.write(trigger_enable=True)
    assert not peer.read("trigger_ready")
    with pytest.raises((ua.UaError, OSError)):
        connect(port)
    caplog.clear()
    with pytest.raises(ua.uaerrors.BadUserAccessDenied):
        connect(port, login(folder, password="guess"))
    assert [record.getMessage() for record in caplog.records if "okng" in record.name] == [
        "opcua: login refused for user 'plc'"
    ]
    with pytest.raises(ua.uaerrors.BadIdentityTokenRejected):
        connect(port, login(folder, username=""))
    with pytest.raises(ua.uaerrors.BadCertificateUntrusted):
        connect(port, login(folder, name="stranger"))


def test_certificates_that_have_expired(
    wire: OpcUaWire,
    folder: Path,
    connect: Callable[..., Any],
    caplog: pytest.LogCaptureFixture,
) -> None:
    with pytest.raises(ua.uaerrors.BadCertificateTimeInvalid):
        connect(wire.settings.port, login(folder, name="old"))
    (row,) = [one.getMessage() for one in caplog.records if "refused" in one.getMessage()]
    assert "client certificate refused: CN=" in row
    assert "it expired on " in row
    assert connect(wire.settings.port, login(folder)).state() == "Preoperational"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"host": "0.0.0.0"}, "others reach 0.0.0.0"),
        ({"host": "plc.local"}, "allow_unencrypted = true"),
        ({"certificate": "a.pem"}, "certificate and private_key belong together"),
        ({"username": "plc"}, "username and password belong together"),
        ({"client_certificates": ["a.pem"]}, "client_certificates needs a certificate"),
    ],
)
def test_settings_that_would_leave_the_server_open(settings: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        OpcUaWireSettings(**settings)
    assert OpcUaWireSettings(host="0.0.0.0", allow_unencrypted=True)
