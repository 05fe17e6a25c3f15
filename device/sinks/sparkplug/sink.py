"""The Sparkplug sink: an edge node whose device is the inspection.

Sparkplug publishes data by QoS 0, which nobody acknowledges. What shows that the broker has read
it is its answer to the next packet, since it handles the packets of a connection in their order:
after each group of results the subscription is made again, and its acknowledgement is that of the
results, too.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from pydantic import ValidationError

from okng.device.handshake.refusal_log import RefusalLog
from okng.device.sinks.mqtt.broker_sink import BUSY_S, BrokerSink
from okng.device.sinks.mqtt.connection import (
    Acknowledgement,
    MqttConnection,
    MqttConnectionError,
    Received,
)
from okng.device.sinks.mqtt.publication import Publication
from okng.device.sinks.mqtt.settings import BrokerSettings
from okng.device.sinks.sink import SinkSettingsBase
from okng.device.sinks.sparkplug.host_state import HostState
from okng.device.sinks.sparkplug.metrics import (
    BD_SEQ,
    REBIRTH,
    device_readings,
    milliseconds,
    node_readings,
)
from okng.device.sinks.sparkplug.payload import Reading, asks_for, encode
from okng.device.sinks.sparkplug.settings import SparkplugSinkSettings
from okng.device.store.database import StoreError
from okng.device.store.inspection_rows import RecordedInspection
from okng.device.store.outbox import OutboxRow
from okng.device.store.state import StationState
from okng.models.validation_words import explain_first

if TYPE_CHECKING:
    from okng.device.ipc.status import StationStatus

NAMESPACE = "spBv1.0"
NUMBERS = 256
"""Of `seq` and `bdSeq`, which count from 0 to 255 and start again."""
GROUP = 100
"""Results that are sent before their acknowledgement is waited for."""
IDLE_S = 1.0
HOST_WAIT_S = 5.0
"""How long a broker has to tell that the primary host is online, if there are other brokers."""

_log = logging.getLogger(__name__)


class SparkplugSink(BrokerSink):
    """Publishes birth certificates, status and the outbox's rows as Sparkplug B 3.0."""

    settings_class: ClassVar = SparkplugSinkSettings

    def __init__(self, settings: SinkSettingsBase, station: str, data_dir: Path) -> None:
        super().__init__(settings, station, data_dir)
        assert isinstance(settings, SparkplugSinkSettings)
        self._sparkplug = settings
        self._brokers = cycle(settings.brokers)
        self._node = settings.edge_node or station
        self._state = StationState(data_dir)
        self._bd_seq: int | None = None
        self._seq = 0
        self._status: StationStatus | None = None
        self._said: list[Reading] = []
        """What the broker has heard of the edge node."""
        self._result: RecordedInspection | None = None
        self._sent: list[int] = []
        """Rows that are sent and not acknowledged."""
        self._historical_up_to = 0
        self._rebirth = threading.Event()
        self._host = HostState()
        self._refusals = RefusalLog(settings.name)
        self._waits_for_host = False
        self._refusal: str | None = None

    def publish_status(self, status: StationStatus) -> None:
        """Publishes what changed of it."""
        self._status = status
        self.wake()

    def _troubles(self) -> list[str | None]:
        waiting = f"waits until the primary host {self._sparkplug.primary_host!r} is online"
        return [self._refusal, waiting if self._waits_for_host else None]

    def _topic(self, kind: str, *levels: str) -> str:
        return "/".join((NAMESPACE, self._sparkplug.group, kind, self._node, *levels))

    def _next_broker(self) -> BrokerSettings:
        return next(self._brokers)

    def _new_will(self) -> Publication:
        if self._bd_seq is None or self._will_given:
            self._bd_seq = self._next_bd_seq()
        return self._death()

    def _next_bd_seq(self) -> int:
        """Counts connections, also over restarts: an old will is never taken for a new one."""
        key = f"sparkplug_bd_seq/{self._sparkplug.name}"
        try:
            if self._bd_seq is None:
                self._bd_seq = int(self._state.get(key) or -1)
            following = (self._bd_seq + 1) % NUMBERS
            self._state.set(key, str(following))
        except (sqlite3.Error, StoreError) as error:
            _log.warning("%s: bdSeq is not stored: %s", self._sparkplug.name, error)
            following = ((self._bd_seq or 0) + 1) % NUMBERS
        return following

    def _death(self) -> Publication:
        now_ms = _now_ms()
        # By its name and without an alias: whoever hears the will may not have heard the birth.
        metric = BD_SEQ._replace(alias=None)
        payload = encode([Reading(metric, self._bd_seq, now_ms)], now_ms, None)
        return Publication(self._topic("NDEATH"), payload, qos=1)

    def _serve(self, connection: MqttConnection) -> None:
        self._sent.clear()
        self._rebirth.clear()
        self._refusal = None
        self._subscribe(connection)
        born = False
        deadline_s = time.monotonic() + HOST_WAIT_S
        while not self._stopping.is_set():
            self._waits_for_host = not self._host_is_there()
            if self._waits_for_host and (born or self._leaves(deadline_s)):
                self._die(connection)
                raise MqttConnectionError("the primary host is not online there")
            if not self._waits_for_host and connection.idle:
                if not born or self._rebirth.is_set():
                    self._give_birth(connection, in_new_session=not born)
                    born = True
                self._publish_changes(connection)
                self._publish_results(connection)
            connection.turn(IDLE_S if connection.idle else BUSY_S)
        self._finish(connection)
        self._die(connection)

    def _leaves(self, deadline_s: float) -> bool:
        """Whether a broker without the primary host is left for another one."""
        is_late = time.monotonic() > deadline_s
        return bool(self._sparkplug.other_brokers) and (self._host.offline or is_late)

    def _subscribe(self, connection: MqttConnection) -> None:
        """To commands and the host's state, before anything is published."""
        command = self._topic("NCMD")
        self._ask(connection, command, lambda message: self._hear(bytes(message.payload)))
        if host := self._sparkplug.primary_host:
            self._host = HostState()
            self._ask(
                connection,
                f"{NAMESPACE}/STATE/{host}",
                lambda message: self._host.hear(bytes(message.payload)),
                retained=True,
            )

    def _ask(
        self, connection: MqttConnection, topic: str, received: Received, retained: bool = False
    ) -> None:
        def answered(acknowledgement: Acknowledgement) -> None:
            if not acknowledgement.taken:
                self._refusal = f"the broker refuses {topic}: {acknowledgement.reason}"

        connection.subscribe(topic, received, answered, qos=1, retained=retained)

    def _hear(self, payload: bytes) -> None:
        if asks_for(payload, REBIRTH.name):
            self._rebirth.set()
        else:
            self._refusals.tell("a command that is no request for a rebirth is ignored")

    def _host_is_there(self) -> bool:
        return self._sparkplug.primary_host is None or self._host.online

    def _give_birth(self, connection: MqttConnection, in_new_session: bool) -> None:
        self._rebirth.clear()
        if in_new_session:
            newest = self._outbox.newest()
            if newest:
                self._historical_up_to = newest.seq
                self._result = self._inspection(newest) or self._result
        self._seq = NUMBERS - 1
        now_ms = _now_ms()
        node = node_readings(self._status, now_ms)
        bd_seq, rebirth = Reading(BD_SEQ, self._bd_seq, now_ms), Reading(REBIRTH, False, now_ms)
        self._publish(connection, "NBIRTH", [bd_seq, rebirth, *node], births=True)
        self._said = node
        at_ms = milliseconds(self._result.triggered_at) if self._result else now_ms
        self._publish(connection, "DBIRTH", device_readings(self._result, at_ms), births=True)

    def _publish_changes(self, connection: MqttConnection) -> None:
        now = node_readings(self._status, _now_ms())
        changed = [
            reading
            for reading, before in zip(now, self._said, strict=True)
            if reading.value != before.value
        ]
        if changed:
            self._publish(connection, "NDATA", changed)
            self._said = now

    def _publish_results(self, connection: MqttConnection) -> None:
        rows = self._outbox.after(0, GROUP)
        for row in rows:
            inspection = self._inspection(row)
            if inspection is None:
                continue
            is_historical = row.seq <= self._historical_up_to
            at_ms = milliseconds(inspection.triggered_at)
            self._publish(connection, "DDATA", device_readings(inspection, at_ms, is_historical))
            if not is_historical:
                self._result = inspection
        if rows:
            self._sent = [row.seq for row in rows]
            connection.subscribe(
                self._topic("NCMD"),
                lambda message: self._hear(bytes(message.payload)),
                self._arrived,
                qos=1,
            )

    def _inspection(self, row: OutboxRow) -> RecordedInspection | None:
        """The result of a row; one that can't be read is set aside, so that the others go on."""
        try:
            return RecordedInspection.model_validate_json(row.payload)
        except ValidationError as error:
            reason = f"this version of okng can't read it: {explain_first(error)}"
            _log.warning("result %d for %s is set aside: %s", row.seq, self._outbox.sink, reason)
            self._set_aside.put(self._outbox.sink, {row.seq: reason})
            return None

    def _arrived(self, acknowledgement: Acknowledgement) -> None:
        """The broker has read the results; whether it allows the subscription doesn't matter."""
        if acknowledgement.code is None:
            # It ended the connection instead.
            return
        try:
            self._outbox.delivered(self._sent)
        except sqlite3.OperationalError as error:
            # They are sent again, which a consumer knows by their inspection ID.
            _log.warning("delivered rows of %s stay: %s", self._outbox.sink, error)
        self._sent = []

    def _publish(
        self,
        connection: MqttConnection,
        kind: str,
        readings: Sequence[Reading],
        births: bool = False,
    ) -> None:
        self._seq = (self._seq + 1) % NUMBERS
        levels = (self._sparkplug.device,) if kind.startswith("D") else ()
        payload = encode(readings, _now_ms(), self._seq, births=births)
        publication = Publication(self._topic(kind, *levels), payload, qos=0)
        connection.publish(publication, lambda _: None)

    def _die(self, connection: MqttConnection) -> None:
        """Says that the node is gone, and ends the connection by DISCONNECT."""
        connection.publish(self._death(), lambda _: None)
        self._finish(connection)
        connection.close(with_will=True)


def _now_ms() -> int:
    return time.time_ns() // 1_000_000
