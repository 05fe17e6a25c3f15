"""A PLC on Modbus TCP."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from okng.device.plc_sim.connection import PlcConnectionError
from okng.device.wires.field_values import FieldValue
from okng.device.wires.fields import COMMAND_FIELDS, STATION_FIELDS
from okng.device.wires.register_map import (
    COMMAND_ADDRESS,
    COMMAND_WORDS,
    STATION_ADDRESS,
    STATION_WORDS,
    WordOrder,
    decode,
    encode,
)

# What it logs is in the errors; without a handler it would write to stderr.
logging.getLogger("pymodbus").addHandler(logging.NullHandler())


class ModbusConnection:
    """Writes with function code 16, and reads with 4."""

    def __init__(
        self,
        host: str,
        port: int,
        unit_id: int = 1,
        word_order: WordOrder = WordOrder.HIGH_FIRST,
        timeout_s: float = 3.0,
    ) -> None:
        try:
            from pymodbus.client import ModbusTcpClient
        except ModuleNotFoundError:
            raise PlcConnectionError("Modbus needs pymodbus: pip install 'okng[modbus]'") from None
        self._client = ModbusTcpClient(host, port=port, timeout=timeout_s, retries=0)
        self._peer = f"{host}:{port}"
        self._unit_id = unit_id
        self._order = word_order

    def open(self) -> None:
        """Connects, also again.

        Raises:
            PlcConnectionError: nobody listens.
        """
        try:
            connected = self._client.connect()
        except UnicodeError:  # No host name can be so.
            connected = False
        if not connected:
            raise PlcConnectionError(f"no Modbus server answers at {self._peer}")

    def close(self) -> None:
        """Ends the connection."""
        self._client.close()

    def write(self, commands: Mapping[str, FieldValue]) -> None:
        """Writes all command fields as one piece.

        Raises:
            PlcConnectionError: the station is gone, or refused it.
        """
        registers = encode(COMMAND_FIELDS, commands, COMMAND_WORDS, self._order)
        self._ask(write=registers)

    def read(self) -> dict[str, FieldValue]:
        """All station fields of one moment.

        Raises:
            PlcConnectionError: the station is gone.
        """
        return decode(STATION_FIELDS, self._ask(), self._order)

    def _ask(self, write: list[int] | None = None) -> list[int]:
        from pymodbus.exceptions import ModbusException

        try:
            if write is None:
                answer = self._client.read_input_registers(
                    STATION_ADDRESS, count=STATION_WORDS, device_id=self._unit_id
                )
            else:
                answer = self._client.write_registers(
                    COMMAND_ADDRESS, write, device_id=self._unit_id
                )
        except (ModbusException, OSError) as error:
            raise PlcConnectionError(f"{self._peer}: {error}") from error
        if answer.isError():
            raise PlcConnectionError(f"{self._peer} refused a request: {answer}")
        return list(answer.registers)
