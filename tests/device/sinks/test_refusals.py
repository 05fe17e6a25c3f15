"""One result that a broker won't take doesn't hold up the others; a wrong account loses none."""

from __future__ import annotations

import json
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from okng.device.sinks.mqtt import broker_sink, circuit_breaker, connection, delivery
from okng.device.sinks.mqtt.publication import Publication
from okng.device.sinks.mqtt.settings import MqttSinkSettings
from okng.device.sinks.mqtt.sink import MqttSink
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.set_aside_results import SetAsideResults
from okng.device.types import Inspection, Outcome, TriggerSource

from .conftest import Broker, Listener, wait_until
from .scripted_broker import END, SILENCE, Published, ScriptedBroker

RESULT = "okng/line-3/result"
POISON = "poison"
LONG = "x" * 20_000


class Line:
    """A ledger that records and a sink that delivers; a result is known by its reason."""

    def __init__(self, data_dir: Path, port: int, **settings: Any) -> None:
        self.ledger = Ledger(data_dir)
        self.set_aside = SetAsideResults(data_dir)
        self.sink = MqttSink(
            MqttSinkSettings(host="127.0.0.1", port=port, **settings), "line-3", data_dir
        )

    def record(self, *reasons: str) -> None:
        first = self.ledger.last_trigger_id() + 1
        entries = [
            LedgerEntry(
                Inspection(
                    inspection_id=uuid.uuid4().hex,
                    trigger_id=first + number,
                    station="line-3",
                    source=TriggerSource.TIMER,
                    triggered_at=datetime.now(UTC),
                    outcome=Outcome.MISSED,
                    reason=reason,
                )
            )
            for number, reason in enumerate(reasons)
        ]
        self.ledger.record(entries, ["mqtt"])
        self.sink.wake()

    def pending(self) -> int:
        return self.sink.status().pending

    def error(self) -> str:
        return self.sink.status().last_error or ""


@pytest.fixture
def make_line(tmp_path: Path) -> Iterator[Callable[..., Line]]:
    lines: list[Line] = []

    def make(port: int, **settings: Any) -> Line:
        line = Line(tmp_path / f"data{len(lines)}", port, **settings)
        lines.append(line)
        return line

    yield make
    for line in lines:
        if line.sink._thread.ident:
            line.sink.stop()


@pytest.fixture
def make_scripted(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., ScriptedBroker]]:
    for module, name, value in (
        (broker_sink, "FIRST_RETRY_S", 0.05),
        (broker_sink, "LAST_RETRY_S", 0.1),
        (delivery, "FIRST_PAUSE_S", 0.05),
        (delivery, "LONGEST_PAUSE_S", 0.1),
    ):
        monkeypatch.setattr(module, name, value)
    brokers: list[ScriptedBroker] = []

    def make(*arguments: Any, **options: Any) -> ScriptedBroker:
        broker = ScriptedBroker(*arguments, **options)
        brokers.append(broker)
        return broker

    yield make
    for broker in brokers:
        broker.close()


def reasons(messages: list[Published], topic: str = RESULT) -> list[str]:
    return [json.loads(one.payload)["reason"] for one in messages if one.topic == topic]


def without_repeats(names: list[str]) -> list[str]:
    return list(dict.fromkeys(names))


def refuses_poison(code: int) -> Callable[[Published], int]:
    """Refuses each message that holds the word, on whatever topic."""
    return lambda message: code if POISON.encode() in message.payload else 0


REFUSALS = [0x80, 0x87, 0x90, 0x97, 0x99, END]
NAMES = [f"{code:#x}" if code > 0 else "the end of the connection" for code in REFUSALS]


