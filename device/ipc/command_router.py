"""The command router: answers the commands of other processes over ZeroMQ."""

from __future__ import annotations

import logging
import queue
import socket
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Annotated, Any, ClassVar, Generic, NamedTuple, TypeVar, Union

import zmq
from pydantic import Field, TypeAdapter, ValidationError

from okng.device.ipc.bounded_executor import BoundedExecutor
from okng.device.ipc.commands import AnyCommand, Attached, CommandKind, ObjectedRefusal, Refusal
from okng.device.ipc.errors import ObjectedError, RefusedError, TooManyCommandsError
from okng.device.ipc.handlers import CommandClass, DeferredAnswer, Handlers, ServedT
from okng.models.strict_model import StrictModel
from okng.models.validation_words import explain

T = TypeVar("T")

log = logging.getLogger(__name__)

MAX_COMMAND_BYTES = 2**20
"""A client that sends more is disconnected (`ZMQ_MAXMSGSIZE`)."""
MAX_WAITERS = 256
"""Callers that may wait for a deferred answer at a time."""
PATIENCE_S = 10.0
"""A command that could not begin for so long is refused: its caller has nearly given up."""


class Threads(NamedTuple):
    """The threads that carry out commands of one kind; what exceeds their queue is refused."""

    number: int
    max_waiting: int


class _Waiter(NamedTuple):
    """A caller who waits for a deferred answer."""

    envelope: list[bytes]
    deferred: DeferredAnswer[Any]
    deadline_s: float


