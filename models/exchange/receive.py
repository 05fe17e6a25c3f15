"""Receiving a package: verified, tried, and only then part of the station's models."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from okng.models.atomic_files import exclusive
from okng.models.bundles.bundle import (
    Bundle,
    BundleError,
    adopt_bundle,
    check_task,
    load_bundle,
    read_manifest,
)
from okng.models.bundles.manifest import Manifest
from okng.models.exchange.errors import PackageError
from okng.models.exchange.package import ANSWERS, BUNDLE, REFERENCES, Package, PackageDescription
from okng.models.exchange.reference_answers import check_parity
from okng.models.exchange.signatures import PublicKey
from okng.models.progress import Progress

_RECEIVING = ".receiving-"
SPARE_BYTES = 64 * 2**20
"""Left free on the disk beside the package."""
_UNPACKED = 0.4
"""Share of the progress at which the model is tried."""


@dataclass(frozen=True)
class ReceivedModel:
    """A model that a package brought."""

    bundle: Bundle[Manifest]
    signed_by: str
    """The name under which the station trusts the package's key."""
    is_new: bool
    """False where the station had the very same model already."""


def receive_package(
    path: Path, root: Path, trusted: Mapping[str, PublicKey], report: Progress = lambda _, __: None
) -> ReceivedModel:
    """Verify a package, try its model on the reference pictures, and add it to the models.

    The folder `root/<name>/<version>` appears complete, after everything else succeeded. Until then
    an exception from `report` ends the import without a trace.

    Raises:
        PackageError: the package, its signature or its bundle can't be used, the model answers
            otherwise here, or the station has another model of this name and version.
        OSError: it can't be read, or the disk is full.
    """
    with Package(path, trusted) as package:
        description = package.description
        target = root / description.name / str(description.version)
        if existing := _existing(target, description):
            return ReceivedModel(existing, package.signed_by, is_new=False)
        root.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(root).free
        if free < description.size + SPARE_BYTES:
            raise PackageError(
                f"{path.name} needs {description.size // 2**20 + 1} MiB; {free // 2**20} MiB are "
                "free. Free some space"
            )
        with exclusive(root):
            for leftover in root.glob(f"{_RECEIVING}*"):
                shutil.rmtree(leftover)
            with tempfile.TemporaryDirectory(prefix=_RECEIVING, dir=root) as folder:
                bundle = _try(package, Path(folder), report)
                return ReceivedModel(adopt_bundle(root, bundle), package.signed_by, is_new=True)


def _existing(target: Path, description: PackageDescription) -> Bundle[Manifest] | None:
    if not target.exists():
        return None
    name, version = description.name, description.version
    manifest = read_manifest(target, Manifest)
    if manifest.content_hash != description.content_hash:
        raise PackageError(
            f"this station has another model {name} version {version}. A version is never "
            "replaced: train the new one under another name, or grow it to a higher version"
        )
    return load_bundle(target, Manifest)


def _try(package: Package, folder: Path, report: Progress) -> Bundle[Manifest]:
    """The unpacked bundle in the hidden folder, after it answered as its maker said."""
    description = package.description
    bundle_path = folder / description.name / str(description.version)
    references = folder / REFERENCES
    bundle_path.mkdir(parents=True)
    references.mkdir()
    unpacked = 0
    for name, content in description.files.items():
        report(_UNPACKED * unpacked / description.size, "Verifying the files")
        unpacked += content.size
        kind, _, file = name.partition("/")
        package.unpack(name, (bundle_path if kind == BUNDLE else references) / file)
    try:
        bundle = load_bundle(bundle_path, Manifest)
        check_task(folder.parent / description.name, bundle.manifest.task)
    except BundleError as error:
        raise PackageError(str(error).replace(f"{folder}/", "")) from error
    if bundle.manifest.content_hash != description.content_hash:
        raise PackageError("the bundle is not the one that the package describes")
    pictures = [folder / name for name in description.references]
    report(_UNPACKED, f"Trying the model on {len(pictures)} reference pictures")
    check_parity(bundle_path, pictures, folder / ANSWERS)
    return bundle
