"""Quick models of datasets: their computation, and the newest result compared with the pictures."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import AwareDatetime
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from okng.device.datasets.errors import DatasetError
from okng.device.datasets.patch_feature_cache import PatchFeatureCache
from okng.device.datasets.patch_features_of_pictures import features_of
from okng.device.datasets.picture_rows import PictureOutline
from okng.device.datasets.preparations import PreparationStore
from okng.device.datasets.queries import DatasetQueries
from okng.device.datasets.review_results import state_of
from okng.device.store.database import Database
from okng.device.store.timestamps import from_us, now_us
from okng.device.store.versioned_cache import VersionedCache
from okng.device.types import Label, Split
from okng.models.quick_model.quick_model import (
    LEAST_ANOMALOUS,
    LEAST_NORMAL,
    STEP,
    QuickModel,
    quick_model,
)
from okng.models.quick_model.unseen_scores import QuickPicture
from okng.models.strict_model import StrictModel

MOST_PICTURES = 100
"""Pictures that are looked at; docs/benchmarks.md has the time that more would take."""
LEAST_ANOMALOUS_SHARE = 40
"""Room for anomalous pictures among them, where there are more normal ones than fit."""
NAMED_UNREADABLE = 5
"""Most unreadable pictures that a result names."""


class UnreadablePicture(StrictModel):
    """A picture that was left out, and why."""

    picture_id: int
    reason: str


class QuickModelResult(StrictModel):
    """The result of a quick model as it is stored."""

    states: dict[int, str]
    """The label, split and batch of every picture of the dataset at that time, by `picture_id`."""
    used: int
    """Number of pictures that were looked at: all, or a random choice of `MOST_PICTURES`."""
    unreadable: int
    named_unreadable: list[UnreadablePicture]
    seconds: float
    preparation: str = ""
    """The `image_hash` of the dataset's preparation at that time."""
    model: QuickModel | None
    """None where too few normal pictures can be read."""


class QuickModelNews(StrictModel):
    """The newest quick model of a dataset, compared with the pictures as they are now."""

    pictures: int
    """Pictures that the dataset has now."""
    normal_missing: int
    """Normal pictures, not for testing, that are missing before there can be figures."""
    anomalous_missing: int
    """Anomalous pictures that are missing before it can be said what is found."""
    changed: int
    """Pictures that were added, removed or labelled otherwise since the result; all without one."""
    due: bool
    """Whether five or more, or the preparation, changed and there are enough to compute."""
    computed_at: AwareDatetime | None
    seconds: float | None
    of_pictures: int
    """Pictures that the dataset had at that time."""
    used: int
    """Pictures that were looked at: all, or a random choice."""
    unreadable: int
    named_unreadable: list[UnreadablePicture]
    model: QuickModel | None
    """Of its influential pictures, those that are still there."""


def check_enough(dataset: str, news: QuickModelNews) -> None:
    """Raises `DatasetError` where the dataset has too few pictures for a quick model."""
    if not news.pictures:
        raise DatasetError(f"dataset {dataset!r} has no pictures")
    if news.normal_missing:
        raise DatasetError(
            f"dataset {dataset!r} has {LEAST_NORMAL - news.normal_missing} normal pictures to "
            f"learn from, and a quick model needs {LEAST_NORMAL}: add {news.normal_missing} more. "
            "Pictures for testing don't count"
        )


