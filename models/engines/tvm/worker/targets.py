"""Compile targets of TVM: this machine's processor, and a Jetson's processor or GPU."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

HOST = "host"
AARCH64 = "aarch64-linux-gnu"


@dataclass(frozen=True)
class CompileTarget:
    """A target in TVM's terms, and the command that links libraries for it."""

    description: Mapping[str, Any]
    linker: str = "g++"

    @property
    def is_gpu(self) -> bool:
        """Whether the target is a GPU."""
        return bool(self.description["kind"] == "cuda")


def _jetson_processor(mcpu: str, cores: int) -> dict[str, Any]:
    return {"kind": "llvm", "mtriple": AARCH64, "mcpu": mcpu, "num-cores": cores}


def _jetson(mcpu: str, cores: int) -> CompileTarget:
    return CompileTarget(_jetson_processor(mcpu, cores), f"{AARCH64}-g++")


def _jetson_gpu(arch: str, mcpu: str, cores: int) -> CompileTarget:
    limits = {
        "max_threads_per_block": 1024,
        "max_shared_memory_per_block": 48 * 1024,
        "thread_warp_size": 32,
    }
    host = _jetson_processor(mcpu, cores)
    return CompileTarget({"kind": "cuda", "arch": arch, "host": host} | limits, f"{AARCH64}-g++")


JETSONS = {
    "jetson-nano": _jetson("cortex-a57", 4),
    "jetson-xavier": _jetson("carmel", 6),
    "jetson-orin": _jetson("cortex-a78", 6),
    "jetson-xavier-gpu": _jetson_gpu("sm_72", "carmel", 6),
    "jetson-orin-gpu": _jetson_gpu("sm_87", "cortex-a78", 6),
}
"""Processor cores by LLVM's names, GPUs by their compute capability."""


def find_target(name: str, threads: int) -> CompileTarget:
    """The target of a name in `JETSONS`, or of `host`, this processor with `threads` threads."""
    if name != HOST:
        return JETSONS[name]
    from tvm.target import codegen

    mcpu = codegen.llvm_get_system_cpu()
    return CompileTarget({"kind": "llvm", "mcpu": mcpu, "num-cores": threads})
