"""Commands over MQTT: carried out once and at once, or refused in words, while the line goes on."""

from __future__ import annotations

import json
import logging
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import cv2
import jsonschema
import numpy as np
import pytest
from paho.mqtt.client import Client, MQTTMessage
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties
from support.old_broker import OldBroker
from support.running_station import AUTHOR, RunningStation
from support.station import eventually

from okng.device.ipc.commands import ApplyRecipe, GetStatus
from okng.device.recipes.recipe import Recipe
from okng.device.sinks.mqtt.settings import MqttSinkSettings
from okng.device.types import Inspection, Mode, ModelReference, Outcome, TriggerSource

from .conftest import Broker, Listener

DOCS = Path(__file__).parents[3] / "docs"
REPLIES = "mes/replies"


class Requester:
    """A client that sends commands and keeps what is answered to it."""

    def __init__(self, port: int, protocol: MQTTProtocolVersion, user: str | None) -> None:
        self.answers: list[MQTTMessage] = []
        self._mqtt_5 = protocol is MQTTProtocolVersion.MQTTv5
        self._client = Client(CallbackAPIVersion.VERSION2, protocol=protocol)
        if user:
            self._client.username_pw_set(user, user)
        self._client.on_message = lambda _c, _d, message: self.answers.append(message)
        subscribed: list[int] = []
        self._client.on_subscribe = lambda *_: subscribed.append(1)
        self._client.connect("127.0.0.1", port)
        self._client.loop_start()
        self._client.subscribe([("mes/#", 1), ("okng/test/answer", 1)])
        eventually(lambda: subscribed)

    def send(
        self,
        command: str,
        payload: str | bytes | dict[str, Any] = "",
        correlation: bytes | None = None,
        topic: str | None = REPLIES,
        retain: bool = False,
    ) -> None:
        properties = None
        if self._mqtt_5:
            properties = Properties(PacketTypes.PUBLISH)
            if topic:
                properties.ResponseTopic = topic
            if correlation is not None:
                properties.CorrelationData = correlation
        text = json.dumps(payload) if isinstance(payload, dict) else payload
        self._sent = self._client.publish(f"okng/test/cmd/{command}", text, 1, retain, properties)

    def wait_until_acknowledged(self) -> None:
        self._sent.wait_for_publish(20)

    def ask(self, command: str, payload: str | bytes | dict[str, Any] = "", **how: Any) -> Any:
        before = len(self.answers)
        self.send(command, payload, **how)
        eventually(lambda: len(self.answers) > before)
        answer = json.loads(self.answers[before].payload)
        schema = json.loads((DOCS / "mqtt-answer.schema.json").read_text())
        jsonschema.validate(answer, schema, cls=jsonschema.Draft202012Validator)
        return answer

    def stop(self) -> None:
        self._client.disconnect()
        self._client.loop_stop()


@pytest.fixture
def requester(make_broker: Callable[..., Broker]) -> Iterator[Callable[..., Requester]]:
    requesters: list[Requester] = []

    def make(
        port: int,
        protocol: MQTTProtocolVersion = MQTTProtocolVersion.MQTTv5,
        user: str | None = None,
    ) -> Requester:
        requesters.append(Requester(port, protocol, user))
        return requesters[-1]

    yield make
    for one in requesters:
        one.stop()


@pytest.fixture
def broker(make_broker: Callable[..., Broker]) -> Broker:
    broker = make_broker()
    broker.start()
    return broker


def station_at(
    broker: Broker, make_station: Callable[..., RunningStation], **settings: Any
) -> RunningStation:
    defaults: dict[str, Any] = {"host": "127.0.0.1", "port": broker.port, "commands": True}
    sink = MqttSinkSettings(**defaults | settings)
    station = make_station(sinks=(sink,))
    eventually(lambda: station.client.ask(GetStatus()).sinks[0].connected)
    return station


