"""Runs a worker process in the training environment: a task in, progress and a result out."""

from __future__ import annotations

import fcntl
import json
import os
import selectors
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from okng.models.processes import exit_reason, kill_group, start_command, wait_or_kill
from okng.models.progress import Progress
from okng.models.training.request import TrainingCancelledError, TrainingError
from okng.models.training.subprocess.environment import TrainingEnvironment

MODELS = Path(__file__).parents[2]
START = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from okng.models.training.subprocess.worker import main; main(*sys.argv[2:])"
)
TASK = "task.json"
POLL_S = 0.2
PIPE_BYTES = 65536
LAST_LINES = 15
EXIT_S = 10.0
"""Time limit for a process to exit after it has closed its output."""
_SCRATCH = ".training-"

SURROUNDINGS = {
    # A download must fail at once, not after minutes.
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    # anomalib's coreset allocates and frees large blocks, which glibc's adaptive limit would keep.
    "MALLOC_MMAP_THRESHOLD_": "4194304",
    # On a loaded station, busy-waiting threads make the work 10 to 50 times slower.
    "OMP_WAIT_POLICY": "PASSIVE",
    "PYTHONUNBUFFERED": "1",
}


@contextmanager
def scratch_folder(root: Path) -> Iterator[Path]:
    """A hidden scratch folder in the models folder `root`, removed at the end.

    Leftovers of killed trainings are removed first; a folder in use is locked by its process.
    """
    root.mkdir(parents=True, exist_ok=True)
    for leftover in root.glob(f"{_SCRATCH}*"):
        with _locked(leftover) as free:
            if free:
                shutil.rmtree(leftover)
    folder = Path(tempfile.mkdtemp(prefix=_SCRATCH, dir=root))
    with _locked(folder):
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Try to lock the folder until the end; yields whether that succeeded."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield True
    except BlockingIOError:
        yield False
    finally:
        os.close(descriptor)


def run_worker(
    environment: TrainingEnvironment,
    worker: str,
    task: dict[str, Any],
    scratch: Path,
    on_progress: Progress,
    is_cancelled: Callable[[], bool],
) -> dict[str, Any]:
    """Run the module `worker` on the task in a process of its own, in the folder `scratch`.

    Returns the result of its `work(task, report)`; its files are in the folder. The worker imports
    this `okng.models`, whatever its environment has installed.

    Raises `TrainingCancelledError` soon after `is_cancelled` returns true, and `TrainingError` with
    the last lines of the output when the worker fails. The process never outlives this one.
    """
    (scratch / TASK).write_text(json.dumps(task))
    (scratch / "okng").mkdir()
    (scratch / "okng/models").symlink_to(MODELS)
    with (scratch / "output.txt").open("w+") as output:
        process = start_command(
            [environment.python, "-I", "-c", START, scratch, worker, TASK],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=output,
            cwd=scratch,
            env=os.environ | SURROUNDINGS | {"TMPDIR": str(scratch), "HOME": str(scratch)},
        )
        try:
            for message in _messages(process, is_cancelled):
                if "failed" in message:
                    raise TrainingError(message["failed"])
                if "done" in message:
                    done: dict[str, Any] = message["done"]
                    return done
                on_progress(message["share"], message["message"])
            wait_or_kill(process, EXIT_S)
        finally:
            kill_group(process)
        output.seek(0)
        lines = output.read().strip().splitlines()[-LAST_LINES:]
    reason = exit_reason(process.returncode)
    raise TrainingError(f"the training ended without a model ({reason}):\n" + "\n".join(lines))


def _messages(
    process: subprocess.Popen[bytes], is_cancelled: Callable[[], bool]
) -> Iterator[dict[str, Any]]:
    """The messages of the process, one JSON object per line, until it closes its output."""
    assert process.stdout
    begun = b""
    with selectors.DefaultSelector() as selector, process.stdout as output:
        selector.register(output, selectors.EVENT_READ)
        while True:
            if is_cancelled():
                raise TrainingCancelledError("the training was cancelled")
            if not selector.select(POLL_S):
                continue
            read = os.read(output.fileno(), PIPE_BYTES)
            if not read:
                return
            *lines, begun = (begun + read).split(b"\n")
            yield from map(json.loads, lines)