@pytest.mark.parametrize("code", REFUSALS, ids=NAMES)
def test_a_result_that_is_refused_is_set_aside_and_the_others_arrive_in_order(
    code: int,
    make_scripted: Callable[..., ScriptedBroker],
    make_line: Callable[..., Line],
) -> None:
    broker = make_scripted(refuses_poison(code))
    line = make_line(broker.port)
    good = [f"good {number}" for number in range(40)]
    line.record(*good[:15], POISON, *good[15:30], f"{POISON} 2", f"{POISON} 3", *good[30:])
    line.sink.start()
    wait_until(lambda: line.pending() == 0, "delivery of the others")
    assert without_repeats(reasons(broker.taken)) == good
    status = line.sink.status()
    assert status.set_aside == 3
    assert status.connected
    rows = line.set_aside.page(10)
    assert [row.seq for row in rows] == [16, 32, 33]
    assert all("refused it" in row.reason and row.sink == "mqtt" for row in rows)
    # The retained copy of a refused result is not tried either.
    assert POISON not in "".join(reasons(broker.offered, "okng/line-3/last_result"))

    # The broker's settings were mended, and a person retries one, then all.
    broker.answer = lambda _: 0
    assert line.set_aside.retry(seqs=[32]) == 1
    wait_until(lambda: line.pending() == 0, "the retried one")
    assert reasons(broker.taken)[-1] == f"{POISON} 2"
    assert line.set_aside.retry("mqtt") == 2
    wait_until(lambda: line.pending() == 0, "the rest")
    assert reasons(broker.taken)[-2:] == [POISON, f"{POISON} 3"]
    assert line.sink.status().set_aside == 0
    assert line.error() == ""


