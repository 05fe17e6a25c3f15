"""The export to a data lake: writes the days whose rows have changed, each in a file of its own."""

from __future__ import annotations

import logging
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from okng.device.data_lake.inspections import INSPECTIONS, rows_without_day
from okng.device.data_lake.label_audits import LABEL_AUDITS
from okng.device.data_lake.labels import LABEL_CHANGES, LABELS
from okng.device.data_lake.parquet_files import (
    check_parquet,
    make_open_folder,
    version_of,
    write_file,
)
from okng.device.data_lake.reviews import REVIEWS
from okng.device.data_lake.schema import STATION_ID, Days, LakeTable, Source
from okng.device.data_lake.workers import WORKERS
from okng.device.host.single_instance import InUseError, single_instance
from okng.device.store.ballast import is_given_up
from okng.device.store.database_errors import explain
from okng.device.store.rows import UnreadableRowError
from okng.device.store.station_id import station_id
from okng.models.atomic_files import make_folder
from okng.models.errors import OkngError

TABLES: tuple[LakeTable, ...] = (
    INSPECTIONS,
    REVIEWS,
    LABELS,
    LABEL_CHANGES,
    LABEL_AUDITS,
    WORKERS,
)
MIB = 1024 * 1024
NO_ROWS = "none"
"""Version of a day whose rows were all taken back. Its file becomes an empty one: nothing that is
exported is ever deleted."""
_DAY_FOLDER = "day="

_log = logging.getLogger(__name__)


class LakeExportError(OkngError):
    """The export can't be made, or not to its end; the message says why.

    What is there are whole files; the next export goes on where this one ended.
    """


@dataclass
class ExportSummary:
    """What an export did."""

    written: int = 0
    """Files that are new or were replaced."""
    unchanged: int = 0
    """Files whose rows have not changed."""
    rows: int = 0
    """In the files that were written."""
    unreadable: int = 0
    """Rows that can't be read and are in no file; the log names them."""


def files_of_station(folder: Path, station_id: str) -> Iterator[Path]:
    """The files of one station in a lake, in any order."""
    for table in TABLES:
        yield from (folder / table.name).glob(f"{_DAY_FOLDER}*/{_file_name(station_id)}")


def _file_name(station_id: str) -> str:
    return f"part-{station_id}.parquet"


def _pass() -> None:
    """Nobody asks how far it is."""


class LakeExport:
    """Exports from one data directory to one folder, for one thread."""

    def __init__(
        self,
        data_dir: Path,
        folder: Path,
        min_free_mb: int,
        tell: Callable[[str], object] = _log.warning,
    ) -> None:
        """Args:
        data_dir: of the station.
        folder: the lake; other stations may use it too.
        min_free_mb: space that stays free on the data directory's disk, in MiB.
        tell: called with a sentence for each row that can't be read.
        """
        self._data_dir = data_dir
        self._folder = folder.absolute()
        self._min_free = min_free_mb * MIB
        self._tell = tell

    def run(self, days: Days, progress: Callable[[], None] = _pass) -> ExportSummary:
        """Writes what has changed of these days.

        Args:
            days: which ones.
            progress: called often; what it raises ends the export.

        Raises:
            LakeExportError: disk, folder or database fail, or another export runs there.
            okng.device.data_lake.parquet_files.ParquetMissingError: pyarrow isn't installed.
            okng.device.store.database.StoreError: the database can't be used.
        """
        check_parquet()
        self._progress = progress
        try:
            self._station_id = station_id(self._data_dir)
            make_folder(self._folder)
            with (
                single_instance(self._folder / f".okng-{self._station_id}.lock"),
                closing(Source(self._data_dir)) as source,
            ):
                return self._export_all(source, days)
        except InUseError as error:
            raise LakeExportError(
                f"another export to {self._folder} runs (process {error.process})"
            ) from None
        except OSError as error:
            raise LakeExportError(f"the export to {self._folder} failed: {error}") from error
        except sqlite3.Error as error:
            raise LakeExportError(f"the export failed: {explain(error)}") from error

    def _export_all(self, source: Source, days: Days) -> ExportSummary:
        summary = ExportSummary()
        for error in rows_without_day(source):
            self._leave_out(summary, error)
        for table in TABLES:
            self._export(source, table, days, summary)
        return summary

    def _export(self, source: Source, table: LakeTable, days: Days, summary: ExportSummary) -> None:
        versions = table.versions(source, days)
        if not table.is_append_only:
            versions = dict.fromkeys(self._exported_days(table, days), NO_ROWS) | versions
        for day, version in sorted(versions.items()):
            path = self._path(table, day)
            if version_of(path) == version:
                summary.unchanged += 1
            else:
                rows = table.rows(source, day, partial(self._leave_out, summary))
                self._check()
                make_open_folder(path.parent, self._folder)
                own_rows = ({STATION_ID.name: self._station_id, **row} for row in rows)
                summary.rows += write_file(path, table, version, own_rows, self._check)
                summary.written += 1

    def _leave_out(self, summary: ExportSummary, error: UnreadableRowError) -> None:
        summary.unreadable += 1
        self._tell(f"left out of the export: {error}")

    def _path(self, table: LakeTable, day: date) -> Path:
        return self._folder / table.name / f"{_DAY_FOLDER}{day}" / _file_name(self._station_id)

    def _exported_days(self, table: LakeTable, days: Days) -> set[date]:
        """The days of which this station has a file."""
        exported = set()
        for path in (self._folder / table.name).glob(
            f"{_DAY_FOLDER}*/{_file_name(self._station_id)}"
        ):
            # A folder of another name is nobody's day.
            with suppress(ValueError):
                day = date.fromisoformat(path.parent.name.removeprefix(_DAY_FOLDER))
                if days.first <= day <= days.last:
                    exported.add(day)
        return exported

    def _check(self) -> None:
        """Goes on if it may: results need the disk's last space more than the lake does."""
        self._progress()
        if is_given_up(self._data_dir):
            raise LakeExportError("the station's disk is full, and its space is for results only")
        same_disk = self._folder.stat().st_dev == self._data_dir.stat().st_dev
        free = shutil.disk_usage(self._folder).free
        if same_disk and free < self._min_free:
            raise LakeExportError(
                f"{self._folder} is on the station's own disk, of which {free // MIB} MiB are "
                f"free; below {self._min_free // MIB} MiB (min_free_mb of [storage]) nothing is "
                "exported"
            )
