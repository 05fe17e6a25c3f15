"""The wire into a PLC's memory: the station is the client and polls it.

One thread reads the PLC's block, gives it to the handshake, and writes the station's block when it
has changed; `PlcMemory` is the protocol. Nothing relies on more than one 16-bit word being written
as one: see `_write`.
"""

from __future__ import annotations

import logging
import math
import threading
import time
from abc import abstractmethod
from collections import deque
from pathlib import Path
from typing import ClassVar

import numpy as np
from pydantic import Field

from okng.device.handshake.line import Line
from okng.device.host.guardian import Guardian
from okng.device.plc_memory.memory import PlcMemory, PlcMemoryError
from okng.device.types import TriggerSource, WireStatus
from okng.device.wires.field_block import WORD_BYTES, block_bytes, decode, encode
from okng.device.wires.field_values import station_values, wire_input
from okng.device.wires.fields import COMMAND_FIELDS, STATION_FIELDS
from okng.device.wires.wire import Wire, WireSettingsBase

log = logging.getLogger(__name__)

HEARTBEAT_S = 0.1
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.1, 2.0
"""Before a PLC is tried again; doubled each time."""
SILENCE_S = 1.0
"""After it a heartbeat that stands still means: not there."""
STOP_S = 2.0
"""Longest wait for the thread at the stop; it may hang in a connection."""
COMMAND_BYTES, STATION_BYTES = block_bytes(COMMAND_FIELDS), block_bytes(STATION_FIELDS)
MEASURED_CYCLES = 1000


class PlcHeartbeat:
    """The number that a PLC may change all the time, to say that its program runs."""

    def __init__(self) -> None:
        self._count = 0
        self._changed_s = -math.inf

    def stands_still(self, count: int, now_s: float) -> bool:
        """Whether it has not changed for too long; zero is no heartbeat."""
        if count != self._count:
            self._count, self._changed_s = count, now_s
        return count != 0 and now_s - self._changed_s > SILENCE_S


class PlcMemorySettings(WireSettingsBase):
    """The settings that every wire into a PLC's memory has."""

    address: str = Field(min_length=1)
    """IP address or host name of the PLC."""
    cycle_ms: int = Field(default=10, ge=5, le=500)
    """Pause between two looks into the PLC's memory, their own time included."""


class PlcMemoryWire(Wire):
    """A wire whose signals lie in the PLC's own memory."""

    source: ClassVar[TriggerSource] = TriggerSource.PLC

    def __init__(
        self, settings: WireSettingsBase, line: Line, station: str, data_dir: Path
    ) -> None:
        super().__init__(settings, line, station, data_dir)
        assert isinstance(settings, PlcMemorySettings)
        self._cycle_s = settings.cycle_ms / 1000
        self._memory = self.memory(settings)
        self._thread = threading.Thread(target=self._run, name=settings.name, daemon=True)
        self._stopping = threading.Event()
        self._due = threading.Event()
        """The station's signals have changed, or it stops."""
        self._plc_heartbeat = PlcHeartbeat()
        self._exchanged_s = -math.inf
        """When the PLC's block was read last."""
        self._connected = False
        self._error: str | None = "the PLC was not reached yet"
        self._written: bytes | None = None
        """The station's block as it is in the PLC; None: not known."""
        self._left_there = False
        """Whether the PLC's memory may have signals that aren't zero."""
        self._cycles_ms: deque[float] = deque(maxlen=MEASURED_CYCLES)

    @classmethod
    @abstractmethod
    def memory(cls, settings: PlcMemorySettings) -> PlcMemory:
        """The memory that the settings name, not yet open."""

    def start(self) -> None:
        """Begins to look for the PLC."""
        self._guardian = Guardian(self._memory, COMMAND_BYTES, STATION_BYTES)
        self.port.listen(lambda _output: self._due.set())
        self._thread.start()

    def stop(self) -> None:
        """Writes zeros, which mean not-ready and no valid result."""
        self._stopping.set()
        self._due.set()
        self._thread.join(STOP_S)
        # What the thread could not say, the guardian tries once more.
        self._guardian.end(all_is_well=not self._left_there)
        self.port.line.close_port(self.port)

    def status(self) -> WireStatus:
        """Whether the PLC answers, and how long a look into its memory and the answer take."""
        cycles_ms = self._cycles_ms.copy()
        p50_ms, p99_ms = np.percentile(cycles_ms, (50, 99)).tolist() if cycles_ms else (None, None)
        return WireStatus(
            name=self.settings.name,
            type=self.settings.type,
            connected=self._connected,
            last_error=self._error,
            not_ready_reason=self.port.output.not_ready_reason if self._connected else self._error,
            cycle_p50_ms=p50_ms,
            cycle_p99_ms=p99_ms,
        )

    def _run(self) -> None:
        pause_s = FIRST_PAUSE_S
        while not self._stopping.is_set():
            try:
                self._memory.open(COMMAND_BYTES, STATION_BYTES)
                self._written = None
                self._forget_after_silence()
                self._exchange()
                log.info("wire %s: %s is there", self.settings.name, self._memory.place)
                pause_s = FIRST_PAUSE_S
                self._exchange_until_stop()
            except PlcMemoryError as error:
                self._away(str(error))
                self._forget_after_silence()
                self._stopping.wait(pause_s)
                pause_s = min(2 * pause_s, LONGEST_PAUSE_S)
        self._memory.close()

    def _exchange_until_stop(self) -> None:
        while True:
            before_s = self._exchanged_s
            self._due.wait(max(0.0, before_s + self._cycle_s - time.monotonic()))
            if self._stopping.is_set():
                break
            self._exchange()
            self._cycles_ms.append(1000 * (time.monotonic() - before_s))
        self._memory.write(bytes(STATION_BYTES))
        self._left_there = False

    def _exchange(self) -> None:
        """Takes the PLC's signals, and answers with the station's."""
        order = self._memory.byte_order
        now_s = time.monotonic()
        commands = decode(COMMAND_FIELDS, self._memory.read(), order)
        self._exchanged_s = now_s
        if self._plc_heartbeat.stands_still(int(commands["plc_heartbeat"]), now_s):
            self._away(f"{self._memory.place}: the PLC's heartbeat stands still")
            self.port.disconnect()
        else:
            self._connected, self._error = True, None
            self.port.update(wire_input(commands))
        # What changes from here on is seen in this block, or makes the next exchange due at once.
        self._due.clear()
        heartbeat = 1 + int(now_s / HEARTBEAT_S) % 0xFFFF
        self._write(encode(STATION_FIELDS, station_values(self.port.output, heartbeat), order))

    def _forget_after_silence(self) -> None:
        """Begins the handshake anew, since the PLC has seen the heartbeat stand still."""
        if time.monotonic() - self._exchanged_s > SILENCE_S:
            self.port.disconnect()

    def _write(self, block: bytes) -> None:
        """Puts the station's block into the PLC, if it has changed.

        Signals rise only when everything that belongs to them is there: where a signal and other
        values change together, the values and the falling signals are written first.
        """
        before = bytes(STATION_BYTES) if self._written is None else self._written
        if block == self._written:
            return
        self._left_there = True
        signals = bytes(a & b for a, b in zip(before[:WORD_BYTES], block, strict=False))
        if signals != block[:WORD_BYTES] and before[WORD_BYTES:] != block[WORD_BYTES:]:
            self._memory.write(signals + block[WORD_BYTES:])
        self._memory.write(block)
        self._written = block

    def _away(self, error: str) -> None:
        if error != self._error:
            log.warning("wire %s: %s", self.settings.name, error)
        self._connected, self._error = False, error
