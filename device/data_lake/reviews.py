"""The table of reviews: what persons found of parts, filed by the day of the part."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from okng.device.data_lake.schema import (
    DAY_US,
    Column,
    ColumnType,
    Days,
    LakeTable,
    Row,
    Source,
    Unreadable,
    in_batches,
    readable,
    versions_by_sql,
)
from okng.device.store.reviews import review_of_row

_COLUMNS = (
    Column("seq", ColumnType.WHOLE, "Place of the part in the station's ledger."),
    Column("inspection_id", ColumnType.TEXT, "The part's inspection."),
    Column("outcome", ColumnType.TEXT, "What the station said of the part."),
    Column("verdict", ColumnType.TEXT, "What the person said last: `OK` or `NG`."),
    Column("author", ColumnType.TEXT, "Who said so."),
    Column("reviewed_at", ColumnType.TIME, "When."),
    Column("picture_id", ColumnType.WHOLE, "Its picture in `labels`, if it became one."),
)
_OF_DAYS = (
    "FROM reviews JOIN inspections USING (seq) WHERE triggered_at_us >= ? AND triggered_at_us < ? "
)
# Another verdict on a part has another time; the remainders keep the sum within 64 bits.
_VERSIONS = (
    f"SELECT triggered_at_us / {DAY_US}, count(*), sum(seq), max(reviewed_at_us), "
    f"sum(reviewed_at_us % 1000000007) {_OF_DAYS} GROUP BY 1"
)
_ROWS = f"SELECT reviews.*, inspection_id, outcome {_OF_DAYS} AND seq > ? ORDER BY seq LIMIT ?"


def _rows(source: Source, day: date, unreadable: Unreadable) -> Iterator[Row]:
    for rows in in_batches(source.connection, _ROWS, Days(day, day).span_us, ["seq"]):
        for row, review in readable(rows, review_of_row, unreadable):
            yield {
                "seq": row["seq"],
                "inspection_id": row["inspection_id"],
                "outcome": row["outcome"],
                "verdict": review.verdict.value,
                "author": review.author,
                "reviewed_at": review.reviewed_at,
                "picture_id": review.picture_id,
            }


REVIEWS = LakeTable(
    name="reviews",
    meaning="One row for each part on which a person gave a verdict; the last verdict counts.",
    day_of="the part's triggered_at",
    columns=_COLUMNS,
    versions=versions_by_sql(_VERSIONS),
    rows=_rows,
    is_append_only=False,
)
