"""Files as the first version of the schema had them, whatever today's code writes."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
from pyarrow import parquet
from support.inspections import NOON

TIME = pa.timestamp("us", tz="UTC")
TEXT, WHOLE, NUMBER, FLAG = pa.string(), pa.int64(), pa.float64(), pa.bool_()

COLUMNS = {
    "inspections": {
        "station_id": TEXT,
        "seq": WHOLE,
        "inspection_id": TEXT,
        "trigger_id": WHOLE,
        "station": TEXT,
        "source": TEXT,
        "part_id": TEXT,
        "triggered_at": TIME,
        "outcome": TEXT,
        "reason": TEXT,
        "score": NUMBER,
        "threshold": NUMBER,
        "recipe": TEXT,
        "recipe_version": WHOLE,
        "model": TEXT,
        "model_version": WHOLE,
        "model_sha256": TEXT,
        "exposure_ms": NUMBER,
        "queue_ms": NUMBER,
        "preprocess_ms": NUMBER,
        "inference_ms": NUMBER,
        "decide_ms": NUMBER,
        "verdict_ms": NUMBER,
        "output_ms": NUMBER,
        "late": FLAG,
        "review": FLAG,
        "simulated": FLAG,
        "scene_changed": FLAG,
        "challenge_id": WHOLE,
        "clock_synchronized": FLAG,
        "picture_sha256": TEXT,
        "result": TEXT,
    },
    "reviews": {
        "station_id": TEXT,
        "seq": WHOLE,
        "inspection_id": TEXT,
        "outcome": TEXT,
        "verdict": TEXT,
        "author": TEXT,
        "reviewed_at": TIME,
        "picture_id": WHOLE,
    },
    "labels": {
        "station_id": TEXT,
        "picture_id": WHOLE,
        "dataset": TEXT,
        "label": TEXT,
        "batch": TEXT,
        "defect_type": TEXT,
        "split": TEXT,
        "boxes": WHOLE,
        "has_mask": FLAG,
        "sha256": TEXT,
        "width": WHOLE,
        "height": WHOLE,
        "added_by": TEXT,
        "added_at": TIME,
        "changed_by": TEXT,
        "changed_at": TIME,
        "removed_at": TIME,
    },
    "label_changes": {
        "station_id": TEXT,
        "change_id": WHOLE,
        "undoes": WHOLE,
        "dataset": TEXT,
        "picture_id": WHOLE,
        "field": TEXT,
        "before": TEXT,
        "after": TEXT,
        "author": TEXT,
        "changed_at": TIME,
    },
    "workers": {
        "station_id": TEXT,
        "author": TEXT,
        "pictures_added": WHOLE,
        "pictures_changed": WHOLE,
        "reviews": WHOLE,
        "reviews_ok": WHOLE,
        "reviews_ng": WHOLE,
        "first_at": TIME,
        "last_at": TIME,
    },
}
"""Never to be changed: these are the files that people have."""

_VALUES = {TEXT: "x", WHOLE: 7, NUMBER: 0.5, FLAG: True, TIME: NOON}


def write_first_version(path: Path, table: str, rows_version: str = "") -> None:
    """A file of one row, in which each column has a value of its type."""
    metadata = {
        b"okng.schema_version": b"1",
        b"okng.table": table.encode(),
        b"okng.rows": rows_version.encode(),
    }
    schema = pa.schema(list(COLUMNS[table].items()), metadata)
    row = {name: _VALUES[type_] for name, type_ in COLUMNS[table].items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    parquet.write_table(pa.Table.from_pylist([row], schema), path, compression="zstd")
