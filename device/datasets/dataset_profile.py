"""Profile of a dataset: how its pictures are spread, what was measured of them, what is missing."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import NamedTuple

from okng.device.datasets.dataset_gaps import Gap, dataset_gaps
from okng.device.datasets.picture_columns import ABSENT, Facet, ReadPictures, read_pictures
from okng.device.datasets.picture_measurements import PictureMeasurements
from okng.device.datasets.queries import DatasetQueries
from okng.device.datasets.review_results import ReviewStanding
from okng.device.store.database import Database
from okng.device.store.versioned_cache import VersionedCache
from okng.device.types import Name
from okng.models.dataset_review.principal_components import project
from okng.models.strict_model import StrictModel

KEPT = 4
"""Datasets whose columns are kept in memory: some 10 MB for 20,000 pictures."""
NAMED_UNREADABLE = 50


class LabelCounts(StrictModel):
    """Pictures with the same value of a property, by label."""

    value: str | None
    """Null for the pictures without one."""
    normal: int
    anomaly: int


class UnreadablePicture(StrictModel):
    """A picture whose file can't be measured."""

    picture_id: int
    problem: str


class DatasetProfile(StrictModel):
    """How the pictures of one version of a dataset are spread, and what it lacks."""

    dataset: Name
    version: int
    """Of the dataset; it grows with each change, and the columns carry it too."""
    normal: int
    anomaly: int
    batches: list[LabelCounts]
    defect_types: list[LabelCounts]
    days: list[LabelCounts]
    persons: list[LabelCounts]
    splits: list[LabelCounts]
    measured: int
    """Pictures with measurements."""
    unmeasured: int
    """Pictures that were not tried yet."""
    unreadable: int
    unreadable_pictures: list[UnreadablePicture]
    """The first 50 of them, with the reason."""
    gaps: list[Gap]


class PictureMap(StrictModel):
    """The measured pictures on the first two principal components of their embeddings."""

    x: list[float | None]
    """By picture, in the order of the columns; null where it was not measured."""
    y: list[float | None]
    explained: tuple[float, float]
    """The share of the variance that each axis shows, 0..1."""


class _Points(NamedTuple):
    by_picture: dict[int, tuple[float, float]]
    explained: tuple[float, float]


class DatasetProfiles:
    """Computes profiles, once for each version of a dataset; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)
        self._datasets = DatasetQueries(data_dir)
        self._measurements = PictureMeasurements(data_dir)
        self._pictures: VersionedCache[str, ReadPictures] = VersionedCache(KEPT)
        self._maps: VersionedCache[str, _Points | None] = VersionedCache(KEPT)

    def version(self, dataset: str) -> Hashable:
        """Changes with the dataset and with each measurement."""
        return self._datasets.version(dataset), self._measurements.newest()

    def pictures(self, dataset: str) -> ReadPictures:
        """All pictures in columns, with their hashes."""
        return self._pictures.get(
            dataset, self.version(dataset), lambda: read_pictures(self._database, dataset)
        )

    def profile(self, dataset: str, review: ReviewStanding | None) -> DatasetProfile:
        """Counts, the progress of the measurement, and gaps; `review` is the newest review."""
        read = self.pictures(dataset)
        columns, facets = read.columns, read.columns.facets
        unreadable = [
            UnreadablePicture(picture_id=picture_id, problem=problem)
            for picture_id, problem in zip(columns.picture_id, read.problem, strict=True)
            if problem is not None
        ]
        measured = sum(brightness is not None for brightness in columns.brightness)
        anomaly = columns.anomaly.count(True)
        return DatasetProfile(
            dataset=dataset,
            version=columns.version,
            normal=len(columns.anomaly) - anomaly,
            anomaly=anomaly,
            batches=_by_label(facets.batch, columns.anomaly),
            defect_types=_by_label(facets.defect_type, columns.anomaly),
            days=_by_label(facets.day, columns.anomaly),
            persons=_by_label(facets.person, columns.anomaly),
            splits=_by_label(facets.split, columns.anomaly),
            measured=measured,
            unmeasured=len(columns.picture_id) - measured - len(unreadable),
            unreadable=len(unreadable),
            unreadable_pictures=unreadable[:NAMED_UNREADABLE],
            gaps=dataset_gaps(columns, review),
        )

    def picture_map(self, dataset: str) -> PictureMap | None:
        """The map of the measured pictures; None if there are fewer than two different ones."""
        read = self.pictures(dataset)
        files = tuple(zip(read.columns.picture_id, read.measurement, strict=True))
        points = self._maps.get(dataset, files, lambda: self._project(dataset))
        if points is None:
            return None
        placed = [points.by_picture.get(picture_id) for picture_id in read.columns.picture_id]
        return PictureMap(
            x=[None if point is None else point[0] for point in placed],
            y=[None if point is None else point[1] for point in placed],
            explained=points.explained,
        )

    def _project(self, dataset: str) -> _Points | None:
        picture_ids, vectors = self._measurements.embeddings(dataset)
        projection = project(vectors)
        if projection is None:
            return None
        rounded = [(round(x, 4), round(y, 4)) for x, y in projection.points.tolist()]
        return _Points(dict(zip(picture_ids, rounded, strict=True)), projection.explained)


def _by_label(facet: Facet, anomaly: list[bool]) -> list[LabelCounts]:
    """Counts of each value in its order, at the end those of the pictures without one."""
    counts = [[0, 0] for _ in facet.values] + [[0, 0]]
    for index, is_anomaly in zip(facet.of, anomaly, strict=True):
        counts[index][is_anomaly] += 1
    values: list[str | None] = [*facet.values, None]
    assert values[ABSENT] is None
    return [
        LabelCounts(value=value, normal=normal, anomaly=anomalous)
        for value, (normal, anomalous) in zip(values, counts, strict=True)
        if normal + anomalous
    ]
