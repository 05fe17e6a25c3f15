"""The Modbus TCP wire: a server in a thread of its own."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from okng.device.handshake.line import Line
from okng.device.types import TriggerSource
from okng.device.wires.modbus.server.memory import ModbusMemory
from okng.device.wires.modbus.settings import ModbusWireSettings
from okng.device.wires.server_wire import REFRESH_S, ServerWire
from okng.device.wires.wire import Sdk

if TYPE_CHECKING:
    from okng.device.wires.modbus.server.tcp_server import ModbusServer


class ModbusWire(ServerWire):
    """Modbus TCP server of the handshake; docs/plc-modbus.md has the registers."""

    settings_class: ClassVar[type[ModbusWireSettings]] = ModbusWireSettings
    settings: ModbusWireSettings
    source = TriggerSource.MODBUS
    sdk = Sdk("pymodbus", "pymodbus", "modbus")

    def __init__(
        self, settings: ModbusWireSettings, line: Line, station: str, data_dir: Path
    ) -> None:
        super().__init__(settings, line, station, data_dir)
        timeout_s = settings.plc_timeout_ms / 1000
        self._memory = ModbusMemory(self.port, settings.word_order, timeout_s)

    def start(self) -> None:
        """Begins to listen; where the address can't be had yet, it is tried again each second."""
        # Here, since a first import in two threads at once can fail.
        from okng.device.wires.modbus.server import tcp_server  # noqa: F401

        super().start()

    @property
    def _is_connected(self) -> bool:
        return not self._memory.plc_is_silent

    async def _serve(self) -> None:
        heart = asyncio.create_task(self._beat())
        refresh = asyncio.create_task(self._refresh())
        server = await self._listen()
        await self._stopping.wait()
        if server:
            await server.shutdown()
        for task in (heart, refresh):
            task.cancel()
        await asyncio.gather(heart, refresh, return_exceptions=True)

    async def _listen(self) -> ModbusServer | None:
        """The server once it listens; None if the wire is stopped before."""
        from okng.device.wires.modbus.server.tcp_server import ModbusServer

        settings = self.settings
        address = (settings.host, settings.port)
        while not self._stopping.is_set():
            server = ModbusServer(self._memory, address, settings.unit_id, settings.allowed_clients)
            try:
                await server.serve_forever(background=True)
            except RuntimeError:
                await self._fail(f"can't listen on {settings.host}:{settings.port}")
            else:
                self._last_error = None
                return server
        return None

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(self.settings.heartbeat_period_ms / 1000)
            self._memory.count_heartbeat()

    async def _refresh(self) -> None:
        while True:
            self._memory.refresh()
            await asyncio.sleep(REFRESH_S)
