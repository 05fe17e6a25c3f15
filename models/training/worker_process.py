"""Runs a worker in the training environment: a task in, progress and a result out."""

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

from okng.models.training.environment import TrainingEnvironment
from okng.models.training.request import Progress, TrainingCancelled, TrainingError

MODELS = Path(__file__).parents[1]
START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from okng.models.training.worker import main; "
    "main(*sys.argv[2:])"
)
TASK = "task.json"
POLL_S = 0.2
PIPE_BYTES = 65536
LAST_LINES = 15
_SCRATCH = ".training-"

SURROUNDINGS = {
    # What would have to be downloaded is an error at once, and not after minutes.
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    # anomalib's coreset frees and takes large blocks in turns, which glibc's adaptive limit keeps.
    "MALLOC_MMAP_THRESHOLD_": "4194304",
    # Threads that wait busily for each other on a loaded station are 10 to 50 times slower.
    "OMP_WAIT_POLICY": "PASSIVE",
    "PYTHONUNBUFFERED": "1",
}


@contextmanager
def scratch_folder(root: Path) -> Iterator[Path]:
    """A hidden folder in the models folder `root`, gone at the end.

    What killed trainings left is removed first; a folder in use is locked by its process.
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
    """Hold the folder until the end; whether nobody else did."""
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
    """Let the module `worker` do the task in a process of its own, in the folder `scratch`.

    Returns what its `work(task, report)` does; files lie in the folder. `okng.models` is this one,
    whatever the environment has.

    Raises `TrainingCancelled` soon after `is_cancelled` says so, and `TrainingError` with the last
    lines of its output when it fails. The process ends with this one, however that ends.
    """
    (scratch / TASK).write_text(json.dumps(task))
    (scratch / "okng").mkdir()
    (scratch / "okng/models").symlink_to(MODELS)
    with (scratch / "output.txt").open("w+") as output:
        process = subprocess.Popen(
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
        finally:
            process.kill()
            process.wait()
        output.seek(0)
        lines = output.read().strip().splitlines()[-LAST_LINES:]
    raise TrainingError("the training ended without a model:\n" + "\n".join(lines))


def _messages(
    process: subprocess.Popen[bytes], is_cancelled: Callable[[], bool]
) -> Iterator[dict[str, Any]]:
    """What the process writes, a JSON object a line, until it closes its output."""
    assert process.stdout
    begun = b""
    with selectors.DefaultSelector() as selector, process.stdout as output:
        selector.register(output, selectors.EVENT_READ)
        while True:
            if is_cancelled():
                raise TrainingCancelled("the training was cancelled")
            if not selector.select(POLL_S):
                continue
            read = os.read(output.fileno(), PIPE_BYTES)
            if not read:
                return
            *lines, begun = (begun + read).split(b"\n")
            yield from map(json.loads, lines)
