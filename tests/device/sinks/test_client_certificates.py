"""A broker that knows stations by their certificates, and gives each one its topics."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from support.certificates import Authority, Identity

from okng.device.sinks.mqtt.settings import MqttSinkSettings
from okng.device.sinks.mqtt.sink import MqttSink

from .conftest import Broker, wait_until

STATION = "line-3"


class Plant:
    """A broker with TLS, its authority, and the station's certificates."""

    def __init__(self, folder: Path, make_broker: Callable[..., Broker]) -> None:
        self.folder = folder
        self.authority = Authority()
        self.authority_file = self.write("authority", self.authority.certificate)
        certificate, key = self.files("broker", self.authority.issue("broker"))
        rules = self.write("rules", f"user {STATION}\ntopic readwrite okng/{STATION}/#\n")
        self.broker = make_broker(
            f"cafile {self.authority_file}",
            f"certfile {certificate}",
            f"keyfile {key}",
            "require_certificate true",
            "use_identity_as_username true",
            f"acl_file {rules}",
        )
        self.broker.start()

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text)
        return path

    def files(self, name: str, identity: Identity) -> tuple[Path, Path]:
        return (
            self.write(f"{name}.pem", identity.certificate),
            self.write(f"{name}.key", identity.private_key),
        )


@pytest.fixture
def plant(tmp_path: Path, make_broker: Callable[..., Broker]) -> Plant:
    return Plant(tmp_path, make_broker)


@pytest.fixture
def connect(plant: Plant) -> Iterator[Callable[..., MqttSink]]:
    sinks: list[MqttSink] = []

    def make(files: tuple[Path, Path] | None) -> MqttSink:
        shown: dict[str, Any] = {}
        if files:
            shown = {"client_certificate": files[0], "client_key": files[1]}
        settings = MqttSinkSettings(
            host="127.0.0.1",
            port=plant.broker.port,
            tls=True,
            ca_certificate=plant.authority_file,
            **shown,
        )
        sink = MqttSink(settings, STATION, plant.folder / "data")
        sinks.append(sink)
        sink.start()
        return sink

    yield make
    for sink in sinks:
        sink.stop()


def error_of(sink: MqttSink) -> str:
    wait_until(lambda: sink.status().last_error, "the error")
    return sink.status().last_error or ""


def test_the_certificate_names_the_station(plant: Plant, connect: Callable[..., MqttSink]) -> None:
    sink = connect(plant.files("station", plant.authority.issue(STATION)))
    wait_until(lambda: sink.status().connected, "the connection")
    assert sink.status().last_error is None
    sink.stop()
    other = connect(plant.files("other", plant.authority.issue("line-4")))
    assert "the broker refuses okng/line-3/available: Not authorized" in error_of(other)


def test_each_certificate_that_is_refused_says_why(
    plant: Plant, connect: Callable[..., MqttSink]
) -> None:
    issue = plant.authority.issue
    refused = {
        "it asks for a certificate of the station: set client_certificate": None,
        "old.pem has expired, or the broker's clock is wrong": issue(STATION, expired=True),
        "it does not know the authority that signed": Authority("strangers").issue(STATION),
        "the key is that of another certificate": Identity(
            issue(STATION).certificate, issue(STATION).private_key
        ),
    }
    for said, identity in refused.items():
        sink = connect(plant.files("old", identity) if identity else None)
        assert said in error_of(sink)
        assert not sink.status().connected
        sink.stop()
    absent = connect((plant.folder / "absent.pem", plant.folder / "old.key"))
    assert f"client_certificate {plant.folder}/absent.pem" in error_of(absent)
