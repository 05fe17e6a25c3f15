"""Runs the station's processes for a person, as systemd does on the appliance."""

from __future__ import annotations

import ctypes
import logging
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

_LIBC = ctypes.CDLL(None, use_errno=True)

log = logging.getLogger(__name__)

PR_SET_PDEATHSIG = 1
STOP_TIMEOUT_S = 15.0
RESTART_AFTER_S = 1.0
HEALTHY_AFTER_S = 10.0
"""A process that ends sooner didn't come up; twice in a row ends everything."""


def okng_command(*arguments: str) -> list[str]:
    """The command line of an `okng` subcommand in this very environment."""
    return [sys.executable, "-m", "okng.device", *arguments]


@dataclass
class Supervised:
    """One process that is to run."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes]
    started_s: float = field(default_factory=time.monotonic)
    early_ends: int = 0


class Supervisor:
    """Starts processes, starts those again that end, stops all together."""

    def __init__(self) -> None:
        self._processes: list[Supervised] = []

    def start(self, name: str, command: Sequence[str]) -> None:
        """Starts a process and keeps it running."""
        self._processes.append(Supervised(name, command, self._spawn(command)))

    def check(self) -> bool:
        """Starts again what ended; False when a process doesn't come up."""
        for one in self._processes:
            status = one.process.poll()
            if status is None:
                continue
            short = time.monotonic() - one.started_s < HEALTHY_AFTER_S
            one.early_ends = one.early_ends + 1 if short else 0
            if one.early_ends >= 2 or (short and status == 1):
                log.error("okng %s doesn't come up (exit status %d)", one.name, status)
                return False
            log.warning("okng %s ended with status %d; it is started again", one.name, status)
            time.sleep(RESTART_AFTER_S)
            one.process = self._spawn(one.command)
            one.started_s = time.monotonic()
        return True

    def stop(self) -> None:
        """Asks all to end, the last started first, and kills what doesn't."""
        for one in reversed(self._processes):
            if one.process.poll() is None:
                one.process.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + STOP_TIMEOUT_S
        for one in reversed(self._processes):
            try:
                one.process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                log.warning("okng %s doesn't end; it is killed", one.name)
                one.process.kill()
                one.process.wait()

    def _spawn(self, command: Sequence[str]) -> subprocess.Popen[bytes]:
        # A session of its own: Ctrl-C reaches only this process, which stops the others in order.
        return subprocess.Popen(command, start_new_session=True, preexec_fn=_end_with_parent)


def _end_with_parent() -> None:
    """Has the kernel end this process when the supervisor is gone (prctl(2))."""
    _LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
