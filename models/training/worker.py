"""The process that does a task in the training environment; `worker_process` starts it there.

It tells what it does on its standard output, a JSON message a line.
"""

from __future__ import annotations

import ctypes
import importlib
import json
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

PR_SET_PDEATHSIG = 1

Task = dict[str, Any]
Report = Callable[[float, str], None]
"""Called with the share done, 0 to 1, and what is being done."""


class TaskError(Exception):
    """What was asked cannot be done; the message says why."""


def main(module: str, task_file: str) -> None:
    """Let `work(task, report)` of a module do the task in a JSON file."""
    # Nobody wants the result when the job has ended (prctl(2)).
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    # What libraries print is no message.
    messages = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)

    def send(message: dict[str, Any]) -> None:
        messages.write(json.dumps(message) + "\n")

    work = importlib.import_module(module).work
    try:
        done = work(
            json.loads(Path(task_file).read_text()),
            lambda share, message: send({"share": share, "message": message}),
        )
    except TaskError as error:
        send({"failed": str(error)})
        return
    send({"done": done})
