"""Results to an MQTT 5 broker: at least once, in order, through absence and restarts of either."""

from __future__ import annotations

import contextlib
import logging
import socket
import sqlite3
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field, SecretStr, model_validator

from okng.device.sinks.mqtt_connection import ConnectionFailed, MqttConnection
from okng.device.sinks.mqtt_delivery import OutboxDelivery
from okng.device.sinks.mqtt_messages import OFFLINE, ONLINE, StateMessage, Topics
from okng.device.sinks.sink import Sink, SinkSettingsBase, SinkStatus
from okng.device.store.outbox import Outbox
from okng.device.types import Name

if TYPE_CHECKING:
    from okng.device.protocol import StationStatus

FIRST_RETRY_S, LAST_RETRY_S = 0.5, 30.0
IDLE_S, BUSY_S = 1.0, 0.05
FAREWELL_S = 1.0
"""How long the end waits for the broker to acknowledge what is on its way."""

_log = logging.getLogger(__name__)


class MqttSinkSettings(SinkSettingsBase):
    """The broker and how to log in."""

    type: Literal["mqtt"] = "mqtt"
    name: Name = "mqtt"
    host: str = Field(min_length=1)
    port: int = Field(default=1883, ge=1, le=65535)
    """8883 is usual with TLS."""
    username: str | None = None
    password: SecretStr | None = None
    tls: bool = False
    ca_certificate: Path | None = None
    """PEM file of the authority that signed the broker's certificate; null takes the system's."""
    prefix: str = Field(default="okng", pattern=r"^[\w\-]+(/[\w\-]+)*$")
    """Topics are `<prefix>/<station>/...`."""
    keepalive_s: int = Field(default=15, ge=1, le=3600)
    """A broker that is silent twice as long is away."""

    @model_validator(mode="after")
    def _belong_together(self) -> MqttSinkSettings:
        if self.password is not None and self.username is None:
            raise ValueError("a password needs a username")
        if self.ca_certificate is not None and not self.tls:
            raise ValueError("ca_certificate needs tls = true")
        return self


class MqttSink(Sink):
    """Publishes the outbox's rows; a row goes when the broker has acknowledged it."""

    settings_class: ClassVar = MqttSinkSettings

    def __init__(self, settings: SinkSettingsBase, station: str, data_dir: Path) -> None:
        super().__init__(settings, station, data_dir)
        assert isinstance(settings, MqttSinkSettings)
        self._mqtt = settings
        self._topics = Topics.of(settings.prefix, station)
        self._outbox = Outbox(data_dir, settings.name)
        self._delivery = OutboxDelivery(self._outbox, self._topics.result)
        self._state: str | None = None
        self._connected = False
        self._failure: str | None = None
        self._refusals: dict[str, str] = {}
        self._waker, self._wake_end = socket.socketpair()
        self._wake_end.setblocking(False)
        self._stopping = threading.Event()
        # A name that can't be resolved blocks for long; that must not hold up the station's end.
        self._thread = threading.Thread(target=self._run, name=f"sink-{settings.name}", daemon=True)

    def start(self) -> None:
        """Begins to deliver, the rows of earlier runs first."""
        self._thread.start()

    def stop(self) -> None:
        """Says `offline` if it can; what isn't acknowledged stays in the outbox."""
        self._stopping.set()
        self.wake()
        self._thread.join(timeout=3 * FAREWELL_S)
        if not self._thread.is_alive():
            self._waker.close()
            self._wake_end.close()

    def wake(self) -> None:
        """New rows are in the outbox."""
        # A full buffer has woken it often enough; after the end nothing is left to wake.
        with contextlib.suppress(OSError):
            self._wake_end.send(b"w")

    def publish_status(self, status: StationStatus) -> None:
        """Publishes `state` if it changed."""
        state = StateMessage.of(status).model_dump_json()
        if state != self._state:
            self._state = state
            self.wake()

    def status(self) -> SinkStatus:
        """Connection, rows that wait, and what is wrong."""
        wrong = [self._failure, self._delivery.refusal, *list(self._refusals.values())]
        return SinkStatus(
            name=self._mqtt.name,
            connected=self._connected,
            pending=self._outbox.pending(),
            last_error="; ".join(filter(None, wrong)) or None,
        )

    def _run(self) -> None:
        retry_s = FIRST_RETRY_S
        client_id = f"okng-{self.station}-{self._mqtt.name}"
        while not self._stopping.is_set():
            connection = MqttConnection(self._mqtt, client_id, self._topics.available, self._waker)
            try:
                connection.open()
                retry_s = FIRST_RETRY_S
                self._connected, self._failure = True, None
                self._serve(connection)
            except (ConnectionFailed, sqlite3.Error) as error:
                connection.drop()
                if str(error) != self._failure:
                    _log.warning("sink %s: %s", self._mqtt.name, error)
                self._failure = str(error)
            self._connected = False
            self._stopping.wait(retry_s)
            retry_s = min(2 * retry_s, LAST_RETRY_S)

    def _serve(self, connection: MqttConnection) -> None:
        """Says over one connection what there is to say, until the end of it or of the sink."""
        self._delivery.begin()
        self._refusals.clear()
        retained = {self._topics.available: ONLINE}
        state = None
        while not self._stopping.is_set():
            if self._state is not None and self._state != state:
                state = retained[self._topics.state] = self._state
            while retained and connection.room > 0:
                topic = next(iter(retained))
                self._retain(connection, topic, retained.pop(topic))
            last_result = self._delivery.send(connection)
            if last_result is not None:
                retained[self._topics.last_result] = last_result
            connection.turn(IDLE_S if connection.idle and not retained else BUSY_S)
            self._delivery.delete_arrived()
        self._finish(connection)
        self._retain(connection, self._topics.available, OFFLINE)
        self._finish(connection)
        connection.close()

    def _finish(self, connection: MqttConnection) -> None:
        deadline = time.monotonic() + FAREWELL_S
        while not connection.idle and time.monotonic() < deadline:
            connection.turn(BUSY_S)
        self._delivery.delete_arrived()

    def _retain(self, connection: MqttConnection, topic: str, payload: str) -> None:
        def acknowledged(taken: bool, reason: str) -> None:
            if taken:
                self._refusals.pop(topic, None)
            else:
                self._refusals[topic] = f"the broker refuses {topic}: {reason}"

        connection.publish(topic, payload, True, acknowledged)
