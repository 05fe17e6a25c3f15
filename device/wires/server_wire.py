"""A wire whose server runs in an event loop, in a thread of its own."""

from __future__ import annotations

import asyncio
import logging
import threading
from abc import abstractmethod
from collections.abc import Callable
from pathlib import Path

from okng.device.handshake.line import Line, WirePort
from okng.device.types import WireStatus
from okng.device.wires.wire import Wire, WireSettingsBase

log = logging.getLogger(__name__)

REFRESH_S = 0.05
"""So often the server looks for what no listener is told of."""
TRY_AGAIN_S = 1.0
"""Pause until an address that can't be had is tried again."""


class ServerWire(Wire):
    """Starts and stops the thread; a kind of wire says what is served in it."""

    def __init__(
        self, settings: WireSettingsBase, line: Line, station: str, data_dir: Path
    ) -> None:
        super().__init__(settings, line, station, data_dir)
        self._loop = asyncio.new_event_loop()
        self._stopping = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name=f"wire-{settings.name}", daemon=True)
        self._last_error: str | None = None

    def start(self) -> None:
        """Begins to listen; where the address can't be had yet, it is tried again each second."""
        self._thread.start()

    def stop(self) -> None:
        """Ends all connections: after it, a PLC can read nothing."""
        if self._thread.is_alive():
            self._call(self._stopping.set)
            self._thread.join()
        for port in self._ports:
            port.line.close_port(port)
        self._loop.close()

    def status(self) -> WireStatus:
        """Whether a PLC is there, and whether it could trigger a part. Never blocks."""
        ready = self.port.output.station.online
        return WireStatus(
            name=self.settings.name,
            type=self.settings.type,
            connected=self._is_connected,
            last_error=self._last_error,
            not_ready_reason=None if ready else self.port.output.not_ready_reason,
        )

    @property
    def _ports(self) -> tuple[WirePort, ...]:
        """The line's sides of this wire."""
        return (self.port,)

    @property
    @abstractmethod
    def _is_connected(self) -> bool:
        """Whether a PLC is there."""

    @abstractmethod
    async def _serve(self) -> None:
        """Serves until `_stopping` is set."""

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())

    def _call(self, function: Callable[[], object]) -> None:
        """Calls it in the event loop, from any thread."""
        self._loop.call_soon_threadsafe(function)

    async def _fail(self, reason: str) -> None:
        """Tells once why nothing is served, and waits until it may be tried again."""
        if reason != self._last_error:
            log.error("%s: %s; tried again each second", self.settings.name, reason)
        self._last_error = reason
        try:
            await asyncio.wait_for(self._stopping.wait(), TRY_AGAIN_S)
        except TimeoutError:
            return