class CommandRouter(Generic[ServedT]):
    """A ROUTER socket in a thread of its own, which never waits for what a command does.

    The threads that carry commands out are divided by kind of command, so that the status is always
    answered. A caller who waits for a deferred answer, such as a verdict, holds no thread: it goes
    out when it is complete or the time is over. Whatever bytes come, the answer is a refusal or
    none, never the end of the process.
    """

    name: ClassVar[str]
    """Of the process, as messages say it."""
    threads: ClassVar[Mapping[CommandKind, Threads]]
    max_bytes: ClassVar[int] = MAX_COMMAND_BYTES
    """Of one part of a message."""

    def __init__(self, address: str, served: ServedT, handlers: Handlers[ServedT]) -> None:
        self._served = served
        self._context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
        self._clients = self._context.socket(zmq.ROUTER)
        self._clients.setsockopt(zmq.LINGER, 0)
        self._clients.setsockopt(zmq.MAXMSGSIZE, self.max_bytes)
        self._clients.bind(address)
        self._handlers = dict(handlers)
        self._commands = _any_of(self._handlers)
        self._executors = {
            kind: BoundedExecutor(f"command-{kind}", *threads)
            for kind, threads in self.threads.items()
        }
        self._answers: queue.SimpleQueue[list[bytes]] = queue.SimpleQueue()
        self._new_waiters: queue.SimpleQueue[_Waiter] = queue.SimpleQueue()
        self._waiters: list[_Waiter] = []
        self._places = threading.BoundedSemaphore(MAX_WAITERS)
        self._woken, self._waker = socket.socketpair()
        self._woken.setblocking(False)
        self._waker.setblocking(False)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="commands")

    def start(self) -> None:
        """Begins to answer commands."""
        self._thread.start()

    def stop(self) -> None:
        """Ends; commands that are being carried out are not answered any more."""
        self._stopping.set()
        self._wake()
        self._thread.join()
        for executor in self._executors.values():
            executor.close()
        self._clients.close()
        self._context.term()
        self._woken.close()
        self._waker.close()

    # --- the socket's thread ------------------------------------------------------------------

    def _run(self) -> None:
        poller = zmq.Poller()
        poller.register(self._clients, zmq.POLLIN)
        poller.register(self._woken, zmq.POLLIN)
        while not self._stopping.is_set():
            ready = dict(poller.poll(self._patience_ms()))
            if self._woken.fileno() in ready:
                self._woken.recv(4096)
            if self._clients in ready:
                self._receive(self._clients.recv_multipart())
            self._answer_waiters()
            while not self._answers.empty():
                self._clients.send_multipart(self._answers.get())

    def _receive(self, frames: list[bytes]) -> None:
        """Hands one message to the threads that serve its kind, or refuses it."""
        envelope, body = _opened(frames)
        try:
            self._dispatch(envelope, self._parse(body))
        except RefusedError as error:
            self._send(envelope, self.refusal(error))

    def _parse(self, body: list[bytes]) -> AnyCommand:
        attached = any(issubclass(kind, Attached) for kind in self._handlers)  # type: ignore[arg-type]
        if not 1 <= len(body) <= 1 + attached:
            raise RefusedError(f"a command is one part of a message; this one has {len(body)}")
        try:
            command = self._commands.validate_json(body[0])
        except ValidationError as error:
            problems = [explain(problem) for problem in error.errors(include_url=False)[:3]]
            raise RefusedError(f"not a command of this version: {'; '.join(problems)}") from None
        return command.with_attachment(body[-1]) if isinstance(command, Attached) else command

    def _dispatch(self, envelope: list[bytes], command: AnyCommand) -> None:
        waits = command.wait_s > 0
        if waits and not self._places.acquire(blocking=False):
            raise TooManyCommandsError(
                f"{MAX_WAITERS} callers wait for their answers already; nothing was done. Ask "
                "without waiting, or try again"
            )
        received_s = time.monotonic()

        def serve() -> None:
            if time.monotonic() - received_s > PATIENCE_S:
                answer: StrictModel | None = self.refusal(
                    TooManyCommandsError(
                        f"the {self.name} was busy with other commands for {PATIENCE_S:g} s; "
                        "nothing was done, try again"
                    )
                )
            else:
                answer = self._carry_out(envelope, command)
            if answer:
                self._send(envelope, answer)
                if waits:
                    self._places.release()

        executor = self._executors[command.kind]
        if not executor.submit(serve):
            if waits:
                self._places.release()
            raise TooManyCommandsError(
                f"{executor.max_waiting} commands of this kind wait already; nothing was done, "
                "try again"
            )

    def _answer_waiters(self) -> None:
        """Answers those whose part is recorded or whose time is over."""
        while not self._new_waiters.empty():
            self._waiters.append(self._new_waiters.get())
        now_s = time.monotonic()
        waiting = []
        for waiter in self._waiters:
            if waiter.deferred.end.done() or waiter.deadline_s <= now_s:
                self._send(waiter.envelope, self._answer_or_refusal(waiter.deferred.answer))
                self._places.release()
            else:
                waiting.append(waiter)
        self._waiters = waiting

    def _patience_ms(self) -> int | None:
        """How long the socket may be waited for until an answer is due; None is for ever."""
        if not self._waiters:
            return None
        next_s = min(waiter.deadline_s for waiter in self._waiters) - time.monotonic()
        return max(0, int(next_s * 1000) + 1)

    # --- any thread ----------------------------------------------------------------------------

    def _send(self, envelope: list[bytes], answer: StrictModel) -> None:
        self._answers.put([*envelope, *_encoded(answer)])
        self._wake()

    def _wake(self) -> None:
        # A full buffer has woken it often enough; after the end nothing is left to wake.
        with suppress(OSError):
            self._waker.send(b"w")

    def _carry_out(self, envelope: list[bytes], command: AnyCommand) -> StrictModel | None:
        """The answer, or None where it goes out later, to a caller who waits for it."""
        deadline_s = time.monotonic() + command.wait_s
        handler = self._handlers[type(command)]
        outcome = self._answer_or_refusal(lambda: handler(self._served, command))
        if not isinstance(outcome, DeferredAnswer):
            return outcome
        if command.wait_s == 0 or outcome.end.done():
            return self._answer_or_refusal(outcome.answer)
        self._new_waiters.put(_Waiter(envelope, outcome, deadline_s))
        # Called at once where it has ended meanwhile.
        outcome.end.add_done_callback(lambda _: self._wake())
        self._wake()
        return None

    def _answer_or_refusal(self, execute: Callable[[], T]) -> T | Refusal:
        try:
            return execute()
        except RefusedError as error:
            return self.refusal(error)
        except Exception as error:
            if (reason := self.explain(error)) is not None:
                return self.refusal(RefusedError(reason))
            # One failed command must not end the process; the caller hears of it.
            log.exception("command failed")
            return self.refusal(
                RefusedError(f"the {self.name} failed: {type(error).__name__}: {error}")
            )

    def refusal(self, error: RefusedError) -> Refusal:
        """The answer to a command that is refused."""
        if isinstance(error, ObjectedError):
            return ObjectedRefusal(error=str(error), objections=error.objections)
        return Refusal(error=str(error))

    def explain(self, error: Exception) -> str | None:
        """Why a command failed, for errors that are no fault of the program; None for others."""
        return None


def _any_of(classes: Iterable[CommandClass[Any, Any]]) -> TypeAdapter[AnyCommand]:
    """Reads any of these commands, by the word in its field `command`."""
    commands: Any = Union[tuple(classes)]  # noqa: UP007
    return TypeAdapter(Annotated[commands, Field(discriminator="command")])


def _opened(frames: list[bytes]) -> tuple[list[bytes], list[bytes]]:
    """Where the answer goes, and what was sent: a REQ socket puts an empty frame between."""
    length = 2 if frames[1:2] == [b""] else 1
    return frames[:length], frames[length:]


def _encoded(answer: StrictModel) -> list[bytes]:
    try:
        parts = [answer.model_dump_json().encode()]
    except ValueError:
        # Text that came from a file name or a device may be no Unicode.
        log.exception("an answer can't be written")
        return [
            Refusal(error="the answer can't be written; see the log").model_dump_json().encode()
        ]
    return [*parts, answer.attachment] if isinstance(answer, Attached) else parts
