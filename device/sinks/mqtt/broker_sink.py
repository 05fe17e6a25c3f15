"""A sink over MQTT: its thread, which connects again and again, and its status."""

from __future__ import annotations

import contextlib
import logging
import random
import socket
import sqlite3
import threading
import time
from abc import abstractmethod
from datetime import datetime
from pathlib import Path

from paho.mqtt.enums import MQTTProtocolVersion

from okng.device.sinks.mqtt.connection import MqttConnection, MqttConnectionError
from okng.device.sinks.mqtt.publication import Publication
from okng.device.sinks.mqtt.reason_codes import (
    QOS_NOT_SUPPORTED,
    RETAIN_NOT_SUPPORTED,
    ends_at_once,
)
from okng.device.sinks.mqtt.settings import BrokerSettings
from okng.device.sinks.sink import Sink, SinkSettingsBase
from okng.device.store.database import StoreError
from okng.device.store.outbox import Outbox
from okng.device.store.set_aside_results import SetAsideResults
from okng.device.store.station_id import station_id
from okng.device.types import SinkStatus

FIRST_RETRY_S, LAST_RETRY_S = 0.5, 30.0
BUSY_S = 0.05
FAREWELL_S = 1.0
"""How long the end waits for the broker to acknowledge what is on its way."""
STABLE_S = 60.0
"""After a connection that lasted so long the next one is tried soon again."""
SOON_S = 5.0
UNEXPLAINED_ENDS = 3
"""So many connections in a row that ended sooner than `SOON_S` have one cause."""
MQTT_3_ONLY = (
    "the broker speaks MQTT 3.1.1 only, which can't say that it refuses a message: results that "
    "its access rules forbid are lost. Message properties are left out"
)

_log = logging.getLogger(__name__)


