"""TVM's compiler, in a process of its own: the only part that needs all of TVM."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path


def build_for_host(
    model: Path,
    library: Path,
    records: Path | None,
    tuning_s: float,
    threads: int,
    progress: Callable[[str], None],
) -> None:
    """Compile an ONNX file for this processor; imports TVM. Raises what TVM raises."""
    import onnx

    from okng.models.engines.tvm.worker.library_build import build_library
    from okng.models.engines.tvm.worker.targets import HOST, find_target

    # TVM logs at length on standard output.
    with redirect_stdout(sys.stderr):
        build_library(
            onnx.load(model),
            find_target(HOST, threads),
            library,
            records=records,
            tuning_s=tuning_s,
            threads=threads,
            progress=progress,
        )
