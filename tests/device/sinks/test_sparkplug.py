"""The Sparkplug sink against a broker, read by a decoder of the tests' own.

Each check names the assertions of Eclipse Sparkplug 3.0 (tck-id-...) that it holds the station to.
"""

from __future__ import annotations

import logging
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from google.protobuf.descriptor_pb2 import FileDescriptorSet
from support.old_broker import OldBroker
from support.station import eventually, free_port

from okng.device.sinks.mqtt import broker_sink
from okng.device.sinks.sparkplug import sink
from okng.device.sinks.sparkplug.settings import SparkplugSinkSettings
from okng.device.sinks.sparkplug.sink import SparkplugSink
from okng.device.store.database import Database
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.state import StationState
from okng.device.types import CameraState, Inspection, Outcome, TriggerSource

from .conftest import Broker, Link
from .scripted_broker import END, Published, ScriptedBroker
from .sparkplug_host import Heard, Host, read_metric, wire_fields
from .test_mqtt import station_status

CODE = Path(__file__).parents[3] / "device/sinks/sparkplug"
NODE, DEVICE = "line-3", "line-3/inspection"
INT64, DOUBLE, BOOLEAN, STRING, DATE_TIME = 4, 10, 11, 12, 13


class Station:
    """A ledger that records and a sink that delivers."""

    def __init__(self, data_dir: Path, port: int, **settings: Any) -> None:
        self.ledger = Ledger(data_dir)
        self.sink = SparkplugSink(
            SparkplugSinkSettings(host="127.0.0.1", port=port, group="plant", **settings),
            NODE,
            data_dir,
        )
        self.sink.publish_status(station_status())

    def record(self, count: int) -> list[str]:
        first = self.ledger.last_trigger_id() + 1
        entries = [
            LedgerEntry(
                Inspection(
                    inspection_id=uuid.uuid4().hex,
                    trigger_id=first + number,
                    station=NODE,
                    source=TriggerSource.TIMER,
                    triggered_at=datetime.now(UTC),
                    outcome=Outcome.NG,
                    score=0.75,
                )
            )
            for number in range(count)
        ]
        self.ledger.record(entries, ["sparkplug"])
        self.sink.wake()
        return [entry.inspection.inspection_id for entry in entries]

    def pending(self) -> int:
        return self.sink.status().pending


@pytest.fixture
def make_station(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Station]]:
    monkeypatch.setattr(broker_sink, "FIRST_RETRY_S", 0.1)
    stations: list[Station] = []

    def make(port: int, **settings: Any) -> Station:
        stations.append(Station(tmp_path / "data", port, **settings))
        stations[-1].sink.start()
        return stations[-1]

    yield make
    for station in stations:
        station.sink.stop()


@pytest.fixture
def broker(make_broker: Callable[..., Broker]) -> Broker:
    broker = make_broker()
    broker.start()
    return broker


@pytest.fixture
def make_host() -> Iterator[Callable[[Broker], Host]]:
    hosts: list[Host] = []

    def make(broker: Broker) -> Host:
        hosts.append(Host(broker.port))
        return hosts[-1]

    yield make
    for host in hosts:
        host.stop()


@pytest.fixture
def host(broker: Broker, make_host: Callable[[Broker], Host]) -> Host:
    return make_host(broker)


def aliases_of(host: Host) -> dict[int | None, str | None]:
    """Names by alias, as the newest birth certificates give them."""
    births = host.of("NBIRTH")[-1].metrics + host.of("DBIRTH")[-1].metrics
    return {metric.alias: metric.name for metric in births}


def inspection_ids(host: Host) -> list[Any]:
    names = aliases_of(host)
    return [
        metric.value
        for message in host.of("DDATA")
        for metric in message.metrics
        if names[metric.alias] == "Result/Inspection ID"
    ]


def bd_seq(message: Heard) -> int:
    value: int = message.named()["bdSeq"].value
    return value


