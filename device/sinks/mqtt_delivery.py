"""The outbox over MQTT: which row is sent next, which has arrived, which was refused."""

from __future__ import annotations

import logging
import sqlite3
import time
from functools import partial

from okng.device.sinks.mqtt_connection import MqttConnection
from okng.device.store.outbox import Outbox

REFUSED_RETRY_S = 30.0
"""Until results are offered again that the broker refused, by its access rules for instance."""
MAX_UNDELETED = 500

_log = logging.getLogger(__name__)


class OutboxDelivery:
    """Sends an outbox's rows in order and deletes those that the broker has acknowledged.

    It outlives connections: a row that has arrived isn't sent again, also while a full disk
    keeps it from being deleted.
    """

    def __init__(self, outbox: Outbox, topic: str) -> None:
        self._outbox = outbox
        self._topic = topic
        self._arrived: set[int] = set()
        self._in_flight: set[int] = set()
        self._sent_up_to = 0
        self._refused_at: float | None = None
        self.refusal: str | None = None
        """Why the broker takes no results; None once it takes them."""

    def begin(self) -> None:
        """A new connection: all that didn't arrive over the last one is sent again."""
        self._in_flight.clear()
        self._sent_up_to = 0
        self._refused_at = None

    def send(self, connection: MqttConnection) -> str | None:
        """Sends as many rows as there is room for; returns the last one's payload.

        Raises:
            ConnectionFailed: the connection has ended.
        """
        if self._waits_after_refusal() or len(self._arrived) >= MAX_UNDELETED:
            return None
        last = None
        for seq, payload in self._outbox.after(self._sent_up_to, max(0, connection.room)):
            self._sent_up_to = seq
            if seq not in self._arrived:
                self._in_flight.add(seq)
                connection.publish(self._topic, payload, False, partial(self._acknowledged, seq))
                last = payload
        return last

    def delete_arrived(self) -> None:
        """Deletes arrived rows, in groups while more are on their way."""
        if not self._arrived or (self._in_flight and len(self._arrived) < len(self._in_flight)):
            return
        try:
            self._outbox.delivered(sorted(self._arrived))
        except sqlite3.OperationalError as error:
            _log.warning("delivered rows of %s stay in the outbox: %s", self._outbox.sink, error)
        else:
            self._arrived.clear()

    def _waits_after_refusal(self) -> bool:
        if self._refused_at is None:
            return False
        if self._in_flight or time.monotonic() < self._refused_at + REFUSED_RETRY_S:
            return True
        self.begin()
        return False

    def _acknowledged(self, seq: int, taken: bool, reason: str) -> None:
        self._in_flight.discard(seq)
        if taken:
            self._arrived.add(seq)
            self.refusal = None
        else:
            self._refused_at = time.monotonic()
            self.refusal = f"the broker refuses results on {self._topic}: {reason}"
