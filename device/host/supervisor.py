"""Runs the station's processes for a person, as systemd does on the appliance."""

from __future__ import annotations

import logging
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from okng.models.processes import exit_reason, start_command, wait_or_kill

log = logging.getLogger(__name__)

STOP_TIMEOUT_S = 30.0
"""The daemon ends itself after 25 s."""
EXIT_REFUSED = 1
"""The command said what is wrong with its settings or surroundings; another start says the same."""
HEALTHY_AFTER_S = 10.0
"""A process that ends sooner didn't come up."""
MAX_STARTS = 5
"""In a row without coming up; then a process that never came up ends everything."""
FIRST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 60.0
"""Before a process is started again; doubled each time that it doesn't come up."""


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
    """In a row."""
    came_up: bool = False
    """Whether it ever ran for a while."""
    start_again_s: float | None = None
    """When it is due, after it ended."""


class Supervisor:
    """Starts processes, starts those again that end, stops all together.

    A process that never comes up ends everything: settings or surroundings are wrong. One that
    ran before is started again for as long as it takes, with growing pauses: a page that can't be
    served must not stop the line.
    """

    def __init__(self) -> None:
        self._processes: list[Supervised] = []

    def start(self, name: str, command: Sequence[str]) -> None:
        """Starts a process and keeps it running."""
        self._processes.append(Supervised(name, command, self._spawn(command)))

    def check(self) -> bool:
        """Starts again what ended and is due; False when a process doesn't come up."""
        return all(self._check(supervised) for supervised in self._processes)

    def _check(self, supervised: Supervised) -> bool:
        now_s = time.monotonic()
        if supervised.start_again_s is not None:
            if supervised.start_again_s <= now_s:
                supervised.process = self._spawn(supervised.command)
                supervised.started_s, supervised.start_again_s = now_s, None
            return True
        early = now_s - supervised.started_s < HEALTHY_AFTER_S
        supervised.came_up = supervised.came_up or not early
        status = supervised.process.poll()
        return status is None or self._plan_restart(supervised, status, early)

    def _plan_restart(self, supervised: Supervised, status: int, early: bool) -> bool:
        supervised.early_ends = supervised.early_ends + 1 if early else 0
        if not supervised.came_up and (
            status == EXIT_REFUSED or supervised.early_ends >= MAX_STARTS
        ):
            times = "" if supervised.early_ends == 1 else f" {supervised.early_ends} times in a row"
            log.error(
                "okng %s did not come up%s (%s); giving up",
                supervised.name,
                times,
                exit_reason(status),
            )
            return False
        pause_s = min(FIRST_PAUSE_S * 2.0 ** max(0, supervised.early_ends - 1), LONGEST_PAUSE_S)
        log.log(
            # With status 0 it was asked to end, as after a change of the settings.
            logging.WARNING if status else logging.INFO,
            "okng %s ended (%s); it is started again in %g s",
            supervised.name,
            exit_reason(status),
            pause_s,
        )
        supervised.start_again_s = time.monotonic() + pause_s
        return True

    def stop(self) -> None:
        """Asks all to end, the last started first, and kills what doesn't."""
        for supervised in reversed(self._processes):
            if supervised.process.poll() is None:
                supervised.process.send_signal(signal.SIGTERM)
        deadline_s = time.monotonic() + STOP_TIMEOUT_S
        for supervised in reversed(self._processes):
            if not wait_or_kill(supervised.process, max(0.1, deadline_s - time.monotonic())):
                log.warning(
                    "okng %s did not end within %g s; it is killed",
                    supervised.name,
                    STOP_TIMEOUT_S,
                )

    def _spawn(self, command: Sequence[str]) -> subprocess.Popen[bytes]:
        return start_command(command, parent_death_signal=signal.SIGTERM)
