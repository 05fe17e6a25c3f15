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
        raise CompileError(cause_of_death(process.exitcode)) from None
    finally:
        end_group(process)
        receiver.close()
    raise CompileError(f"took longer than the limit of {limit_s:g} s, and was given up")


def _work(sender: Connection, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    end_with_parent()
    try:
        result = work(*arguments, lambda line: sender.send(("progress", line)))
    except Exception as error:  # noqa: BLE001 - said by the process that asked
        sender.send(("failed", str(error) or type(error).__name__))
    else:
        sender.send(("done", result))


def end_with_parent() -> None:
    """Let this process end with the one that started it, and all that it starts end with it."""
    os.setsid()
    threading.Thread(target=_wait_for_parent_and_end, daemon=True).start()


def end_group(process: BaseProcess) -> None:
    """End a process that called `end_with_parent`, and all that it started."""
    if process.pid is None:
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        # It has ended, or has no group of its own yet.
        process.kill()
    process.join()


def cause_of_death(exit_code: int | None) -> str:
    """Why a process gave no answer, in words that follow its name."""
    if exit_code == -signal.SIGKILL:
        return "was killed, most likely because memory ran out (the kernel's log says so)"
    return f"ended without a result (exit code {exit_code})"


def _wait_for_parent_and_end() -> None:
    parent = multiprocessing.parent_process()
    assert parent
    parent.join()
    os.killpg(0, signal.SIGKILL)
