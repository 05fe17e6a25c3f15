"""The lowest priority, for processes whose work must never cost the line anything."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

LOWEST_NICENESS = 19
AUTOGROUP = Path("/proc/self/autogroup")


def give_way() -> None:
    """Puts this process and its children behind everything else that wants a processor.

    SCHED_IDLE gets what the others leave (sched(7)); a nice value of 19 alone still takes a share
    from a busy line.
    """
    for task in Path("/proc/self/task").iterdir():
        # Libraries started threads of their own when they were imported.
        os.setpriority(os.PRIO_PROCESS, int(task.name), LOWEST_NICENESS)
        os.sched_setscheduler(int(task.name), os.SCHED_IDLE, os.sched_param(0))
    if os.getsid(0) == os.getpid():
        # Where the kernel groups by sessions (autogroup), what is above counts within one only.
        with suppress(OSError):
            AUTOGROUP.write_text(str(LOWEST_NICENESS))
