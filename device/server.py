"""Answers the commands of other processes."""

from __future__ import annotations

import logging
import threading

import zmq
from pydantic import ValidationError

from okng.device.addresses import Addresses
from okng.device.protocol import (
    COMMAND,
    ActivateRecipe,
    ApplyRecipe,
    Command,
    FireTrigger,
    GetCameraFeatures,
    GetStatus,
    PromoteModel,
    Refusal,
    RollBackModel,
    SetMode,
    SimulateLineEdge,
    StartTrial,
    StopTrial,
)
from okng.device.station import Refused, Station
from okng.device.types import Message

log = logging.getLogger(__name__)

WORKERS = 12
"""Commands served at a time; a trigger whose caller waits for the verdict holds one."""
_WORK = "inproc://command-workers"


class CommandServer:
    """ZeroMQ's shared queue (zguide, chapter 2): ROUTER to the clients, DEALER to the workers."""

    def __init__(self, addresses: Addresses, station: Station) -> None:
        self._station = station
        self._context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
        self._clients = self._context.socket(zmq.ROUTER)
        self._clients.bind(addresses.commands)
        self._work = self._context.socket(zmq.DEALER)
        self._work.bind(_WORK)
        self._threads = [threading.Thread(target=self._forward, name="commands")]
        # Opened here, not in the threads: a context that is ended has no sockets to give.
        self._threads += [
            threading.Thread(
                target=self._serve, args=(self._context.socket(zmq.REP),), name=f"command-{number}"
            )
            for number in range(WORKERS)
        ]

    def start(self) -> None:
        """Begins to answer."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Ends; commands under way are answered no more."""
        # Each thread closes its own sockets when the context says that it ends.
        self._context.term()
        for thread in self._threads:
            thread.join()

    def _forward(self) -> None:
        try:
            zmq.proxy(self._clients, self._work)
        except zmq.ContextTerminated:
            self._clients.close(linger=0)
            self._work.close(linger=0)

    def _serve(self, socket: zmq.Socket[bytes]) -> None:
        try:
            socket.connect(_WORK)
            while True:
                socket.send(self._answer(socket.recv()).model_dump_json().encode())
        except zmq.ContextTerminated:
            socket.close(linger=0)

    def _answer(self, request: bytes) -> Message:
        try:
            return self._execute(COMMAND.validate_json(request))
        except Refused as refusal:
            return Refusal(error=str(refusal))
        except ValidationError as error:
            return Refusal(error=f"not a command of this version: {error}")
        except Exception as error:
            # One failed command must not end its worker; the caller hears of it.
            log.exception("command failed")
            return Refusal(error=f"the station failed: {type(error).__name__}: {error}")

    def _execute(self, command: Command) -> Message:
        station = self._station
        match command:
            case GetStatus():
                return station.status()
            case GetCameraFeatures():
                return station.camera_features()
            case SetMode():
                return station.set_mode(
                    command.mode, command.dataset, command.label, command.author
                )
            case ApplyRecipe():
                return station.apply_recipe(command.recipe, command.author)
            case ActivateRecipe():
                return station.activate_recipe(command.name, command.version, command.author)
            case PromoteModel():
                return station.promote_model(
                    command.model, command.threshold, command.why, command.author
                )
            case RollBackModel():
                return station.roll_back_model(command.why, command.author)
            case StartTrial():
                return station.start_trial(command.model, command.threshold, command.author)
            case StopTrial():
                return station.stop_trial(command.author)
            case FireTrigger():
                return station.fire(command.source, command.part_id, command.wait_ms)
            case SimulateLineEdge():
                return station.simulate_line_edge()
