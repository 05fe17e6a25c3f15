"""The registers of the Modbus wire: requests of the PLC in, the handshake's answer out."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence

from okng.device.handshake.line import WireInput, WirePort
from okng.device.wires.field_values import FieldValue, station_values, wire_input
from okng.device.wires.fields import COMMAND_FIELDS, STATION_FIELDS
from okng.device.wires.register_map import (
    COILS,
    COMMAND_ADDRESS,
    COMMAND_WORDS,
    DISCRETE_INPUTS,
    STATION_ADDRESS,
    STATION_WORDS,
    WordOrder,
    decode,
    encode,
)

_DEFINED_BITS = sum(1 << field.bit for field in COMMAND_FIELDS if field.bit is not None)
_RESERVED_WORDS = set(range(COMMAND_WORDS)) - {
    field.offset + word for field in COMMAND_FIELDS for word in range(field.type.words)
}


class IllegalAddressError(Exception):
    """A register or bit that doesn't exist, or that the PLC may not write."""


class IllegalValueError(Exception):
    """A value that sets bits or registers without a meaning."""


class ModbusMemory:
    """All registers and bits; every read is of one moment. Not thread-safe."""

    def __init__(self, port: WirePort, order: WordOrder, plc_timeout_s: float) -> None:
        self._port = port
        self._order = order
        self._plc_timeout_s = plc_timeout_s
        self._command = [0] * COMMAND_WORDS
        self._input: WireInput | None = None
        """None until the PLC has written its signals: their levels aren't known before."""
        self._plc: str | None = None
        """Address of whoever wrote last; a reader beside the PLC doesn't keep it alive."""
        self._heard_at = self._counted_at = -math.inf
        self._plc_heartbeat: FieldValue = 0
        self._heartbeat = 0

    @property
    def plc_is_silent(self) -> bool:
        """Whether the PLC has asked nothing for too long, or its heartbeat stands still."""
        alive_at = self._heard_at
        if self._plc_heartbeat:
            alive_at = min(alive_at, self._counted_at)
        return time.monotonic() - alive_at > self._plc_timeout_s

    def hear(self, client: str) -> None:
        """Takes note of a request, before it is answered."""
        if self._plc in (None, client):
            self._heard_at = time.monotonic()
        self.refresh()

    def count_heartbeat(self) -> None:
        """Counts the station's heartbeat up."""
        self._heartbeat += 1

    def refresh(self) -> None:
        """Brings the handshake up to date; call it ten times a second."""
        if self._input is None or self.plc_is_silent:
            self._port.disconnect()
        else:
            self._port.update(self._input)

    def read_registers(self, address: int, count: int) -> list[int]:
        """Holding and input registers, which are the same.

        Raises:
            IllegalAddressError: not all of them exist.
        """
        if COMMAND_ADDRESS <= address <= COMMAND_ADDRESS + COMMAND_WORDS - count:
            return self._command[address - COMMAND_ADDRESS :][:count]
        if STATION_ADDRESS <= address <= STATION_ADDRESS + STATION_WORDS - count:
            return self._station()[address - STATION_ADDRESS :][:count]
        raise IllegalAddressError

    def read_coils(self, address: int, count: int) -> list[bool]:
        """Bits of the first command register.

        Raises:
            IllegalAddressError: not all of them exist.
        """
        return _bits(self._command[:1], COILS, address, count)

    def read_discrete_inputs(self, address: int, count: int) -> list[bool]:
        """Bits of the first station registers.

        Raises:
            IllegalAddressError: not all of them exist.
        """
        return _bits(self._station(), DISCRETE_INPUTS, address, count)

    def write_registers(self, client: str, address: int, values: Sequence[int]) -> None:
        """Takes registers of the PLC, and what they say, as one piece.

        Raises:
            IllegalAddressError: not all of them exist and may be written; nothing is taken.
            IllegalValueError: bits or registers without a meaning are set; nothing is taken.
        """
        start = address - COMMAND_ADDRESS
        if not 0 <= start <= COMMAND_WORDS - len(values):
            raise IllegalAddressError
        command = list(self._command)
        command[start : start + len(values)] = values
        if command[0] & ~_DEFINED_BITS or any(command[word] for word in _RESERVED_WORDS):
            raise IllegalValueError
        self._take(client, command, signals=start == 0)

    def write_coils(self, client: str, address: int, values: Sequence[bool]) -> None:
        """Takes bits of the first command register as one piece.

        Raises:
            IllegalAddressError: not all of them exist; nothing is taken.
            IllegalValueError: bits without a meaning are set; nothing is taken.
        """
        if not 0 <= address <= COILS - len(values):
            raise IllegalAddressError
        word = self._command[0]
        for bit, value in enumerate(values, address):
            word = word & ~(1 << bit) | int(value) << bit
        self.write_registers(client, COMMAND_ADDRESS, [word])

    def _take(self, client: str, command: list[int], *, signals: bool) -> None:
        self._command = command
        self._plc = client
        self._heard_at = time.monotonic()
        commands = decode(COMMAND_FIELDS, command, self._order)
        if commands["plc_heartbeat"] != self._plc_heartbeat:
            self._plc_heartbeat = commands["plc_heartbeat"]
            self._counted_at = self._heard_at
        if signals or self._input is not None:
            self._input = wire_input(commands)
        self.refresh()

    def _station(self) -> list[int]:
        values = station_values(self._port.output, self._heartbeat)
        return encode(STATION_FIELDS, values, STATION_WORDS, self._order)


def _bits(registers: Sequence[int], there: int, address: int, count: int) -> list[bool]:
    if not 0 <= address <= there - count:
        raise IllegalAddressError
    return [bool(registers[bit // 16] >> bit % 16 & 1) for bit in range(address, address + count)]
