"""Why there is no connection, in words that say what to do; and who else has this name."""

from __future__ import annotations

import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion
from support.station import free_port

from okng.device.sinks.mqtt import broker_sink
from okng.device.sinks.mqtt.messages import StateMessage
from okng.device.sinks.mqtt.settings import MqttSinkSettings
from okng.device.sinks.mqtt.sink import MqttSink
from okng.device.store import station_id as station_id_module
from okng.device.store.station_id import station_id
from okng.device.types import CameraState, Mode

from .conftest import Broker, wait_until
from .scripted_broker import END, ScriptedBroker


@pytest.fixture
def make_sink(tmp_path: Path) -> Iterator[Callable[..., MqttSink]]:
    sinks: list[MqttSink] = []

    def make(port: int, **settings: Any) -> MqttSink:
        defaults = {"host": "127.0.0.1", "port": port}
        sink = MqttSink(
            MqttSinkSettings(**{**defaults, **settings}), "station-1", tmp_path / f"{len(sinks)}"
        )
        sinks.append(sink)
        sink.start()
        return sink

    yield make
    for sink in sinks:
        sink.stop()


def error_of(sink: MqttSink) -> str:
    wait_until(lambda: sink.status().last_error, "the error")
    return sink.status().last_error or ""


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (0x84, "Unsupported protocol version; it speaks neither MQTT 5 nor MQTT 3.1.1"),
        (0x85, "Client identifier not valid; it does not allow this client ID"),
        (0x86, "Bad user name or password; check username and password"),
        (0x87, "Not authorized; it wants a username and a password"),
        (0x88, "Server unavailable; it is not available now; the station tries again"),
        (0x8A, "Banned; it has banned this client; see the broker's log"),
        (0x9D, "Server moved (other.example); the broker has moved to another server"),
        (0x9F, "Connection rate exceeded; too many clients connect at once"),
    ],
)
def test_each_refusal_of_a_connection_says_what_it_means(
    code: int, said: str, make_sink: Callable[..., MqttSink]
) -> None:
    moved = b"\x1c\x00\x0dother.example" if code == 0x9D else b""
    broker = ScriptedBroker(connack=code, properties=moved)
    try:
        error = error_of(make_sink(broker.port))
        assert f"the broker refuses the connection: {said}" in error
        if code != 0x86 and code != 0x87:
            assert "password" not in error
    finally:
        broker.close()


def certificate(folder: Path, name: str = "127.0.0.1", days: tuple[int, int] = (-1, 1)) -> Any:
    """A self-signed certificate and its key, valid from and to so many days from now."""
    folder.mkdir()
    (folder / "index").write_text("")
    now_s = time.time()
    start, end = (
        datetime.fromtimestamp(now_s + day * 86400, UTC).strftime("%Y%m%d%H%M%SZ") for day in days
    )
    (folder / "ca.cnf").write_text(
        "[ca]\ndefault_ca=d\n[d]\n"
        f"database={folder}/index\nnew_certs_dir={folder}\nrand_serial=yes\n"
        "default_md=sha256\npolicy=p\nx509_extensions=e\n[p]\ncommonName=supplied\n"
        f"[e]\nsubjectAltName={'IP' if name[0].isdigit() else 'DNS'}:{name}\n"
        "basicConstraints=CA:TRUE\n"
    )
    for command in (
        "openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes "
        f"-subj /CN={name} -keyout {folder}/key -out {folder}/request",
        f"openssl ca -batch -selfsign -config {folder}/ca.cnf -keyfile {folder}/key "
        f"-in {folder}/request -out {folder}/certificate -notext "
        f"-startdate {start} -enddate {end}",
    ):
        subprocess.run(command.split(), check=True, capture_output=True)
    return folder / "certificate", folder / "key"


