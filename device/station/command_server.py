"""The command server of the daemon: what other processes ask of the station."""

from __future__ import annotations

import sqlite3

from okng.device.ipc.command_router import CommandRouter, Threads
from okng.device.ipc.commands import CommandKind
from okng.device.ipc.endpoints import Endpoints
from okng.device.station.command_handlers import HANDLERS
from okng.device.station.station import Station
from okng.device.store.database import StoreError
from okng.device.store.database_errors import explain


class CommandServer(CommandRouter[Station]):
    """Answers the commands for the station, which makes its changes one after the other."""

    name = "station"
    threads = {  # noqa: RUF012
        CommandKind.STATUS: Threads(2, 256),
        CommandKind.TRIGGER: Threads(1, 256),
        CommandKind.CAMERA: Threads(1, 64),
        CommandKind.CHANGE: Threads(1, 16),
    }

    def __init__(self, endpoints: Endpoints, station: Station) -> None:
        super().__init__(endpoints.commands, station, HANDLERS)

    def explain(self, error: Exception) -> str | None:
        """Why a change was not made: a fault of the store, or a busy camera."""
        if isinstance(error, StoreError | sqlite3.Error):
            return f"nothing was changed: {explain(error)}"
        if isinstance(error, TimeoutError):
            return "the camera is busy; nothing was done, try again"
        return None
