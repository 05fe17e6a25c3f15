"""A message to publish, and the properties of MQTT 5 that go with it."""

from __future__ import annotations

from typing import NamedTuple

from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties


class Publication(NamedTuple):
    """One message to publish."""

    topic: str
    payload: str | bytes
    retain: bool = False
    qos: int = 1
    properties: Properties | None = None
    """Of MQTT 5; left out with MQTT 3.1.1, which has none."""

    def packet_bytes(self) -> int:
        """Length of the PUBLISH packet (MQTT 5, 3.3)."""
        payload = self.payload.encode() if isinstance(self.payload, str) else self.payload
        properties = len(self.properties.pack()) if self.properties else 1  # type: ignore[no-untyped-call]
        remaining = 2 + len(self.topic.encode()) + (2 if self.qos else 0) + properties
        remaining += len(payload)
        # The remaining length takes a byte for every seven bits.
        return 1 + max(1, (remaining.bit_length() + 6) // 7) + remaining


def json_properties(
    user: dict[str, str], expiry_s: int | None = None, correlation_data: bytes | None = None
) -> Properties:
    """Those of a JSON payload.

    Args:
        user: User properties, for consumers and brokers that route without reading the payload.
        expiry_s: Seconds for which a broker keeps the message for a consumer that is away.
        correlation_data: Of the request that this message answers.
    """
    properties = Properties(PacketTypes.PUBLISH)  # type: ignore[no-untyped-call]
    properties.PayloadFormatIndicator = 1
    properties.ContentType = "application/json"
    if user:
        properties.UserProperty = list(user.items())
    if expiry_s is not None:
        properties.MessageExpiryInterval = expiry_s
    if correlation_data is not None:
        properties.CorrelationData = correlation_data
    return properties
