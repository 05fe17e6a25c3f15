"""Store of picture measurements: by the SHA-256 of the file, for all datasets together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from okng.device.store.database import Database
from okng.device.store.timestamps import now_us
from okng.models.arrays import Float32Array
from okng.models.dataset_review.picture_measurement import PictureMeasurement

KEPT_DAYS = 30
"""Measurements of files that no dataset has any more are kept so long, since a removed picture can
be restored."""


class PictureFile(NamedTuple):
    """The file of a dataset's picture."""

    picture_id: int
    sha256: str
    path: str
    """Relative to the data directory."""


class MeasuredFile(NamedTuple):
    """The result for one file: its measurement, or in words why it can't be read."""

    sha256: str
    bytes: int | None
    result: PictureMeasurement | str


class PictureMeasurements:
    """Keeps what was measured of pictures; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def newest(self) -> int:
        """Grows with each measurement that is recorded; 0 before the first."""
        newest: int = self._database.connection.execute(
            "SELECT coalesce(max(measurement_id), 0) FROM picture_measurements"
        ).fetchone()[0]
        return newest

    def files(self, dataset: str) -> list[PictureFile]:
        """The files of a dataset's pictures, removed ones left out, the oldest first."""
        rows = self._database.connection.execute(
            "SELECT picture_id, sha256, path FROM dataset_pictures "
            "INDEXED BY dataset_pictures_present "
            "WHERE dataset = ? AND removed_at_us IS NULL ORDER BY picture_id",
            (dataset,),
        )
        return [PictureFile(*row) for row in rows]

    def measured(self, dataset: str) -> set[str]:
        """The SHA-256 of the dataset's files that were measured and could be read."""
        rows = self._database.connection.execute(
            "SELECT measured.sha256 "
            "FROM dataset_pictures INDEXED BY dataset_pictures_present "
            "JOIN picture_measurements AS measured USING (sha256) "
            "WHERE dataset = ? AND removed_at_us IS NULL AND problem IS NULL",
            (dataset,),
        )
        return {row[0] for row in rows}

    def record(self, measured: Sequence[MeasuredFile]) -> None:
        """Stores the results, in place of earlier ones of the same files, all or none of them."""
        now = now_us()
        with self._database.transaction() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO picture_measurements "
                "(sha256, measured_at_us, bytes, problem, brightness, contrast, focus_db, "
                "embedding) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [(file.sha256, now, file.bytes, *_values(file.result)) for file in measured],
            )

    def forget_unused(self) -> int:
        """Deletes measurements of files that all datasets lost long ago; returns their number."""
        before_us = now_us() - KEPT_DAYS * 86_400_000_000
        deleted = self._database.connection.execute(
            "DELETE FROM picture_measurements WHERE NOT EXISTS (SELECT 1 FROM dataset_pictures "
            "WHERE dataset_pictures.sha256 = picture_measurements.sha256 "
            "AND (removed_at_us IS NULL OR removed_at_us >= ?))",
            (before_us,),
        )
        return deleted.rowcount

    def embeddings(self, dataset: str) -> tuple[list[int], Float32Array]:
        """The ids of the dataset's measured pictures, and their embeddings [n, d]."""
        rows = self._database.connection.execute(
            "SELECT picture_id, embedding "
            "FROM dataset_pictures INDEXED BY dataset_pictures_present "
            "JOIN picture_measurements USING (sha256) "
            "WHERE dataset = ? AND removed_at_us IS NULL AND problem IS NULL ORDER BY picture_id",
            (dataset,),
        ).fetchall()
        joined = b"".join(row[1] for row in rows)
        vectors = np.frombuffer(joined, np.dtype("<f2")).astype(np.float32)
        return [row[0] for row in rows], vectors.reshape(len(rows), -1 if rows else 0)


def _values(
    result: PictureMeasurement | str,
) -> tuple[str | None, float | None, float | None, float | None, bytes | None]:
    if isinstance(result, str):
        return result, None, None, None, None
    embedding = result.embedding.astype("<f2").tobytes()
    return None, result.brightness, result.contrast, result.focus_db, embedding
