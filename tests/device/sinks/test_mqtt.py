from __future__ import annotations

import json
import os
import random
import re
import signal
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from paho.mqtt.client import MQTTMessage
from pydantic import ValidationError

from okng.device.cameras.camera import CameraCounters
from okng.device.health.condition import Condition, Severity
from okng.device.ipc.status import QueueDepths, StationStatus
from okng.device.recipes.recipe import Recipe, RecipeVersion
from okng.device.sinks.mqtt import delivery
from okng.device.sinks.mqtt.messages import schemas
from okng.device.sinks.mqtt.settings import MqttSinkSettings
from okng.device.sinks.mqtt.sink import MqttSink
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.types import (
    SCHEMA_VERSION,
    CameraState,
    Inspection,
    Mode,
    Outcome,
    StageLatency,
    TriggerSource,
)

from .conftest import Broker, Link, Listener, wait_until

DOCS = Path(__file__).parents[3] / "docs"
RESULT = "okng/line-3/result"


class Station:
    """A ledger that records and a sink that delivers."""

    def __init__(self, data_dir: Path, port: int, **settings: Any) -> None:
        self.ledger = Ledger(data_dir)
        self.sink = MqttSink(
            MqttSinkSettings(host="127.0.0.1", port=port, **settings), "line-3", data_dir
        )

    def record(self, count: int) -> list[str]:
        first = self.ledger.last_trigger_id() + 1
        entries = [LedgerEntry(inspection(first + i)) for i in range(count)]
        self.ledger.record(entries, ["mqtt"])
        self.sink.wake()
        return [entry.inspection.inspection_id for entry in entries]

    def pending(self) -> int:
        return self.sink.status().pending


def inspection(trigger_id: int) -> Inspection:
    return Inspection(
        inspection_id=uuid.uuid4().hex,
        trigger_id=trigger_id,
        station="line-3",
        source=TriggerSource.TIMER,
        triggered_at=datetime.now(UTC),
        outcome=Outcome.NG,
        score=0.75,
        threshold=0.5,
        recipe={"name": "cell", "version": 2},
        model={"name": "cell", "version": 1, "sha256": "0" * 64},
        latency=StageLatency(verdict_ms=12.5),
    )


def station_status(**changes: Any) -> StationStatus:
    now = datetime.now(UTC)
    return StationStatus(
        **{
            "station": "line-3",
            "okng_version": "0.1.0",
            "started_at": datetime(2026, 1, 1, tzinfo=UTC),
            "now": now,
            "mode": Mode.INSPECT,
            "dataset": None,
            "label": None,
            "camera_state": CameraState.STREAMING,
            "camera": None,
            "acquisition": None,
            "counters": CameraCounters(frames=now.microsecond),
            "recipe": RecipeVersion(
                version=2, recipe=Recipe(name="cell"), author="somebody", created_at=now
            ),
            "model": None,
            "threshold": 0.5,
            "trial": None,
            "queues": QueueDepths(inference=0, recorder=0),
            "sinks": (),
            "free_bytes": 1,
            "conditions": (),
        }
        | changes
    )


def ids(listener: Listener, topic: str = RESULT) -> list[str]:
    return [json.loads(message.payload)["inspection_id"] for message in listener.on(topic)]


def without_repeats(inspection_ids: list[str]) -> list[str]:
    return list(dict.fromkeys(inspection_ids))


@pytest.fixture
def make_station(tmp_path: Path) -> Iterator[Callable[..., Station]]:
    stations: list[Station] = []

    def make(port: int, **settings: Any) -> Station:
        station = Station(tmp_path / "data", port, **settings)
        stations.append(station)
        station.sink.start()
        return station

    yield make
    for station in stations:
        station.sink.stop()


