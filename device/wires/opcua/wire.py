"""The OPC UA wire: the station's server in a thread of its own."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from okng.device.handshake.line import Line, WirePort
from okng.device.outputs import Signal
from okng.device.types import Inspection, TriggerSource
from okng.device.wires.opcua.server.settings import OpcUaWireSettings
from okng.device.wires.server_wire import REFRESH_S, ServerWire
from okng.device.wires.wire import Sdk

if TYPE_CHECKING:
    from okng.device.wires.opcua.server.station_server import Heard, StationServer

log = logging.getLogger(__name__)


class OpcUaWire(ServerWire):
    """OPC UA server of the handshake; docs/plc-opcua.md has the address space."""

    settings_class: ClassVar[type[OpcUaWireSettings]] = OpcUaWireSettings
    settings: OpcUaWireSettings
    source = TriggerSource.OPCUA
    sdk = Sdk("asyncua", "asyncua", "opcua")

    def __init__(
        self, settings: OpcUaWireSettings, line: Line, station: str, data_dir: Path
    ) -> None:
        super().__init__(settings, line, station, data_dir)
        # Clients that call methods have no signals to acknowledge results by, so theirs are apart.
        self._methods_port = line.open_port(settings.name, self.source, settings.parts_in_flight)
        self._changed = asyncio.Event()
        self._heard: asyncio.Queue[Heard] = asyncio.Queue()
        self._server: StationServer | None = None

    def start(self) -> None:
        """Begins to listen; where the address can't be had yet, it is tried again each second."""
        # Here, since a first import in two threads at once can fail.
        from okng.device.wires.opcua.server import station_server

        station_server.quieten()
        self.port.listen(lambda _output: self._call(self._changed.set))
        self._methods_port.listen(self._hear)
        self.port.line.watch(self)
        super().start()

    def stop(self) -> None:
        """Ends all connections: after it, a PLC can read nothing."""
        self.port.line.unwatch(self)
        super().stop()

    def exposed(self, trigger_id: int) -> None:
        """Tells clients that the picture of a part is there."""
        self._hear_of_part(trigger_id)

    def completed(self, inspection: Inspection, signal: Signal) -> None:
        """Tells clients the result of a part."""
        self._hear_of_part((inspection, signal))

    @property
    def _ports(self) -> tuple[WirePort, ...]:
        return self.port, self._methods_port

    @property
    def _is_connected(self) -> bool:
        return self._server is not None and self._server.has_clients

    def _hear_of_part(self, heard: Heard) -> None:
        # While nothing is served nobody takes it from the queue.
        if self._server is not None:
            self._hear(heard)

    def _hear(self, heard: Heard) -> None:
        self._call(partial(self._heard.put_nowait, heard))

    async def _serve(self) -> None:
        while not self._stopping.is_set():
            server = await self._open()
            if server is None:
                return
            self._server = server
            try:
                await self._run_server(server)
            except Exception as error:
                # Without these tasks clients would read old values as if they were new ones.
                log.exception("%s: the server has failed and starts again", self.settings.name)
                self._last_error = f"the server has failed: {error!r}"
            self._server = None
            await server.close()

    async def _run_server(self, server: StationServer) -> None:
        from okng.device.wires.opcua.server.station_server import beat

        stopping = asyncio.create_task(self._stopping.wait())
        tasks = [
            asyncio.create_task(beat(server, self.settings.heartbeat_period_ms / 1000)),
            asyncio.create_task(self._refresh(server)),
            asyncio.create_task(self._tell(server)),
        ]
        done, _ = await asyncio.wait([stopping, *tasks], return_when=asyncio.FIRST_COMPLETED)
        for task in (stopping, *tasks):
            task.cancel()
        await asyncio.gather(stopping, *tasks, return_exceptions=True)
        for task in done:
            await task

    async def _open(self) -> StationServer | None:
        """The server once it listens; None if the wire is stopped before."""
        from okng.device.wires.opcua.server.station_server import StationServer

        built: StationServer | None = None
        while not self._stopping.is_set():
            try:
                if built is None:
                    server = StationServer(
                        self.settings, self.station, self.port, self._methods_port
                    )
                    await server.build()
                    built = server
                await built.open()
            except (OSError, ValueError) as error:
                host, port = self.settings.host, self.settings.port
                await self._fail(f"can't serve on {host}:{port}: {error}")
            else:
                self._last_error = None
                return built
        return None

    async def _refresh(self, server: StationServer) -> None:
        """Shows each change of the variables' side at once, and looks twenty times a second."""
        while True:
            self._changed.clear()
            await server.refresh()
            try:
                await asyncio.wait_for(self._changed.wait(), REFRESH_S)
            except TimeoutError:
                continue

    async def _tell(self, server: StationServer) -> None:
        while True:
            await server.hear(await self._heard.get())
