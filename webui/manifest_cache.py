"""Cache of the models' manifests, which are large for models of many pictures."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path

from okng.device.store.versioned_cache import VersionedCache
from okng.models.bundles.bundle import (
    MANIFEST,
    BrokenBundle,
    Bundle,
    ManifestT,
    list_bundles,
    read_manifest,
)
from okng.models.bundles.manifest import AnomalyManifest, Manifest
from okng.models.evaluation.assessment import AssessmentState
from okng.models.inference.assess_model import assess_model

WHOLE, IN_OUTLINE = 4, 1_000
"""Number of manifests cached: a whole one of 20,000 pictures takes some 20 MB."""


class ManifestCache:
    """Reads a manifest again when its file has changed; usable from any thread."""

    def __init__(self, models_dir: Path) -> None:
        self._models_dir = models_dir
        self._whole: VersionedCache[tuple[Path, type[Manifest]], Manifest] = VersionedCache(WHOLE)
        self._documents: VersionedCache[Path, str] = VersionedCache(WHOLE)
        self._outlines: VersionedCache[Path, Manifest] = VersionedCache(IN_OUTLINE)
        self._assessments: dict[str, AssessmentState] = {}

    def read(self, folder: Path, kind: type[ManifestT]) -> ManifestT:
        """The manifest of a bundle; raises `BundleError` as `read_manifest`."""
        manifest = self._whole.get(
            (folder, kind), _file_version(folder), lambda: read_manifest(folder, kind)
        )
        assert isinstance(manifest, kind)
        return manifest

    def document(self, folder: Path) -> str:
        """The manifest as JSON; raises `BundleError` as `read_manifest`."""
        return self._documents.get(
            folder, _file_version(folder), lambda: self.read(folder, Manifest).model_dump_json()
        )

    def outlines(self) -> tuple[list[Bundle[Manifest]], list[BrokenBundle]]:
        """All bundles, their manifests without pictures, and the folders that are no bundle."""
        return list_bundles(self._models_dir, Manifest, self.outline)

    def outline(self, folder: Path) -> Manifest:
        """The manifest without its pictures; raises `BundleError` as `read_manifest`."""
        return self._outlines.get(
            folder,
            _file_version(folder),
            lambda: self._without_pictures(read_manifest(folder, Manifest)),
        )

    def assessment(self, manifest: AnomalyManifest) -> AssessmentState:
        """The assessment of a model that was read in outline."""
        return self._assessments[manifest.content_hash]

    def _without_pictures(self, manifest: Manifest) -> Manifest:
        if not isinstance(manifest, AnomalyManifest):
            return manifest
        # It takes the pictures, which are not kept.
        self._assessments[manifest.content_hash] = assess_model(manifest).state
        return manifest.model_copy(update={"dataset": [], "worst_pictures": [], "growth": None})


def _file_version(folder: Path) -> Hashable:
    """Changes when the manifest is replaced by another file."""
    try:
        status = (folder / MANIFEST).stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns
