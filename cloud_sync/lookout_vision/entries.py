"""Dataset entries: lines of a manifest, each with a picture of the station once it is labelled.

A project's entries follow the station's dataset of its name: what is labelled, moved between
training and testing, removed or added on the pages is so here, too.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from okng.cloud_sync.lookout_vision.answers import DatasetImageStats, ListDatasetEntriesAnswer
from okng.cloud_sync.lookout_vision.manifest_lines import line_of_picture, with_label, with_mask
from okng.cloud_sync.lookout_vision.paging import first_page, position_of, token_after
from okng.cloud_sync.lookout_vision.requests import ListDatasetEntries
from okng.cloud_sync.lookout_vision.station_bucket import mask_reference, pictures_address
from okng.device.datasets.store import DatasetStore
from okng.device.store.database import Database
from okng.device.store.timestamps import from_us, to_us
from okng.device.types import Label, PictureMask, Split

_IS_THERE = (
    "SELECT 1 FROM dataset_pictures AS picture WHERE picture.picture_id = entry.picture_id "
    "AND picture.removed_at_us IS NULL"
)


class NewEntry(NamedTuple):
    """An entry to write."""

    source_ref: str
    picture_id: int | None
    line: str
    mask_sha256: str | None = None
    """Of the picture's mask, as which the line's came in."""


class Entries:
    """Lists, counts and writes entries; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)
        self._datasets = DatasetStore(data_dir)

    def list(self, request: ListDatasetEntries) -> ListDatasetEntriesAnswer:
        """ListDatasetEntries, in the order in which the entries came."""
        self.follow_station(request.project_name)
        after = position_of("entries", request.next_token, int)
        before_us, after_us = (
            None if time is None else to_us(time)
            for time in (request.before_creation_date, request.after_creation_date)
        )
        rows = self._database.connection.execute(
            "SELECT entry.*, label, mask FROM lookout_entries AS entry "
            "LEFT JOIN dataset_pictures USING (picture_id) "
            "WHERE project = :project AND type = :type AND entry_id > :after "
            "AND (:labeled IS NULL OR (label IS NOT NULL) = :labeled) "
            "AND (:class IS NULL OR label = :class OR EXISTS (SELECT 1 "
            "FROM json_each(mask, '$.classes') WHERE json_extract(value, '$.name') = :class)) "
            "AND (:before_us IS NULL OR entry.created_at_us < :before_us) "
            "AND (:after_us IS NULL OR entry.created_at_us > :after_us) "
            "AND (:part IS NULL OR instr(source_ref, :part)) ORDER BY entry_id LIMIT :limit",
            {
                "project": request.project_name,
                "type": request.dataset_type,
                "after": after or 0,
                "labeled": request.labeled,
                "class": request.anomaly_class,
                "before_us": before_us,
                "after_us": after_us,
                "part": request.source_ref_contains,
                "limit": request.max_results + 1,
            },
        ).fetchall()
        page, goes_on = first_page(rows, request.max_results)
        return ListDatasetEntriesAnswer(
            dataset_entries=[json.dumps(_content(row), ensure_ascii=False) for row in page],
            next_token=token_after("entries", page[-1]["entry_id"]) if goes_on else None,
        )

    def stats(self, project: str, kind: Split) -> DatasetImageStats:
        """How many entries have which label."""
        self.follow_station(project)
        counts = dict(
            self._database.connection.execute(
                "SELECT label, count(*) FROM lookout_entries AS entry "
                "LEFT JOIN dataset_pictures USING (picture_id) "
                "WHERE project = ? AND type = ? GROUP BY label",
                (project, kind),
            ).fetchall()
        )
        normal, anomaly = (counts.get(label, 0) for label in (Label.NORMAL, Label.ANOMALY))
        return DatasetImageStats(
            total=sum(counts.values()), labeled=normal + anomaly, normal=normal, anomaly=anomaly
        )

    def pictures(self, project: str, kind: Split) -> dict[str, int | None]:
        """The picture of each entry by its source-ref; None for those without a label."""
        self.follow_station(project)
        rows = self._database.connection.execute(
            "SELECT source_ref, picture_id FROM lookout_entries WHERE project = ? AND type = ?",
            (project, kind),
        )
        return dict(rows.fetchall())

    def lines_by_hash(self, project: str, hashes: Sequence[str]) -> dict[str, dict[str, Any]]:
        """The contents of entries by the SHA-256 of their pictures."""
        self.follow_station(project)
        rows = self._database.connection.execute(
            "SELECT entry.*, label, mask, sha256 FROM lookout_entries AS entry "
            "JOIN dataset_pictures USING (picture_id) "
            "WHERE project = ? AND sha256 IN (SELECT value FROM json_each(?))",
            (project, json.dumps(list(hashes))),
        )
        return {row["sha256"]: _content(row) for row in rows}

    def write(self, project: str, kind: Split, entries: Sequence[NewEntry], now_us: int) -> None:
        """Adds entries, or gives those with the same source-ref the new picture and line."""
        with self._database.transaction() as connection:
            # The picture had an entry of the station, or one with another reference.
            connection.executemany(
                "DELETE FROM lookout_entries WHERE picture_id = ? "
                "AND (project, type, source_ref) <> (?, ?, ?)",
                [(entry.picture_id, project, kind, entry.source_ref) for entry in entries],
            )
            connection.executemany(
                "INSERT INTO lookout_entries "
                "(project, type, source_ref, picture_id, line, mask_sha256, created_at_us) "
                "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (project, type, source_ref) DO UPDATE "
                "SET picture_id = excluded.picture_id, line = excluded.line, "
                "mask_sha256 = excluded.mask_sha256",
                [(project, kind, *entry, now_us) for entry in entries],
            )

    def follow_station(self, project: str) -> None:
        """Brings the entries in line with the station's dataset, if that has changed since."""
        version = self._datasets.version(project)
        known = self._database.connection.execute(
            "SELECT entries_version FROM lookout_projects WHERE name = ?", (project,)
        ).fetchone()
        if known is None or known["entries_version"] == version:
            return
        with self._database.transaction() as connection:
            _move_to_their_split(connection, project)
            connection.execute(
                "DELETE FROM lookout_entries AS entry WHERE project = ? "
                f"AND picture_id IS NOT NULL AND NOT EXISTS ({_IS_THERE} "
                "AND coalesce(picture.split, 'train') = entry.type)",
                (project,),
            )
            connection.execute(
                "INSERT INTO lookout_entries "
                "(project, type, source_ref, picture_id, created_at_us) "
                "SELECT picture.dataset, coalesce(split, 'train'), ? || '/' || picture_id, "
                "picture_id, picture.created_at_us FROM dataset_pictures AS picture "
                "JOIN lookout_datasets AS dataset ON dataset.project = picture.dataset "
                "AND dataset.type = coalesce(split, 'train') "
                "WHERE picture.dataset = ? AND removed_at_us IS NULL "
                "AND picture_id NOT IN (SELECT picture_id FROM lookout_entries "
                "WHERE picture_id IS NOT NULL) ORDER BY picture_id",
                (pictures_address(project), project),
            )
            connection.execute(
                "UPDATE lookout_projects SET entries_version = ? WHERE name = ?",
                (version, project),
            )


