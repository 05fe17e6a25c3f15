"""The schema is only ever added to: files of the first version stay readable beside the newest."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyarrow import dataset
from support.inspections import NOON

from okng.device.data_lake import document
from okng.device.data_lake.export import TABLES
from okng.device.data_lake.parquet_files import arrow_schema, version_of
from okng.device.data_lake.schema import SCHEMA_VERSION, LakeTable
from okng.device.store.timestamps import to_us

from .conftest import Lake
from .first_version import COLUMNS, TEXT, write_first_version

REPOSITORY = Path(__file__).parents[3]
OLD_DAY = "2025-12-31"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_columns_are_added_at_the_end_and_never_changed(table: LakeTable) -> None:
    # A table that came later has none of the first version but the station's id.
    first = COLUMNS.get(table.name, {"station_id": TEXT})
    now = arrow_schema(table)
    assert dict(zip(now.names, now.types, strict=True)) | first == dict(
        zip(now.names, now.types, strict=True)
    )
    assert now.names[: len(first)] == list(first)
    since = [column.since for column in table.all_columns]
    assert since == sorted(since)
    assert since[len(first) :] == [version for version in since if version > 1]
    assert max(since) <= SCHEMA_VERSION


def test_every_table_of_the_first_version_is_there() -> None:
    assert {table.name for table in TABLES} >= COLUMNS.keys()


def test_a_file_of_the_first_version_is_read_beside_the_newest(lake: Lake) -> None:
    lake.record(2)
    lake.export()
    write_first_version(lake.file("inspections", OLD_DAY), "inspections")
    assert lake.query(
        "SELECT CAST(day AS VARCHAR), outcome, epoch_us(triggered_at), late FROM inspections "
        "ORDER BY day, seq"
    ) == [
        (OLD_DAY, "x", to_us(NOON), True),
        ("2026-03-01", "OK", to_us(NOON), False),
        ("2026-03-01", "OK", to_us(NOON) + 1_000_000, False),
    ]
    whole = dataset.dataset(lake.folder / "inspections", partitioning="hive").to_table()
    assert whole.num_rows == 3


def test_a_finished_day_of_the_first_version_stays(lake: Lake) -> None:
    lake.record(1)
    lake.export()
    path = lake.file("inspections", "2026-03-01")
    version = version_of(path)
    assert version
    write_first_version(path, "inspections", version)
    before = lake.files()
    assert lake.export().unchanged == 1
    assert lake.files() == before


def test_the_documented_schema_is_fresh() -> None:
    text = (REPOSITORY / "docs/data-lake.md").read_text()
    assert document.put_into(text) == text, "make docs"


def test_the_documented_statements_of_duckdb_work(lake: Lake) -> None:
    lake.record(3)
    lake.export()
    text = (REPOSITORY / "docs/data-lake.md").read_text()
    (statement,) = [
        block.partition("```")[0]
        for block in text.split("```sql\n")[1:]
        if "read_parquet" in block.partition("```")[0]
    ]
    rows = lake.query(statement.replace("/srv/lake", str(lake.folder)))
    assert [(str(day), parts) for day, parts, *_ in rows] == [("2026-03-01", 3)]
