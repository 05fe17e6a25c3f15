"""Model bundles: versioned folders `<root>/<name>/<version>/` of `manifest.json` and a model.

A bundle is complete or does not exist: it is built in a hidden folder, synced to the disk and
renamed. The manifest has the SHA-256 of every file, so the manifest's own hash covers the whole
bundle. It is the model hash that is stored with every result.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from importlib.metadata import version as package_version
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

from pydantic import ValidationError

from okng.models.atomic_files import exclusive, sync_folder, sync_tree, whole_folder
from okng.models.bundles.dataset_snapshot import snapshot_sha256
from okng.models.bundles.manifest import (
    FORMAT_VERSION,
    MANIFESTS,
    MODEL,
    OPENVINO_MODEL,
    TASK_WORDS,
    AnomalyDescription,
    AnomalyManifest,
    Description,
    DetectionDescription,
    DetectionManifest,
    Manifest,
    task_word,
)
from okng.models.documents import parse_json
from okng.models.errors import OkngError
from okng.models.names import checked_name
from okng.models.validation_words import explain_first

MANIFEST = "manifest.json"
ENGINES = "engines"
"""Folder of builds compiled here; not part of the bundle, and verified separately."""

ManifestT = TypeVar("ManifestT", bound=Manifest)


class BundleError(OkngError, ValueError):
    """A bundle that cannot be used; the message names the folder and what is wrong with it."""

    http_status = HTTPStatus.CONFLICT


@dataclass(frozen=True)
class Bundle(Generic[ManifestT]):
    """A verified model bundle: its folder and its manifest."""

    path: Path
    manifest: ManifestT

    @property
    def model_path(self) -> Path:
        """The model file that an engine opens: ONNX, or OpenVINO's."""
        return self.path / (MODEL if MODEL in self.manifest.files else OPENVINO_MODEL)


AnomalyBundle = Bundle[AnomalyManifest]
AnyBundle = Bundle[AnomalyManifest] | Bundle[DetectionManifest] | Bundle[Manifest]


@dataclass(frozen=True)
class BrokenBundle:
    """A folder that should be a bundle but cannot be used, and why."""

    path: Path
    error: str


@overload
def write_bundle(
    root: Path,
    name: str,
    description: AnomalyDescription,
    model: bytes | Mapping[str, bytes],
    first_version: int = 1,
) -> Bundle[AnomalyManifest]: ...


@overload
def write_bundle(
    root: Path, name: str, description: DetectionDescription, model: bytes | Mapping[str, bytes]
) -> Bundle[DetectionManifest]: ...


def write_bundle(
    root: Path,
    name: str,
    description: Description,
    model: bytes | Mapping[str, bytes],
    first_version: int = 1,
) -> Bundle[Any]:
    """Write the next version of `name` and return it; the folder appears complete or not at all.

    `model` is the ONNX model, or all its files by name. The version is at least `first_version`.
    Leftovers of killed writers are removed.
    Raises `BundleError` for an invalid name or one of a model of another task, and `OSError`.
    """
    try:
        name = checked_name(name)
    except ValueError as error:
        raise BundleError(f"{name[:80]!r} can't be the name of a model: {error}") from None
    files = {MODEL: model} if isinstance(model, bytes) else model
    folder = root / name
    folder.mkdir(parents=True, exist_ok=True)
    with exclusive(folder):
        version = max(first_version, max(_versions(folder), default=0) + 1)
        check_task(folder, description.task)
        manifest = _manifest(description, name, version, files)
        with whole_folder(folder / str(version)) as building:
            for file, data in files.items():
                (building / file).write_bytes(data)
            (building / MANIFEST).write_text(manifest.model_dump_json(indent=2) + "\n")
        sync_folder(root)
    return Bundle(folder / str(version), manifest)


def adopt_bundle(root: Path, bundle: Bundle[ManifestT]) -> Bundle[ManifestT]:
    """Move a verified bundle from a folder on the same disk to its place under `root`.

    Raises `BundleError` where there is a version of that number, and `OSError`.
    """
    manifest = bundle.manifest
    folder = root / manifest.name
    target = folder / str(manifest.version)
    folder.mkdir(exist_ok=True)
    with exclusive(folder):
        if target.exists():
            raise BundleError(f"{target}: is there already")
        sync_tree(bundle.path)
        bundle.path.rename(target)
        sync_folder(folder)
    sync_folder(root)
    return Bundle(target, manifest)


def _manifest(
    description: Description, name: str, version: int, files: Mapping[str, bytes]
) -> Manifest:
    document = description.model_dump(mode="json") | {
        "format_version": FORMAT_VERSION,
        "name": name,
        "version": version,
        "okng_version": package_version("okng"),
        "files": {file: hashlib.sha256(data).hexdigest() for file, data in files.items()},
    }
    if isinstance(description, AnomalyDescription):
        learnt = (image.snapshot for image in description.dataset)
        document["dataset_sha256"] = snapshot_sha256(learnt)
    manifest = MANIFESTS[description.task]
    return manifest.model_validate(document | {"content_hash": content_hash(document)})


