"""The table of label audits: what auditors found of labels."""

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
from okng.device.labelling.answers import answer_of_row

_TEXT, _WHOLE, _FLAG = ColumnType.TEXT, ColumnType.WHOLE, ColumnType.FLAG

_AUDITS = (
    "FROM labelling_answers INDEXED BY labelling_answers_by_time "
    "WHERE answered_at_us >= ? AND answered_at_us < ? AND taken_back_at_us IS NULL "
    "AND verdict IS NOT NULL "
)
_VERSIONS = (
    f"SELECT answered_at_us / {DAY_US}, count(*), max(answer_id), sum(answer_id) "
    f"{_AUDITS} GROUP BY 1"
)
_ROWS = f"SELECT * {_AUDITS} AND answer_id > ? ORDER BY answer_id LIMIT ?"


def _rows(source: Source, day: date, unreadable: Unreadable) -> Iterator[Row]:
    jobs = {
        row["labelling_job_id"]: row
        for row in source.connection.execute("SELECT * FROM labelling_jobs WHERE kind = 'audit'")
    }
    for rows in in_batches(source.connection, _ROWS, Days(day, day).span_us, ["answer_id"]):
        for row, answer in readable(rows, answer_of_row, unreadable):
            job = jobs[answer.labelling_job_id]
            yield {
                **{name: row[name] for name in _PLAIN},
                "job_name": job["name"],
                "dataset": job["dataset"],
                "blind": bool(job["blind"]),
                "own": answer.own,
                "answered_at": answer.answered_at,
            }


_COLUMNS = (
    Column("answer_id", _WHOLE, "The auditor's answer; the station's own number.", 2),
    Column("labelling_job_id", _WHOLE, "The audit.", 2),
    Column("job_name", _TEXT, "Its name.", 2),
    Column("dataset", _TEXT, "Its dataset.", 2),
    Column(
        "blind", _FLAG, "The auditor did not see the label; masks and boxes are always shown.", 2
    ),
    Column("picture_id", _WHOLE, "The picture, as in `labels`.", 2),
    Column("step", _TEXT, "`label`, `defect_type` or `region`.", 2),
    Column("first_answer", _TEXT, "What it was labelled as.", 2),
    Column("first_author", _TEXT, "Who labelled it.", 2),
    Column("answer", _TEXT, "The auditor's own answer; null if unsure, and of regions.", 2),
    Column("verdict", _TEXT, "`correct`, `wrong` or `unsure`.", 2),
    Column("author", _TEXT, "The auditor.", 2),
    Column("own", _FLAG, "The auditor gave the label too: no agreement of two persons.", 2),
    Column("active_ms", _WHOLE, "Time for the answer in ms without idle time; null: unknown.", 2),
    Column("certainty", _TEXT, "`sure`, `fairly` or `unsure`, if the auditor said it.", 2),
    Column("visibility", _TEXT, "`clearly` or `barely`: how visible the defect is.", 2),
    Column("sharpness", _TEXT, "`sharp` or `blurred`: the picture.", 2),
    Column("brightness", _TEXT, "`dark` or `bright`: the picture.", 2),
    Column("answered_at", ColumnType.TIME, "When.", 2),
)
_PLAIN = tuple(
    column.name
    for column in _COLUMNS
    if column.name not in ("job_name", "dataset", "blind", "own", "answered_at")
)
"""Columns that the row has as they are."""

LABEL_AUDITS = LakeTable(
    name="label_audits",
    meaning="One row for each answer of an audit of labels that was not taken back.",
    day_of="answered_at",
    columns=_COLUMNS,
    versions=versions_by_sql(_VERSIONS),
    rows=_rows,
    is_append_only=False,
)
