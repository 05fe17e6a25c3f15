"""One MQTT connection, from CONNECT to its end, driven by the one thread that uses it.

paho's own thread, queue and reconnecting stay unused: what it queues is lost with the process,
and what it queues while offline would be sent again beside the outbox. Here nothing is published
unless connected, and an end of the connection forgets all that wasn't acknowledged.
"""

from __future__ import annotations

import select
import socket
import ssl
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paho.mqtt.client import Client, ConnectFlags, DisconnectFlags, error_string
from paho.mqtt.enums import CallbackAPIVersion, MQTTErrorCode, MQTTProtocolVersion
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode

from okng.device.sinks.mqtt_messages import OFFLINE

if TYPE_CHECKING:
    from okng.device.sinks.mqtt import MqttSinkSettings

CONNECT_TIMEOUT_S = 10.0
MAX_IN_FLIGHT = 200
"""Messages that wait for their acknowledgement at a time; the broker may allow fewer."""
LOST = "the connection was lost"

Acknowledged = Callable[[bool, str], None]
"""Called once for each message: whether the broker took it, and its reason in words."""


class ConnectionFailed(Exception):
    """The connection can't be made or has ended; the message says why."""


class _TlsSocket(ssl.SSLSocket):
    """Closes itself when the handshake fails; paho would leave it open."""

    def do_handshake(self, block: bool = False) -> None:
        try:
            super().do_handshake(block)
        except OSError:
            self.close()
            raise


def _tls_context(authority: Path | None) -> ssl.SSLContext:
    try:
        context = ssl.create_default_context(cafile=authority)
    except OSError as error:
        raise ConnectionFailed(f"ca_certificate {authority} can't be used: {error}") from error
    context.sslsocket_class = _TlsSocket
    return context


class MqttConnection:
    """Publishes with QoS 1 and tells of each message how it ended."""

    def __init__(
        self, settings: MqttSinkSettings, client_id: str, available_topic: str, waker: socket.socket
    ) -> None:
        self._settings = settings
        self._waker = waker
        self._in_flight: dict[int, Acknowledged] = {}
        self._allowed_in_flight = MAX_IN_FLIGHT
        self._connected = False
        self._failure: str | None = None
        self._client = Client(
            CallbackAPIVersion.VERSION2, client_id=client_id, protocol=MQTTProtocolVersion.MQTTv5
        )
        self._client.max_inflight_messages_set(MAX_IN_FLIGHT)
        self._client.will_set(available_topic, OFFLINE, qos=1, retain=True)
        self._client.on_connect = self._on_connect
        self._client.on_disconnect = self._on_disconnect
        self._client.on_publish = self._on_publish

    def open(self) -> None:
        """Connects and logs in.

        Raises:
            ConnectionFailed: nobody answers there, or the broker refuses.
        """
        settings = self._settings
        where = f"{settings.host}:{settings.port}"
        if settings.username is not None:
            password = settings.password.get_secret_value() if settings.password else None
            self._client.username_pw_set(settings.username, password)
        try:
            if settings.tls:
                self._client.tls_set_context(_tls_context(settings.ca_certificate))
            self._client.connect(
                settings.host, settings.port, settings.keepalive_s, clean_start=True
            )
        except (OSError, ValueError) as error:
            raise ConnectionFailed(f"{where} can't be reached: {error}") from error
        deadline = time.monotonic() + CONNECT_TIMEOUT_S
        while not self._connected:
            if time.monotonic() > deadline:
                raise ConnectionFailed(f"{where} doesn't answer as an MQTT broker")
            self.turn(0.2)

    @property
    def room(self) -> int:
        """How many more messages may be published now."""
        return self._allowed_in_flight - len(self._in_flight)

    @property
    def idle(self) -> bool:
        """Whether every message is acknowledged."""
        return not self._in_flight

    def publish(self, topic: str, payload: str, retain: bool, acknowledged: Acknowledged) -> None:
        """Sends one message.

        Raises:
            ConnectionFailed: the connection has ended.
        """
        info = self._client.publish(topic, payload, qos=1, retain=retain)
        if info.rc != MQTTErrorCode.MQTT_ERR_SUCCESS:
            raise ConnectionFailed(self._failure or f"{LOST}: {error_string(info.rc)}")
        self._in_flight[info.mid] = acknowledged

    def turn(self, timeout_s: float) -> None:
        """Waits for the network or for the waker, and handles what came.

        Raises:
            ConnectionFailed: the connection has ended.
        """
        connection = self._client.socket()
        if connection is None:
            raise ConnectionFailed(self._failure or LOST)
        # What TLS has already decrypted doesn't show in select.
        decrypted = isinstance(connection, ssl.SSLSocket) and connection.pending() > 0
        readable, writable, _ = select.select(
            [connection, self._waker],
            [connection] if self._client.want_write() else [],
            [],
            0 if decrypted else timeout_s,
        )
        if self._waker in readable:
            self._waker.recv(4096)
        if connection in readable or decrypted:
            self._check(self._client.loop_read())
        if connection in writable:
            self._check(self._client.loop_write())
        self._check(self._client.loop_misc())
        if self._failure:
            raise ConnectionFailed(self._failure)

    def close(self) -> None:
        """Says good-bye: the broker doesn't publish the will."""
        self._client.disconnect()

    def drop(self) -> None:
        """Ends it without good-bye: the broker publishes the will."""
        connection = self._client.socket()
        if connection is not None:
            connection.close()

    def _check(self, code: MQTTErrorCode) -> None:
        if code != MQTTErrorCode.MQTT_ERR_SUCCESS:
            raise ConnectionFailed(self._failure or f"{LOST}: {error_string(code)}")

    def _on_connect(
        self,
        _client: Client,
        _data: Any,
        _flags: ConnectFlags,
        code: ReasonCode,
        properties: Properties | None,
    ) -> None:
        if code.is_failure:
            self._failure = f"the broker refuses the connection: {code}; check username, password"
            return
        self._connected = True
        allowed = getattr(properties, "ReceiveMaximum", MAX_IN_FLIGHT)
        self._allowed_in_flight = min(allowed, MAX_IN_FLIGHT)

    def _on_disconnect(
        self,
        _client: Client,
        _data: Any,
        flags: DisconnectFlags,
        code: ReasonCode,
        _properties: Properties | None,
    ) -> None:
        by_broker = flags.is_disconnect_packet_from_server
        ended = f"the broker ended the connection: {code}" if by_broker else LOST
        self._failure = self._failure or ended

    def _on_publish(self, _client: Client, _data: Any, mid: int, code: ReasonCode, _: Any) -> None:
        self._in_flight.pop(mid)(not code.is_failure, str(code))
