"""The station in Home Assistant: discovered, announced again when it starts, and removed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from paho.mqtt.publish import single
from support.station import eventually

from okng.device.sinks.mqtt.settings import MqttSinkSettings
from okng.device.sinks.mqtt.sink import MqttSink

from .conftest import Broker, Listener


@pytest.fixture
def connect(tmp_path: Path) -> Iterator[Callable[..., MqttSink]]:
    sinks: list[MqttSink] = []

    def make(port: int, **settings: Any) -> MqttSink:
        broker = MqttSinkSettings(host="127.0.0.1", port=port, **settings)
        sinks.append(MqttSink(broker, "line-3", tmp_path / "data"))
        sinks[-1].start()
        return sinks[-1]

    yield make
    for sink in sinks:
        sink.stop()


def configurations(listener: Listener) -> dict[str, list[Any]]:
    """Payloads by component and key."""
    heard: dict[str, list[Any]] = {}
    for message in list(listener.messages):
        if message.topic.endswith("/config"):
            _, component, _, key, _ = message.topic.split("/")
            payload = json.loads(message.payload) if message.payload else None
            heard.setdefault(f"{component}/{key}", []).append(payload)
    return heard


def test_a_station_is_discovered_and_removed(
    make_broker: Callable[..., Broker],
    listen: Callable[..., Listener],
    connect: Callable[..., MqttSink],
) -> None:
    broker = make_broker()
    broker.start()
    sink = connect(broker.port, home_assistant=True, commands=True)
    eventually(lambda: sink.status().connected)
    home = listen(broker.port)
    eventually(lambda: len(configurations(home)) == 7)
    heard = configurations(home)
    for name, (entity,) in heard.items():
        assert entity["availability_topic"] == "okng/line-3/available"
        (identifier,) = entity["device"]["identifiers"]
        assert entity["unique_id"] == f"{identifier}_{name.split('/')[1]}"
    assert len({entity["unique_id"] for (entity,) in heard.values()}) == 7
    (verdict,), (button,) = heard["sensor/verdict"], heard["button/trigger"]
    assert verdict["state_topic"] == "okng/line-3/last_result"
    assert verdict["value_template"] == "{{ value_json.outcome }}"
    assert (button["command_topic"], button["payload_press"]) == ("okng/line-3/cmd/trigger", "{}")

    # Home Assistant has started: everything comes again.
    single("homeassistant/status", "online", hostname="127.0.0.1", port=broker.port)
    eventually(lambda: all(len(payloads) == 2 for payloads in configurations(home).values()))
    sink.stop()

    # Without commands the button goes, and without discovery everything does.
    without_commands = connect(broker.port, home_assistant=True)
    eventually(lambda: configurations(home)["button/trigger"][-1] is None)
    assert configurations(home)["sensor/verdict"][-1]
    without_commands.stop()
    connect(broker.port)
    eventually(lambda: all(one[-1] is None for one in configurations(home).values()))
    late = listen(broker.port)
    eventually(lambda: late.on("okng/line-3/available"))
    assert configurations(late) == {}


def test_nothing_is_said_to_home_assistant_by_default(
    make_broker: Callable[..., Broker],
    listen: Callable[..., Listener],
    connect: Callable[..., MqttSink],
) -> None:
    broker = make_broker()
    broker.start()
    listener = listen(broker.port)
    connect(broker.port)
    eventually(lambda: listener.on("okng/line-3/available"))
    assert configurations(listener) == {}
