"""The pictures of a dataset in columns, with what was measured of them: for histograms and maps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from okng.device.store.database import Database
from okng.device.store.timestamps import from_us
from okng.models.strict_model import StrictModel

ABSENT = -1
"""The index of pictures without a batch, defect type or split."""
SPLITS = ("train", "test")
_QUARTER_US = 900_000_000
"""Time zones are apart by quarters of an hour."""
_COLUMNS = (
    *("picture_id", "sha256", "label", "batch", "defect_type", "split", "author", "created_at_us"),
    *("width", "height", "mask IS NOT NULL", "boxes IS NOT NULL"),
    *("measurement_id", "problem", "bytes", "brightness", "contrast", "focus_db"),
)


class Facet(StrictModel):
    """A property that pictures are grouped by: its values, and the value's index per picture."""

    values: list[str]
    """Sorted; days as YYYY-MM-DD."""
    of: list[int]
    """Index into `values` by picture; -1 for a picture that has none."""


class Facets(StrictModel):
    """The properties that pictures are grouped by."""

    batch: Facet
    defect_type: Facet
    day: Facet
    """The day on which the picture was added, in the station's time zone."""
    person: Facet
    """Who added the picture, also if the account was removed since."""
    split: Facet


class PictureColumns(StrictModel):
    """The pictures of one version of a dataset, oldest first: entry i of all columns is one."""

    version: int
    """Of the dataset; it grows with each change."""
    picture_id: list[int]
    anomaly: list[bool]
    facets: Facets
    masked: list[bool]
    boxed: list[bool]
    width: list[int]
    height: list[int]
    bytes: list[int | None]
    """Size of the file; null, like the following, where it was not measured yet or can't be."""
    brightness: list[float | None]
    """Mean of the grey values, 0..1."""
    contrast: list[float | None]
    """Standard deviation of the grey values, 0..1."""
    focus_db: list[float | None]
    """Energy of the finest detail relative to coarser detail, in decibels."""


class ReadPictures(NamedTuple):
    """The columns of a dataset, and what else was read with them, by picture likewise."""

    columns: PictureColumns
    sha256: list[str]
    measurement: list[int | None]
    """Number of the measurement; None before it was tried."""
    problem: list[str | None]
    """Why the file can't be read."""


def read_pictures(database: Database, dataset: str) -> ReadPictures:
    """Reads all pictures that are not removed, by one statement, so of one version of the rows."""
    rows = database.connection.execute(
        "SELECT (SELECT version FROM dataset_versions WHERE dataset = :dataset), "
        f"{', '.join(_qualified(column) for column in _COLUMNS)} "
        "FROM dataset_pictures AS pictures INDEXED BY dataset_pictures_present "
        "LEFT JOIN picture_measurements AS measured ON measured.sha256 = pictures.sha256 "
        "WHERE pictures.dataset = :dataset AND pictures.removed_at_us IS NULL "
        "ORDER BY pictures.picture_id",
        {"dataset": dataset},
    ).fetchall()
    version = rows[0][0] if rows else 0
    columns = list(zip(*rows, strict=True)) or [()] * (1 + len(_COLUMNS))
    _, picture_id, sha256, label, batch, defect_type, split, author, added_us, *rest = columns
    width, height, masked, boxed, measurement, problem, size, brightness, contrast, focus = rest
    read = PictureColumns.model_construct(
        version=version or 0,
        picture_id=list(picture_id),
        anomaly=[value == "anomaly" for value in label],
        facets=Facets.model_construct(
            batch=_facet(batch),
            defect_type=_facet(defect_type),
            day=_facet(_days(added_us)),
            person=_facet(author),
            split=_facet(split, SPLITS),
        ),
        masked=[bool(value) for value in masked],
        boxed=[bool(value) for value in boxed],
        width=list(width),
        height=list(height),
        bytes=list(size),
        brightness=_rounded(brightness, 4),
        contrast=_rounded(contrast, 4),
        focus_db=_rounded(focus, 2),
    )
    return ReadPictures(read, list(sha256), list(measurement), list(problem))


def _qualified(column: str) -> str:
    measured = {"measurement_id", "problem", "bytes", "brightness", "contrast", "focus_db"}
    return f"{'measured' if column in measured else 'pictures'}.{column}"


def _facet(column: Iterable[str | None], values: Sequence[str] | None = None) -> Facet:
    column = list(column)
    if values is None:
        values = sorted({value for value in column if value is not None})
    index: dict[str | None, int] = {value: number for number, value in enumerate(values)}
    return Facet.model_construct(
        values=list(values), of=[index.get(value, ABSENT) for value in column]
    )


def _days(added_us: Iterable[int]) -> list[str]:
    """The local day of each moment, computed once for each quarter of an hour."""
    known: dict[int, str] = {}
    days = []
    for moment_us in added_us:
        quarter = moment_us // _QUARTER_US
        if quarter not in known:
            known[quarter] = from_us(quarter * _QUARTER_US).astimezone().date().isoformat()
        days.append(known[quarter])
    return days


def _rounded(column: Iterable[float | None], digits: int) -> list[float | None]:
    return [None if value is None else round(value, digits) for value in column]
