"""The clients of the station's processes: send them commands from others."""

from __future__ import annotations

import threading
import time
from abc import ABC, abstractmethod
from http import HTTPStatus
from pathlib import Path
from typing import ClassVar

import zmq
from pydantic import ValidationError

from okng.device.ipc.commands import (
    Answer,
    AnyCommand,
    Attached,
    Command,
    CommandKind,
    GetStatus,
    ObjectedRefusal,
)
from okng.device.ipc.endpoints import Endpoints
from okng.models.errors import OkngError


class ProcessUnavailableError(OkngError):
    """A process of the station doesn't answer."""

    http_status = HTTPStatus.SERVICE_UNAVAILABLE


class DeviceUnavailableError(ProcessUnavailableError):
    """The device process doesn't answer."""


class DeviceBusyError(DeviceUnavailableError):
    """As many calls as are allowed wait for the device process already."""


class DeviceRefusedError(OkngError):
    """The device process refuses the command; the message says why."""

    http_status = HTTPStatus.CONFLICT


class DeviceObjectedError(DeviceRefusedError):
    """The device process does it only with `anyway`, because of these objections."""

    def __init__(self, message: str, objections: tuple[str, ...]) -> None:
        super().__init__(message)
        self.detail = {"objections": list(objections)}


CHANGE_TIMEOUT_S = 30.0
"""A change waits up to 10 s for those before it, and up to 12 s for the camera."""
ALIVE_PERIOD_S = 3.0
"""After so long without an answer the process is asked whether it is there at all."""


class CommandClient(ABC):
    """Sends commands to one of the station's processes; thread-safe, no call waits for another."""

    process: ClassVar[str]
    """Its name in messages."""
    unavailable: ClassVar[type[ProcessUnavailableError]]
    busy: ClassVar[type[ProcessUnavailableError]]
    alive: ClassVar[AnyCommand]
    """The command that is answered at once while the process is there."""

    def __init__(self, address: str, timeout_s: float, max_calls: int | None = None) -> None:
        self._address = address
        self._timeout_s = timeout_s
        self._max_calls = max_calls
        self._places = threading.BoundedSemaphore(max_calls) if max_calls else None

    def ask(self, command: Command[Answer]) -> Answer:
        """Sends the command and returns its answer.

        Waits at most `timeout_s` and the command's own `wait_s`; for a change of recipe, mode or
        model as long as that may take.

        Raises:
            OkngError: the process refuses the command; of which class, the client's class says.
            ProcessUnavailableError: too many calls of this client wait already, the process isn't
                there, isn't done in time, or is of a version that answers otherwise.
        """
        if self._places and not self._places.acquire(blocking=False):
            raise self.busy(f"{self._max_calls} calls wait for {self.process} already; try again")
        try:
            answer = self._exchange(command, self._timeout_of(command))
        finally:
            if self._places:
                self._places.release()
        return self._parse(answer, command.answer_type())

    def _timeout_of(self, command: AnyCommand) -> float:
        if command.kind is CommandKind.CHANGE:
            return max(self._timeout_s, CHANGE_TIMEOUT_S)
        return self._timeout_s + command.wait_s

    def _exchange(self, command: AnyCommand, timeout_s: float) -> list[bytes]:
        deadline_s = time.monotonic() + timeout_s
        socket: zmq.Socket[bytes]
        with zmq.Context.instance().socket(zmq.REQ) as socket:
            socket.setsockopt(zmq.LINGER, 0)
            socket.connect(self._address)
            parts = [command.model_dump_json().encode()]
            if isinstance(command, Attached):
                parts.append(command.attachment)
            socket.send_multipart(parts)
            while (left_s := deadline_s - time.monotonic()) > 0:
                if socket.poll(int(1000 * min(left_s, ALIVE_PERIOD_S)) + 1):
                    return socket.recv_multipart()
                if timeout_s > ALIVE_PERIOD_S:
                    # Raises when nobody is there: a slow command is waited for, a dead process not.
                    self._exchange(self.alive, ALIVE_PERIOD_S)
        if timeout_s > ALIVE_PERIOD_S:
            raise self.unavailable(
                f"{self.process} runs, but did not finish this within {timeout_s:g} s; see its "
                "status before you try again"
            )
        raise self.unavailable(
            f"no answer from {self.process} within {timeout_s:g} s; is it running?"
        )

    def _parse(self, parts: list[bytes], answer_type: type[Answer]) -> Answer:
        if parts[0].startswith(b'{"error":'):
            raise self.refused(parts[0])
        try:
            answer = answer_type.model_validate_json(parts[0])
        except ValidationError as error:
            raise self.unavailable(
                f"{self.process} speaks another version of the protocol: {error}"
            ) from error
        return answer.with_attachment(parts[-1]) if isinstance(answer, Attached) else answer

    @abstractmethod
    def refused(self, refusal: bytes) -> OkngError:
        """The error of a `Refusal`, as it came."""


class DeviceClient(CommandClient):
    """Sends commands to the daemon; its refusals are `DeviceRefusedError`."""

    process = "the device process"
    unavailable = DeviceUnavailableError
    busy = DeviceBusyError
    alive = GetStatus()

    def __init__(
        self, run_dir: Path, timeout_s: float = 15.0, max_calls: int | None = None
    ) -> None:
        """Args:
        run_dir: Where the daemon's sockets are.
        timeout_s: For what the daemon answers without waiting for its camera.
        max_calls: How many calls may wait at a time; one more raises `DeviceBusyError`. None is any
            number.
        """
        super().__init__(Endpoints(run_dir).commands, timeout_s, max_calls)

    def refused(self, refusal: bytes) -> DeviceRefusedError:
        """The daemon's refusal as an error."""
        refused = ObjectedRefusal.model_validate_json(refusal)
        if refused.objections:
            return DeviceObjectedError(refused.error, refused.objections)
        return DeviceRefusedError(refused.error)
