"""The schema of the data lake: its tables with their columns, which are only ever added to.

A reader of an older file finds the columns that it knows, with their types and meanings. A new
column goes to the end of its table, with the next `SCHEMA_VERSION` as its `since`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from okng.device.store.database import Database
from okng.device.store.ledger import Ledger
from okng.device.store.rows import UnreadableRowError
from okng.device.store.timestamps import from_us, to_us

SCHEMA_VERSION = 2
"""Version of the newest column of any table; each file says which one it was written with."""
DAY_US = 86_400_000_000
BATCH = 500
"""Rows of the database that are read at once."""

Value = str | int | float | bool | datetime | None
Row = Mapping[str, Value]
ReadT = TypeVar("ReadT")
Unreadable = Callable[[UnreadableRowError], object]
"""Called with each row that can't be read, and that is left out."""


class ColumnType(StrEnum):
    """Type of a column, in the words of Athena's DDL, which DuckDB knows too."""

    TEXT = "string"
    WHOLE = "bigint"
    NUMBER = "double"
    FLAG = "boolean"
    TIME = "timestamp"


class Column(NamedTuple):
    """One column of a table."""

    name: str
    type: ColumnType
    meaning: str
    since: int = 1
    """Schema version that brought it; files of older ones lack it."""


STATION_ID = Column("station_id", ColumnType.TEXT, "The station's id, which no other one has.")
"""First column of every table: several stations may share a lake."""


class Days(NamedTuple):
    """The days (UTC) from the first to the last, both included."""

    first: date
    last: date

    @property
    def span_us(self) -> tuple[int, int]:
        """The first microsecond, and the first one after the last."""
        return to_us(_midnight(self.first)), to_us(_midnight(self.last)) + DAY_US


ALL_DAYS = Days(date(1970, 1, 1), date(9998, 12, 31))
"""All that a row can be of."""


class Source:
    """What rows are read from: the database of one data directory, in one thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)
        self.ledger = Ledger(data_dir)

    @property
    def connection(self) -> sqlite3.Connection:
        """To the database."""
        return self._database.connection

    def close(self) -> None:
        """Closes what was opened."""
        self._database.close()
        self.ledger.close()


class ReadVersions(Protocol):
    """Reads which days have rows, each with a text that changes with its rows.

    It has to cost little for a finished day, since it is asked again at each export.
    """

    def __call__(self, source: Source, days: Days) -> dict[date, str]:
        """The days in any order."""


class ReadRows(Protocol):
    """Reads the rows of a day, always in the same order, in small reads."""

    def __call__(self, source: Source, day: date, unreadable: Unreadable) -> Iterator[Row]:
        """The rows, without those that can't be read."""


@dataclass(frozen=True)
class LakeTable:
    """One table of the lake: a folder with a folder for each day."""

    name: str
    meaning: str
    day_of: str
    """The time by whose day a row is filed."""
    columns: tuple[Column, ...]
    versions: ReadVersions
    rows: ReadRows
    is_append_only: bool = True
    """Whether rows are never taken back. Then a day without rows is of a database that has lost
    them, and its file stays."""

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """The columns of its files; the day is the folder's."""
        return (STATION_ID, *self.columns)


def day_of_us(time_us: int) -> date:
    """The day (UTC) of a time of the database."""
    return from_us(time_us).date()


def versions_by_sql(sql: str) -> ReadVersions:
    """Versions of days from a query: the number of the day since 1970, and figures of its rows.

    Args:
        sql: with two parameters, the first microsecond and the first one after the last.
    """

    def versions(source: Source, days: Days) -> dict[date, str]:
        return {
            day_of_us(int(day) * DAY_US): ",".join(map(str, figures))
            for day, *figures in source.connection.execute(sql, days.span_us)
        }

    return versions


def in_batches(
    connection: sqlite3.Connection, sql: str, values: Sequence[int], key: Sequence[str]
) -> Iterator[list[sqlite3.Row]]:
    """The rows of a query that asks for those whose key is above the last one's, some at a time.

    Args:
        connection: to read from.
        sql: with the parameters `values`, the last key, and the number of rows.
        values: the first parameters.
        key: the columns of the key, whole numbers above 0, in the order of the rows.
    """
    last: tuple[int, ...] = (0,) * len(key)
    while rows := connection.execute(sql, (*values, *last, BATCH)).fetchall():
        yield rows
        last = tuple(rows[-1][name] for name in key)


def readable(
    rows: Iterable[sqlite3.Row], read: Callable[[sqlite3.Row], ReadT], unreadable: Unreadable
) -> Iterator[tuple[sqlite3.Row, ReadT]]:
    """Each row with what `read` makes of it, without those that it can't read."""
    for row in rows:
        try:
            made = read(row)
        except UnreadableRowError as error:
            unreadable(error)
        else:
            yield row, made


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
