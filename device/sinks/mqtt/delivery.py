"""Delivery of the outbox over MQTT: which row is sent next, and which the broker won't take.

A refusal can mean the message (too large, a format the broker checks) or the account (access
rules, a quota), and the reason codes don't tell which. What tells is whether the broker takes other
results meanwhile. So a refused row is offered again, and only when it was refused for good does a
later one go ahead of it as a probe; taken, it shows that the refused row itself is the reason, and
that is set aside. While nothing is taken, everything waits in its order.
"""

from __future__ import annotations

import logging
import random
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from okng.device.sinks.mqtt.connection import Acknowledgement, MqttConnection
from okng.device.sinks.mqtt.publication import Publication
from okng.device.sinks.mqtt.reason_codes import QUOTA_EXCEEDED
from okng.device.store.outbox import Outbox
from okng.device.store.set_aside_results import SetAsideResults

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.5, 30.0
"""Between two rounds of offering results that were refused; doubled while nothing is taken."""
REFUSALS = 3
"""Of a row, before a later one may go ahead of it, and before it is set aside."""
QUOTA_REFUSALS = 10
"""The same when a quota was given as the reason, which time mends."""
MAX_PROBES = 200
"""Refusals in one round; so many results one after the other can be passed when refused."""
MAX_UNDELETED = 500

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Suspect:
    """A row that was refused and not yet taken or set aside."""

    taken_before: int
    """How many results the broker had taken at its first refusal."""
    reason: str = ""
    refusals: int = 0
    needed: int = REFUSALS

    @property
    def refused_for_good(self) -> bool:
        return self.refusals >= self.needed


