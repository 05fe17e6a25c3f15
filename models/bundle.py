"""Model bundles: versioned folders `<root>/<name>/<version>/` of `manifest.json` and a model.

A bundle is complete or not there: it is built in a hidden folder, synced to the disk and renamed.
Every file is named in the manifest with its SHA-256, so the manifest's own hash stands for all of
it: that is the model hash which is written with every result.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version as package_version
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

from pydantic import TypeAdapter, ValidationError

from okng.models.dataset_snapshot import snapshot_sha256
from okng.models.manifest import (
    FORMAT_VERSION,
    MANIFESTS,
    MODEL,
    OPENVINO_MODEL,
    TASK_WORDS,
    AnomalyDescription,
    AnomalyManifest,
    BundleName,
    Description,
    DetectionDescription,
    DetectionManifest,
    Manifest,
    task_word,
)
from okng.models.whole_folder import exclusive, sync_folder, whole_folder

MANIFEST = "manifest.json"
ENGINES = "engines"
"""Folder of what was compiled from the model here; not part of it, and verified by itself."""

ManifestT = TypeVar("ManifestT", bound=Manifest)


class BundleError(ValueError):
    """A bundle that cannot be used; the message names the folder and what is wrong with it."""


@dataclass(frozen=True)
class Bundle(Generic[ManifestT]):
    """A bundle on disk."""

    path: Path
    manifest: ManifestT

    @property
    def model_path(self) -> Path:
        """The file that an engine opens: the ONNX model, or OpenVINO's."""
        return self.path / (MODEL if MODEL in self.manifest.files else OPENVINO_MODEL)


AnomalyBundle = Bundle[AnomalyManifest]
AnyBundle = Bundle[AnomalyManifest] | Bundle[DetectionManifest] | Bundle[Manifest]


@dataclass(frozen=True)
class BrokenBundle:
    """A folder where a bundle should be, and why it is none."""

    path: Path
    error: str


@overload
def write_bundle(
    root: Path, name: str, description: AnomalyDescription, model: bytes | Mapping[str, bytes]
) -> Bundle[AnomalyManifest]: ...


@overload
def write_bundle(
    root: Path, name: str, description: DetectionDescription, model: bytes | Mapping[str, bytes]
) -> Bundle[DetectionManifest]: ...


def write_bundle(
    root: Path, name: str, description: Description, model: bytes | Mapping[str, bytes]
) -> Bundle[Any]:
    """Write the next version of `name` and return it; the folder appears whole or not at all.

    `model` is the ONNX model, or all its files by name. What earlier, killed writers left is
    removed. Raises `BundleError` for a bad name, or one that a model of another task has, `OSError`
    where the disk refuses.
    """
    try:
        TypeAdapter(BundleName).validate_python(name)
    except ValidationError as error:
        raise BundleError(f"bundle name {name!r}: {_first(error)}") from None
    files = {MODEL: model} if isinstance(model, bytes) else model
    folder = root / name
    folder.mkdir(parents=True, exist_ok=True)
    with exclusive(folder):
        version = max(_versions(folder), default=0) + 1
        check_task(folder, description.task)
        manifest = _manifest(description, name, version, files)
        with whole_folder(folder / str(version)) as building:
            for file, data in files.items():
                (building / file).write_bytes(data)
            (building / MANIFEST).write_text(manifest.model_dump_json(indent=2) + "\n")
        sync_folder(root)
    return Bundle(folder / str(version), manifest)


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


def check_task(folder: Path, task: str) -> None:
    """Raise `BundleError` where a model's folder, if there is one, has versions of another task."""
    bundles, _ = list_bundles(folder.parent, Manifest)
    for bundle in bundles:
        if bundle.manifest.name == folder.name and bundle.manifest.task != task:
            there, new = TASK_WORDS[bundle.manifest.task], TASK_WORDS[task]
            raise BundleError(
                f"{folder.name} is another kind of model on this station ({there}), so a new "
                f"{new} needs another name"
            )


def content_hash(document: Mapping[str, Any]) -> str:
    """SHA-256 of a document but for its `content_hash`, as canonical JSON."""
    rest = {key: value for key, value in document.items() if key != "content_hash"}
    text = json.dumps(rest, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def load_bundle(path: Path, kind: type[ManifestT]) -> Bundle[ManifestT]:
    """Read and verify one bundle, of the task that `kind` has; `Manifest` stands for any.

    What lies in its folder `ENGINES` is left to `okng.models.compilation`. Raises `BundleError` as
    `read_manifest`, and unless every byte is as it was written.
    """
    manifest = read_manifest(path, kind)
    files = (file.relative_to(path) for file in path.rglob("*") if not file.is_dir())
    found = {file.as_posix() for file in files if file.parts[0] != ENGINES}
    expected = {*manifest.files, MANIFEST}
    if found != expected:
        missing, unknown = sorted(expected - found), sorted(found - expected)
        raise BundleError(f"{path}: missing files {missing}, unknown files {unknown}")
    for file, expected_hash in manifest.files.items():
        actual = hashlib.sha256((path / file).read_bytes()).hexdigest()
        if actual != expected_hash:
            raise BundleError(
                f"{path / file}: SHA-256 is {actual}, the manifest says {expected_hash}"
            )
    return Bundle(path, manifest)


def list_bundles(
    root: Path, kind: type[ManifestT]
) -> tuple[list[Bundle[ManifestT]], list[BrokenBundle]]:
    """All bundles of a task under `root`, by name and version, and the folders that are none.

    `Manifest` stands for every task. Files other than the manifests are not verified.
    """
    bundles: list[Bundle[ManifestT]] = []
    broken: list[BrokenBundle] = []
    for folder in sorted(path for path in root.glob("[!.]*") if path.is_dir()):
        for version in sorted(_versions(folder)):
            path = folder / str(version)
            try:
                manifest = read_manifest(path, Manifest)
            except BundleError as error:
                broken.append(BrokenBundle(path, str(error)))
                continue
            if isinstance(manifest, kind):
                bundles.append(Bundle(path, manifest))
    return bundles, broken


def read_manifest(path: Path, kind: type[ManifestT]) -> ManifestT:
    """The manifest of the bundle in folder `path`, its other files unverified.

    Raises `BundleError` where it is missing, of a newer format, of another task than `kind`
    (`Manifest` stands for any), or says something else than the folder's place does.
    """
    try:
        text = (path / MANIFEST).read_bytes()
        document = json.loads(text)
    except OSError as error:
        raise BundleError(f"{path / MANIFEST}: cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise BundleError(f"{path / MANIFEST}: is no JSON: {error}") from None
    found = document.get("format_version") if isinstance(document, dict) else None
    if isinstance(found, int) and found > FORMAT_VERSION:
        raise BundleError(
            f"{path}: bundle format {found} is newer than this okng reads ({FORMAT_VERSION}); "
            "update okng or train the model again"
        )
    # Before format 5 there were no others.
    task = document.get("task", "anomaly") if isinstance(document, dict) else "anomaly"
    if task not in MANIFESTS:
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
        there, needed = TASK_WORDS[task], task_word(kind)
        raise BundleError(f"{path}: is of another kind ({there}); needed here: {needed}")
    return manifest


def _first(error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{where}: {first['msg']} ({error.error_count()} in all)"


def _versions(folder: Path) -> Iterator[int]:
    return (int(p.name) for p in folder.iterdir() if re.fullmatch(r"[1-9][0-9]*", p.name))