def check_sequence(messages: list[Heard]) -> None:
    # tck-id-payloads-sequence-num-always-included, -zero-nbirth, -incrementing;
    # tck-id-payloads-ndata-seq-inc, -ddata-seq-inc, -dbirth-seq-inc; tck-id-topics-nbirth-seq-num
    expected = 0
    for message in messages:
        expected = 0 if message.kind == "NBIRTH" else (expected + 1) % 256
        assert message.seq == expected, message


def test_births_data_and_death(
    broker: Broker, host: Host, make_station: Callable[..., Station]
) -> None:
    station = make_station(broker.port)
    (node,), (device,) = host.wait_for("NBIRTH"), host.wait_for("DBIRTH")
    # tck-id-principles-birth-certificates-order, tck-id-payloads-dbirth-order,
    # tck-id-message-flow-device-birth-publish-nbirth-wait
    assert [one.kind for one in host.heard[:2]] == ["NBIRTH", "DBIRTH"]
    # tck-id-topics-nbirth-topic, -dbirth-topic;
    # tck-id-message-flow-device-birth-publish-dbirth-match-edge-node-topic
    assert node.topic == f"spBv1.0/plant/NBIRTH/{NODE}"
    assert device.topic == f"spBv1.0/plant/DBIRTH/{DEVICE}"
    for birth in (node, device):
        # tck-id-topics-nbirth-mqtt, -dbirth-mqtt; tck-id-payloads-nbirth-qos, -nbirth-retain
        assert (birth.qos, birth.retain) == (0, False)
        # tck-id-payloads-nbirth-timestamp, -dbirth-timestamp, -timestamp-in-UTC
        assert abs((birth.timestamp or 0) / 1000 - time.time()) < 60
        for metric in birth.metrics:
            # tck-id-topics-nbirth-metrics, -dbirth-metrics; tck-id-payloads-metric-datatype-req,
            # -name-birth-data-requirement; tck-id-operational-behavior-data-publish-nbirth-values
            assert metric.name
            assert metric.datatype in (INT64, DOUBLE, BOOLEAN, STRING, DATE_TIME)
            assert metric.timestamp
            assert metric.is_null == (metric.value is None)
            # tck-id-payloads-alias-birth-requirement,
            # tck-id-operational-behavior-data-commands-rebirth-name-aliases
            assert (metric.alias is None) == (metric.name == "Node Control/Rebirth")
    both = [metric for birth in (node, device) for metric in birth.metrics]
    # tck-id-payloads-alias-uniqueness, tck-id-case-sensitivity-metric-names
    assert len({metric.alias for metric in both}) == len(both)
    assert len({(metric.name or "").lower() for metric in both}) == len(both)
    # tck-id-topics-nbirth-rebirth-metric;
    # tck-id-operational-behavior-data-commands-rebirth-name, -rebirth-datatype, -rebirth-value
    rebirth = node.named()["Node Control/Rebirth"]
    assert (rebirth.datatype, rebirth.value) == (BOOLEAN, False)
    # tck-id-topics-nbirth-bdseq-included, -bdseq-increment; tck-id-payloads-nbirth-bdseq
    assert (node.named()["bdSeq"].datatype, bd_seq(node)) == (INT64, 0)
    assert node.named()["Station/Mode"].value == "inspect"
    assert device.named()["Result/Outcome"].is_null

    recorded = station.record(300)
    eventually(lambda: station.pending() == 0)
    station.sink.publish_status(station_status(camera_state=CameraState.FAULT))
    (change,) = host.wait_for("NDATA")
    # tck-id-topics-ndata-payload, tck-id-principles-rbe-recommended: only what changed
    assert [metric.value for metric in change.metrics] == ["fault"]
    results = host.wait_for("DDATA", 300)
    assert inspection_ids(host) == recorded
    for message in [change, *results]:
        # tck-id-topics-ndata-topic, -ddata-topic; tck-id-payloads-ndata-timestamp, -ddata-timestamp
        owner = DEVICE if message.kind == "DDATA" else NODE
        assert message.topic == f"spBv1.0/plant/{message.kind}/{owner}"
        assert abs((message.timestamp or 0) / 1000 - time.time()) < 60
        # tck-id-topics-ndata-mqtt, -ddata-mqtt; tck-id-payloads-ddata-qos, -ddata-retain
        assert (message.qos, message.retain) == (0, False)
        for metric in message.metrics:
            # tck-id-payloads-alias-data-cmd-requirement, -metric-datatype-not-req
            assert metric.name is metric.datatype is None
            assert metric.alias in aliases_of(host)
            assert metric.timestamp
            assert not metric.is_historical
    check_sequence(host.of("NBIRTH", "DBIRTH", "NDATA", "DDATA"))

    station.sink.stop()
    # tck-id-operational-behavior-edge-node-intentional-disconnect-ndeath; tck-id-topics-ndeath-seq,
    # -ndeath-payload, -ndeath-topic; tck-id-payloads-ndeath-bdseq: its own, and by MQTT 5 the will
    for death in host.wait_for("NDEATH", 2):
        assert death.topic == f"spBv1.0/plant/NDEATH/{NODE}"
        assert (death.seq, bd_seq(death), len(death.metrics)) == (None, 0, 1)
    # A restart counts on:
    # tck-id-message-flow-edge-node-birth-publish-will-message-payload-bdSeq
    make_station(broker.port)
    assert bd_seq(host.wait_for("NBIRTH", 2)[1]) == 1