class OutboxDelivery:
    """Sends an outbox's rows in order and deletes those that the broker has acknowledged.

    It outlives connections: a row that has arrived isn't sent again, also while a full disk
    keeps it from being deleted.
    """

    def __init__(
        self,
        outbox: Outbox,
        set_aside: SetAsideResults,
        topic: str,
        publication: Callable[[str], Publication],
    ) -> None:
        """Args:
        outbox: The rows to deliver.
        set_aside: Where rows go that the broker won't take.
        topic: Where they are published.
        publication: Makes the message of a row's payload.
        """
        self._outbox = outbox
        self._set_aside = set_aside
        self._topic = topic
        self._publication = publication
        self._arrived: set[int] = set()
        self._in_flight: set[int] = set()
        self._sent_up_to = 0
        self._one_by_one = 0
        """So many rows are sent one after the other, to see which one ends the connection."""
        self._suspects: dict[int, _Suspect] = {}
        self._too_large: dict[int, str] = {}
        self._taken = 0
        self._probes = 1
        """Refusals that end a round."""
        self._refused_in_round = 0
        self._paused_until_s: float | None = None
        self._pause_s = FIRST_PAUSE_S
        self.newest_taken: str | None = None
        """Payload of the newest result that the broker has."""
        self.set_aside = 0
        """How many rows were set aside since the start."""

    @property
    def refusal(self) -> str | None:
        """Why the broker takes no results; None while it takes them."""
        # Another thread asks: copies, because these change meanwhile.
        for suspect in list(self._suspects.values()):
            return f"the broker refuses results on {self._topic}: {suspect.reason}"
        too_large = list(self._too_large.values())
        if too_large:
            return f"{len(too_large)} results are too large for the broker: {too_large[0]}"
        return None

    @property
    def careful(self) -> bool:
        """Whether one message at a time is sent, so that an end of the connection has one cause."""
        return self._one_by_one > 0 or bool(self._suspects)

    def begin(self) -> None:
        """A new connection: all that didn't arrive over the last one is sent again."""
        if self._in_flight or not self._suspects:
            self._sent_up_to = 0
        self._one_by_one = max(self._one_by_one, len(self._in_flight))
        self._in_flight.clear()
        self._too_large.clear()

    def due_s(self) -> float:
        """Seconds until refused rows are offered again; 0 when none has to wait."""
        return max(0.0, (self._paused_until_s or 0.0) - time.monotonic())

    def send(self, connection: MqttConnection) -> None:
        """Sends as many rows as there is room for.

        Raises:
            MqttConnectionError: the connection has ended.
        """
        if self._paused() or len(self._arrived) >= MAX_UNDELETED:
            return
        if not (self._in_flight or self._suspects or self._too_large):
            # A row that was set aside and is retried has its old place.
            self._sent_up_to = 0
        room = connection.room
        if self.careful:
            room = 1 if connection.idle else 0
        while room > 0:
            rows = self._outbox.after(self._sent_up_to, room)
            if not rows:
                if self._suspects and not self._in_flight:
                    self._pause()
                return
            for seq, payload in rows:
                self._sent_up_to = seq
                publication = self._publication(payload)
                if self._can_be_sent(seq, publication, connection):
                    self._in_flight.add(seq)
                    connection.publish(publication, partial(self._ended, seq, payload))
                    room -= 1

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

    def _can_be_sent(self, seq: int, publication: Publication, connection: MqttConnection) -> bool:
        if seq in self._arrived:
            return False
        reason = connection.limits.too_large(publication)
        if reason:
            self._too_large[seq] = reason
        return reason is None

    def _ended(self, seq: int, payload: str, acknowledgement: Acknowledgement) -> None:
        self._in_flight.discard(seq)
        if acknowledgement.taken:
            self._on_taken(seq, payload)
        else:
            self._on_refused(seq, acknowledgement)

    def _on_taken(self, seq: int, payload: str) -> None:
        self._arrived.add(seq)
        self._taken += 1
        self.newest_taken = payload
        self._one_by_one = max(0, self._one_by_one - 1)
        self._suspects.pop(seq, None)
        self._pause_s = FIRST_PAUSE_S
        if any(suspect < seq for suspect in self._suspects):
            # The broker takes results: those before this one are offered again, and now it counts.
            self._pause()
        if self._too_large:
            self._put_aside(self._too_large)
            self._too_large = {}

    def _on_refused(self, seq: int, refusal: Acknowledgement) -> None:
        suspect = self._suspects.setdefault(seq, _Suspect(self._taken))
        suspect.reason = refusal.reason
        suspect.refusals += 1
        suspect.needed = QUOTA_REFUSALS if refusal.code == QUOTA_EXCEEDED else REFUSALS
        if suspect.refused_for_good and self._taken > suspect.taken_before:
            self._put_aside(
                {
                    seq: f"the broker refused it {suspect.refusals} times and took other results "
                    f"meanwhile: {refusal.reason}"
                }
            )
            self._suspects.pop(seq)
            self._pause_s = FIRST_PAUSE_S
            return
        self._refused_in_round += 1
        if self._refused_in_round >= self._probes:
            self._pause()

    def _put_aside(self, reasons: dict[int, str]) -> None:
        """Rows that can't be moved now, on a full disk, are refused and moved another time."""
        try:
            self._set_aside.put(self._outbox.sink, reasons)
        except sqlite3.Error as error:
            _log.warning("refused rows of %s stay in the outbox: %s", self._outbox.sink, error)
            return
        self.set_aside += len(reasons)
        for seq, reason in reasons.items():
            _log.warning("result %d for %s is set aside: %s", seq, self._outbox.sink, reason)

    def _pause(self) -> None:
        if self._paused_until_s is None:
            pause_s = self._pause_s * random.uniform(0.75, 1.25)
            self._paused_until_s = time.monotonic() + pause_s
            self._pause_s = min(2 * self._pause_s, LONGEST_PAUSE_S)

    def _paused(self) -> bool:
        if self._paused_until_s is None:
            return False
        if self._in_flight or time.monotonic() < self._paused_until_s:
            return True
        self._begin_round()
        return False

    def _begin_round(self) -> None:
        """Offers everything again from the oldest row on."""
        self._paused_until_s = None
        self._sent_up_to = 0
        self._refused_in_round = 0
        if not self._suspects:
            self._probes = 1
        elif next(iter(self._suspects.values())).refused_for_good:
            self._probes = min(2 * self._probes, MAX_PROBES)
