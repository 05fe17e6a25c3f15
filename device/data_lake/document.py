"""The tables of docs/data-lake.md: the schema's columns, and Athena's statements for them."""

from __future__ import annotations

from okng.device.data_lake.export import TABLES
from okng.device.data_lake.inspections import INSPECTIONS
from okng.device.data_lake.schema import SCHEMA_VERSION, Column, LakeTable
from okng.models.marked_section import replace_section

_BEGIN, _END = "<!-- schema: make docs -->", "<!-- end of the schema -->"
_BUCKET = "s3://bucket/okng/lake"


def put_into(text: str) -> str:
    """The document with the schema in place of what is between its two marks.

    Raises:
        ValueError: it lacks the marks.
    """
    return replace_section(text, _BEGIN, _END, _schema())


def athena_ddl(table: LakeTable, location: str) -> str:
    """The statement that makes the table known to Athena; partitions need no further one."""
    columns = ",\n".join(f"  `{column.name}` {column.type}" for column in table.all_columns)
    place = f"{location}/{table.name}"
    return (
        f"CREATE EXTERNAL TABLE {table.name} (\n{columns}\n)\n"
        "PARTITIONED BY (`day` string)\n"
        "STORED AS PARQUET\n"
        f"LOCATION '{place}/'\n"
        "TBLPROPERTIES (\n"
        "  'projection.enabled' = 'true',\n"
        "  'projection.day.type' = 'date',\n"
        "  'projection.day.format' = 'yyyy-MM-dd',\n"
        "  'projection.day.range' = '2026-01-01,NOW',\n"
        f"  'storage.location.template' = '{place}/day=${{day}}/'\n"
        ");"
    )


def _schema() -> str:
    version = f"This is version {SCHEMA_VERSION} of the schema.\n"
    statement = f"### In Athena\n\n```text\n{athena_ddl(INSPECTIONS, _BUCKET)}\n```\n"
    return "\n".join([version, *map(_section, TABLES), statement])


def _section(table: LakeTable) -> str:
    rows = "\n".join(map(_row, table.all_columns))
    return (
        f"### `{table.name}`\n\n{table.meaning} Filed by the day of {table.day_of}.\n\n"
        f"| column | type | since | meaning |\n|---|---|---|---|\n{rows}\n"
    )


def _row(column: Column) -> str:
    return f"| `{column.name}` | {column.type} | {column.since} | {column.meaning} |"
