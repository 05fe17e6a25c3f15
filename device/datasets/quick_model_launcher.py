"""Starts quick models in a process of their own, one at a time, and knows how they ended."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from okng.models.processes import exit_reason, kill_group, start_command

log = logging.getLogger(__name__)

LIMIT_S = 300.0
"""A quick model takes seconds; behind a busy line it may take longer, but not for ever."""
PAUSE_S = 1.0
"""Between the end of one and the start of the next, however fast pictures come."""
_MODULE = "okng.device.datasets.quick_model_process"
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


class QuickModelLauncher:
    """Starts the process of a quick model; usable from any thread.

    A process ends with this one, because the kernel kills it when its parent's thread is gone.
    """

    def __init__(self, data_dir: Path, min_free_mb: int) -> None:
        self._data_dir = data_dir
        self._min_free_mb = min_free_mb
        self._lock = threading.Lock()
        self._running: str | None = None
        self._ended_s = -PAUSE_S
        self._failures: dict[str, tuple[int, str]] = {}

    def start(self, dataset: str, version: int) -> bool:
        """Starts the quick model of a dataset, whose pictures have this version.

        Returns False, and does nothing, while one is running or `PAUSE_S` after it.
        """
        with self._lock:
            if self._running or time.monotonic() < self._ended_s + PAUSE_S:
                return False
            self._running = dataset
            self._failures.pop(dataset, None)
        # The thread that starts the process has to live as long as it does.
        threading.Thread(
            target=self._run, args=(dataset, version), name="quick-model", daemon=True
        ).start()
        return True

    def is_running(self, dataset: str) -> bool:
        """Whether the quick model of this dataset is being computed now."""
        return self._running == dataset

    def failure(self, dataset: str, version: int) -> str | None:
        """Why the last one failed; None where it did not, or the pictures changed since."""
        failed_version, words = self._failures.get(dataset, (version, None))
        return words if failed_version == version else None

    def _run(self, dataset: str, version: int) -> None:
        words = "it could not be started"
        try:
            words = self._work(dataset)
        finally:
            if words:
                log.warning("quick model of %s: %s", dataset, words)
            with self._lock:
                if words:
                    self._failures[dataset] = version, words
                self._running = None
                self._ended_s = time.monotonic()

    def _work(self, dataset: str) -> str:
        """Why the process failed; empty if it did not."""
        arguments = [str(self._data_dir), dataset, str(self._min_free_mb), str(os.getpid())]
        try:
            process = start_command(
                [sys.executable, "-m", _MODULE, *arguments],
                env=os.environ | _ONE_THREAD,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
        except OSError as error:
            return f"it could not be started: {error}"
        try:
            _, errors = process.communicate(timeout=LIMIT_S)
        except subprocess.TimeoutExpired:
            kill_group(process)
            process.communicate()
            return f"it was ended after {LIMIT_S:g} s; the machine is too busy for it"
        if process.returncode == 0:
            return ""
        lines = errors.decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else exit_reason(process.returncode)
