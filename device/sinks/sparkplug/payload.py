"""The payload of Sparkplug B: metrics in protobuf, by the compiled `sparkplug.proto`.

The descriptors go with every version of protobuf, which generated code doesn't.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from importlib import resources
from typing import Any, NamedTuple

from google.protobuf.descriptor_pb2 import FileDescriptorSet  # type: ignore[import-untyped]
from google.protobuf.descriptor_pool import DescriptorPool  # type: ignore[import-untyped]
from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from google.protobuf.message_factory import GetMessageClass  # type: ignore[import-untyped]

DESCRIPTORS = "sparkplug.binpb"
MAX_TEXT = 1_000
"""Characters of a string that are sent; a broker may end the connection after a huge message."""

Value = str | int | float | bool | None


def _payload_class() -> Any:
    compiled = resources.files("okng.device.sinks.sparkplug") / DESCRIPTORS
    pool = DescriptorPool()
    for file in FileDescriptorSet.FromString(compiled.read_bytes()).file:
        pool.Add(file)
    return GetMessageClass(pool.FindMessageTypeByName("okng.sparkplug.Payload"))


_Payload = _payload_class()


class DataType(IntEnum):
    """Data types of metrics (6.4.16)."""

    INT64 = 4
    DOUBLE = 10
    BOOLEAN = 11
    STRING = 12
    DATE_TIME = 13


_FIELDS = {
    DataType.INT64: "long_value",
    DataType.DOUBLE: "double_value",
    DataType.BOOLEAN: "boolean_value",
    DataType.STRING: "string_value",
    DataType.DATE_TIME: "long_value",
}


class Metric(NamedTuple):
    """A metric's definition, as birth certificates have it."""

    name: str
    datatype: DataType
    alias: int | None
    """None for those that are always called by name."""


class Reading(NamedTuple):
    """The value of a metric at a moment."""

    metric: Metric
    value: Value
    at_ms: int
    """Milliseconds since 1970, UTC."""
    is_historical: bool = False


def encode(
    readings: Iterable[Reading], now_ms: int, seq: int | None, *, births: bool = False
) -> bytes:
    """A payload.

    Args:
        readings: Its metrics, the oldest first.
        now_ms: When it is sent.
        seq: Sequence number; None leaves it out, for death certificates.
        births: Whether names, aliases and data types go with the metrics.
    """
    payload = _Payload(timestamp=now_ms)
    if seq is not None:
        payload.seq = seq
    for reading in readings:
        _fill(payload.metrics.add(), reading, births)
    data: bytes = payload.SerializeToString()
    return data


def _fill(metric: Any, reading: Reading, births: bool) -> None:
    definition = reading.metric
    if births or definition.alias is None:
        metric.name = definition.name
        metric.datatype = definition.datatype
    if definition.alias is not None:
        metric.alias = definition.alias
    metric.timestamp = reading.at_ms
    if reading.is_historical:
        metric.is_historical = True
    value = reading.value
    if value is None:
        metric.is_null = True
        return
    if isinstance(value, str):
        value = value[:MAX_TEXT]
    setattr(metric, _FIELDS[definition.datatype], value)


def asks_for(payload: bytes, name: str) -> bool:
    """Whether a command sets the metric of this name to true; anything else is no such command."""
    try:
        metrics = _Payload.FromString(payload).metrics
    except DecodeError:
        return False
    return any(metric.name == name and metric.boolean_value for metric in metrics)