@pytest.mark.parametrize(
    ("name", "days", "known", "said"),
    [
        ("127.0.0.1", (-9, -2), True, "certificate has expired, or the clock is wrong: this"),
        ("127.0.0.1", (5, 9), True, "is not yet valid, or the clock is wrong: this station's"),
        ("127.0.0.1", (-1, 9), False, "is signed by none of the system's authorities"),
        ("broker.example", (-1, 9), True, "is for another name than '127.0.0.1'"),
    ],
    ids=["expired", "not yet valid", "unknown authority", "another host"],
)
def test_a_certificate_that_is_not_trusted_says_why(
    name: str,
    days: tuple[int, int],
    known: bool,
    said: str,
    tmp_path: Path,
    make_broker: Callable[..., Broker],
    make_sink: Callable[..., MqttSink],
) -> None:
    file, key = certificate(tmp_path / "tls", name, days)
    broker = make_broker("allow_anonymous true", f"certfile {file}", f"keyfile {key}")
    broker.start()
    authority = {"ca_certificate": file} if known else {}
    error = error_of(make_sink(broker.port, tls=True, **authority))
    assert f"127.0.0.1:{broker.port} can't be reached: the broker's certificate" in error
    assert said in error


def test_tls_and_plain_are_told_apart(
    tmp_path: Path, make_broker: Callable[..., Broker], make_sink: Callable[..., MqttSink]
) -> None:
    plain = make_broker("allow_anonymous true")
    plain.start()
    error = error_of(make_sink(plain.port, tls=True))
    assert f"port {plain.port} does not answer in TLS; set tls = false" in error
    plain.kill()
    file, key = certificate(tmp_path / "tls")
    secured = make_broker("allow_anonymous true", f"certfile {file}", f"keyfile {key}")
    secured.start()
    error = error_of(make_sink(secured.port))
    assert "does not answer as an MQTT broker: check the port" in error
    assert "a port for TLS needs tls = true" in error


def test_a_client_certificate_that_is_wanted_is_said(
    tmp_path: Path, make_sink: Callable[..., MqttSink]
) -> None:
    file, key = certificate(tmp_path / "tls")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(file, key)
    context.load_verify_locations(file)
    context.verify_mode = ssl.CERT_REQUIRED
    with socket.create_server(("127.0.0.1", 0)) as server:

        def refuse() -> None:
            client, _ = server.accept()
            with client:
                try:
                    context.wrap_socket(client, server_side=True)
                except OSError:
                    return

        thread = threading.Thread(target=refuse)
        thread.start()
        sink = make_sink(server.getsockname()[1], tls=True, ca_certificate=file)
        assert (
            "it asks for a certificate of the station: set client_certificate and client_key"
            in error_of(sink)
        )
        thread.join()


def test_hosts_and_ports_that_are_wrong_are_said(make_sink: Callable[..., MqttSink]) -> None:
    port = free_port()
    assert f"127.0.0.1:{port} can't be reached: no broker listens on that port" in error_of(
        make_sink(port)
    )
    assert "the name 'broker.invalid' is not known here" in error_of(
        make_sink(1883, host="broker.invalid")
    )


# --- two stations of one name --------------------------------------------------------------------


def state(started_at: datetime) -> str:
    return StateMessage(
        station="station-1",
        okng_version="0.1.0",
        started_at=started_at,
        mode=Mode.LIVE,
        dataset=None,
        label=None,
        camera_state=CameraState.STREAMING,
        recipe=None,
        model=None,
        detector=None,
        threshold=None,
        conditions=(),
    ).model_dump_json()


def say(sink: MqttSink, text: str) -> None:
    sink._state = text
    sink.wake()


def test_two_stations_of_one_name_both_stay_connected_and_say_so(
    make_broker: Callable[..., Broker], make_sink: Callable[..., MqttSink]
) -> None:
    broker = make_broker()
    broker.start()
    first = make_sink(broker.port)
    say(first, state(datetime(2026, 1, 1, tzinfo=UTC)))
    wait_until(lambda: first.status().connected, "the first")
    time.sleep(1.5)
    second = make_sink(broker.port)
    say(second, state(datetime(2026, 2, 2, tzinfo=UTC)))
    wait_until(lambda: "another station is named 'station-1' too" in error_of(first), "the first")
    assert "okng/station-1/state; it has run since 2026-02-02 00:00 UTC" in error_of(first)
    assert first.status().connected
    assert second.status().connected
    assert second.status().last_error is None
    # What the first says next tells the second.
    changed = state(datetime(2026, 1, 1, tzinfo=UTC)).replace("0.1.0", "0.1.1")
    say(first, changed)
    assert "it has run since 2026-01-01" in error_of(second)


