"""The MQTT sink: results arrive at least once and in order, whichever end restarts or is away."""

from __future__ import annotations

import json
import threading
from collections import deque
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from paho.mqtt.client import MQTTMessage

from okng.device.sinks.mqtt import home_assistant
from okng.device.sinks.mqtt.broker_sink import BUSY_S, BrokerSink
from okng.device.sinks.mqtt.circuit_breaker import CircuitBreaker
from okng.device.sinks.mqtt.commands import CommandHandler
from okng.device.sinks.mqtt.connection import Acknowledgement, MqttConnection, Received
from okng.device.sinks.mqtt.delivery import OutboxDelivery
from okng.device.sinks.mqtt.home_assistant import HomeAssistantDiscovery
from okng.device.sinks.mqtt.messages import OFFLINE, ONLINE, StateMessage, Topics
from okng.device.sinks.mqtt.name_conflict import NameConflict
from okng.device.sinks.mqtt.pictures import PictureEncoder
from okng.device.sinks.mqtt.publication import Publication, json_properties
from okng.device.sinks.mqtt.settings import MqttSinkSettings
from okng.device.sinks.sink import SinkSettingsBase
from okng.device.types import SCHEMA_VERSION

if TYPE_CHECKING:
    from okng.device.handshake.line import LineControl
    from okng.device.ipc.status import StationStatus

IDLE_S = 1.0
MAX_ANSWERS = 200
SUBSCRIPTION = "the station's own state"
ANSWERS, PICTURES = "answers to commands", "pictures"
NO_QOS_1 = (
    "the broker offers QoS 0 only, by which results can be lost: they wait here until it offers "
    "QoS 1"
)


