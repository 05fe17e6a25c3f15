"""Resources that a process uses and that the machine has left, read from Linux's /proc."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")


def own_memory_mb() -> float:
    """Memory of this process: its own pages and its share of the shared ones (PSS)."""
    return _kilobytes(PROC / "self/smaps_rollup", "Pss") / 1024


def available_memory_mb() -> float:
    """Memory that new processes can use without swapping."""
    return _kilobytes(PROC / "meminfo", "MemAvailable") / 1024


def waited_s() -> float:
    """How long this process's threads were runnable but waited for a processor, in total.

    Always 0 where the kernel does not measure it.
    """
    delays_ns = 0
    for task in (PROC / "self/task").iterdir():
        # The thread may have ended by now.
        with suppress(OSError):
            delays_ns += int((task / "schedstat").read_text().split()[1])
    return delays_ns / 1e9


def _kilobytes(path: Path, field: str) -> int:
    for line in path.read_text(encoding="ascii", errors="replace").splitlines():
        name, _, value = line.partition(":")
        if name == field:
            return int(value.split()[0])
    raise KeyError(f"{path} has no {field}")