class BrokerSink(Sink):
    """Keeps a connection to a broker, and serves it until it or the sink ends."""

    def __init__(self, settings: SinkSettingsBase, station: str, data_dir: Path) -> None:
        super().__init__(settings, station, data_dir)
        assert isinstance(settings, BrokerSettings)
        self._broker = settings
        self._outbox = Outbox(data_dir, settings.name)
        self._set_aside = SetAsideResults(data_dir)
        self._will_qos, self._will_retain = 1, True
        self._will_given = True
        """Whether a broker has got the newest will."""
        self._connected = False
        self._retry_s = FIRST_RETRY_S
        self._unexplained_ends = 0
        self._failure: str | None = None
        self._note: str | None = None
        self._pending = self._set_aside_count = 0
        self._oldest_at: datetime | None = None
        self._waker, self._wake_end = socket.socketpair()
        self._wake_end.setblocking(False)
        self._stopping = threading.Event()
        # A name that can't be resolved blocks for long; that must not hold up the station's end.
        self._thread = threading.Thread(target=self._run, name=f"sink-{settings.name}", daemon=True)

    def _next_broker(self) -> BrokerSettings:
        """The broker of the next attempt."""
        return self._broker

    @abstractmethod
    def _new_will(self) -> Publication:
        """The will of the next connection."""

    @abstractmethod
    def _serve(self, connection: MqttConnection) -> None:
        """Publishes over one connection until it or the sink ends.

        Raises:
            MqttConnectionError: the connection has ended.
        """

    @abstractmethod
    def _troubles(self) -> list[str | None]:
        """What is wrong with the connection that is there."""

    def _progress(self) -> int:
        """A number that grows when a connection wasn't in vain, though it ended."""
        return 0

    def _seeks_cause(self) -> bool:
        """Whether it is already being found out which message makes the broker end connections."""
        return False

    def start(self) -> None:
        """Begins to deliver, the rows of earlier runs first."""
        self._thread.start()

    def stop(self) -> None:
        """Says farewell if it can; what isn't acknowledged stays in the outbox."""
        self._stopping.set()
        self.wake()
        self._thread.join(timeout=3 * FAREWELL_S)
        if not self._thread.is_alive():
            self._waker.close()
            self._wake_end.close()

    def wake(self) -> None:
        """Lets the sink look for new rows in the outbox."""
        # A full buffer has woken it often enough; after the end nothing is left to wake.
        with contextlib.suppress(OSError):
            self._wake_end.send(b"w")

    def status(self) -> SinkStatus:
        """Connection, rows that wait, and what is wrong."""
        try:
            self._pending = self._outbox.pending()
            self._oldest_at = self._outbox.oldest_at()
            self._set_aside_count = self._set_aside.count(self._broker.name)
        except (sqlite3.Error, StoreError) as error:
            # The numbers of before stand; the store's own condition says what is wrong with it.
            _log.debug("sink %s: rows can't be counted: %s", self._broker.name, error)
        return SinkStatus(
            name=self._broker.name,
            connected=self._connected,
            pending=self._pending,
            oldest_at=self._oldest_at,
            set_aside=self._set_aside_count,
            last_error="; ".join(filter(None, [self._failure, *self._troubles()])) or None,
            note=self._note if self._connected else None,
        )

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                client_id = f"okng-{self.station}-{self._broker.name}-{station_id(self.data_dir)}"
                self._connect_and_serve(client_id)
            except (MqttConnectionError, sqlite3.Error, StoreError) as error:
                self._fail(str(error))
            except Exception as error:  # noqa: BLE001 - a fault of the sink must not end the line
                _log.exception("sink %s", self._broker.name)
                self._fail(f"{type(error).__name__}: {error}")
            self._connected = False
            # Not all stations of a plant at once after a broker's restart.
            self._stopping.wait(self._retry_s * random.uniform(0.75, 1.25))
            self._retry_s = min(2 * self._retry_s, LAST_RETRY_S)

    def _fail(self, message: str) -> None:
        if message != self._failure:
            _log.warning("sink %s: %s", self._broker.name, message)
        self._failure = message

    def _connect_and_serve(self, client_id: str) -> None:
        """By MQTT 5, or by MQTT 3.1.1 where the broker doesn't speak that."""
        broker = self._next_broker()
        try:
            self._connect_by(MQTTProtocolVersion.MQTTv5, broker, client_id)
        except MqttConnectionError as refusal:
            if not refusal.refuses_protocol or self._stopping.is_set():
                raise
            try:
                self._connect_by(MQTTProtocolVersion.MQTTv311, broker, client_id)
            except MqttConnectionError as failure:
                raise (refusal if failure.refuses_protocol else failure) from failure

    def _connect_by(
        self, protocol: MQTTProtocolVersion, broker: BrokerSettings, client_id: str
    ) -> None:
        will = self._new_will()
        will = will._replace(
            qos=min(will.qos, self._will_qos), retain=will.retain and self._will_retain
        )
        connection = MqttConnection(broker, client_id, will, self._waker, protocol)
        progress, begun_s = self._progress(), time.monotonic()
        try:
            connection.open()
            self._note = None if connection.speaks_mqtt_5 else MQTT_3_ONLY
            self._connected, self._failure = True, None
            self._serve(connection)
        except MqttConnectionError as failure:
            connection.drop()
            connection.blame_lone_message(failure)
            self._adapt_will(failure)
            lasted_s = time.monotonic() - begun_s
            if lasted_s > STABLE_S or self._progress() > progress:
                self._retry_s = FIRST_RETRY_S
            raise self._explained(failure, lasted_s, client_id) from failure
        except BaseException:
            connection.drop()
            raise
        finally:
            self._will_given = connection.asked

    def _adapt_will(self, failure: MqttConnectionError) -> None:
        """Changes the will to one that the broker can publish."""
        if failure.code == RETAIN_NOT_SUPPORTED:
            self._will_retain = False
        elif failure.code == QOS_NOT_SUPPORTED:
            self._will_qos = 0

    def _explained(
        self, failure: MqttConnectionError, lasted_s: float, client_id: str
    ) -> MqttConnectionError:
        """The failure, or the likely reason where the broker ends connection after connection."""
        if not failure.by_broker or failure.code is not None or lasted_s > SOON_S:
            self._unexplained_ends = 0
            return failure
        self._unexplained_ends += 1
        if self._unexplained_ends < UNEXPLAINED_ENDS or self._seeks_cause():
            return failure
        return MqttConnectionError(ends_at_once(self._unexplained_ends, client_id))

    def _finish(self, connection: MqttConnection) -> None:
        """Waits a while for the acknowledgement of what is on its way."""
        deadline = time.monotonic() + FAREWELL_S
        while not connection.idle and time.monotonic() < deadline:
            connection.turn(BUSY_S)