def test_a_rebirth_has_the_same_bd_seq_and_the_newest_values(
    broker: Broker, host: Host, make_station: Callable[..., Station]
) -> None:
    station = make_station(broker.port)
    host.wait_for("DBIRTH")
    (recorded,) = station.record(1)
    eventually(lambda: station.pending() == 0)
    # Whatever else arrives there is no rebirth, and ends nothing.
    for payload in (b"\xff", b"", b"\x12\x02\x0a\x00"):
        host.send(f"spBv1.0/plant/NCMD/{NODE}", payload)
    # tck-id-message-flow-edge-node-ncmd-subscribe
    host.ask_for_rebirth(NODE)
    first, second = host.wait_for("NBIRTH", 2)
    # tck-id-operational-behavior-data-commands-rebirth-action-1, -2, -3
    assert bd_seq(first) == bd_seq(second)
    _, device = host.wait_for("DBIRTH", 2)
    assert device.named()["Result/Inspection ID"].value == recorded
    assert device.named()["Result/Score"].value == 0.75
    station.record(5)
    eventually(lambda: len(host.of("DDATA")) == 6)
    check_sequence(host.of("NBIRTH", "DBIRTH", "NDATA", "DDATA"))
    assert len(host.of("NBIRTH")) == 2


def test_results_of_an_outage_are_historical_and_in_order(
    broker: Broker,
    host: Host,
    make_link: Callable[[int], Link],
    make_station: Callable[..., Station],
) -> None:
    link = make_link(broker.port)
    station = make_station(link.port)
    host.wait_for("DBIRTH")
    live = station.record(3)
    eventually(lambda: station.pending() == 0)
    link.cut()
    # tck-id-payloads-ndeath-will-message-qos, -retain: the broker publishes it
    (death,) = host.wait_for("NDEATH")
    assert (death.qos, death.retain, bd_seq(death)) == (1, False, bd_seq(host.of("NBIRTH")[0]))
    missed = station.record(250)
    link.mend()
    eventually(lambda: station.pending() == 0)
    later = station.record(2)
    host.wait_for("DDATA", 255)
    # Without repeats, which the cut may have caused, the order is the ledger's.
    assert list(dict.fromkeys(inspection_ids(host))) == live + missed + later
    assert [all(m.is_historical for m in one.metrics) for one in host.of("DDATA")] == [
        *[False] * 3,
        *[True] * 250,
        *[False] * 2,
    ]
    newest = host.of("DBIRTH")[-1].named()["Result/Inspection ID"]
    assert (newest.value, newest.is_historical) == (missed[-1], False)
    assert bd_seq(host.of("NBIRTH")[-1]) > bd_seq(death)