class QuickModels:
    """Store of the newest quick model of each dataset; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)
        self._datasets = DatasetQueries(data_dir)
        self._preparations = PreparationStore(data_dir)
        self._news: VersionedCache[str, QuickModelNews] = VersionedCache()

    def record(self, dataset: str, result: QuickModelResult) -> None:
        """Stores a result, in place of the previous one."""
        self._database.connection.execute(
            "INSERT OR REPLACE INTO quick_models VALUES (?, ?, ?)",
            (dataset, now_us(), result.model_dump_json()),
        )

    def news(self, dataset: str) -> QuickModelNews:
        """The newest result of a dataset, and what changed since; also before the first one."""
        row = self._database.connection.execute(
            "SELECT computed_at_us FROM quick_models WHERE dataset = ?", (dataset,)
        ).fetchone()
        preparation = self._preparations.current(dataset).image_hash
        version = self._datasets.version(dataset), row and row["computed_at_us"], preparation
        return self._news.get(dataset, version, lambda: self._read(dataset, preparation))

    def _read(self, dataset: str, preparation: str) -> QuickModelNews:
        row = self._database.connection.execute(
            "SELECT * FROM quick_models WHERE dataset = ?", (dataset,)
        ).fetchone()
        result = QuickModelResult.model_validate_json(row["result"]) if row else None
        outlines = self._datasets.outlines(dataset)
        states = {outline.picture_id: _state(outline) for outline in outlines}
        before = result.states if result else {}
        changed = len(dict(states.items() ^ before.items()))
        prepared_otherwise = result is not None and result.preparation != preparation
        missing = max(0, LEAST_NORMAL - sum(map(_is_learnt, outlines)))
        anomalous = sum(outline.label is Label.ANOMALY for outline in outlines)
        return QuickModelNews(
            pictures=len(outlines),
            normal_missing=missing,
            anomalous_missing=max(0, LEAST_ANOMALOUS - anomalous),
            changed=changed,
            due=(changed >= STEP or prepared_otherwise) and not missing,
            computed_at=from_us(row["computed_at_us"]) if row else None,
            seconds=result.seconds if result else None,
            of_pictures=len(before),
            used=result.used if result else 0,
            unreadable=result.unreadable if result else 0,
            named_unreadable=result.named_unreadable if result else [],
            model=result.model and _with_present(result.model, states, before) if result else None,
        )


def compute_quick_model(dataset: str, data_dir: Path, min_free_mb: int) -> QuickModelResult:
    """Computes the quick model of a dataset in one thread; does not store it.

    Features of pictures are kept in a cache, unless less than `min_free_mb` would stay free.

    Raises:
        DatasetError: the dataset has no pictures.
    """
    started_s = time.monotonic()
    datasets = DatasetQueries(data_dir)
    preparation = PreparationStore(data_dir).current(dataset)
    outlines = datasets.outlines(dataset)
    if not outlines:
        raise DatasetError(f"dataset {dataset!r} has no pictures")
    ids = choose_pictures(outlines)
    rows = datasets.with_ids(ids)
    pictures = [rows[picture_id] for picture_id in ids if picture_id in rows]
    with threadpool_limits(limits=1):
        cache = PatchFeatureCache(data_dir, min_free_mb, preparation)
        features, problems = features_of(pictures, data_dir, cache)
        readable = [picture for picture in pictures if picture.picture_id in features]
        model = quick_model(
            [
                QuickPicture(
                    key=picture.picture_id,
                    anomalous=picture.label is Label.ANOMALY,
                    batch=picture.batch,
                    held_out=picture.split is Split.TEST,
                )
                for picture in readable
            ],
            [features[picture.picture_id] for picture in readable],
        )
    cache.prune()
    return QuickModelResult(
        states={outline.picture_id: _state(outline) for outline in outlines},
        used=len(readable),
        unreadable=len(problems),
        named_unreadable=[
            UnreadablePicture(picture_id=picture_id, reason=reason)
            for picture_id, reason in list(problems.items())[:NAMED_UNREADABLE]
        ],
        seconds=time.monotonic() - started_s,
        preparation=preparation.image_hash,
        model=model,
    )


def choose_pictures(outlines: Sequence[PictureOutline]) -> list[int]:
    """The ids of at most `MOST_PICTURES` pictures, in the order in which they were added.

    Of more, those with the smallest SHA-256 are chosen: at random as far as the pictures are
    concerned, but the same ones every time, and most of them still when more are added.
    """
    anomalous = [outline for outline in outlines if outline.label is Label.ANOMALY]
    normal = [outline for outline in outlines if outline.label is not Label.ANOMALY]
    room = max(MOST_PICTURES - len(normal), LEAST_ANOMALOUS_SHARE)
    chosen = _smallest(anomalous, min(room, len(anomalous)))
    chosen += _smallest(normal, MOST_PICTURES - len(chosen))
    return sorted(outline.picture_id for outline in chosen)


def _smallest(outlines: Sequence[PictureOutline], count: int) -> list[PictureOutline]:
    return sorted(outlines, key=lambda outline: (outline.sha256, outline.picture_id))[:count]


def _is_learnt(outline: PictureOutline) -> bool:
    return outline.label is Label.NORMAL and outline.split is not Split.TEST


def _state(outline: PictureOutline) -> str:
    """What the figures depend on besides the file."""
    return f"{state_of(outline)} {outline.batch or ''}".strip()


def _with_present(
    model: QuickModel, states: Mapping[int, str], before: Mapping[int, str]
) -> QuickModel:
    """The model without influential pictures that were removed or labelled otherwise since."""
    present = [
        influence
        for influence in model.influential
        if states.get(influence.picture) == before.get(influence.picture)
    ]
    return model.model_copy(update={"influential": present})
