"""The processor time of a process, which a busy machine changes less than the time that passes."""

from __future__ import annotations

import os
from pathlib import Path


def processor_s(process: int) -> float:
    """Seconds of processor time that a process has taken so far, with all its threads."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    user, system = int(fields[11]), int(fields[12])
    return (user + system) / os.sysconf("SC_CLK_TCK")
