"""Reads rows: one that okng can't have written raises an error that names it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import wraps
from typing import NamedTuple, TypeVar

from okng.device.store.database import FILE_NAME, StoreError

T = TypeVar("T")


class UnreadableRowError(StoreError):
    """A row's content is none that okng wrote; the message names table and row."""


class RowReader(NamedTuple):
    """How a table's rows are read, for those who check every row."""

    key: str
    read: Callable[[sqlite3.Row], object]


ROW_READERS: dict[str, RowReader] = {}
"""By table; filled by `reads_rows_of`, when the module of a table is imported."""


def reads_rows_of(
    table: str, key: str
) -> Callable[[Callable[[sqlite3.Row], T]], Callable[[sqlite3.Row], T]]:
    """Decorates what makes an object of a row.

    The function then raises `UnreadableRowError` for what a wrong content leads to: invalid JSON,
    an unknown word of an enumeration, a value that is missing or of another type.

    Args:
        table: Of the rows.
        key: Column that names a row.
    """

    def decorate(read: Callable[[sqlite3.Row], T]) -> Callable[[sqlite3.Row], T]:
        @wraps(read)
        def wrapper(row: sqlite3.Row) -> T:
            try:
                return read(row)
            # An IndexError means a missing column: a fault of the query or schema, not of the row.
            except (ValueError, TypeError, KeyError, OverflowError) as error:
                reason = " ".join(str(error).split())[:300]
                raise UnreadableRowError(
                    f"{FILE_NAME}: row {row[key]} of table {table} can't be read ({reason}). "
                    "`okng doctor` names every such row; restore a backup, or correct the row"
                ) from error

        ROW_READERS[table] = RowReader(key, wrapper)
        return wrapper

    return decorate
