"""Making a package of a model: the bundle, and pictures to which the model's answers are known."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from okng.device.datasets.store import DatasetStore
from okng.device.model_exchange.keys import ModelKeys
from okng.device.store.regression import RegressionStore
from okng.device.store.station_id import station_id
from okng.models.atomic_files import TEMPORARY_SUFFIX, sync_folder
from okng.models.bundles.bundle import Bundle, load_bundle
from okng.models.bundles.manifest import AnomalyManifest, Manifest
from okng.models.compilation.calibration_pictures import evenly_spaced
from okng.models.exchange.errors import PackageError
from okng.models.exchange.package import PackageDescription, write_package
from okng.models.exchange.reference_answers import answer, to_npz

MOST_REFERENCES = 10


def export_model(
    data_dir: Path,
    bundle: Bundle[Manifest],
    target: Path,
    pictures: Sequence[Path] = (),
) -> PackageDescription:
    """Writes a signed package of the model to the file `target`, which appears when it is complete.

    Args:
        data_dir: The station's, with its key and its datasets.
        bundle: The model.
        target: The package.
        pictures: Reference pictures; by default some from which the model learnt, or of its
            regression set.

    Raises:
        PackageError: there are no reference pictures.
        okng.models.bundles.bundle.BundleError: the bundle was changed.
        OSError: the file can't be written; none is left then.
    """
    bundle = load_bundle(bundle.path, Manifest)
    references = evenly_spaced(pictures or _pictures_of(data_dir, bundle.manifest), MOST_REFERENCES)
    if not references:
        raise PackageError(
            f"{bundle.manifest.name} version {bundle.manifest.version}: the station has none of "
            "the pictures that it learnt from and no regression set; name a folder of pictures of "
            "the part with --pictures"
        )
    partial = target.with_name(target.name + TEMPORARY_SUFFIX)
    try:
        with partial.open("wb") as file:
            description = write_package(
                file,
                bundle,
                references,
                to_npz(answer(bundle, references)),
                station=station_id(data_dir),
                created_at=datetime.now(UTC),
                key=ModelKeys(data_dir).signing_key(),
            )
            file.flush()
            os.fsync(file.fileno())
        partial.rename(target)
    finally:
        partial.unlink(missing_ok=True)
    sync_folder(target.absolute().parent)
    return description


def _pictures_of(data_dir: Path, manifest: Manifest) -> list[Path]:
    """Files that are still there, good and anomalous ones in turn."""
    pictures: list[Path] = []
    if isinstance(manifest, AnomalyManifest):
        stored = DatasetStore(data_dir).with_hashes(entry.sha256 for entry in manifest.dataset)
        learnt = [entry for entry in manifest.dataset if entry.sha256 in stored]
        for label in ("normal", "anomaly"):
            chosen = [stored[entry.sha256].path for entry in learnt if entry.label == label]
            pictures += evenly_spaced([data_dir / path for path in chosen], MOST_REFERENCES // 2)
    if not pictures:
        regression = RegressionStore(data_dir).pictures(manifest.name)
        pictures = [data_dir / picture.path for picture in regression]
    return [path for path in pictures if path.is_file()]
