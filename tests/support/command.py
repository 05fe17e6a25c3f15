"""Runs the `okng` command as a person types it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from okng.device.host.supervisor import okng_command


def okng(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    command = okng_command(*map(str, arguments))
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )


def children(pid: int, command: str) -> list[int]:
    """Ids of the processes that `okng run` started, by their subcommand; all of them with ""."""
    pids = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((process / "stat").read_text().rpartition(")")[2].split()[1])
            words = (process / "cmdline").read_text().split("\0")
        except (FileNotFoundError, ProcessLookupError):
            continue
        if parent == pid and "okng.device" in words and (not command or command in words):
            pids.append(int(process.name))
    return pids
