"""The worker that does a task in the training environment; `worker_process` starts it.

It reports progress and the result on standard output, one JSON message per line.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

from okng.models.errors import OkngError
from okng.models.processes import set_parent_death_signal

Task = dict[str, Any]
Report = Callable[[float, str], None]
"""Called with the share that is done, 0 to 1, and a message about the current work."""


class TaskError(OkngError):
    """The task cannot be done; the message says why."""


def main(module: str, task_file: str) -> None:
    """Run `work(task, report)` of a module, with the task from a JSON file."""
    # Once the job has ended, nobody needs the result.
    set_parent_death_signal(signal.SIGKILL)
    # Libraries print to standard output: only messages may go there.
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
