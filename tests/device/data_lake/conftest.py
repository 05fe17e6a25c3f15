from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest
from support.inspections import NOON, inspection

from okng.device.data_lake.export import ExportSummary, LakeExport
from okng.device.data_lake.schema import ALL_DAYS, Days
from okng.device.store.database import Database
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.station_id import station_id


class Lake:
    """A station's store, and the lake that it is exported to."""

    def __init__(self, root: Path) -> None:
        self.data_dir, self.folder = root / "data", root / "lake"
        self.ledger, self.database = Ledger(self.data_dir), Database(self.data_dir)
        self.ledger.last_seq()
        self.station_id = station_id(self.data_dir)
        self.told: list[str] = []
        self._trigger_id = 0

    def record(self, count: int, start: datetime = NOON, **fields: Any) -> None:
        """Parts a second apart from `start` on."""
        first = self._trigger_id + 1
        self._trigger_id += count
        self.ledger.record(
            [
                LedgerEntry(
                    inspection(
                        number,
                        inspection_id=uuid.UUID(int=number).hex,
                        triggered_at=start + timedelta(seconds=number - first),
                        **fields,
                    )
                )
                for number in range(first, first + count)
            ],
            [],
        )

    def export(self, days: Days = ALL_DAYS, min_free_mb: int = 0) -> ExportSummary:
        return LakeExport(self.data_dir, self.folder, min_free_mb, self.told.append).run(days)

    def days_of(self, table: str) -> list[str]:
        return sorted(path.name for path in (self.folder / table).iterdir())

    def file(self, table: str, day: str) -> Path:
        return self.folder / table / f"day={day}" / f"part-{self.station_id}.parquet"

    def files(self) -> dict[str, tuple[bytes, int]]:
        """Content and inode of every file: a file that is replaced has another inode."""
        return {
            str(path.relative_to(self.folder)): (path.read_bytes(), path.stat().st_ino)
            for path in self.folder.rglob("*")
            if path.is_file() and path.suffix != ".lock"
        }

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """The answer of DuckDB; each table of the lake has its own name."""
        with duckdb.connect() as connection:
            for table in self.folder.iterdir():
                if table.is_dir():
                    connection.execute(
                        f"CREATE VIEW {table.name} AS SELECT * FROM read_parquet("
                        f"'{table}/*/*.parquet', hive_partitioning = true, union_by_name = true)"
                    )
            return connection.execute(sql).fetchall()


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    return Lake(tmp_path)


MakeLake = Callable[[], Lake]