def test_commands_act_once_and_are_answered(
    broker: Broker,
    make_station: Callable[..., RunningStation],
    requester: Callable[..., Requester],
    caplog: pytest.LogCaptureFixture,
) -> None:
    station = station_at(broker, make_station)
    mes = requester(broker.port)
    refused = mes.ask("trigger", {"part_id": "too early"}, correlation=b"0")
    assert refused == {
        "ok": False,
        "command": "trigger",
        "error": "the station shows the live view",
    }
    assert mes.answers[-1].properties.CorrelationData == b"0"

    station.inspect(number=3)
    second = Recipe(name="second", number=4, model=ModelReference(name="discs", version=1))
    station.client.ask(ApplyRecipe(recipe=second, author=AUTHOR))
    status = mes.ask("status", {"id": "s"})
    assert (status["ready"], status["recipe"]["name"], status["id"]) == (True, "second", "s")

    changed = mes.ask("recipe", {"recipe": 3})
    assert (changed["ok"], changed["recipe"]["name"]) == (True, "discs")
    assert mes.ask("recipe", {"recipe": "second"})["recipe"]["name"] == "second"
    fired = mes.ask("trigger", {"part_id": "A-7"}, correlation=b"1")
    again = mes.ask("trigger", {"part_id": "A-7"}, correlation=b"1")
    assert again == fired
    assert fired["ok"]
    other = mes.ask("trigger", {"part_id": "A-8"}, correlation=b"2")
    assert other["trigger_id"] == fired["trigger_id"] + 1
    parts = eventually(
        lambda: len(list(station.ledger.iterate())) == 2 and station.ledger.iterate()
    )
    assert [(part.part_id, part.source, part.trigger_id) for part in parts] == [
        ("A-7", TriggerSource.MQTT, fired["trigger_id"]),
        ("A-8", TriggerSource.MQTT, other["trigger_id"]),
    ]

    wrong: list[tuple[str, Any, str]] = [
        ("trigger", "{", "the payload is wrong: Invalid JSON"),
        ("trigger", b"\xff\xfe", "the payload is wrong: Invalid JSON"),
        ("trigger", {"part_id": "x" * 129}, "part_id: must have at most 128 characters"),
        ("trigger", {"part": 1}, "part: is not known here"),
        ("trigger", {"not_after": "2020-01-01T00:00:00Z"}, "was to be carried out by 2020-01-01"),
        ("trigger", '"' + "x" * 5000 + '"', "5,002 bytes, at most 4,096"),
        (
            "recipe",
            {"recipe": "third"},
            "recipe 'third' is not stored; there are: default, discs, ",
        ),
        ("recipe", {"recipe": 9}, "no recipe has the number 9; there are: 3 (discs), 4 (second)"),
        ("mode", {"mode": "collect"}, "mode: must be "),
        ("mode", {}, "mode: is missing"),
        ("stop", {}, "unknown command; there are: trigger, recipe, mode, status"),
    ]
    for command, payload, said in wrong:
        caplog.clear()
        answer = mes.ask(command, payload)
        assert not answer["ok"]
        assert said in answer["error"]
        rows = [row for row in caplog.records if "is refused" in row.message]
        assert [row.levelno for row in rows] == [logging.WARNING], rows
    assert mes.ask("trigger")["ok"]
    assert station.client.ask(GetStatus()).sinks[0].last_error is None


def test_the_inspection_is_ended_and_begun(
    broker: Broker,
    make_station: Callable[..., RunningStation],
    requester: Callable[..., Requester],
) -> None:
    station = station_at(broker, make_station)
    mes = requester(broker.port)
    refused = mes.ask("mode", {"mode": "inspect", "id": "1"})
    assert (refused["ok"], refused["id"]) == (False, "1")
    assert "has no usable model" in refused["error"]
    station.inspect()
    for mode, ready in ((Mode.LIVE, False), (Mode.INSPECT, True)):
        answer = mes.ask("mode", {"mode": mode}, correlation=mode.encode())
        assert answer == {"ok": True, "command": "mode", "mode": mode}
        assert mes.ask("status")["ready"] is ready
        assert station.client.ask(GetStatus()).mode is mode


def test_a_retained_command_and_an_answer_on_a_stations_topic_are_refused(
    broker: Broker,
    make_station: Callable[..., RunningStation],
    requester: Callable[..., Requester],
    caplog: pytest.LogCaptureFixture,
) -> None:
    mes = requester(broker.port)
    mes.send("trigger", {"part_id": "stale"}, retain=True)
    station = station_at(broker, make_station)
    eventually(lambda: mes.answers)
    assert "the command is retained" in json.loads(mes.answers[0].payload)["error"]
    station.inspect()
    assert "the command is retained" in mes.ask("trigger", retain=True)["error"]
    for topic in ("okng/test/result", "okng/other/cmd/trigger"):
        mes.send("status", topic=topic)
        eventually(lambda t=topic: f"no answer is published on '{t}'" in caplog.text)  # type: ignore[misc]
    assert mes.ask("status", topic=None)["ready"]
    assert mes.answers[-1].topic == "okng/test/answer"
    assert station.ledger.totals().parts == 0


def test_a_flood_of_commands_is_bounded_and_results_go_on(
    broker: Broker,
    make_station: Callable[..., RunningStation],
    requester: Callable[..., Requester],
    caplog: pytest.LogCaptureFixture,
) -> None:
    station = station_at(broker, make_station)
    mes = requester(broker.port)
    station.inspect()
    for _ in range(400):
        mes.send("nonsense")
    assert station.judge("a part").part_id == "a part"
    eventually(lambda: "more than 20 commands came in a second" in caplog.text)
    assert len([row for row in caplog.records if "commands are refused" in row.message]) <= 3
    eventually(lambda: mes.ask("status")["ok"], period_s=0.5)
    eventually(lambda: station.client.ask(GetStatus()).sinks[0].pending == 0)


