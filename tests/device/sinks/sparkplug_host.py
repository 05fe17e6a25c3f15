"""A host application of Sparkplug B, with a decoder of its own: field numbers of the specification.

It reads protobuf's wire format itself, so that nothing of it comes from the code under test.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from typing import Any, NamedTuple

from paho.mqtt.client import Client, MQTTMessage
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion
from paho.mqtt.subscribeoptions import SubscribeOptions
from support.station import eventually

VARINT, FIXED_64, BYTES, FIXED_32 = 0, 1, 2, 5
VALUES = {10: "int", 11: "long", 12: "float", 13: "double", 14: "boolean", 15: "string"}


class Metric(NamedTuple):
    name: str | None
    alias: int | None
    timestamp: int | None
    datatype: int | None
    is_historical: bool
    is_null: bool
    value: Any


class Heard(NamedTuple):
    """One Sparkplug message."""

    kind: str
    topic: str
    qos: int
    retain: bool
    timestamp: int | None
    seq: int | None
    metrics: list[Metric]

    def named(self) -> dict[str, Metric]:
        return {metric.name: metric for metric in self.metrics if metric.name}


class Host:
    """Hears all of a group, and sends commands and STATE messages."""

    def __init__(self, port: int) -> None:
        self.heard: list[Heard] = []
        self._client = Client(CallbackAPIVersion.VERSION2, protocol=MQTTProtocolVersion.MQTTv5)
        self._client.on_message = self._on_message
        subscribed: list[int] = []
        self._client.on_subscribe = lambda *_: subscribed.append(1)
        self._client.connect("127.0.0.1", port)
        self._client.loop_start()
        # So that the retain flag is that of the station's own message.
        options = SubscribeOptions(qos=1, retainAsPublished=True)
        self._client.subscribe("spBv1.0/#", options=options)
        eventually(lambda: subscribed)

    def of(self, *kinds: str) -> list[Heard]:
        return [one for one in list(self.heard) if one.kind in kinds]

    def wait_for(self, kind: str, count: int = 1) -> list[Heard]:
        eventually(lambda: len(self.of(kind)) >= count)
        return self.of(kind)

    def ask_for_rebirth(self, node: str) -> None:
        name = b"Node Control/Rebirth"
        metric = b"\x0a" + bytes([len(name)]) + name + b"\x20\x0b\x70\x01"
        payload = b"\x12" + bytes([len(metric)]) + metric
        self.send(f"spBv1.0/plant/NCMD/{node}", payload)

    def say_state(self, online: bool, timestamp: int, host: str = "scada") -> None:
        payload = json.dumps({"online": online, "timestamp": timestamp})
        self._client.publish(f"spBv1.0/STATE/{host}", payload, 1, True).wait_for_publish(10)

    def send(self, topic: str, payload: bytes) -> None:
        self._client.publish(topic, payload, 0).wait_for_publish(10)

    def stop(self) -> None:
        self._client.disconnect()
        self._client.loop_stop()

    def _on_message(self, _client: Client, _data: Any, message: MQTTMessage) -> None:
        kind = message.topic.split("/")[2]
        if kind[0] in "ND" and not kind.endswith("CMD"):
            fields = dict(wire_fields(message.payload, repeated={2}))
            metrics = [read_metric(body) for body in fields.get(2, [])]
            self.heard.append(
                Heard(
                    kind,
                    message.topic,
                    message.qos,
                    message.retain,
                    fields.get(1),
                    fields.get(3),
                    metrics,
                )
            )


def read_metric(body: bytes) -> Metric:
    fields = dict(wire_fields(body))
    values = [
        read_value(kind, fields[number]) for number, kind in VALUES.items() if number in fields
    ]
    assert len(values) <= 1
    name = fields.get(1)
    return Metric(
        name.decode() if name is not None else None,
        fields.get(2),
        fields.get(3),
        fields.get(4),
        bool(fields.get(5)),
        bool(fields.get(7)),
        values[0] if values else None,
    )


def read_value(kind: str, raw: Any) -> Any:
    if kind == "double":
        return struct.unpack("<d", raw)[0]
    if kind == "string":
        return raw.decode()
    return bool(raw) if kind == "boolean" else raw


def wire_fields(data: bytes, repeated: set[int] | None = None) -> Iterator[tuple[int, Any]]:
    """Fields of a protobuf message by their numbers; repeated ones as a list."""
    place, lists = 0, {number: [] for number in repeated or set()}
    while place < len(data):
        tag, place = varint(data, place)
        number, kind = tag >> 3, tag & 7
        value: Any
        if kind == VARINT:
            value, place = varint(data, place)
        else:
            size = {FIXED_64: 8, FIXED_32: 4}.get(kind)
            if size is None:
                assert kind == BYTES
                size, place = varint(data, place)
            value, place = data[place : place + size], place + size
        if number in lists:
            lists[number].append(value)
        else:
            yield number, value
    yield from lists.items()


def varint(data: bytes, place: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[place]
        value |= (byte & 0x7F) << shift
        place, shift = place + 1, shift + 7
        if byte < 0x80:
            return value, place
