"""Parquet files of the lake: written whole or not at all, a row group at a time."""

from __future__ import annotations

import itertools
import stat
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from okng.device.data_lake.schema import SCHEMA_VERSION, ColumnType, LakeTable, Row
from okng.models.atomic_files import make_folder, replaced_file
from okng.models.errors import OkngError

ROWS_IN_A_GROUP = 8_192
"""So many rows are in memory at a time, with about 2 KB each."""
_COMPRESSION = "zstd"
_VERSION_KEY, _TABLE_KEY, _ROWS_KEY = b"okng.schema_version", b"okng.table", b"okng.rows"


class ParquetMissingError(OkngError):
    """Parquet is asked for, and its library isn't installed."""


class UnfitRowsError(OkngError):
    """Rows have a value of another type than their column."""


def check_parquet() -> None:
    """Checks that files can be written.

    Raises:
        ParquetMissingError: pyarrow isn't installed.
    """
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError:
        raise ParquetMissingError(
            "the export to Parquet needs pyarrow: pip install 'okng[export]'"
        ) from None


def arrow_schema(table: LakeTable) -> Any:
    """The Arrow schema of a table's files."""
    import pyarrow as pa

    types = {
        ColumnType.TEXT: pa.string(),
        ColumnType.WHOLE: pa.int64(),
        ColumnType.NUMBER: pa.float64(),
        ColumnType.FLAG: pa.bool_(),
        ColumnType.TIME: pa.timestamp("us", tz="UTC"),
    }
    return pa.schema([(column.name, types[column.type]) for column in table.all_columns])


def write_file(
    path: Path, table: LakeTable, version: str, rows: Iterable[Row], check: Callable[[], None]
) -> int:
    """Writes or replaces the file of a day; returns its number of rows.

    Args:
        path: the file.
        table: what it is a part of.
        version: of the rows, for `version_of`.
        rows: in their order.
        check: called before each row group; what it raises leaves the file as it was.

    Raises:
        UnfitRowsError: a value is of another type than its column.
        OSError: the file can't be written.
    """
    import pyarrow as pa
    from pyarrow import parquet

    metadata = {
        _VERSION_KEY: str(SCHEMA_VERSION).encode(),
        _TABLE_KEY: table.name.encode(),
        _ROWS_KEY: version.encode(),
    }
    schema = arrow_schema(table).with_metadata(metadata)
    remaining, written = iter(rows), 0
    with (
        replaced_file(path, _mode_of_files_in(path.parent)) as file,
        parquet.ParquetWriter(file, schema, compression=_COMPRESSION) as writer,
    ):
        while group := list(itertools.islice(remaining, ROWS_IN_A_GROUP)):
            check()
            try:
                batch = pa.RecordBatch.from_pylist(group, schema)
            except pa.ArrowException as error:
                raise UnfitRowsError(f"{path}: {error}; `okng doctor` names such rows") from error
            writer.write_batch(batch)
            written += len(group)
    return written


def version_of(path: Path) -> str | None:
    """The version of a file's rows, from its end; None without a file that could be read."""
    import pyarrow as pa
    from pyarrow import parquet

    try:
        metadata = parquet.read_metadata(path).metadata or {}
    except (OSError, pa.ArrowInvalid):
        # It is written anew.
        return None
    version = metadata.get(_ROWS_KEY)
    return None if version is None else version.decode()


def make_open_folder(folder: Path, root: Path) -> None:
    """Makes a folder below `root` for those who may read that one."""
    missing = [path for path in (folder, *folder.parents) if root in path.parents]
    for path in reversed(missing):
        if not path.is_dir():
            make_folder(path)
            # Some network shares have no modes of their own.
            try:
                path.chmod(stat.S_IMODE(root.stat().st_mode))
            except PermissionError:
                continue


def _mode_of_files_in(folder: Path) -> int:
    return stat.S_IMODE(folder.stat().st_mode) & 0o666
