"""What a Jetson board is, and how fast its power mode and clocks let it be.

A model's latency there means little without them: power modes change it several times.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NVPMODEL = "usr/sbin/nvpmodel"
GPU_NAMES = re.compile(r"gpu|g[pvam]\d+b")
"""Of a board's devfreq entries: 17000000.gpu (JetPack 6), 17000000.ga10b (5), 57000000.gpu (4)."""


@dataclass(frozen=True)
class Clock:
    """How fast something runs, and could run at most in this power mode."""

    name: str
    current_mhz: float
    most_mhz: float

    def __str__(self) -> str:
        return f"{self.name} {self.current_mhz:.0f} of {self.most_mhz:.0f} MHz"


@dataclass(frozen=True)
class Jetson:
    """A board as it is now."""

    board: str
    linux: str
    """NVIDIA's Linux for Tegra, which a version of JetPack stands for: "35.4.1"; may be empty."""
    power_mode: str
    """As `nvpmodel -q` says it; else why it is not known."""
    clocks: tuple[Clock, ...]

    @property
    def is_throttled(self) -> bool:
        """Whether something that stays at its highest after `jetson_clocks` is below it."""
        return any(clock.current_mhz < clock.most_mhz for clock in self.clocks)


def read_jetson(root: Path = Path("/")) -> Jetson | None:
    """This machine's board; None where it is no Jetson. `root` stands for `/`."""
    try:
        board = (root / "proc/device-tree/model").read_text().strip("\0\n ")
    except OSError:
        return None
    if "jetson" not in board.lower():
        return None
    return Jetson(board, _linux(root), _power_mode(root), tuple(_clocks(root)))


def _linux(root: Path) -> str:
    """From "# R35 (release), REVISION: 4.1, GCID: ..."."""
    try:
        text = (root / "etc/nv_tegra_release").read_text()
    except OSError:
        return ""
    match = re.search(r"R(\d+) .*?REVISION: ([\d.]+)", text)
    return f"{match[1]}.{match[2]}" if match else ""


def _power_mode(root: Path) -> str:
    """From "NV Power Mode: MODE_15W" and its number on the next line."""
    try:
        output = subprocess.run(
            [root / NVPMODEL, "-q"], capture_output=True, text=True, timeout=10, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError) as error:
        return f"unknown ({error})"
    match = re.search(r"NV Power Mode: *(\S+)", output)
    return match[1] if match else f"unknown ({output.strip()!r})"


def _clocks(root: Path) -> Iterator[Clock]:
    for core in sorted(root.glob("sys/devices/system/cpu/cpu[0-9]*/cpufreq")):
        match = _clock(core.parent.name, core, "scaling_cur_freq", "scaling_max_freq", 1e3)
        if match:
            yield match
    for unit in sorted(root.glob("sys/class/devfreq/*")):
        if GPU_NAMES.search(unit.name):
            match = _clock("GPU", unit, "cur_freq", "max_freq", 1e6)
            if match:
                yield match


def _clock(name: str, folder: Path, current: str, most: str, per_mhz: float) -> Clock | None:
    try:
        values = [float((folder / file).read_text()) / per_mhz for file in (current, most)]
    except (OSError, ValueError):
        return None
    return Clock(name, *values)