def test_access_rules_decide_who_commands(
    tmp_path: Path,
    make_broker: Callable[..., Broker],
    make_station: Callable[..., RunningStation],
    requester: Callable[..., Requester],
) -> None:
    passwords, rules = tmp_path / "passwords", tmp_path / "rules"
    passwords.touch(0o600)
    for user in ("station", "mes", "guest"):
        subprocess.run(["mosquitto_passwd", "-b", passwords, user, user], check=True)
    rules.write_text(
        "user station\ntopic write okng/test/#\ntopic read okng/test/cmd/#\ntopic write mes/#\n"
        "user mes\ntopic write okng/test/cmd/#\ntopic read mes/#\n"
        "user guest\ntopic read okng/#\n"
    )
    broker = make_broker("allow_anonymous false", f"password_file {passwords}", f"acl_file {rules}")
    broker.start()
    station = station_at(broker, make_station, username="station", password="station")
    station.inspect()
    guest, mes = requester(broker.port, user="guest"), requester(broker.port, user="mes")
    guest.send("trigger", {"part_id": "sneaked in"})
    guest.wait_until_acknowledged()
    assert mes.ask("trigger", {"part_id": "A-7"})["ok"]
    eventually(lambda: station.ledger.totals().parts)
    assert [part.part_id for part in station.ledger.iterate()] == ["A-7"]


def test_commands_are_off_by_default(
    broker: Broker, make_station: Callable[..., RunningStation], requester: Callable[..., Requester]
) -> None:
    station = station_at(broker, make_station, commands=False)
    mes = requester(broker.port)
    station.inspect()
    mes.send("trigger")
    station.judge("the only part")
    eventually(lambda: station.client.ask(GetStatus()).sinks[0].pending == 0)
    assert station.ledger.totals().parts == 1
    assert mes.answers == []


@pytest.mark.parametrize("answers", [True, False], ids=["refuses", "closes"])
def test_a_broker_of_mqtt_3_gets_results_and_commands(
    answers: bool,
    broker: Broker,
    make_station: Callable[..., RunningStation],
    requester: Callable[..., Requester],
    listen: Callable[..., Listener],
) -> None:
    old = OldBroker(broker.port, answers)
    try:
        listener = listen(broker.port)
        station = station_at(broker, make_station, port=old.port)
        assert old.refused == 1
        station.inspect()
        mes = requester(broker.port, MQTTProtocolVersion.MQTTv311)
        fired = mes.ask("trigger", {"id": "7", "part_id": "A-7"})
        assert (fired["ok"], fired["id"]) == (True, "7")
        assert mes.ask("trigger", {"id": "7", "part_id": "A-7"}) == fired
        status = eventually(
            lambda: listener.on("okng/test/result") and station.client.ask(GetStatus()).sinks[0]
        )
        assert "MQTT 3.1.1 only" in status.note
        assert status.last_error is None
        (result,) = listener.on("okng/test/result")
        assert json.loads(result.payload)["part_id"] == "A-7"
        station.daemon.tick()
        eventually(lambda: listener.on("okng/test/state") and listener.on("okng/test/last_result"))
        station.stop()
        eventually(lambda: listener.on("okng/test/available")[-1].payload == b"offline")
    finally:
        old.close()


def test_pictures_of_the_wanted_parts_follow_their_results(
    broker: Broker, make_station: Callable[..., RunningStation], listen: Callable[..., Listener]
) -> None:
    listener = listen(broker.port)
    station = station_at(broker, make_station, pictures=("NG",), picture_max_kb=10)
    station.inspect()
    by_id: dict[str, Inspection] = {}
    # What passes before the camera comes again and again; every third part is NG.
    while not (pictures := listener.on("okng/test/picture")):
        inspection = station.judge()
        by_id[inspection.inspection_id] = inspection
        assert len(by_id) < 200
    (picture, *_) = pictures
    image = cv2.imdecode(np.frombuffer(picture.payload, np.uint8), cv2.IMREAD_UNCHANGED)
    assert image.shape[:2] == (240, 320)
    assert len(picture.payload) <= 10_000
    assert picture.properties.ContentType == "image/jpeg"
    named = dict(picture.properties.UserProperty)
    assert by_id[named["inspection_id"]].outcome is Outcome.NG
    order = [message.topic for message in listener.messages]
    assert order.index("okng/test/result") < order.index("okng/test/picture")
