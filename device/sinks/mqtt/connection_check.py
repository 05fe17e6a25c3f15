"""A trial of a broker's settings: connects, logs in, and leaves again without a message."""

from __future__ import annotations

import secrets
import socket
from typing import TYPE_CHECKING

from paho.mqtt.enums import MQTTProtocolVersion

from okng.device.sinks.mqtt.connection import MqttConnection, MqttConnectionError

if TYPE_CHECKING:
    from okng.device.sinks.mqtt.settings import BrokerSettings


def check_broker(settings: BrokerSettings) -> str:
    """Connects by MQTT 5, or by MQTT 3.1.1 where the broker doesn't speak that.

    The client ID is one of its own, so that the station's connection is not taken over, and there
    is no will that the broker could publish.

    Returns:
        The version of MQTT that the broker speaks: `MQTT 5` or `MQTT 3.1.1`.

    Raises:
        MqttConnectionError: nobody answers there, or the broker refuses.
    """
    try:
        return _connect(settings, MQTTProtocolVersion.MQTTv5)
    except MqttConnectionError as refusal:
        if not refusal.refuses_protocol:
            raise
        try:
            return _connect(settings, MQTTProtocolVersion.MQTTv311)
        except MqttConnectionError as failure:
            raise (refusal if failure.refuses_protocol else failure) from failure


def _connect(settings: BrokerSettings, protocol: MQTTProtocolVersion) -> str:
    waker, wake_end = socket.socketpair()
    client_id = f"okng-check-{secrets.token_hex(6)}"
    with waker, wake_end:
        connection = MqttConnection(settings, client_id, None, waker, protocol)
        try:
            connection.open()
        except MqttConnectionError:
            connection.drop()
            raise
        connection.close()
        connection.drop()
    return "MQTT 5" if connection.speaks_mqtt_5 else "MQTT 3.1.1"