def test_results_retried_as_another_has_just_arrived_are_sent_in_order(
    make_scripted: Callable[..., ScriptedBroker],
    make_line: Callable[..., Line],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broker = make_scripted(refuses_poison(0x87))
    line = make_line(broker.port)
    line.record("good 1", POISON, f"{POISON} 2", f"{POISON} 3", "good 2")
    line.sink.start()
    wait_until(lambda: line.set_aside.count() == 3 and line.pending() == 0, "the refusals")
    deliver = line.sink._outbox.delivered

    def deliver_and_retry_the_others(seqs: Sequence[int]) -> None:
        deliver(seqs)
        line.set_aside.retry("mqtt")

    monkeypatch.setattr(line.sink._outbox, "delivered", deliver_and_retry_the_others)
    broker.answer = lambda _: 0
    assert line.set_aside.retry(seqs=[3]) == 1
    wait_until(lambda: line.set_aside.count() == 0 and line.pending() == 0, "all")
    assert reasons(broker.taken)[-3:] == [f"{POISON} 2", POISON, f"{POISON} 3"]


@pytest.mark.parametrize("code", [0x87, 0x99, 0x97, END], ids=["0x87", "0x99", "0x97", "the end"])
def test_an_account_that_is_refused_sets_nothing_aside(
    code: int,
    make_scripted: Callable[..., ScriptedBroker],
    make_line: Callable[..., Line],
) -> None:
    broker = make_scripted(lambda message: code if message.topic == RESULT else 0)
    line = make_line(broker.port)
    names = [f"good {number}" for number in range(500)]
    line.record(*names)
    line.sink.start()
    # More than were on their way at a time when the first was refused.
    many = 215 if code != END else 20
    wait_until(lambda: len(reasons(broker.offered)) > many, "many refusals")
    assert line.pending() == 500
    assert RESULT in line.error()
    broker.answer = lambda _: 0
    wait_until(lambda: line.pending() == 0, "delivery")
    assert line.sink.status().set_aside == 0
    taken = without_repeats(reasons(broker.taken))
    assert sorted(taken) == sorted(names)
    # At most the one that was a probe when the account was mended came before its turn.
    early = [name for place, name in enumerate(taken) if names.index(name) > place]
    assert len(early) <= 1


def test_many_refused_results_one_after_the_other_are_passed(
    make_scripted: Callable[..., ScriptedBroker], make_line: Callable[..., Line]
) -> None:
    broker = make_scripted(refuses_poison(0x99))
    line = make_line(broker.port)
    line.record(*[f"{POISON} {number}" for number in range(60)], "good 1", "good 2")
    line.sink.start()
    wait_until(lambda: line.pending() == 0, "delivery")
    assert without_repeats(reasons(broker.taken)) == ["good 1", "good 2"]
    assert line.sink.status().set_aside == 60


def test_the_only_result_waits_until_another_shows_who_is_to_blame(
    make_scripted: Callable[..., ScriptedBroker], make_line: Callable[..., Line]
) -> None:
    broker = make_scripted(refuses_poison(0x83))
    line = make_line(broker.port)
    line.record(POISON)
    line.sink.start()
    wait_until(lambda: len(reasons(broker.offered)) >= 6, "refusals")
    assert (line.pending(), line.sink.status().set_aside) == (1, 0)
    assert "refuses results on okng/line-3/result: Implementation specific error" in line.error()
    line.record("good")
    wait_until(lambda: line.pending() == 0, "delivery")
    assert reasons(broker.taken) == ["good"]
    assert line.sink.status().set_aside == 1


def test_refusals_are_answered_with_growing_pauses(
    make_scripted: Callable[..., ScriptedBroker],
    make_line: Callable[..., Line],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(delivery, "LONGEST_PAUSE_S", 30.0)
    broker = make_scripted(lambda message: 0x87 if message.topic == RESULT else 0)
    line = make_line(broker.port)
    line.record("good")
    line.sink.start()
    time.sleep(3)
    # 0.05 s, 0.1 s, 0.2 s, ...: without pauses there would be thousands.
    assert 4 <= len(reasons(broker.offered)) <= 8


def test_a_message_that_is_never_acknowledged_is_passed(
    make_scripted: Callable[..., ScriptedBroker],
    make_line: Callable[..., Line],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connection, "ACKNOWLEDGE_TIMEOUT_S", 0.3)
    broker = make_scripted(refuses_poison(SILENCE), properties=b"\x21\x00\x01")
    line = make_line(broker.port)
    line.record("good 1", POISON, "good 2")
    line.sink.start()
    wait_until(lambda: line.pending() == 0, "delivery")
    assert without_repeats(reasons(broker.taken)) == ["good 1", "good 2"]
    assert line.set_aside.count() == 1


MAX_ENDS_EACH = 10


@pytest.mark.parametrize("topic", ["available", "state", "last_result"])
def test_a_broker_that_ends_the_connection_after_another_topic_still_gets_results(
    topic: str,
    make_scripted: Callable[..., ScriptedBroker],
    make_line: Callable[..., Line],
) -> None:
    broker = make_scripted(lambda message: END if message.topic.endswith(topic) else 0)
    line = make_line(broker.port)
    line.sink._state = '{"station": "line-3"}'
    names = [f"good {number}" for number in range(20)]
    line.record(*names)
    line.sink.start()
    wait_until(lambda: line.pending() == 0, "delivery")
    line.record("last")
    wait_until(lambda: "last" in reasons(broker.taken), "the last one")
    assert without_repeats(reasons(broker.taken)) == [*names, "last"]
    wait_until(lambda: "left out" in line.error(), "what is left out")
    assert f"okng/line-3/{topic}" in line.error()
    assert line.set_aside.count() == 0
    offered = len([one for one in broker.offered if one.topic.endswith(topic)])
    # An end counts only when nothing else was on its way, which each result may be, and on a busy
    # machine so are several. Without the circuit breaker there would be thousands.
    assert circuit_breaker.MAX_FAILURES <= offered <= MAX_ENDS_EACH * len(names)


# --- what CONNACK says a broker can do -----------------------------------------------------------


def test_a_result_larger_than_the_broker_takes_is_not_even_sent(
    make_broker: Callable[..., Broker],
    listen: Callable[..., Listener],
    make_line: Callable[..., Line],
) -> None:
    broker = make_broker("allow_anonymous true", "max_packet_size 5000")
    broker.start()
    listener = listen(broker.port)
    line = make_line(broker.port)
    line.record("good 1", LONG, "good 2", LONG, "good 3")
    line.sink.start()
    wait_until(lambda: line.pending() == 0, "delivery")
    received = [json.loads(m.payload)["reason"] for m in listener.on(RESULT)]
    assert received == ["good 1", "good 2", "good 3"]
    (first, _) = line.set_aside.page(10)
    assert "its MQTT packet has 20,8" in first.reason
    assert "the broker takes 5,000 at most" in first.reason
    assert first.payload_bytes > 20_000
    # Not one connection more was needed.
    assert [m.payload for m in listener.on("okng/line-3/available")] == [b"online"]


def test_results_all_too_large_wait(
    make_scripted: Callable[..., ScriptedBroker], make_line: Callable[..., Line]
) -> None:
    broker = make_scripted(properties=b"\x27" + (100).to_bytes(4))
    line = make_line(broker.port)
    line.record(*[f"good {number}" for number in range(250)])
    line.sink.start()
    wait_until(lambda: "250 results are too large" in line.error(), "the error")
    assert (line.pending(), line.set_aside.count()) == (250, 0)
    assert reasons(broker.offered) == []
    broker.properties = b""
    broker.end_connections()
    wait_until(lambda: line.pending() == 0, "delivery")


def test_the_size_of_a_packet_is_that_on_the_wire(
    make_scripted: Callable[..., ScriptedBroker],
    make_line: Callable[..., Line],
) -> None:
    assert [Publication("t", "x" * n).packet_bytes() for n in (0, 121, 122)] == [8, 129, 131]
    line_of = {}
    for limit in (0, 1):
        broker = make_scripted()
        line = make_line(broker.port)
        line.record("good")
        payload = line.sink._outbox.after(0, 1)[0].payload
        size = line.sink._result(payload).packet_bytes()
        broker.properties = b"\x27" + (size - limit).to_bytes(4)
        line.sink.start()
        line_of[limit] = line
    wait_until(lambda: line_of[0].pending() == 0, "what just fits")
    wait_until(lambda: "too large" in line_of[1].error(), "what just doesn't")


def test_a_result_too_large_for_message_size_limit_is_set_aside(
    make_broker: Callable[..., Broker],
    listen: Callable[..., Listener],
    make_line: Callable[..., Line],
) -> None:
    broker = make_broker("allow_anonymous true", "message_size_limit 5000")
    broker.start()
    listener = listen(broker.port)
    line = make_line(broker.port)
    line.record("good 1", LONG, "good 2")
    line.sink.start()
    wait_until(lambda: line.pending() == 0, "delivery")
    assert [json.loads(m.payload)["reason"] for m in listener.on(RESULT)] == ["good 1", "good 2"]
    (row,) = line.set_aside.page(10)
    assert "Packet too large" in row.reason


def test_receive_maximum_is_kept_to(
    make_scripted: Callable[..., ScriptedBroker], make_line: Callable[..., Line]
) -> None:
    held = threading.Event()
    broker = make_scripted(
        lambda message: SILENCE if message.topic == RESULT and not held.is_set() else 0,
        properties=b"\x21\x00\x05",
    )
    line = make_line(broker.port)
    line.record(*[f"good {number}" for number in range(50)])
    line.sink.start()
    wait_until(lambda: len(reasons(broker.offered)) == 5, "the first five")
    time.sleep(0.5)
    assert len(reasons(broker.offered)) == 5
    held.set()
    broker.end_connections()
    wait_until(lambda: line.pending() == 0, "delivery")


def test_a_broker_without_retained_messages_gets_none(
    make_broker: Callable[..., Broker],
    listen: Callable[..., Listener],
    make_line: Callable[..., Line],
) -> None:
    broker = make_broker("allow_anonymous true", "retain_available false")
    broker.start()
    listener = listen(broker.port)
    line = make_line(broker.port)
    line.record("good")
    line.sink.start()
    wait_until(lambda: line.pending() == 0, "delivery")
    wait_until(lambda: listener.on("okng/line-3/last_result"), "the rest")
    assert listener.on("okng/line-3/available")[0].payload == b"online"


def test_a_broker_without_qos_1_keeps_results_waiting(
    make_scripted: Callable[..., ScriptedBroker], make_line: Callable[..., Line]
) -> None:
    broker = make_scripted(properties=b"\x24\x00")
    line = make_line(broker.port)
    line.record("good")
    line.sink.start()
    wait_until(lambda: broker.taken, "what is published by QoS 0")
    assert {one.qos for one in broker.offered} == {0}
    assert {one.topic for one in broker.offered} == {"okng/line-3/available"}
    assert "offers QoS 0 only" in line.error()
    assert line.pending() == 1
    broker.properties = b""
    broker.end_connections()
    wait_until(lambda: line.pending() == 0, "delivery")
