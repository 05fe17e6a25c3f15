"""The facts of a fit report: whether a dataset and its newest model fit, and what is missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from pydantic import AwareDatetime

from okng.device.datasets.review_results import DatasetFindings
from okng.device.datasets.store import DatasetStore
from okng.device.reports.cycle_facts import CycleFacts, cycle_facts
from okng.device.reports.dataset_facts import DatasetFacts, dataset_facts
from okng.device.reports.defect_sizes import DefectSizes, defect_sizes
from okng.device.reports.errors import ReportError
from okng.device.reports.gaps import Gap, gaps
from okng.device.reports.model_facts import ModelFacts, model_facts, newest_manifest
from okng.device.reports.picture_groups import Appendix, ListedPicture, PictureGroup, listed
from okng.device.reports.review_facts import ReviewFacts, review_facts
from okng.device.reports.scene_facts import SceneFacts, scene_facts
from okng.device.reports.unknowns import Unknown, unknowns
from okng.device.store.ledger import Ledger
from okng.device.store.recipes import RecipeStore
from okng.device.types import DatasetPicture, Name, Split
from okng.models.bundles.dataset_snapshot import SnapshotPicture, snapshot_sha256
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.strict_model import StrictModel

LEAST_PICTURES = 20
"""A report of fewer pictures would say nothing but that they are too few."""

Progress = Callable[[float, str], None]


class FitFacts(StrictModel):
    """Everything that a fit report says, before it is worded."""

    station: Name
    author: str
    made_at: AwareDatetime
    question: str
    """What is to be found out, in the words of whoever asked for the report; may be empty."""
    dataset: Name
    dataset_version: int
    """Grows with every change of the dataset; the report is about this one."""
    snapshot_sha256: str
    """Hash of the pictures and labels, as a model's manifest has it."""
    pictures: DatasetFacts
    model: ModelFacts | None
    recipes: tuple[str, ...]
    """Recipes that use the model, by name."""
    unknowns: tuple[Unknown, ...]
    defects: DefectSizes | None
    """Null where no anomalous picture has a mask or box."""
    scene: SceneFacts | None
    """Null without a model, and for models that were trained without a scene."""
    cycle: CycleFacts | None
    """Null where too few parts were inspected with the model."""
    review: ReviewFacts | None
    """Null where the pictures were never checked."""
    gaps: tuple[Gap, ...]
    groups: tuple[PictureGroup, ...]
    listed: tuple[ListedPicture, ...]


def gather_fit_facts(
    data_dir: Path,
    station: str,
    dataset: str,
    author: str,
    question: str = "",
    progress: Progress = lambda share, words: None,
) -> FitFacts:
    """The facts of a dataset as it is now; pictures are counted once, so that all figures agree.

    Raises:
        ReportError: the dataset has fewer than `LEAST_PICTURES` pictures.
    """
    store = DatasetStore(data_dir)
    version, pictures = _at_one_version(store, dataset)
    if len(pictures) < LEAST_PICTURES:
        raise ReportError(
            f"dataset {dataset!r} has {len(pictures)} pictures; a fit report needs at least "
            f"{LEAST_PICTURES}"
        )
    appendix = Appendix(data_dir)
    progress(0.05, "counting the pictures")
    counts = dataset_facts(pictures, appendix)
    progress(0.2, "reading the model")
    manifest = newest_manifest(data_dir, dataset)
    model = model_facts(manifest, data_dir, dataset, pictures, appendix) if manifest else None
    progress(0.3, "measuring the defects")
    defects = defect_sizes(pictures, _found(manifest), data_dir, appendix)
    progress(0.4, "reading the ledger")
    recipes = RecipeStore(data_dir)
    cycle = cycle_facts(Ledger(data_dir), recipes, model.name) if model else None
    standing = DatasetFindings(data_dir).standing(dataset)
    review = review_facts(standing, appendix) if standing else None
    questions = unknowns(counts, model, defects.measured if defects else 0)
    return FitFacts(
        station=station,
        author=author,
        made_at=datetime.now(UTC),
        question=question.strip(),
        dataset=dataset,
        dataset_version=version,
        snapshot_sha256=snapshot_sha256(_snapshot(picture) for picture in pictures),
        pictures=counts,
        model=model,
        recipes=tuple(
            version.recipe.name
            for version in recipes.list()
            if model and version.recipe.model and version.recipe.model.name == model.name
        ),
        unknowns=questions,
        defects=defects,
        scene=scene_facts(manifest.scene) if manifest and manifest.scene else None,
        cycle=cycle,
        review=review,
        gaps=gaps(counts, model, questions, review, cycle),
        groups=tuple(appendix.groups),
        listed=listed(pictures),
    )


def _at_one_version(store: DatasetStore, dataset: str) -> tuple[int, list[DatasetPicture]]:
    """The pictures with the version that they are of, though others change them meanwhile."""
    while True:
        version = store.version(dataset)
        pictures = store.pictures(dataset)
        if store.version(dataset) == version:
            return version, pictures


def _found(manifest: AnomalyManifest | None) -> dict[str, bool]:
    """Whether the model calls an anomalous picture so, by SHA-256, where it was tested on it."""
    if manifest is None:
        return {}
    return {
        picture.sha256: picture.score > manifest.threshold
        for picture in manifest.dataset
        if picture.label == "anomaly" and picture.score is not None
    }


def _snapshot(picture: DatasetPicture) -> SnapshotPicture:
    return SnapshotPicture(
        picture.sha256,
        picture.label.value,
        picture.batch,
        picture.defect_type,
        picture.split is Split.TEST,
        picture.mask.sha256 if picture.mask else None,
    )