def test_results_that_the_broker_has_not_read_are_sent_again(
    make_station: Callable[..., Station],
) -> None:
    def is_result(message: Published) -> bool:
        return "/DDATA/" in message.topic

    broker = ScriptedBroker(lambda message: END if is_result(message) else 0)
    try:
        station = make_station(broker.port)
        station.record(3)
        eventually(lambda: len([one for one in broker.offered if is_result(one)]) >= 2)
        assert station.pending() == 3
        broker.answer = lambda _: 0
        eventually(lambda: station.pending() == 0)
        assert len([one for one in broker.taken if is_result(one)]) == 3
    finally:
        broker.close()


def test_a_row_that_can_not_be_read_holds_up_nothing(
    tmp_path: Path, host: Host, broker: Broker, make_station: Callable[..., Station]
) -> None:
    broker.signal(signal.SIGSTOP)
    station = make_station(broker.port)
    ids = station.record(3)
    with Database(tmp_path / "data").transaction() as connection:
        connection.execute("""UPDATE outbox SET payload = '{"seq": 2, "new": 1}' WHERE seq = 2""")
    broker.signal(signal.SIGCONT)
    host.wait_for("DDATA", 2)
    assert inspection_ids(host) == [ids[0], ids[2]]
    eventually(lambda: station.pending() == 0)
    assert station.sink.status().set_aside == 1


def test_a_primary_host_that_is_away_is_waited_for(
    broker: Broker, host: Host, make_station: Callable[..., Station]
) -> None:
    host.say_state(False, 1_000)
    station = make_station(broker.port, primary_host="scada")
    recorded = station.record(3)
    # tck-id-message-flow-edge-node-birth-publish-phid-wait, -phid-wait-online
    eventually(lambda: "waits until the primary host 'scada'" in str(station.sink.status()))
    # tck-id-message-flow-edge-node-birth-publish-phid-wait-id, -phid-wait-timestamp: another
    # host's state, and an old one
    host.say_state(True, 5_000, host="other")
    host.say_state(True, 999)
    assert not host.heard
    assert station.pending() == 3
    host.say_state(True, 2_000)
    host.wait_for("DDATA", 3)
    assert inspection_ids(host) == recorded
    # tck-id-operational-behavior-edge-node-termination-host-offline-timestamp
    host.say_state(False, 1_500)
    later = station.record(1)
    eventually(lambda: inspection_ids(host) == recorded + later)
    # tck-id-message-flow-edge-node-birth-publish-phid-offline,
    # tck-id-operational-behavior-edge-node-termination-host-offline
    host.say_state(False, 3_000)
    host.wait_for("NDEATH")
    last = station.record(1)
    host.say_state(True, 4_000)
    eventually(lambda: inspection_ids(host) == recorded + later + last)
    assert len(host.of("NBIRTH")) == 2


def test_the_station_follows_its_primary_host_from_broker_to_broker(
    broker: Broker,
    host: Host,
    make_broker: Callable[..., Broker],
    make_host: Callable[[Broker], Host],
    make_station: Callable[..., Station],
) -> None:
    other = make_broker()
    other.start()
    there = make_host(other)
    host.say_state(False, 1_000)
    there.say_state(True, 1_000)
    addresses = {"other_brokers": [f"127.0.0.1:{other.port}"], "primary_host": "scada"}
    station = make_station(broker.port, **addresses)
    first = station.record(2)
    # tck-id-operational-behavior-primary-application-state-with-multiple-servers-walk
    there.wait_for("DDATA", 2)
    assert not host.of("NBIRTH")
    # tck-id-operational-behavior-edge-node-termination-host-offline-reconnect
    host.say_state(True, 2_000)
    there.say_state(False, 2_000)
    host.wait_for("NBIRTH")
    # tck-id-operational-behavior-primary-application-state-with-multiple-servers-single-server
    assert len(there.of("NBIRTH")) == 1
    assert there.of("NDEATH")
    second = station.record(2)
    host.wait_for("DDATA", 2)
    assert (inspection_ids(there), inspection_ids(host)) == (first, second)
    # A broker that is gone is left, too, as soon as the host is at the other one.
    there.say_state(True, 3_000)
    broker.kill()
    third = station.record(2)
    there.wait_for("DDATA", 4)
    assert inspection_ids(there) == first + third


