"""This machine's processor: its name, and what of its arithmetic a compiled model depends on."""

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
"""Of x86: machines that are sold by one name differ in these."""


def describe_processor(cpuinfo: Path = CPUINFO) -> str:
    """Name and telling instruction sets; a build of one machine runs on others that say the same.

    "AMD EPYC (avx2, avx512f, avx512_vnni)"; on ARM, which says no name, its part number.
    """
    fields = _fields(cpuinfo)
    name = fields.get("model name") or " ".join(
        [platform.machine(), *(fields[key] for key in ("CPU part",) if key in fields)]
    )
    telling = [flag for flag in TELLING_FLAGS if flag in fields.get("flags", "").split()]
    return f"{name} ({', '.join(telling)})" if telling else name


def sums_saturate(cpuinfo: Path = CPUINFO) -> bool:
    """Whether two products of 8-bit numbers are added in 16 bits, so that weights need seven bits.

    x86 processors without VNNI do so.
    """
    flags = _fields(cpuinfo).get("flags", "").split()
    return "sse2" in flags and not {"avx512_vnni", "avx_vnni"} & set(flags)


def _fields(cpuinfo: Path) -> dict[str, str]:
    """What is said of the first processor."""
    try:
        first = cpuinfo.read_text(encoding="utf-8", errors="replace").partition("\n\n")[0]
    except OSError:
        return {}
    pairs = (line.partition(":") for line in first.splitlines())
    return {key.strip(): value.strip() for key, _, value in pairs}
