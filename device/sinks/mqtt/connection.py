"""An MQTT connection, from CONNECT to its end, driven by the one thread that uses it.

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
from typing import TYPE_CHECKING, Any, NamedTuple

from paho.mqtt.client import Client, ConnectFlags, DisconnectFlags, MQTTMessage, error_string
from paho.mqtt.enums import CallbackAPIVersion, MQTTErrorCode, MQTTProtocolVersion
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode
from paho.mqtt.subscribeoptions import SubscribeOptions

from okng.device.sinks.mqtt.broker_limits import MAX_IN_FLIGHT, BrokerLimits
from okng.device.sinks.mqtt.publication import Publication
from okng.device.sinks.mqtt.reason_codes import (
    PROTOCOL_NOT_SUPPORTED,
    ended_connection,
    refused_connection,
    unreachable,
)
from okng.device.sinks.mqtt.tls import CertificateError, tls_context
from okng.models.errors import OkngError

if TYPE_CHECKING:
    from okng.device.sinks.mqtt.settings import BrokerSettings

CONNECT_TIMEOUT_S = 10.0
ACKNOWLEDGE_TIMEOUT_S = 60.0
"""A broker that pings and leaves a message without acknowledgement for so long is left."""
LOST = "the connection was lost"

# mosquitto answers a message above its message_size_limit so, although MQTT 5 doesn't list the code
# for PUBACK (3.4.2.1); paho would take it for a broken connection.
PACKET_TOO_LARGE = 0x95
_WITH_WILL = "Disconnect with will message"
_OF_PUBACK = {"Packet too large": [PacketTypes.CONNACK, PacketTypes.PUBACK, PacketTypes.DISCONNECT]}
ReasonCode.names = {**getattr(ReasonCode, "names", {}), PACKET_TOO_LARGE: _OF_PUBACK}


class Acknowledgement(NamedTuple):
    """How the broker answered a PUBLISH or SUBSCRIBE."""

    taken: bool
    reason: str
    code: int | None = None
    """Of PUBACK; None when the broker ended the connection instead."""


Acknowledged = Callable[[Acknowledgement], None]
"""Called at most once for each message."""
Received = Callable[[MQTTMessage], None]


class MqttConnectionError(OkngError):
    """The connection can't be made, or has ended; the message says why."""

    def __init__(
        self,
        message: str,
        code: int | None = None,
        by_broker: bool = False,
        refuses_protocol: bool = False,
    ) -> None:
        super().__init__(message)
        self.code = code
        """Reason code of CONNACK or DISCONNECT, where there was one."""
        self.by_broker = by_broker
        """Whether the broker ended it, and not the network or its silence."""
        self.refuses_protocol = refuses_protocol
        """Whether it may be the version of MQTT that the broker doesn't speak."""


class _InFlight(NamedTuple):
    acknowledged: Acknowledged
    sent_s: float