def check_task(folder: Path, task: str, read: Callable[[Path], Manifest] | None = None) -> None:
    """Raise `BundleError` where a model's folder, if there is one, has versions of another task.

    `read` is as in `list_bundles`.
    """
    bundles, _ = list_bundles(folder.parent, Manifest, read)
    for bundle in bundles:
        if bundle.manifest.name == folder.name and bundle.manifest.task != task:
            existing, new = TASK_WORDS[bundle.manifest.task], TASK_WORDS[task]
            raise BundleError(
                f"{folder.name} is another kind of model on this station ({existing}), so a new "
                f"{new} needs another name"
            )


def content_hash(document: Mapping[str, Any]) -> str:
    """SHA-256 of a document without its `content_hash`, as canonical JSON."""
    rest = {key: value for key, value in document.items() if key != "content_hash"}
    text = json.dumps(rest, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def load_bundle(path: Path, kind: type[ManifestT]) -> Bundle[ManifestT]:
    """Read and verify one bundle of the task of `kind`; `Manifest` stands for any.

    The builds in its folder `ENGINES` are verified by `okng.models.compilation`. Raises
    `BundleError` as `read_manifest`, and where any byte was changed.
    """
    manifest = read_manifest(path, kind)
    files = (file.relative_to(path) for file in path.rglob("*") if not file.is_dir())
    names = {file.as_posix() for file in files if file.parts[0] != ENGINES}
    expected = {*manifest.files, MANIFEST}
    if names != expected:
        missing, unknown = sorted(expected - names), sorted(names - expected)
        raise BundleError(f"{path}: missing files {missing}, unknown files {unknown}")
    for file, expected_hash in manifest.files.items():
        actual = hashlib.sha256((path / file).read_bytes()).hexdigest()
        if actual != expected_hash:
            raise BundleError(
                f"{path / file}: SHA-256 is {actual}, the manifest says {expected_hash}"
            )
    return Bundle(path, manifest)


def list_bundles(
    root: Path, kind: type[ManifestT], read: Callable[[Path], Manifest] | None = None
) -> tuple[list[Bundle[ManifestT]], list[BrokenBundle]]:
    """All bundles of a task under `root`, by name and version, and the folders that are unusable.

    `Manifest` stands for every task. Only manifests are verified, not the other files. `read` may
    replace `read_manifest` by a caching reader.
    """
    bundles: list[Bundle[ManifestT]] = []
    broken: list[BrokenBundle] = []
    for folder in sorted(path for path in root.glob("[!.]*") if path.is_dir()):
        for version in sorted(_versions(folder)):
            path = folder / str(version)
            try:
                manifest = read(path) if read else read_manifest(path, Manifest)
            except BundleError as error:
                broken.append(BrokenBundle(path, str(error)))
                continue
            if isinstance(manifest, kind):
                bundles.append(Bundle(path, manifest))
    return bundles, broken


def read_manifest(path: Path, kind: type[ManifestT]) -> ManifestT:
    """Read the manifest of the bundle in folder `path`, without verifying the other files.

    Raises `BundleError` where it is missing or changed, of a newer format, of another task than
    `kind` (`Manifest` stands for any), or has another name or version than its folder.
    """
    try:
        text = (path / MANIFEST).read_bytes()
        document = parse_json(text)
    except OSError as error:
        raise BundleError(f"{path / MANIFEST}: cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise BundleError(f"{path / MANIFEST}: is not JSON: {error}") from None
    version = document.get("format_version") if isinstance(document, dict) else None
    if isinstance(version, int) and version > FORMAT_VERSION:
        raise BundleError(
            f"{path}: bundle format {version} is newer than this okng reads ({FORMAT_VERSION}); "
            "update okng or train the model again"
        )
    # Before format 5 all models were anomaly models.
    task = document.get("task", "anomaly") if isinstance(document, dict) else "anomaly"
    if not isinstance(task, str) or task not in MANIFESTS:
        allowed = ", ".join(MANIFESTS)
        raise BundleError(f"{path}: task is {task!r}; known to this okng are {allowed}")
    try:
        manifest = MANIFESTS[task].model_validate_json(text)
    except ValidationError as error:
        raise BundleError(f"{path / MANIFEST}: {_first(error)}") from None
    if content_hash(document) != manifest.content_hash:
        raise BundleError(f"{path / MANIFEST}: was changed: its content hash does not hold")
    if (manifest.name, str(manifest.version)) != (path.parent.name, path.name):
        raise BundleError(f"{path}: holds {manifest.name} version {manifest.version}")
    if not isinstance(manifest, kind):
        actual, needed = TASK_WORDS[task], task_word(kind)
        raise BundleError(f"{path}: is of another kind ({actual}); needed here: {needed}")
    return manifest


def _first(error: ValidationError) -> str:
    return f"{explain_first(error)} ({error.error_count()} in all)"


def _versions(folder: Path) -> Iterator[int]:
    return (int(p.name) for p in folder.iterdir() if re.fullmatch(r"[1-9][0-9]*", p.name))
