"""Work in a process of its own, which a time limit or the end of this process ends for sure."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from okng.models.engines.compiler import CompileError

T = TypeVar("T")
Progress = Callable[[str], None]


def run_limited(
    work: Callable[..., T], arguments: tuple[Any, ...], limit_s: float, progress: Progress
) -> T:
    """Return `work(*arguments, progress)` done in another process, which its own ones end with.

    `work` is a function of a module; it, its arguments and its result are pickled. Raises
    `CompileError` with what it raised, and when it takes longer than `limit_s`, or is killed, as
    the kernel does when memory runs out.
    """
    spawn = multiprocessing.get_context("spawn")
    receiver, sender = spawn.Pipe(duplex=False)
    process = spawn.Process(target=_work, args=(sender, work, arguments))
    deadline = time.monotonic() + limit_s
    try:
        process.start()
        sender.close()
        while receiver.poll(max(0.0, deadline - time.monotonic())):
            kind, value = receiver.recv()
            if kind == "done":
                result: T = value
                return result
            if kind == "failed":
                raise CompileError(value)
            progress(value)
    except EOFError:
        process.join()
        raise CompileError(_death(process.exitcode)) from None
    finally:
        _end(process)
        receiver.close()
    raise CompileError(f"took longer than the limit of {limit_s:g} s, and was given up")


def _work(sender: Connection, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    # A group of its own, so that compilers' own processes can be ended with it.
    os.setsid()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        result = work(*arguments, lambda line: sender.send(("progress", line)))
    except Exception as error:  # noqa: BLE001 - said by the process that asked
        sender.send(("failed", str(error) or type(error).__name__))
    else:
        sender.send(("done", result))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent
    parent.join()
    os.killpg(0, signal.SIGKILL)


def _end(process: BaseProcess) -> None:
    if process.pid is None:
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        # It has ended, or has no group of its own yet.
        process.kill()
    process.join()


def _death(exit_code: int | None) -> str:
    if exit_code == -signal.SIGKILL:
        return "was killed, most likely because memory ran out (the kernel's log says so)"
    return f"ended without a result (exit code {exit_code})"
