"""Time since the machine started, which runs on in standby and which no set clock changes."""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path
from typing import NamedTuple

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class BootTime(NamedTuple):
    """A moment of one run of the machine; those of different runs can't be compared."""

    boot: str
    us: int
    """Microseconds since the machine started."""


def boot_time() -> BootTime:
    """The present moment, the same in all processes of the machine."""
    return BootTime(_boot(), time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1000)


@cache
def _boot() -> str:
    """The kernel's random id of this run (https://docs.kernel.org/admin-guide/sysctl/kernel.html)."""
    return _BOOT_ID.read_text(encoding="ascii").strip()