def test_results_arrive_in_order_and_leave_the_outbox(
    make_broker: Callable[..., Broker],
    listen: Callable[..., Listener],
    make_station: Callable[..., Station],
) -> None:
    broker = make_broker()
    broker.start()
    listener = listen(broker.port)
    station = make_station(broker.port)
    recorded = [one for _ in range(20) for one in station.record(25)]
    wait_until(lambda: station.pending() == 0, "delivery")
    wait_until(lambda: len(ids(listener)) >= len(recorded), "arrival")
    # The connection never broke: then nothing is sent twice.
    assert ids(listener) == recorded
    assert [json.loads(m.payload)["seq"] for m in listener.on(RESULT)] == list(range(1, 501))
    assert not any(message.retain for message in listener.on(RESULT))
    assert station.sink.status().connected
    assert station.sink.status().last_error is None

    late = listen(broker.port)
    wait_until(lambda: len(late.messages) >= 2, "the retained messages")
    assert {m.topic: m.retain for m in late.messages} == {
        "okng/line-3/available": True,
        "okng/line-3/last_result": True,
    }
    assert ids(late, "okng/line-3/last_result") == recorded[-1:]


def test_a_broker_that_was_away_all_the_time_gets_everything_once(
    make_broker: Callable[..., Broker],
    listen: Callable[..., Listener],
    make_station: Callable[..., Station],
) -> None:
    broker = make_broker()
    station = make_station(broker.port)
    recorded = [one for _ in range(30) for one in station.record(10)]
    wait_until(lambda: station.sink.status().last_error, "the error")
    status = station.sink.status()
    assert not status.connected
    assert status.pending == 300
    assert f"127.0.0.1:{broker.port} can't be reached" in (status.last_error or "")

    broker.start()
    # `available` is retained: it shows to a listener of whatever time.
    listener = listen(broker.port)
    wait_until(lambda: station.pending() == 0, "delivery")
    recorded += station.record(1)
    wait_until(lambda: recorded[-1] in ids(listener), "arrival")
    received = ids(listener)
    assert received == recorded[-len(received) :]
    assert len(received) == len(set(received))
    assert [m.payload for m in listener.on("okng/line-3/available")] == [b"online"]


def test_a_link_cut_again_and_again_loses_nothing(
    make_broker: Callable[..., Broker],
    make_link: Callable[[int], Link],
    listen: Callable[..., Listener],
    make_station: Callable[..., Station],
) -> None:
    broker = make_broker()
    broker.start()
    listener = listen(broker.port)
    link = make_link(broker.port)
    station = make_station(link.port)
    recorded: list[str] = []
    for _ in range(4):
        before = len(listener.on(RESULT))
        recorded += [one for _ in range(40) for one in station.record(5)]
        wait_until(lambda n=before: len(listener.on(RESULT)) > n, "something")  # type: ignore[misc]
        link.cut()
        recorded += station.record(5)
        link.mend()
    wait_until(lambda: station.pending() == 0, "delivery")
    wait_until(lambda: recorded[-1] in ids(listener), "arrival")
    # Repeats carry the same id, and without them the order is the ledger's.
    assert without_repeats(ids(listener)) == recorded


def test_a_broker_killed_in_the_middle_loses_nothing(
    make_broker: Callable[..., Broker],
    make_link: Callable[[int], Link],
    listen: Callable[..., Listener],
    make_station: Callable[..., Station],
) -> None:
    broker = make_broker()
    broker.start()
    listener = listen(broker.port)
    link = make_link(broker.port)
    station = make_station(link.port)
    recorded: list[str] = []
    for _ in range(3):
        before = len(listener.on(RESULT))
        recorded += [one for _ in range(60) for one in station.record(5)]
        wait_until(lambda n=before: len(listener.on(RESULT)) > n, "something")  # type: ignore[misc]
        broker.kill()
        listener.wait_for_end()
        link.cut()
        broker.start()
        listener.wait_for_subscription()
        link.mend()
    wait_until(lambda: station.pending() == 0, "delivery")
    wait_until(lambda: recorded[-1] in ids(listener), "arrival")
    assert without_repeats(ids(listener)) == recorded


