"""One measurement in a process of its own: what it answers, and what it cost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

COMMAND = Path(__file__).parents[1] / "bench_anomalib.py"


@dataclass(frozen=True)
class Measured:
    answer: Any
    """The last line that the process printed, from JSON."""
    wall_s: float
    """From its start to its end, imports included."""
    cpu_s: float


def run(part: str, *arguments: str, threads: int) -> Measured:
    """`bench_anomalib.py --one PART ARGUMENTS`, where every library takes so many threads."""
    # Not at the top: what this file imports is in the memory that is measured.
    from okng.models.training.subprocess.worker_process import SURROUNDINGS

    limits = {f"{name}_NUM_THREADS": str(threads) for name in ("OMP", "OPENBLAS", "MKL")}
    tests = {"PYTHONPATH": str(COMMAND.parents[1])}
    start, before = time.perf_counter(), os.times()
    done = subprocess.run(
        [sys.executable, "-W", "ignore", COMMAND, "--one", part, *arguments],
        capture_output=True,
        env=os.environ | SURROUNDINGS | limits | tests,
        text=True,
        check=False,
    )
    wall_s, after = time.perf_counter() - start, os.times()
    if done.returncode:
        raise RuntimeError(f"{part} {' '.join(arguments)}:\n{done.stderr}")
    children_s = [times.children_user + times.children_system for times in (before, after)]
    return Measured(json.loads(done.stdout.splitlines()[-1]), wall_s, children_s[1] - children_s[0])


def peak_memory_mb() -> float:
    """The most memory that this process has held.

    `ru_maxrss` would be that of the process that started this one, if it held more.
    """
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("/proc/self/status has no VmHWM")