class MqttConnection:
    """Publishes, and reports for each message how the broker answered it."""

    def __init__(
        self,
        settings: BrokerSettings,
        client_id: str,
        will: Publication | None,
        waker: socket.socket,
        protocol: MQTTProtocolVersion = MQTTProtocolVersion.MQTTv5,
    ) -> None:
        self._settings = settings
        self._client_id = client_id
        self._waker = waker
        self._in_flight: dict[int, _InFlight] = {}
        self._connected = False
        self._failure: MqttConnectionError | None = None
        self.asked = False
        """Whether the broker has got a CONNECT, and with it the will."""
        self.limits = BrokerLimits()
        self.speaks_mqtt_5 = protocol is MQTTProtocolVersion.MQTTv5
        self._client = Client(
            CallbackAPIVersion.VERSION2,
            client_id=client_id,
            clean_session=None if self.speaks_mqtt_5 else True,
            protocol=protocol,
            reconnect_on_failure=False,
        )
        self._client.max_inflight_messages_set(MAX_IN_FLIGHT)
        if will:
            self._client.will_set(will.topic, will.payload, will.qos, will.retain)
        self._client.on_connect = self._on_connect
        self._client.on_disconnect = self._on_disconnect
        self._client.on_publish = self._on_publish
        self._client.on_subscribe = self._on_subscribe

    def open(self) -> None:
        """Connects and logs in.

        Raises:
            MqttConnectionError: nobody answers there, or the broker refuses.
        """
        settings = self._settings
        if settings.username is not None:
            password = settings.password.get_secret_value() if settings.password else None
            self._client.username_pw_set(settings.username, password)
        try:
            if settings.tls:
                self._client.tls_set_context(tls_context(settings))
            clean: dict[str, Any] = {"clean_start": True} if self.speaks_mqtt_5 else {}
            self._client.connect(settings.host, settings.port, settings.keepalive_s, **clean)
            self.asked = True
        except CertificateError as error:
            raise MqttConnectionError(str(error)) from error
        except (OSError, ValueError) as error:
            raise MqttConnectionError(unreachable(error, settings)) from error
        deadline_s = time.monotonic() + CONNECT_TIMEOUT_S
        while not self._connected:
            if time.monotonic() > deadline_s:
                raise self._no_mqtt(refuses_protocol=False)
            try:
                self.turn(0.2)
            except MqttConnectionError as failure:
                if failure.code is None:
                    raise self._no_mqtt(refuses_protocol=True) from failure
                raise

    @property
    def room(self) -> int:
        """How many more messages may be published now."""
        return self.limits.in_flight - len(self._in_flight)

    @property
    def idle(self) -> bool:
        """Whether every message is acknowledged."""
        return not self._in_flight

    def publish(self, publication: Publication, acknowledged: Acknowledged) -> None:
        """Sends one message, as the broker's limits allow.

        Raises:
            MqttConnectionError: the connection has ended.
        """
        qos = min(publication.qos, self.limits.max_qos)
        info = self._client.publish(
            publication.topic,
            publication.payload,
            qos,
            publication.retain and self.limits.retain,
            publication.properties if self.speaks_mqtt_5 else None,
        )
        if qos > 0:
            self._in_flight[info.mid] = _InFlight(acknowledged, time.monotonic())
        if info.rc != MQTTErrorCode.MQTT_ERR_SUCCESS:
            self._raise(info.rc, by_broker=True)
        if qos == 0:
            # Nobody acknowledges it.
            acknowledged(Acknowledgement(True, "sent", 0))

    def subscribe(
        self,
        topic: str,
        received: Received,
        acknowledged: Acknowledged,
        qos: int = 0,
        retained: bool = False,
    ) -> None:
        """Listens to what other clients publish; with MQTT 5 to nothing of its own.

        Args:
            topic: Topic filter.
            received: Called with each message, which says whether it was published as retained.
            acknowledged: How the broker answered.
            qos: Greatest QoS of the messages.
            retained: Whether messages that were retained before are wanted, too; MQTT 3.1.1 always
                sends them.

        Raises:
            MqttConnectionError: the connection has ended.
        """
        self._client.message_callback_add(topic, lambda _client, _data, message: received(message))
        if self.speaks_mqtt_5:
            handling = (
                SubscribeOptions.RETAIN_SEND_ON_SUBSCRIBE
                if retained
                else SubscribeOptions.RETAIN_DO_NOT_SEND
            )
            options = SubscribeOptions(qos, True, True, handling)
            code, mid = self._client.subscribe(topic, options=options)
        else:
            code, mid = self._client.subscribe(topic, qos)
        if mid is not None:
            self._in_flight[mid] = _InFlight(acknowledged, time.monotonic())
        self._check(code, by_broker=True)

    def turn(self, timeout_s: float) -> None:
        """Waits for the network or for the waker, and handles what came.

        Raises:
            MqttConnectionError: the connection has ended.
        """
        connection = self._client.socket()
        if connection is None:
            raise self._failure or MqttConnectionError(LOST)
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
            self._check(self._client.loop_read(), by_broker=True)
        if connection in writable:
            self._check(self._client.loop_write(), by_broker=True)
        self._check(self._client.loop_misc(), by_broker=False)
        if self._failure:
            raise self._failure
        self._check_acknowledgements()

    def blame_lone_message(self, failure: MqttConnectionError) -> None:
        """Reports the end of the connection to the message that caused it, if no other can have."""
        if failure.by_broker and len(self._in_flight) == 1:
            (message,) = self._in_flight.values()
            message.acknowledged(Acknowledgement(False, str(failure)))

    def close(self, with_will: bool = False) -> None:
        """Ends it by DISCONNECT: the broker doesn't publish the will, unless MQTT 5 asks it to."""
        asks = with_will and self.speaks_mqtt_5
        self._client.disconnect(ReasonCode(PacketTypes.DISCONNECT, _WITH_WILL) if asks else None)

    def drop(self) -> None:
        """Ends it without DISCONNECT: the broker publishes the will."""
        connection = self._client.socket()
        if connection is not None:
            connection.close()

    def _check(self, code: MQTTErrorCode, by_broker: bool) -> None:
        if code != MQTTErrorCode.MQTT_ERR_SUCCESS:
            self._raise(code, by_broker)

    def _raise(self, code: MQTTErrorCode, by_broker: bool) -> None:
        if self._failure is None or (self._failure.code is None and by_broker):
            what = "the broker ended the connection without a reason" if by_broker else LOST
            if code != MQTTErrorCode.MQTT_ERR_CONN_LOST:
                what = f"{LOST}: {error_string(code)}"
            self._failure = MqttConnectionError(what, by_broker=by_broker)
        raise self._failure

    def _check_acknowledgements(self) -> None:
        oldest = next(iter(self._in_flight.values()), None)
        if oldest and time.monotonic() - oldest.sent_s > ACKNOWLEDGE_TIMEOUT_S:
            raise MqttConnectionError(
                f"the broker has not acknowledged a message for {ACKNOWLEDGE_TIMEOUT_S:g} s",
                by_broker=True,
            )

    def _no_mqtt(self, refuses_protocol: bool) -> MqttConnectionError:
        settings = self._settings
        tls = "" if settings.tls else "; a port for TLS needs tls = true"
        return MqttConnectionError(
            f"{settings.host}:{settings.port} does not answer as an MQTT broker: check the port"
            f"{tls}",
            refuses_protocol=refuses_protocol,
        )

    def _on_connect(
        self,
        _client: Client,
        _data: Any,
        _flags: ConnectFlags,
        code: ReasonCode,
        properties: Properties | None,
    ) -> None:
        if code.is_failure:
            message = refused_connection(code.value, str(code), self._settings, _detail(properties))
            refuses_protocol = code.value == PROTOCOL_NOT_SUPPORTED
            self._failure = MqttConnectionError(message, code.value, True, refuses_protocol)
            return
        self._connected = True
        self.limits = BrokerLimits.of(properties)

    def _on_disconnect(
        self,
        _client: Client,
        _data: Any,
        flags: DisconnectFlags,
        code: ReasonCode,
        properties: Properties | None,
    ) -> None:
        if self._failure is None and flags.is_disconnect_packet_from_server:
            message = ended_connection(code.value, str(code), self._client_id, _detail(properties))
            self._failure = MqttConnectionError(message, code.value, by_broker=True)

    def _on_publish(self, _client: Client, _data: Any, mid: int, code: ReasonCode, _: Any) -> None:
        message = self._in_flight.pop(mid, None)
        if message:
            message.acknowledged(Acknowledgement(not code.is_failure, str(code), code.value))

    def _on_subscribe(
        self, client: Client, data: Any, mid: int, codes: list[ReasonCode], properties: Any
    ) -> None:
        self._on_publish(client, data, mid, codes[0], properties)


def _detail(properties: Properties | None) -> str:
    """Reason string and server reference, which a broker may add to its reason code."""
    details = (getattr(properties, name, "") for name in ("ReasonString", "ServerReference"))
    return ", ".join(filter(None, details))
