"""This machine's processor: its name, and the instruction sets that builds depend on."""

from __future__ import annotations

import platform
from pathlib import Path

CPUINFO = Path("/proc/cpuinfo")
TELLING_FLAGS = (
    "avx2",
    "avx512f",
    "avx_vnni",
    "avx512_vnni",
    "avx512_bf16",
    "amx_int8",
    "amx_bf16",
)
"""Instruction sets of x86 in which machines with the same name may differ."""


def describe_processor(cpuinfo: Path = CPUINFO) -> str:
    """Name and relevant instruction sets; builds run on all machines with the same description.

    "AMD EPYC (avx2, avx512f, avx512_vnni)"; on ARM, which has no name there, its part number.
    """
    fields = _fields(cpuinfo)
    name = fields.get("model name") or " ".join(
        [platform.machine(), *(fields[key] for key in ("CPU part",) if key in fields)]
    )
    telling = [flag for flag in TELLING_FLAGS if flag in fields.get("flags", "").split()]
    return f"{name} ({', '.join(telling)})" if telling else name


def sums_saturate(cpuinfo: Path = CPUINFO) -> bool:
    """Whether the sum of two 8-bit products saturates at 16 bits, so weights may use only seven.

    This is so on x86 processors without VNNI.
    """
    flags = _fields(cpuinfo).get("flags", "").split()
    return "sse2" in flags and not {"avx512_vnni", "avx_vnni"} & set(flags)


def _fields(cpuinfo: Path) -> dict[str, str]:
    """The fields of the first processor in /proc/cpuinfo."""
    try:
        first = cpuinfo.read_text(encoding="utf-8", errors="replace").partition("\n\n")[0]
    except OSError:
        return {}
    pairs = (line.partition(":") for line in first.splitlines())
    return {key.strip(): value.strip() for key, _, value in pairs}