def _move_to_their_split(connection: sqlite3.Connection, project: str) -> None:
    """Entries whose picture was moved on the pages, if the other dataset is there."""
    connection.execute(
        "UPDATE OR IGNORE lookout_entries AS entry SET type = picture.split "
        "FROM (SELECT picture_id, coalesce(split, 'train') AS split FROM dataset_pictures "
        "WHERE dataset = :project AND removed_at_us IS NULL) AS picture "
        "WHERE entry.project = :project AND entry.picture_id = picture.picture_id "
        "AND entry.type <> picture.split AND EXISTS (SELECT 1 FROM lookout_datasets AS dataset "
        "WHERE dataset.project = :project AND dataset.type = picture.split)",
        {"project": project},
    )


def _content(row: sqlite3.Row) -> dict[str, Any]:
    """The entry as the manifest had it, with the picture's label and mask of now."""
    label = None if row["label"] is None else Label(row["label"])
    created_at = from_us(row["created_at_us"])
    if row["line"] is None:
        assert label
        content = line_of_picture(row["source_ref"], label, created_at)
    else:
        content = with_label(json.loads(row["line"]), label)
    mask = None if row["mask"] is None else PictureMask.model_validate_json(row["mask"])
    if (mask and mask.sha256) == row["mask_sha256"]:
        return content
    reference = mask_reference(row["project"], row["picture_id"])
    return with_mask(content, reference, mask, created_at)