def test_an_echo_of_the_own_state_is_no_other_station(
    make_broker: Callable[..., Broker], make_sink: Callable[..., MqttSink]
) -> None:
    broker = make_broker()
    broker.start()
    sink = make_sink(broker.port)
    own = state(datetime(2026, 1, 1, tzinfo=UTC))
    say(sink, own)
    wait_until(lambda: sink.status().connected, "the connection")
    time.sleep(1.5)
    bridge = Client(CallbackAPIVersion.VERSION2, protocol=MQTTProtocolVersion.MQTTv5)
    bridge.connect("127.0.0.1", broker.port)
    bridge.loop_start()
    for payload in (own, "", "no JSON", "[" * 5000, b"\xff"):
        bridge.publish("okng/station-1/state", payload, qos=1).wait_for_publish(10)
    bridge.disconnect()
    bridge.loop_stop()
    time.sleep(0.5)
    assert sink.status().connected
    assert sink.status().last_error is None


def test_a_copy_of_the_station_is_named_and_not_fought_with(
    make_broker: Callable[..., Broker],
    make_sink: Callable[..., MqttSink],
    tmp_path: Path,
) -> None:
    broker = make_broker()
    broker.start()
    sink = make_sink(broker.port)
    wait_until(lambda: sink.status().connected, "the connection")
    client_id = f"okng-station-1-mqtt-{station_id(tmp_path / '0')}"
    takeovers = 0
    end_s = time.monotonic() + 6

    def take_over(*_: object) -> None:
        nonlocal takeovers
        takeovers += 1

    copy = Client(CallbackAPIVersion.VERSION2, client_id, protocol=MQTTProtocolVersion.MQTTv5)
    copy.reconnect_delay_set(0.05, 0.05)  # type: ignore[arg-type]
    copy.on_connect = take_over
    copy.connect("127.0.0.1", broker.port)
    copy.loop_start()
    # This mosquitto doesn't say why it ends a connection.
    cause = f"another client with the client ID {client_id}"
    wait_until(lambda: cause in error_of(sink), "the cause")
    while time.monotonic() < end_s:
        time.sleep(0.1)
    copy.disconnect()
    copy.loop_stop()
    # The other one comes back at once each time: only this one's pauses keep the number small.
    assert takeovers <= 6


def test_a_broker_that_ends_every_connection_at_once_is_said(
    make_sink: Callable[..., MqttSink], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(broker_sink, "FIRST_RETRY_S", 0.05)
    broker = ScriptedBroker(lambda _: END)
    try:
        sink = make_sink(broker.port)
        wait_until(lambda: "connections soon after they were made" in error_of(sink), "the cause")
        assert "access rules, and another client with the client ID okng-station-1-mqtt-" in (
            error_of(sink)
        )
    finally:
        broker.close()


def test_a_connection_that_was_taken_over_says_by_whom(make_sink: Callable[..., MqttSink]) -> None:
    broker = ScriptedBroker(lambda _: END, farewell=b"\xe0\x02\x8e\x00")
    try:
        error = error_of(make_sink(broker.port))
        assert "another client with the client ID okng-station-1-mqtt-" in error
        assert "took this connection over" in error
    finally:
        broker.close()


def test_a_copied_disk_is_another_station(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = station_id(tmp_path / "a")
    assert station_id(tmp_path / "a") == first
    assert station_id(tmp_path / "b") != first
    other = tmp_path / "machine-id"
    other.write_text("0123456789abcdef0123456789abcdef\n")
    monkeypatch.setattr(station_id_module, "MACHINE_ID", other)
    assert station_id(tmp_path / "a") != first
    monkeypatch.setattr(station_id_module, "MACHINE_ID", tmp_path / "absent")
    assert station_id(tmp_path / "a")
