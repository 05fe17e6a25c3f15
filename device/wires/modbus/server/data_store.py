"""pymodbus' view of the registers."""

from __future__ import annotations

from pymodbus.constants import ExcCodes
from pymodbus.exceptions import NoSuchIdException

from okng.device.handshake.refusal_log import RefusalLog
from okng.device.wires.modbus.server.memory import (
    IllegalAddressError,
    IllegalValueError,
    ModbusMemory,
)

_COILS = (1, 5, 15)
_DISCRETE_INPUTS = 2


class DataStore:
    """What pymodbus calls to answer a request; `client` is whose request it is."""

    def __init__(self, memory: ModbusMemory, unit_id: int | None) -> None:
        self.memory = memory
        self.client = ""
        self._unit_id = unit_id
        self._refusals = RefusalLog("modbus")

    def device_ids(self) -> list[int]:
        """The units that a broadcast goes to; there are no broadcasts over TCP."""
        return []

    async def async_getValues(  # noqa: N802
        self, device_id: int, func_code: int, address: int, count: int = 1
    ) -> list[int] | list[bool] | ExcCodes:
        """Registers or bits, or why they can't be read."""
        self._check(device_id)
        try:
            if func_code in _COILS:
                return self.memory.read_coils(address, count)
            if func_code == _DISCRETE_INPUTS:
                return self.memory.read_discrete_inputs(address, count)
            return self.memory.read_registers(address, count)
        except IllegalAddressError:
            return self._refused(f"read {count} from {address}", ExcCodes.ILLEGAL_ADDRESS)

    async def async_setValues(  # noqa: N802
        self, device_id: int, func_code: int, address: int, values: list[int] | list[bool]
    ) -> ExcCodes | None:
        """Takes registers or bits; None, or why not."""
        self._check(device_id)
        try:
            if func_code in _COILS:
                self.memory.write_coils(self.client, address, [bool(value) for value in values])
            else:
                self.memory.write_registers(self.client, address, values)
        except IllegalAddressError:
            return self._refused(f"write {values} to {address}", ExcCodes.ILLEGAL_ADDRESS)
        except IllegalValueError:
            return self._refused(f"write {values} to {address}", ExcCodes.ILLEGAL_VALUE)
        return None

    def _refused(self, request: str, code: ExcCodes) -> ExcCodes:
        self._refusals.tell(f"{self.client} may not {request}: {code.name}")
        return code

    def _check(self, device_id: int) -> None:
        if self._unit_id not in (None, device_id):
            raise NoSuchIdException