class Consumer:
    """Does what docs/mqtt.md asks of a consumer: one result an id, in the order of `seq`."""

    def __init__(self) -> None:
        self._results: dict[str, int] = {}

    def take(self, message: MQTTMessage) -> None:
        result = json.loads(message.payload)
        self._results[result["inspection_id"]] = result["seq"]

    def results(self) -> list[tuple[int, str]]:
        return sorted((seq, id_) for id_, seq in self._results.items())


def test_a_consumer_ends_with_each_result_once_and_in_order(
    make_broker: Callable[..., Broker],
    make_link: Callable[[int], Link],
    listen: Callable[..., Listener],
    make_station: Callable[..., Station],
) -> None:
    broker = make_broker()
    link = make_link(broker.port)
    station = make_station(link.port)
    recorded = station.record(100)
    # The consumer is there before the first result comes through.
    link.cut()
    broker.start()
    listener = listen(broker.port)
    link.mend()
    for _ in range(3):
        before = len(listener.on(RESULT))
        recorded += [one for _ in range(20) for one in station.record(5)]
        wait_until(lambda n=before: len(listener.on(RESULT)) > n, "something")  # type: ignore[misc]
        broker.kill()
        listener.wait_for_end()
        link.cut()
        recorded += station.record(10)
        broker.start()
        listener.wait_for_subscription()
        link.mend()
    wait_until(lambda: station.pending() == 0, "delivery")
    wait_until(lambda: recorded[-1] in ids(listener), "arrival")
    # What a bridge or a lost acknowledgement adds: repeats, and another order.
    order = random.Random(5)
    delivered = listener.on(RESULT)
    delivered += order.sample(delivered, len(delivered) // 3)
    order.shuffle(delivered)
    consumer = Consumer()
    for message in delivered:
        consumer.take(message)
    assert consumer.results() == list(enumerate(recorded, 1))


def test_a_black_hole_is_noticed_and_left(
    make_broker: Callable[..., Broker],
    listen: Callable[..., Listener],
    make_station: Callable[..., Station],
) -> None:
    broker = make_broker()
    broker.start()
    station = make_station(broker.port, keepalive_s=1)
    wait_until(lambda: station.sink.status().connected, "the connection")
    broker.signal(signal.SIGSTOP)
    recorded = station.record(3)
    wait_until(lambda: not station.sink.status().connected, "notice of the silence")
    assert station.pending() == 3
    broker.signal(signal.SIGCONT)
    listener = listen(broker.port)
    wait_until(lambda: station.pending() == 0, "delivery")
    recorded += station.record(1)
    wait_until(lambda: recorded[-1] in ids(listener), "arrival")


def test_a_wrong_password_is_said(
    tmp_path: Path,
    make_broker: Callable[..., Broker],
    listen: Callable[..., Listener],
    make_station: Callable[..., Station],
) -> None:
    broker = make_broker("allow_anonymous false", f"password_file {passwords(tmp_path)}")
    broker.start()
    station = make_station(broker.port, username="station", password="wrong")
    station.record(2)
    wait_until(lambda: station.sink.status().last_error, "the error")
    status = station.sink.status()
    assert (
        "refuses the connection: Not authorized; check username and password, and that the broker "
        "allows 'station' to connect"
    ) in (status.last_error or "")
    assert "wrong" not in (status.last_error or "")
    assert not status.connected
    assert status.pending == 2
    station.sink.stop()

    listener = listen(broker.port, username="station", password="right")
    station = make_station(broker.port, username="station", password="right")
    wait_until(lambda: len(ids(listener)) == 2, "arrival")
    assert station.sink.status().last_error is None


def test_results_that_access_rules_refuse_stay_and_are_offered_again(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    make_broker: Callable[..., Broker],
    listen: Callable[..., Listener],
    make_station: Callable[..., Station],
) -> None:
    monkeypatch.setattr(delivery, "LONGEST_PAUSE_S", 0.3)
    rules = tmp_path / "rules"
    everything_else = "user station\ntopic read #\ntopic write okng/line-3/available\n"
    rules.write_text(everything_else)
    broker = make_broker(
        "allow_anonymous false", f"password_file {passwords(tmp_path)}", f"acl_file {rules}"
    )
    broker.start()
    listener = listen(broker.port, username="station", password="right")
    station = make_station(broker.port, username="station", password="right")
    recorded = station.record(3)
    wait_until(lambda: RESULT in (station.sink.status().last_error or ""), "the error")
    status = station.sink.status()
    assert status.connected
    assert status.pending == 3
    assert "Not authorized" in (status.last_error or "")

    rules.write_text(everything_else + "topic write okng/line-3/#\n")
    broker.signal(signal.SIGHUP)
    wait_until(lambda: station.pending() == 0, "delivery")
    wait_until(lambda: len(ids(listener)) >= 3, "arrival")
    assert without_repeats(ids(listener)) == recorded
    wait_until(lambda: station.sink.status().last_error is None, "the end of the error")


def test_tls_needs_the_right_authority(
    tmp_path: Path,
    make_broker: Callable[..., Broker],
    make_station: Callable[..., Station],
) -> None:
    certificate, key = self_signed(tmp_path)
    broker = make_broker("allow_anonymous true", f"certfile {certificate}", f"keyfile {key}")
    broker.start()
    stranger = make_station(broker.port, tls=True)
    stranger.record(40)
    wait_until(lambda: stranger.sink.status().last_error, "the error")
    assert "certificate" in (stranger.sink.status().last_error or "")
    stranger.sink.stop()
    station = make_station(broker.port, tls=True, ca_certificate=certificate)
    wait_until(lambda: station.pending() == 0, "delivery")


def test_an_authority_that_is_no_file_is_said_and_waited_for(
    tmp_path: Path, make_station: Callable[..., Station]
) -> None:
    station = make_station(1, tls=True, ca_certificate=tmp_path / "absent.pem")
    wait_until(lambda: station.sink.status().last_error, "the error")
    assert "absent.pem" in (station.sink.status().last_error or "")


def test_the_will_is_published_when_the_process_is_killed(
    tmp_path: Path, make_broker: Callable[..., Broker], listen: Callable[..., Listener]
) -> None:
    broker = make_broker()
    broker.start()
    listener = listen(broker.port)
    program = (
        "import sys, time, pathlib\n"
        "from okng.device.sinks.mqtt.settings import MqttSinkSettings\n"
        "from okng.device.sinks.mqtt.sink import MqttSink\n"
        "settings = MqttSinkSettings(host='127.0.0.1', port=int(sys.argv[1]))\n"
        "MqttSink(settings, 'line-3', pathlib.Path(sys.argv[2])).start()\n"
        "time.sleep(60)\n"
    )
    arguments = [sys.executable, "-c", program, str(broker.port), str(tmp_path / "data")]
    process = subprocess.Popen(arguments)
    try:
        wait_until(lambda: listener.on("okng/line-3/available"), "online")
    finally:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    wait_until(lambda: len(listener.on("okng/line-3/available")) == 2, "the will")
    assert [m.payload for m in listener.on("okng/line-3/available")] == [b"online", b"offline"]
    late = listen(broker.port)
    wait_until(lambda: late.messages, "the retained will")
    assert (late.messages[0].payload, late.messages[0].retain) == (b"offline", True)


def test_a_stop_says_offline(
    make_broker: Callable[..., Broker],
    listen: Callable[..., Listener],
    make_station: Callable[..., Station],
) -> None:
    broker = make_broker()
    broker.start()
    listener = listen(broker.port)
    station = make_station(broker.port)
    wait_until(lambda: station.sink.status().connected, "the connection")
    recorded = station.record(5)
    wait_until(lambda: ids(listener) == recorded, "arrival")
    station.sink.stop()
    wait_until(lambda: len(listener.on("okng/line-3/available")) == 2, "offline")
    assert [m.payload for m in listener.on("okng/line-3/available")] == [b"online", b"offline"]


def test_state_is_retained_and_sent_when_it_changes(
    make_broker: Callable[..., Broker],
    listen: Callable[..., Listener],
    make_station: Callable[..., Station],
) -> None:
    broker = make_broker()
    broker.start()
    listener = listen(broker.port)
    station = make_station(broker.port)
    low = Condition(
        code="disk_low",
        severity=Severity.WARNING,
        message="12 MiB free",
        since=datetime.now(UTC),
    )
    for changes in ({}, {}, {"free_bytes": 7}, {"conditions": (low,)}, {"conditions": (low,)}):
        station.sink.publish_status(station_status(**changes))
        wait_until(lambda: listener.on("okng/line-3/state"), "a state")
    wait_until(lambda: len(listener.on("okng/line-3/state")) == 2, "the second state")
    station.record(1)
    wait_until(lambda: station.pending() == 0, "delivery")
    first, second = (json.loads(m.payload) for m in listener.on("okng/line-3/state"))
    assert (first["mode"], first["recipe"]) == ("inspect", {"name": "cell", "version": 2})
    assert first["conditions"] == []
    assert [one["code"] for one in second["conditions"]] == ["disk_low"]
    for state in (first, second):
        jsonschema.validate(state, schema("mqtt-state"), cls=jsonschema.Draft202012Validator)
    late = listen(broker.port)
    wait_until(lambda: late.on("okng/line-3/state"), "the retained state")


def test_payloads_keep_to_the_published_schema(
    make_broker: Callable[..., Broker],
    listen: Callable[..., Listener],
    make_station: Callable[..., Station],
) -> None:
    broker = make_broker()
    broker.start()
    listener = listen(broker.port)
    station = make_station(broker.port, message_expiry_s=3600)
    station.record(3)
    wait_until(lambda: len(ids(listener)) == 3, "arrival")
    validator = jsonschema.Draft202012Validator(
        schema("mqtt-result"), format_checker=jsonschema.FormatChecker()
    )
    for message in listener.on(RESULT):
        assert dict(message.properties.UserProperty) == {
            "schema_version": str(SCHEMA_VERSION),
            "station": "line-3",
            "outcome": "NG",
        }
        assert 0 < message.properties.MessageExpiryInterval <= 3600
        result = json.loads(message.payload)
        validator.validate(result)
        with pytest.raises(jsonschema.ValidationError):
            validator.validate(result | {"outcome": "PERHAPS"})
        with pytest.raises(jsonschema.ValidationError):
            validator.validate({key: value for key, value in result.items() if key != "seq"})


@pytest.mark.parametrize(("name", "document"), schemas().items())
def test_the_published_schemas_are_those_of_the_code(name: str, document: Any) -> None:
    # Stale? `python -m okng.device.sinks.mqtt.messages docs` writes them again.
    assert schema(name) == document


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"password": "x"}, "a password needs a username"),
        ({"ca_certificate": "ca.pem"}, "ca_certificate needs tls = true"),
        ({"client_certificate": "c.pem", "tls": True}, "client_certificate and client_key go"),
        (
            {"client_certificate": "c.pem", "client_key": "k.pem"},
            "client_certificate needs tls = true",
        ),
        ({"prefix": "line/#"}, "prefix"),
        ({"prefix": "/line"}, "prefix"),
        ({"port": 70000}, "port"),
        ({"hots": "x"}, "hots"),
    ],
)
def test_wrong_settings_are_refused(settings: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(said)):
        MqttSinkSettings(**({"host": "broker"} | settings))


def test_the_password_shows_nowhere() -> None:
    settings = MqttSinkSettings(host="broker", username="u", password="secret-word")
    assert "secret-word" not in f"{settings!r} {settings} {settings.model_dump_json()}"


def schema(name: str) -> Any:
    return json.loads((DOCS / f"{name}.schema.json").read_text())


def passwords(folder: Path) -> Path:
    path = folder / "passwords"
    subprocess.run(["mosquitto_passwd", "-b", "-c", path, "station", "right"], check=True)
    return path


def self_signed(folder: Path) -> tuple[Path, Path]:
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "
        f"-subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 -keyout {key} "
        f"-out {certificate}".split(),
        check=True,
        capture_output=True,
    )
    return certificate, key