def test_a_broker_where_no_host_ever_spoke_is_left(
    broker: Broker,
    make_broker: Callable[..., Broker],
    make_host: Callable[[Broker], Host],
    make_station: Callable[..., Station],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sink, "HOST_WAIT_S", 0.2)
    monkeypatch.setattr(sink, "IDLE_S", 0.1)
    other = make_broker()
    other.start()
    there = make_host(other)
    there.say_state(True, 1_000)
    addresses = {"other_brokers": [f"127.0.0.1:{other.port}"], "primary_host": "scada"}
    make_station(broker.port, **addresses)
    there.wait_for("NBIRTH")


def test_bd_seq_counts_what_a_broker_has_heard_and_begins_again_after_255(
    tmp_path: Path, make_station: Callable[..., Station]
) -> None:
    port = free_port()
    StationState(tmp_path / "data").set("sparkplug_bd_seq/sparkplug", "254")
    station = make_station(port)
    # tck-id-topics-nbirth-bdseq-increment: nobody hears these attempts
    eventually(lambda: "can't be reached" in str(station.sink.status()))
    eventually(lambda: station.sink._retry_s > 0.3)
    broker = ScriptedBroker(port=port)
    try:
        numbers = []
        for count in (1, 2, 3):
            births = eventually(lambda count=count: births_of(broker, count))
            numbers.append(bd_seq_of(births[-1].payload))
            will = broker.connects[-1]
            assert bd_seq_of(will.will_payload) == numbers[-1]
            broker.end_connections()
    finally:
        broker.close()
    assert numbers == [255, 0, 1]


def test_the_connection_is_the_one_that_the_specification_asks_for(
    make_station: Callable[..., Station],
) -> None:
    broker = ScriptedBroker()
    try:
        station = make_station(broker.port)
        eventually(lambda: births_of(broker, 1))
        (connect,) = broker.connects
        # tck-id-principles-persistence-clean-session-50: no Session Expiry Interval is 0
        assert (connect.version, connect.clean_start, connect.properties) == (5, True, b"")
        # tck-id-message-flow-edge-node-birth-publish-will-message-qos, -will-retained, -topic
        assert (connect.will_qos, connect.will_retain) == (1, False)
        assert connect.will_topic == f"spBv1.0/plant/NDEATH/{NODE}"
        # tck-id-message-flow-edge-node-birth-publish-connect, -ncmd-subscribe: before any birth
        assert broker.packets[:2] == ["CONNECT", "SUBSCRIBE"]
        station.sink.stop()
        # tck-id-payloads-ndeath-will-message-publisher-disconnect-mqtt50
        eventually(lambda: broker.disconnects == [0x04])
        assert broker.taken[-1].topic == f"spBv1.0/plant/NDEATH/{NODE}"
    finally:
        broker.close()


def test_mqtt_3_says_its_death_itself(
    broker: Broker, host: Host, make_station: Callable[..., Station]
) -> None:
    old = OldBroker(broker.port, answers=True)
    try:
        station = make_station(old.port)
        (birth,) = host.wait_for("NBIRTH")
        # tck-id-principles-persistence-clean-session-311
        clean_session, will_retain, will_qos = 0x02, 0x20, 0x18
        assert old.connect_flags & clean_session
        assert old.connect_flags & (will_retain | will_qos) == 0x08
        # The refused CONNECT of MQTT 5 had a number, too.
        assert (old.refused, bd_seq(birth)) == (1, 1)
        station.sink.stop()
        # tck-id-payloads-ndeath-will-message-publisher-disconnect-mqtt311
        (death,) = host.wait_for("NDEATH")
        assert (death.qos, death.retain, bd_seq(death)) == (1, False, 1)
    finally:
        old.close()


def test_seq_begins_again_after_255_and_a_rebirth_in_the_middle(
    broker: Broker, host: Host, make_station: Callable[..., Station]
) -> None:
    station = make_station(broker.port)
    station.record(600)
    host.wait_for("DDATA", 150)
    host.ask_for_rebirth(NODE)
    host.wait_for("NBIRTH", 2)
    host.wait_for("DDATA", 600)
    heard = host.of("NBIRTH", "DBIRTH", "NDATA", "DDATA")
    check_sequence(heard)
    assert {message.seq for message in heard} == set(range(256))


