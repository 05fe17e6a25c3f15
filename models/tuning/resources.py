"""What a process takes of the machine, and what is left, as Linux tells it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")


def own_memory_mb() -> float:
    """Of this process: its own pages and its share of those that others map as well (PSS)."""
    return _kilobytes(PROC / "self/smaps_rollup", "Pss") / 1024


def available_memory_mb() -> float:
    """What new processes can take without swapping."""
    return _kilobytes(PROC / "meminfo", "MemAvailable") / 1024


def waited_s() -> float:
    """How long threads of this process could have run and had to wait for a processor, summed.

    Always 0 where the kernel does not count it.
    """
    delays_ns = 0
    for task in (PROC / "self/task").iterdir():
        # A thread may end meanwhile.
        with suppress(OSError):
            delays_ns += int((task / "schedstat").read_text().split()[1])
    return delays_ns / 1e9


def _kilobytes(path: Path, field: str) -> int:
    for line in path.read_text(encoding="ascii", errors="replace").splitlines():
        name, _, value = line.partition(":")
        if name == field:
            return int(value.split()[0])
    raise KeyError(f"{path} says no {field}")
