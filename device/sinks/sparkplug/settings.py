"""The settings of the Sparkplug sink: the broker, and the station's place among edge nodes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints, field_validator

from okng.device.sinks.mqtt.settings import BrokerSettings
from okng.device.types import Name

TopicLevel = Annotated[str, StringConstraints(pattern=r"^[^/+#\x00-\x1f]{1,64}$")]
"""One level of a topic: up to 64 characters, without `/`, `+` and `#`."""


BrokerAddress = Annotated[str, StringConstraints(pattern=r"^[^\s:/]+:[0-9]{1,5}$")]
"""Host name or IPv4 address, and TCP port: `HOST:PORT`."""


class SparkplugSinkSettings(BrokerSettings):
    """An MQTT broker that results and status are published to as Sparkplug B 3.0."""

    type: Literal["sparkplug"] = "sparkplug"
    name: Name = "sparkplug"
    other_brokers: tuple[BrokerAddress, ...] = ()
    """Further brokers as `HOST:PORT`, with the same login and TLS. The station is connected to one
    at a time, and goes to the next one when it can't be there or the primary host isn't."""
    group: TopicLevel
    """Group ID: the edge nodes that belong together, for example a plant."""
    edge_node: TopicLevel | None = None
    """Edge Node ID of the station; null uses the station's name."""
    device: TopicLevel = "inspection"
    """Device ID of the inspection, which has the results."""
    primary_host: TopicLevel | None = None
    """Host ID of the primary host application. The station then publishes only while that is
    online, and results wait meanwhile; null publishes whenever the broker is there."""

    @field_validator("other_brokers")
    @classmethod
    def _have_ports(cls, addresses: tuple[str, ...]) -> tuple[str, ...]:
        for address in addresses:
            if not 1 <= int(address.rsplit(":", 1)[1]) <= 65535:
                raise ValueError(f"{address}: a port is a number from 1 to 65535")
        return addresses

    @property
    def brokers(self) -> tuple[BrokerSettings, ...]:
        """All brokers, in the order in which they are tried."""
        addresses = (address.rsplit(":", 1) for address in self.other_brokers)
        others = (
            self.model_copy(update={"host": host, "port": int(port)}) for host, port in addresses
        )
        return self, *others
