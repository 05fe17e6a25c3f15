"""Queries of datasets: their pictures, by page and by hash, and their summaries."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Container, Iterable
from pathlib import Path

from okng.device.datasets.errors import DatasetError
from okng.device.datasets.picture_rows import (
    OUTLINE_COLUMNS,
    PictureOutline,
    outline_of_row,
    picture_of_row,
)
from okng.device.store.database import Database
from okng.device.types import DatasetPicture, Label, Name, Split
from okng.models.strict_model import StrictModel


class DatasetSummary(StrictModel):
    """A dataset and how many pictures it has, removed ones left out."""

    name: Name
    normal: int
    anomaly: int
    removed: int
    batches: tuple[str, ...]
    """Named by somebody, sorted; so are the types of defect and the classes of boxes."""
    defect_types: tuple[str, ...]
    box_classes: tuple[str, ...]
    boxes: dict[str, int]
    """How many of each class."""
    boxed: int
    """Pictures of which somebody has said where objects are, or that there are none."""
    masked: int
    """Pictures with a mask."""
    mask_classes: tuple[str, ...]
    last: DatasetPicture | None
    """The newest picture; null when all are removed."""


class DatasetQueries:
    """Finds pictures of datasets; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def get(self, picture_id: int) -> DatasetPicture:
        """One picture, also a removed one.

        Raises:
            DatasetError: there is none with that id.
        """
        row = self._database.connection.execute(
            "SELECT * FROM dataset_pictures WHERE picture_id = ?", (picture_id,)
        ).fetchone()
        if row is None:
            raise DatasetError(f"there is no dataset picture {picture_id}")
        return picture_of_row(row)

    def pictures(
        self, dataset: str, label: Label | None = None, *, removed: bool = False
    ) -> list[DatasetPicture]:
        """The pictures of a dataset, or only those removed from it, the oldest first."""
        rows = self._database.connection.execute(
            "SELECT * FROM dataset_pictures WHERE dataset = ? AND (? IS NULL OR label = ?) "
            f"AND removed_at_us IS {'NOT ' if removed else ''}NULL ORDER BY picture_id",
            (dataset, label, label),
        )
        return [picture_of_row(row) for row in rows]

    def page(
        self,
        dataset: str,
        *,
        before: int | None = None,
        label: Label | None = None,
        removed: bool = False,
        batch: str | None = None,
        defect_type: str | None = None,
        split: Split | None = None,
        boxed: bool | None = None,
        masked: bool | None = None,
        limit: int = 50,
    ) -> list[DatasetPicture]:
        """Pictures of a dataset, the newest first.

        Args:
            dataset: its name.
            before: only with a smaller id: the next older page.
            label: only these.
            removed: only those removed, instead of only the others.
            batch: only of this one.
            defect_type: only of this one.
            split: only these; undecided pictures are learnt from like `train`.
            boxed: only those of which somebody has said what is in them, or only the others.
            masked: only those with a mask, or only the others.
            limit: at most this many.
        """
        conditions = ["dataset = ?", f"removed_at_us IS {'NOT ' if removed else ''}NULL"]
        if boxed is not None:
            conditions.append(f"boxes IS {'NOT ' if boxed else ''}NULL")
        if masked is not None:
            conditions.append(f"mask IS {'NOT ' if masked else ''}NULL")
        if split is not None:
            conditions.append("coalesce(split, 'train') = ?")
        filters = {"label": label, "batch": batch, "defect_type": defect_type}
        chosen = {name: value for name, value in filters.items() if value is not None}
        conditions += [f"{name} = ?" for name in chosen]
        if before is not None:
            conditions.append("picture_id < ?")
        values = [dataset, split, *chosen.values(), before]
        rows = self._database.connection.execute(
            f"SELECT * FROM dataset_pictures INDEXED BY {_index(removed, boxed, masked, chosen)} "
            f"WHERE {' AND '.join(conditions)} ORDER BY picture_id DESC LIMIT ?",
            [*(value for value in values if value is not None), limit],
        )
        return [picture_of_row(row) for row in rows]

    def boxed(self, dataset: str) -> list[DatasetPicture]:
        """The annotated pictures: those whose boxes somebody has set, the oldest first."""
        rows = self._database.connection.execute(
            "SELECT * FROM dataset_pictures INDEXED BY dataset_pictures_boxed "
            "WHERE dataset = ? AND removed_at_us IS NULL AND boxes IS NOT NULL "
            "ORDER BY picture_id",
            (dataset,),
        )
        return [picture_of_row(row) for row in rows]

    def outlines(self, dataset: str, *, removed: bool = False) -> list[PictureOutline]:
        """As `pictures`, without the fields that take long to read for thousands of pictures."""
        rows = self._database.connection.execute(
            f"SELECT {OUTLINE_COLUMNS} FROM dataset_pictures INDEXED BY {_index(removed)} "
            f"WHERE dataset = ? AND removed_at_us IS {'NOT ' if removed else ''}NULL "
            "ORDER BY picture_id",
            (dataset,),
        )
        return [outline_of_row(row) for row in rows]

    def mask_hashes(self, dataset: str) -> dict[int, str]:
        """The SHA-256 of all masks' files by `picture_id`, those of removed pictures as well."""
        rows = self._database.connection.execute(
            "SELECT picture_id, json_extract(mask, '$.sha256') FROM dataset_pictures "
            "INDEXED BY dataset_pictures_masked "
            "WHERE dataset = :dataset AND removed_at_us IS NULL AND mask IS NOT NULL UNION ALL "
            "SELECT picture_id, json_extract(mask, '$.sha256') FROM dataset_pictures "
            f"INDEXED BY {_index(True)} "
            "WHERE dataset = :dataset AND removed_at_us IS NOT NULL AND mask IS NOT NULL",
            {"dataset": dataset},
        )
        return dict(rows.fetchall())

    def with_ids(self, picture_ids: Iterable[int]) -> dict[int, DatasetPicture]:
        """The pictures with these ids of any dataset, also removed ones, by id."""
        rows = self._database.connection.execute(
            "SELECT * FROM dataset_pictures WHERE picture_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(picture_ids)),),
        )
        return {row["picture_id"]: picture_of_row(row) for row in rows}

    def datasets_of(self, hashes: Iterable[str]) -> dict[str, int]:
        """How many of the SHA-256 each dataset has, or had; those with none are left out."""
        rows = self._database.connection.execute(
            "SELECT dataset, count(DISTINCT sha256) FROM dataset_pictures "
            "INDEXED BY dataset_pictures_by_sha256 "
            "WHERE sha256 IN (SELECT value FROM json_each(?)) GROUP BY dataset",
            (json.dumps(list(hashes)),),
        )
        return dict(rows.fetchall())

    def version(self, dataset: str) -> int:
        """Grows with whatever is done to a dataset, its reviews and its findings included."""
        row = self._database.connection.execute(
            "SELECT version FROM dataset_versions WHERE dataset = ?", (dataset,)
        ).fetchone()
        return 0 if row is None else row["version"]

    def version_of_all(self) -> int:
        """Grows with whatever is done to any dataset."""
        version: int = self._database.connection.execute(
            "SELECT coalesce(sum(version), 0) FROM dataset_versions"
        ).fetchone()[0]
        return version

    def names(self) -> list[str]:
        """All datasets, sorted."""
        rows = self._database.connection.execute("SELECT DISTINCT dataset FROM dataset_facets")
        return sorted(row["dataset"] for row in rows)

    def with_hashes(self, hashes: Iterable[str]) -> dict[str, DatasetPicture]:
        """The pictures with these SHA-256 of any dataset, by hash; the newest of equal ones."""
        rows = self._database.connection.execute(
            "SELECT * FROM dataset_pictures WHERE sha256 IN (SELECT value FROM json_each(?)) "
            "ORDER BY picture_id",
            (json.dumps(list(hashes)),),
        )
        return {row["sha256"]: picture_of_row(row) for row in rows}

    def summaries(self) -> list[DatasetSummary]:
        """All datasets by name."""
        return [self.summary(name) for name in self.names()]

    def summary(self, dataset: str) -> DatasetSummary:
        """What its pictures have in common and the newest; zeros when the dataset isn't there."""
        counts: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for facet, value, count in self._database.connection.execute(
            "SELECT facet, value, count FROM dataset_facets WHERE dataset = ? ORDER BY value",
            (dataset,),
        ):
            counts[facet][value] = count
        newest = self.page(dataset, limit=1)
        return DatasetSummary(
            name=dataset,
            normal=counts["label"].get(Label.NORMAL, 0),
            anomaly=counts["label"].get(Label.ANOMALY, 0),
            removed=sum(counts["removed"].values()),
            batches=tuple(counts["batch"]),
            defect_types=tuple(counts["defect_type"]),
            box_classes=tuple(counts["box_class"]),
            boxes=counts["box_class"],
            boxed=sum(counts["boxed"].values()),
            masked=sum(counts["masked"].values()),
            mask_classes=tuple(counts["mask_class"]),
            last=newest[0] if newest else None,
        )


def _index(
    removed: bool,
    boxed: bool | None = None,
    masked: bool | None = None,
    chosen: Container[str] = (),
) -> str:
    """The index with exactly these pictures of each dataset, or the fewest others."""
    if removed:
        return "dataset_pictures_removed"
    for name in ("batch", "defect_type"):
        if name in chosen:
            return f"dataset_pictures_by_{name}"
    if masked:
        return "dataset_pictures_masked"
    if boxed is not None:
        return "dataset_pictures_boxed" if boxed else "dataset_pictures_unboxed"
    return "dataset_pictures_by_label" if "label" in chosen else "dataset_pictures_present"
