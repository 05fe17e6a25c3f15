"""The limits that a broker states in CONNACK, and what they allow."""

from __future__ import annotations

from typing import NamedTuple

from paho.mqtt.properties import Properties

from okng.device.sinks.mqtt.publication import Publication

MAX_IN_FLIGHT = 200
"""Messages that wait for their acknowledgement at a time; the broker may allow fewer."""


class BrokerLimits(NamedTuple):
    """What a broker allows (CONNACK's properties, MQTT 5, 3.2.2.3)."""

    in_flight: int = MAX_IN_FLIGHT
    """Receive Maximum."""
    max_qos: int = 1
    retain: bool = True
    """Whether it keeps retained messages."""
    max_packet_bytes: int | None = None

    @classmethod
    def of(cls, properties: Properties | None) -> BrokerLimits:
        """From CONNACK; what isn't there has MQTT's default."""
        return cls(
            in_flight=min(getattr(properties, "ReceiveMaximum", MAX_IN_FLIGHT), MAX_IN_FLIGHT),
            max_qos=min(getattr(properties, "MaximumQoS", 1), 1),
            retain=bool(getattr(properties, "RetainAvailable", 1)),
            max_packet_bytes=getattr(properties, "MaximumPacketSize", None),
        )

    def too_large(self, publication: Publication) -> str | None:
        """Why a message can't be sent; None when it fits."""
        if self.max_packet_bytes is None:
            return None
        size = publication.packet_bytes()
        if size <= self.max_packet_bytes:
            return None
        return (
            f"its MQTT packet has {size:,} bytes, and the broker takes {self.max_packet_bytes:,} "
            "at most"
        )
