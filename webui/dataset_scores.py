"""Scores of a dataset's pictures by the newest model that was trained from it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import datetime
from pathlib import Path

from okng.device.datasets.queries import DatasetQueries
from okng.device.store.versioned_cache import VersionedCache
from okng.device.types import ModelReference
from okng.models.bundles.bundle import BundleError
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.strict_model import StrictModel
from okng.webui.manifest_cache import ManifestCache

SAMPLE = 200
"""So many pictures of a manifest, spread over it, tell which dataset it was trained from."""


class ScoredBy(StrictModel):
    """The model whose scores are shown, with the threshold that its training proposed."""

    model: ModelReference
    threshold: float


class DatasetScores:
    """Finds the newest model of a dataset, and its scores by the SHA-256; usable from any thread.

    A picture's score in a manifest is that of a model which had not seen it (cross-validation).
    """

    def __init__(self, data_dir: Path, manifests: ManifestCache) -> None:
        self._datasets = DatasetQueries(data_dir)
        self._manifests = manifests
        self._samples: dict[str, tuple[str, ...]] = {}
        self._newest: VersionedCache[str, Path | None] = VersionedCache()

    def version(self, dataset: str) -> Hashable:
        """Changes when another model is the newest one of the dataset."""
        return self._newest_path(dataset)

    def scored_by(self, dataset: str) -> tuple[ScoredBy, dict[str, float]] | None:
        """The newest model with its scores by SHA-256; None if there is none."""
        path = self._newest_path(dataset)
        try:
            manifest = None if path is None else self._manifests.read(path, AnomalyManifest)
        except BundleError:
            # It was removed just now, and another one is the newest.
            return None
        if manifest is None:
            return None
        reference = ModelReference(name=manifest.name, version=manifest.version)
        scores = {
            picture.sha256: picture.score
            for picture in manifest.dataset
            if picture.score is not None
        }
        return ScoredBy(model=reference, threshold=manifest.threshold), scores

    def _newest_path(self, dataset: str) -> Path | None:
        bundles, _ = self._manifests.outlines()
        models = [
            (bundle.manifest.created_at, bundle.manifest.content_hash, bundle.path)
            for bundle in bundles
            if isinstance(bundle.manifest, AnomalyManifest)
        ]
        models.sort(reverse=True)
        version = (tuple(models), self._datasets.version_of_all())
        return self._newest.get(dataset, version, lambda: self._find(dataset, models))

    def _find(self, dataset: str, models: Sequence[tuple[datetime, str, Path]]) -> Path | None:
        for _, content_hash, path in models:
            counts = self._datasets.datasets_of(self._sample(content_hash, path))
            if counts and max(counts, key=counts.__getitem__) == dataset:
                return path
        return None

    def _sample(self, content_hash: str, path: Path) -> tuple[str, ...]:
        if content_hash not in self._samples:
            pictures = self._manifests.read(path, AnomalyManifest).dataset
            step = max(1, len(pictures) // SAMPLE)
            self._samples[content_hash] = tuple(picture.sha256 for picture in pictures[::step])
        return self._samples[content_hash]