class MqttSink(BrokerSink):
    """Publishes the outbox's rows; a row goes when the broker has acknowledged it."""

    settings_class: ClassVar = MqttSinkSettings

    def __init__(self, settings: SinkSettingsBase, station: str, data_dir: Path) -> None:
        super().__init__(settings, station, data_dir)
        assert isinstance(settings, MqttSinkSettings)
        self._mqtt = settings
        self._topics = Topics(settings.prefix, station)
        self._delivery = OutboxDelivery(
            self._outbox, self._set_aside, self._topics.result, self._result
        )
        self._name_conflict = NameConflict(self._topics.state)
        self._state: str | None = None
        self._last_result: str | None = None
        """Payload of the result that the broker has as `last_result`."""
        self._refusals: dict[str, str] = {}
        self._circuit_breaker = CircuitBreaker()
        self._answers: deque[Publication] = deque(maxlen=MAX_ANSWERS)
        """Answers to commands; the oldest gives way."""
        self._home_assistant = HomeAssistantDiscovery(settings, self._topics, data_dir)
        self._announce = threading.Event()
        """Set when Home Assistant has started."""
        self._pictures = PictureEncoder(settings, self._topics.picture, data_dir, self.wake)
        self._commands = (
            CommandHandler(self._topics, settings.name, self._send) if settings.commands else None
        )

    def connect(self, control: LineControl) -> None:
        """Gives commands the station."""
        if self._commands:
            self._commands.control = control

    def start(self) -> None:
        """Begins to deliver, the rows of earlier runs first."""
        if self._mqtt.pictures:
            self._pictures.start()
        super().start()

    def stop(self) -> None:
        """Publishes `offline` if it can; what isn't acknowledged stays in the outbox."""
        super().stop()
        self._pictures.stop()
        if self._commands:
            self._commands.stop()

    def publish_status(self, status: StationStatus) -> None:
        """Publishes `state` if it changed."""
        state = StateMessage.of(status).model_dump_json()
        if state != self._state:
            self._state = state
            self.wake()

    def _new_will(self) -> Publication:
        return Publication(self._topics.available, OFFLINE, retain=True)

    def _troubles(self) -> list[str | None]:
        return [
            self._delivery.refusal,
            *list(self._refusals.values()),
            self._circuit_breaker.warning(),
            self._name_conflict.warning(),
        ]

    def _progress(self) -> int:
        return self._delivery.set_aside

    def _seeks_cause(self) -> bool:
        return self._delivery.careful

    def _result(self, payload: str) -> Publication:
        outcome = json.loads(payload)["outcome"]
        properties = json_properties(
            {
                "schema_version": str(SCHEMA_VERSION),
                "station": self.station,
                "outcome": outcome,
            },
            self._mqtt.message_expiry_s,
        )
        return Publication(self._topics.result, payload, properties=properties)

    def _serve(self, connection: MqttConnection) -> None:
        self._delivery.begin()
        self._refusals.clear()
        if connection.limits.max_qos == 0:
            self._refusals["qos"] = NO_QOS_1
        to_retain = {self._topics.available: ONLINE}
        state, last_result, watching = None, self._last_result, False
        self._answers.clear()
        if self._commands:
            topic = f"{self._topics.command}/+"
            self._subscribe(connection, topic, topic, self._commands.receive, 1, True)
        if self._mqtt.home_assistant:
            topic = self._home_assistant.birth_topic
            self._subscribe(connection, topic, topic, self._hear_home_assistant)
        self._announce.set()
        while not self._stopping.is_set():
            if self._state is not None and self._state != state:
                state = to_retain[self._topics.state] = self._state
            if self._delivery.newest_taken not in (None, last_result):
                last_result = to_retain[self._topics.last_result] = self._delivery.newest_taken
                if self._mqtt.pictures and last_result:
                    self._pictures.offer(last_result)
            if self._announce.is_set():
                self._announce.clear()
                to_retain |= self._home_assistant.messages()
            while to_retain and self._may_send(connection):
                topic = next(iter(to_retain))
                self._retain(connection, topic, to_retain.pop(topic))
            if state and not watching and self._may_send(connection):
                self._watch(connection)
                watching = True
            while self._answers and self._may_send(connection):
                self._publish(connection, ANSWERS, self._answers.popleft())
            if connection.limits.max_qos > 0:
                self._delivery.send(connection)
            if connection.idle and (picture := self._pictures.take()):
                self._publish(connection, PICTURES, picture)
            connection.turn(self._wait_s(connection, bool(to_retain or self._answers)))
            self._delivery.delete_arrived()
        self._finish(connection)
        self._retain(connection, self._topics.available, OFFLINE)
        self._finish(connection)
        connection.close()

    def _may_send(self, connection: MqttConnection) -> bool:
        return connection.room > 0 and (connection.idle or not self._delivery.careful)

    def _wait_s(self, connection: MqttConnection, more: bool) -> float:
        if more or not connection.idle:
            return BUSY_S
        return min(self._delivery.due_s() or IDLE_S, IDLE_S)

    def _finish(self, connection: MqttConnection) -> None:
        super()._finish(connection)
        self._delivery.delete_arrived()

    def _hear_home_assistant(self, message: MQTTMessage) -> None:
        if message.payload == home_assistant.ONLINE:
            self._announce.set()

    def _retain(self, connection: MqttConnection, topic: str, payload: str) -> None:
        ours = topic.startswith(f"{self._topics.prefix}/")
        what = topic if ours else self._home_assistant.all_topics

        def ended(acknowledgement: Acknowledgement) -> None:
            if acknowledgement.taken and topic == self._topics.last_result:
                self._last_result = payload
            if acknowledgement.taken and not payload:
                self._home_assistant.removed(topic)
            self._note_answer(what, acknowledgement)

        publication = Publication(topic, payload, retain=True)
        if topic in (self._topics.state, self._topics.last_result):
            user = {"schema_version": str(SCHEMA_VERSION), "station": self.station}
            publication = publication._replace(properties=json_properties(user))
        if reason := connection.limits.too_large(publication):
            self._refusals[what] = f"{topic} is not published: {reason}"
        elif not self._circuit_breaker.is_open(what):
            connection.publish(publication, ended)

    def _watch(self, connection: MqttConnection) -> None:
        """Subscribes to the station's own state, to notice another station of its name."""
        self._subscribe(
            connection,
            SUBSCRIPTION,
            self._topics.state,
            lambda message: self._name_conflict.hear(bytes(message.payload), self._state),
        )

    def _subscribe(
        self,
        connection: MqttConnection,
        what: str,
        topic: str,
        received: Received,
        qos: int = 0,
        retained: bool = False,
    ) -> None:
        if not self._circuit_breaker.is_open(what):
            ended = partial(self._note_answer, what)
            connection.subscribe(topic, received, ended, qos, retained)

    def _send(self, publication: Publication) -> None:
        """Has the sink's thread publish an answer."""
        self._answers.append(publication)
        self.wake()

    def _publish(self, connection: MqttConnection, what: str, publication: Publication) -> None:
        if reason := connection.limits.too_large(publication):
            self._refusals[what] = f"{what} are not published: {reason}"
        elif not self._circuit_breaker.is_open(what):
            connection.publish(publication, partial(self._note_answer, what))

    def _note_answer(self, what: str, acknowledgement: Acknowledgement) -> None:
        """Remembers which messages the broker refuses, and after which it ends the connection."""
        if acknowledgement.taken:
            self._refusals.pop(what, None)
            self._circuit_breaker.record_success(what)
        elif acknowledgement.code is None:
            self._circuit_breaker.record_failure(what)
        elif what != SUBSCRIPTION:
            self._refusals[what] = f"the broker refuses {what}: {acknowledgement.reason}"
