"""Files of results for the bucket: runs of the ledger, by day, as JSON lines or Parquet.

A file is made when its period is over, and lies in the data directory until the store has confirmed
it. Each result is in one file; they hold rows from one place of the ledger to another.
"""

from __future__ import annotations

import hashlib
import io
import itertools
import logging
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Literal

from okng.cloud_sync.uploads.object_keys import results_key
from okng.device.data_lake.parquet_files import ParquetMissingError
from okng.device.store.database import Database
from okng.device.store.inspection_rows import RecordedInspection
from okng.device.store.ledger import Ledger
from okng.device.store.timestamps import from_us, to_us
from okng.device.store.uploads import NewUpload, UploadKind, Uploads, UploadState
from okng.models.atomic_files import write_files

FOLDER = "sync/results"
RESULTS = "results"
"""Name of the place up to which the ledger is in files."""
MOST_RESULTS = 20_000
"""In one file."""

_log = logging.getLogger(__name__)


class ResultFiles:
    """Makes the files and removes them when they have arrived."""

    def __init__(
        self,
        data_dir: Path,
        station_id: str,
        format: Literal["jsonl", "parquet"],  # noqa: A002 - the field's term
        period_min: int,
    ) -> None:
        """Raises: ParquetMissingError: it is asked for and pyarrow isn't installed."""
        if format == "parquet":
            _check_parquet()
        self._data_dir = data_dir
        self._station_id = station_id
        self._format = format
        self._period = timedelta(minutes=period_min)
        self._database = Database(data_dir)
        self._ledger = Ledger(data_dir)
        self._uploads = Uploads(data_dir)

    def read(self) -> bool:
        """Makes the next file if it is due; returns whether there may be more at once."""
        place = self._uploads.place(RESULTS)
        if not self._is_due(place):
            return False
        last = self._ledger.last_seq()
        results = self._ledger.page(since=place, limit=MOST_RESULTS)
        if not results:
            # None of the rows can be read; `okng doctor` names them.
            self._uploads.add([], {RESULTS: last})
            return False
        day = _day(results[0])
        results = list(itertools.takewhile(lambda result: _day(result) == day, results))
        self._uploads.add([self._write(results)], {RESULTS: results[-1].seq})
        return True

    def remove_arrived(self) -> None:
        """Removes the files that the store has confirmed, or that no upload is of.

        The latter were left when the process was killed; they are made again from the ledger.
        """
        files = {
            path.relative_to(self._data_dir).as_posix(): path
            for path in (self._data_dir / FOLDER).glob("*")
        }
        uploads = self._uploads.of_paths(files)
        for name, path in files.items():
            upload = uploads.get(name)
            if upload is None or upload.state is UploadState.UPLOADED:
                path.unlink(missing_ok=True)

    def _is_due(self, place: int) -> bool:
        rows = self._database.connection.execute(
            "SELECT seq, triggered_at_us FROM inspections WHERE seq > ? ORDER BY seq LIMIT 1",
            (place,),
        ).fetchall()
        if not rows:
            return False
        first, now = from_us(rows[0]["triggered_at_us"]), datetime.now(UTC)
        return (
            abs(now - first) >= self._period
            or now.date() != first.date()
            or self._ledger.last_seq() - place >= MOST_RESULTS
        )

    def _write(self, results: Sequence[RecordedInspection]) -> NewUpload:
        data = _parquet(results) if self._format == "parquet" else _json_lines(results)
        name = f"{results[0].seq:012d}-{results[-1].seq:012d}.{self._format}"
        write_files([(self._data_dir / FOLDER / name, data)])
        _log.info("%d results are in %s", len(results), name)
        first = results[0].triggered_at
        return NewUpload(
            UploadKind.RESULTS,
            results_key(self._station_id, first.astimezone(UTC), name),
            f"{FOLDER}/{name}",
            hashlib.sha256(data).hexdigest(),
            len(data),
            to_us(first),
        )


def _day(result: RecordedInspection) -> date:
    return result.triggered_at.astimezone(UTC).date()


def _json_lines(results: Sequence[RecordedInspection]) -> bytes:
    return "".join(f"{result.model_dump_json()}\n" for result in results).encode()


def _check_parquet() -> None:
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError:
        raise ParquetMissingError(
            "results as Parquet need pyarrow: pip install 'okng[export]', or set "
            'results = "jsonl" in [sync]'
        ) from None


def _parquet(results: Sequence[RecordedInspection]) -> bytes:
    """What is filtered and grouped by as columns, and the whole result as JSON in the last."""
    import pyarrow as pa
    from pyarrow import parquet

    schema = pa.schema(
        [
            ("seq", pa.int64()),
            ("inspection_id", pa.string()),
            ("trigger_id", pa.int64()),
            ("station", pa.string()),
            ("source", pa.string()),
            ("part_id", pa.string()),
            ("triggered_at", pa.timestamp("us", tz="UTC")),
            ("outcome", pa.string()),
            ("reason", pa.string()),
            ("score", pa.float64()),
            ("threshold", pa.float64()),
            ("recipe", pa.string()),
            ("recipe_version", pa.int64()),
            ("model", pa.string()),
            ("model_version", pa.int64()),
            ("model_sha256", pa.string()),
            ("verdict_ms", pa.float64()),
            ("review", pa.bool_()),
            ("simulated", pa.bool_()),
            ("picture_sha256", pa.string()),
            ("result", pa.string()),
        ]
    )
    rows = [
        result.model_dump(include=set(schema.names))
        | {
            "source": result.source.value,
            "outcome": result.outcome.value,
            "recipe": result.recipe and result.recipe.name,
            "recipe_version": result.recipe and result.recipe.version,
            "model": result.model and result.model.name,
            "model_version": result.model and result.model.version,
            "model_sha256": result.model and result.model.sha256,
            "verdict_ms": result.latency.verdict_ms,
            "result": result.model_dump_json(),
        }
        for result in results
    ]
    file = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(rows, schema), file)
    return file.getvalue()
