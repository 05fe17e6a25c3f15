"""The Modbus TCP server and its connections."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Network, ip_address
from typing import Any, cast

from pymodbus.constants import ExcCodes
from pymodbus.pdu import ExceptionResponse, ModbusPDU
from pymodbus.server import ModbusTcpServer
from pymodbus.server.requesthandler import ServerRequestHandler
from pymodbus.simulator import DataType, SimData, SimDevice

from okng.device.wires.modbus.server.data_store import DataStore
from okng.device.wires.modbus.server.memory import ModbusMemory

log = logging.getLogger(__name__)

_HEADER_BYTES = 6
_FRAME_BYTES = 260
_FUNCTIONS = (1, 2, 3, 4, 5, 6, 15, 16, 22, 23)
_NO_UNIT = SimDevice(0, simdata=[SimData(0, datatype=DataType.REGISTERS)])
"""pymodbus wants a device of its own making; ours replaces it."""


class ModbusServer(ModbusTcpServer):
    """Answers from a `ModbusMemory`; has to be made within the event loop that runs it."""

    def __init__(
        self,
        memory: ModbusMemory,
        address: tuple[str, int],
        unit_id: int | None,
        allowed: Sequence[IPv4Network | IPv6Network],
    ) -> None:
        super().__init__(_NO_UNIT, address=address)
        self.store = DataStore(memory, unit_id)
        self.context = cast(Any, self.store)
        self._allowed = allowed
        self._refused: set[str] = set()

    def callback_new_connection(self) -> ServerRequestHandler:
        """The handler of a connection that comes in."""
        return _Connection(self)

    def allows(self, client: str) -> bool:
        """Whether it may connect; a refusal is logged once for each address."""
        address = ip_address(client)
        if not self._allowed or any(address in network for network in self._allowed):
            return True
        if client not in self._refused and len(self._refused) < 1000:
            self._refused.add(client)
            log.warning("refused a connection from %s, which allowed_clients leaves out", client)
        return False


class _Connection(ServerRequestHandler):
    """Hands pymodbus one request after the other, also where a client sends several at once."""

    server: ModbusServer

    def __init__(self, server: ModbusServer) -> None:
        super().__init__(server, None, None, None)
        self._received = b""
        self._answering = False
        self._function = 0
        self._client = ""

    def callback_connected(self) -> None:
        """Ends the connection at once where its peer isn't allowed."""
        super().callback_connected()
        self._client = self.transport.get_extra_info("peername")[0].partition("%")[0]
        if not self.server.allows(self._client):
            self._abort()

    def data_received(self, data: bytes) -> None:
        """Takes bytes of the stream, whatever their pieces are."""
        self._received += data
        self._next()

    async def handle_request(self) -> None:
        """Answers the request."""
        self.server.store.client = self._client
        self.server.store.memory.hear(self._client)
        await super().handle_request()

    def server_send(self, pdu: ModbusPDU, addr: tuple[Any, ...] | None) -> None:
        """Sends the answer, and goes on with the next request."""
        if isinstance(pdu, ExceptionResponse) and pdu.function_code == 0x80:
            # A request that pymodbus couldn't decode; it doesn't say which.
            pdu.function_code |= self._function
            if self._function in _FUNCTIONS:
                pdu.exception_code = ExcCodes.ILLEGAL_VALUE
        if self.transport:
            super().server_send(pdu, addr)
        self._answering = False
        self._next()

    def _abort(self) -> None:
        cast(asyncio.Transport, self.transport).abort()

    def _next(self) -> None:
        while not self._answering and len(self._received) > _HEADER_BYTES + 1:
            end = _HEADER_BYTES + int.from_bytes(self._received[4:_HEADER_BYTES])
            if self._received[2:4] != b"\0\0" or not _HEADER_BYTES + 2 <= end <= _FRAME_BYTES:
                log.warning("%s sent something that isn't Modbus TCP", self._client)
                self._received = b""
                self._abort()
                return
            if len(self._received) < end:
                return
            frame, self._received = self._received[:end], self._received[end:]
            self._function = frame[_HEADER_BYTES + 1]
            self._answering = True
            super().data_received(frame)