def test_commands_that_are_none_are_ignored_in_one_row(
    broker: Broker,
    host: Host,
    make_station: Callable[..., Station],
    caplog: pytest.LogCaptureFixture,
) -> None:
    station = make_station(broker.port)
    host.wait_for("DBIRTH")
    with caplog.at_level(logging.WARNING):
        # No protobuf, none of its metrics, and one whose field numbers and values can't be.
        for payload in (
            b"\xff",
            b"",
            b"\x12\x02\x0a\x00",
            b"\x12\xff\xff\xff\xff\x0f",
            b"\x00" * 99,
        ):
            for _ in range(20):
                host.send(f"spBv1.0/plant/NCMD/{NODE}", payload)
        recorded = station.record(3)
        eventually(lambda: inspection_ids(host) == recorded)
        eventually(lambda: "a command that is no request for a rebirth" in caplog.text)
    assert len([row for row in caplog.records if "no request for a rebirth" in row.message]) == 1
    assert len(host.of("NBIRTH")) == 1


def test_a_flood_of_rebirth_requests_loses_no_result(
    broker: Broker, host: Host, make_station: Callable[..., Station]
) -> None:
    station = make_station(broker.port)
    host.wait_for("DBIRTH")
    recorded: list[str] = []
    for _ in range(10):
        for _ in range(30):
            host.ask_for_rebirth(NODE)
        recorded += station.record(10)
    eventually(lambda: station.pending() == 0)
    eventually(lambda: len(host.of("DDATA")) == len(recorded))
    assert inspection_ids(host) == recorded
    assert 2 <= len(host.of("NBIRTH")) < 300
    check_sequence(host.of("NBIRTH", "DBIRTH", "NDATA", "DDATA"))


def test_a_broker_that_refuses_is_said(make_station: Callable[..., Station]) -> None:
    not_authorized = 0x87
    broker = ScriptedBroker(connack=not_authorized)
    try:
        station = make_station(broker.port)
        station.record(1)
        eventually(lambda: "the broker refuses the connection" in str(station.sink.status()))
        assert station.pending() == 1
    finally:
        broker.close()


def births_of(broker: ScriptedBroker, count: int) -> list[Published]:
    births = [message for message in broker.taken if "/NBIRTH/" in message.topic]
    return births if len(births) >= count else []


def bd_seq_of(payload: bytes) -> int:
    metrics = [read_metric(body) for body in dict(wire_fields(payload, {2}))[2]]
    (value,) = [metric.value for metric in metrics if metric.name == "bdSeq"]
    return int(value)


@pytest.mark.parametrize("address", ["broker", "broker:0", "broker:65536", "a:b:1883", ":1883"])
def test_addresses_of_brokers_that_are_none_are_refused(address: str) -> None:
    with pytest.raises(ValueError, match="other_brokers"):
        SparkplugSinkSettings(host="broker", group="plant", other_brokers=(address,))


@pytest.mark.parametrize("settings", [{"group": "a/b"}, {"device": "#"}, {"group": ""}, {}])
def test_ids_that_are_no_topic_level_are_refused(settings: dict[str, str]) -> None:
    # tck-id-intro-group-id-chars, -edge-node-id-chars, -device-id-chars
    with pytest.raises(ValueError, match=r"group|device"):
        SparkplugSinkSettings(host="broker", **settings)


def test_the_shipped_descriptors_are_those_of_the_proto_file(tmp_path: Path) -> None:
    # Stale? `make sparkplug-descriptors` writes them anew.
    fresh = tmp_path / "fresh.binpb"
    arguments = ["-m", "grpc_tools.protoc", f"-I{CODE}", f"--descriptor_set_out={fresh}"]
    subprocess.run([sys.executable, *arguments, "sparkplug.proto"], check=True)
    expected = FileDescriptorSet.FromString(fresh.read_bytes())
    assert FileDescriptorSet.FromString((CODE / "sparkplug.binpb").read_bytes()) == expected
