"""Child processes: started in their own session, waited for with a deadline, and ended reliably.

A `ChildProcess` runs a function of a module (`multiprocessing`, spawned), `start_command` a command
line (`subprocess`). Each leads a process group, so that what it started ends with it.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from okng.models.errors import OkngError
from okng.models.progress import ReportLine

T = TypeVar("T")

PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None, use_errno=True)


class ProcessError(OkngError, RuntimeError):
    """A child process that gave no result; the message is its error, or how it ended."""


class ProcessEndedError(ProcessError):
    """The process ended before it answered; the message is to follow its name."""


class ProcessTimeoutError(ProcessError):
    """The process did not answer in time; the message is to follow its name."""


@dataclass(frozen=True)
class _Failure:
    """The text of the exception that the work raised."""

    reason: str


@dataclass(frozen=True)
class _Result:
    """The return value of the work."""

    value: Any


class ChildProcess(AbstractContextManager["ChildProcess"]):
    """`work(connection, *arguments)` in a process of its own, which ends with this one.

    `work` is a function of a module; it, its arguments and the messages are pickled. An exception
    in it is raised here, by `receive`, as a `ProcessError`.
    """

    def __init__(self, work: Callable[..., None], *arguments: Any) -> None:
        spawn = multiprocessing.get_context("spawn")
        self._connection, remote = spawn.Pipe()
        self.process: BaseProcess = spawn.Process(target=_work, args=(work, remote, arguments))
        try:
            self.process.start()
        except BaseException:
            self._connection.close()
            raise
        finally:
            remote.close()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.end()

    def send(self, message: Any) -> None:
        """Send a message to the work; raises `ProcessEndedError`."""
        try:
            self._connection.send(message)
        except OSError:
            raise self._ended() from None

    def receive(self, deadline_s: float) -> Any:
        """Wait for the next message of the work, until a deadline on the monotonic clock.

        Raises `ProcessError` where the work fails, ends, or stays silent.
        """
        try:
            if not self._connection.poll(max(0.0, deadline_s - time.monotonic())):
                raise ProcessTimeoutError("gave no answer in time")
            message = self._connection.recv()
        except (EOFError, OSError):
            raise self._ended() from None
        if isinstance(message, _Failure):
            raise ProcessError(message.reason)
        return message

    def end(self) -> None:
        """Kill the process and everything it started; harmless when it has ended."""
        kill_group(self.process)
        self._connection.close()

    def _ended(self) -> ProcessEndedError:
        self.process.join()
        return ProcessEndedError(cause_of_death(self.process.exitcode))


def run_limited(
    work: Callable[..., T], arguments: tuple[Any, ...], limit_s: float, log: ReportLine
) -> T:
    """Run `work(*arguments, log)` in another process, whose children end with it.

    `work` is a function of a module; it, its arguments and its result are pickled. Raises
    `ProcessError` with the exception of the work, and where it takes longer than `limit_s` or is
    killed, as by the kernel when memory runs out.
    """
    deadline_s = time.monotonic() + limit_s
    with ChildProcess(_work_and_log, work, arguments) as child:
        try:
            while not isinstance(message := child.receive(deadline_s), _Result):
                log(message)
        except ProcessTimeoutError:
            raise ProcessTimeoutError(
                f"took longer than the limit of {limit_s:g} s, and was given up"
            ) from None
    result: T = message.value
    return result


def start_command(
    command: Sequence[str | Path],
    *,
    parent_death_signal: signal.Signals | None = None,
    **options: Any,
) -> subprocess.Popen[bytes]:
    """Start a command in a session of its own, so that Ctrl-C reaches only this process.

    Args:
        command: The command line.
        parent_death_signal: Sent by the kernel when this thread ends; for single-threaded
            processes, as it is set between fork and exec.
        options: Further ones of `subprocess.Popen`.
    """
    prepare = None
    if parent_death_signal is not None:
        number = parent_death_signal

        def prepare() -> None:
            set_parent_death_signal(number)

    return subprocess.Popen(command, start_new_session=True, preexec_fn=prepare, **options)


def set_parent_death_signal(number: signal.Signals) -> None:
    """Let the kernel send this process a signal when its parent ends (prctl(2))."""
    _LIBC.prctl(PR_SET_PDEATHSIG, number)


def wait_or_kill(process: subprocess.Popen[bytes], timeout_s: float) -> bool:
    """Wait for the end of a command; returns False when it had to be killed after this time."""
    try:
        process.wait(timeout_s)
    except subprocess.TimeoutExpired:
        kill_group(process)
        return False
    return True


def kill_group(process: BaseProcess | subprocess.Popen[bytes]) -> None:
    """Kill a process that leads a group, with everything it started, and wait for its end."""
    if process.pid is None:
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        # The process has ended, or does not lead a group yet.
        process.kill()
    if isinstance(process, subprocess.Popen):
        process.wait()
    else:
        process.join()


def cause_of_death(status: int | None) -> str:
    """Why a process gave no answer, as text to follow its name."""
    if status == -signal.SIGKILL:
        return "was killed, most likely because memory ran out (the kernel's log says so)"
    return f"ended without a result ({exit_reason(status)})"


def exit_reason(status: int | None) -> str:
    """How a process ended: `exit status 70` or `killed by SIGSEGV`."""
    if status is None or status >= 0:
        return f"exit status {status}"
    try:
        return f"killed by {signal.Signals(-status).name}"
    except ValueError:
        return f"killed by signal {-status}"


def _work(work: Callable[..., None], connection: Connection, arguments: tuple[Any, ...]) -> None:
    os.setsid()
    threading.Thread(target=_wait_for_parent_and_end, daemon=True).start()
    try:
        work(connection, *arguments)
    except Exception as error:  # noqa: BLE001 - said by the process that asked
        connection.send(_Failure(str(error) or type(error).__name__))


def _work_and_log(
    connection: Connection, work: Callable[..., Any], arguments: tuple[Any, ...]
) -> None:
    connection.send(_Result(work(*arguments, connection.send)))


def _wait_for_parent_and_end() -> None:
    """End this process's group with its parent; a signal of the kernel would only reach itself."""
    parent = multiprocessing.parent_process()
    assert parent
    parent.join()
    os.killpg(0, signal.SIGKILL)
