"""The virtual PLC: runs the handshake part by part, and makes a PLC's mistakes on purpose."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass

from okng.device.handshake.handshake import RESULT_BUFFERS
from okng.device.plc_sim.connection import PlcConnection
from okng.device.plc_sim.report import Report
from okng.device.wires.field_values import FieldValue

Signals = dict[str, FieldValue]

IDLE: Signals = {
    "trigger_enable": False,
    "trigger": False,
    "results_ack": False,
    "load_recipe": False,
    "recipe_number": 0,
    "plc_heartbeat": 0,
    "part_id": "",
}


@dataclass(frozen=True)
class Behaviour:
    """What the PLC does; the shares are probabilities for each part."""

    parts: int = 100
    rate_hz: float | None = None
    """Triggers in a second; None: as fast as the handshake allows."""
    jitter: float = 0.0
    """By which share of the period a trigger may come late."""
    burst: int = 1
    """Triggers in a row before the first one's result is read; 8 result buffers are there."""
    part_ids: bool = True
    skip_ack: float = 0.0
    """Share of results that are read and not acknowledged."""
    late_ack: float = 0.0
    """Share of results that are acknowledged after the next trigger only."""
    double_ack: float = 0.0
    """Share of results that are acknowledged twice."""
    reconnect: float = 0.0
    """Share of steps before which the connection is closed and opened again."""
    poll_s: float = 0.002
    """Pause between two looks at the station's signals."""
    timeout_s: float = 5.0
    """How long the PLC waits for a signal."""
    seed: int = 0


@dataclass(frozen=True)
class _Sent:
    part_id: str
    at: float


class VirtualPlc:
    """One PLC on one connection. Not thread-safe."""

    def __init__(self, connection: PlcConnection, behaviour: Behaviour) -> None:
        self._connection = connection
        self._behaviour = behaviour
        self._random = random.Random(behaviour.seed)
        self._commands = dict(IDLE)
        self._pending: dict[int, _Sent] = {}
        """Accepted triggers by their trigger id, whose results weren't read yet."""
        self._newest_read = 0
        self._owes_ack = False
        self.report = Report()
        self.sent: dict[int, str] = {}
        """Part ids of all accepted triggers by their trigger id."""
        self.outcomes: dict[int, int] = {}
        """Codes of the outcomes that were read, by trigger id."""

    def run(self) -> Report:
        """Runs all parts.

        Raises:
            PlcConnectionError: the station can't be reached any more.
        """
        started = time.monotonic()
        self._connection.open()
        try:
            self._run_parts(started)
        finally:
            self._connection.close()
            self.report.unread += len(self._pending)
            self.report.duration_s = time.monotonic() - started
        return self.report

    def _run_parts(self, started: float) -> None:
        self._write(trigger_enable=False, trigger=False, results_ack=False)
        self._write(trigger_enable=True)
        for number in range(self._behaviour.parts):
            self._pace(started, number)
            self._trigger(number)
            self._acknowledge_late()
            if (number + 1) % self._behaviour.burst == 0:
                self._collect(faults=True)
        self._collect(faults=False)
        self._write(trigger_enable=False, part_id="")

    def _pace(self, started: float, number: int) -> None:
        behaviour = self._behaviour
        if behaviour.rate_hz is None:
            return
        period_s = 1 / behaviour.rate_hz
        due = started + (number + behaviour.jitter * self._random.random()) * period_s
        time.sleep(max(0.0, due - time.monotonic()))

    def _trigger(self, number: int) -> None:
        self._reconnect()
        if self._behaviour.burst == 1:
            self._wait_until_ready()
        part_id = f"part-{number}" if self._behaviour.part_ids else ""
        sent = _Sent(part_id, time.monotonic())
        self.report.triggers += 1
        self._write(trigger=True, part_id=part_id)
        self._reconnect()
        signals = self._wait(lambda now: now["trigger_ack"] or now["acquisition_error"])
        self._write(trigger=False)
        if signals is None:
            self.report.errors["no answer"] += 1
        elif signals["trigger_ack"]:
            self.report.accepted += 1
            trigger_id = int(signals["acquisition_id"])
            self._pending[trigger_id] = sent
            self.sent[trigger_id] = part_id
        else:
            self.report.take_error(int(signals["acquisition_error"]))
            self._clear_error()

    def _wait_until_ready(self) -> None:
        signals = self._wait(
            lambda now: now["trigger_ready"] or int(now["results_waiting"]) >= RESULT_BUFFERS
        )
        if signals and not signals["trigger_ready"]:
            self._collect(faults=False)
            self._wait(lambda now: now["trigger_ready"])

    def _clear_error(self) -> None:
        self._write(trigger_enable=False)
        self._wait(lambda signals: not signals["acquisition_error"])
        self._write(trigger_enable=True)

    def _collect(self, *, faults: bool) -> None:
        """Reads and acknowledges results until all are there, or one is skipped on purpose."""
        while any(trigger_id > self._newest_read for trigger_id in self._pending):
            self._reconnect()
            signals = self._wait(lambda now: now["results_valid"])
            if signals is None:
                return
            self._take(signals)
            if faults and self._happens(self._behaviour.skip_ack):
                return
            if faults and self._happens(self._behaviour.late_ack):
                self._owes_ack = True
                return
            self._acknowledge()
            if faults and self._happens(self._behaviour.double_ack):
                self._acknowledge()

    def _take(self, signals: Signals) -> None:
        trigger_id, part_id = int(signals["result_trigger_id"]), signals["result_part_id"]
        self.report.stale += bool(signals["results_stale"])
        if trigger_id not in self.sent:
            self.report.foreign += 1
            return
        self.report.wrong_associations += part_id != self.sent[trigger_id]
        self._newest_read = max(self._newest_read, trigger_id)
        sent = self._pending.pop(trigger_id, None)
        if sent is None:
            self.report.read_again += 1
            return
        outcome = int(signals["result_outcome"])
        self.outcomes[trigger_id] = outcome
        self.report.take_outcome(outcome)
        took_ms = (time.monotonic() - sent.at) * 1000
        self.report.handshake_ms.append(took_ms)
        verdict_ms = float(signals["result_verdict_ms"])
        self.report.verdict_to_wire_ms.append(max(0.0, took_ms - verdict_ms))

    def _acknowledge(self) -> None:
        # Owed twice, it would go to the next result, which nobody has read.
        self._owes_ack = False
        self._write(results_ack=True)
        self._wait(lambda signals: not signals["results_valid"])
        self._write(results_ack=False)

    def _acknowledge_late(self) -> None:
        if self._owes_ack:
            self._acknowledge()

    def _write(self, **commands: FieldValue) -> None:
        self._commands.update(commands)
        self._connection.write(self._commands)

    def _wait(self, holds: Callable[[Signals], object]) -> Signals | None:
        """The signals once they hold; None at the timeout."""
        deadline = time.monotonic() + self._behaviour.timeout_s
        while True:
            signals = self._connection.read()
            if holds(signals):
                return signals
            if time.monotonic() > deadline:
                return None
            time.sleep(self._behaviour.poll_s)

    def _reconnect(self) -> None:
        if self._happens(self._behaviour.reconnect):
            self.report.reconnects += 1
            self._connection.close()
            self._connection.open()

    def _happens(self, share: float) -> bool:
        return share > 0 and self._random.random() < share
