"""The table of inspections: one row a trigger, as the ledger has it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from okng.device.data_lake.schema import (
    ALL_DAYS,
    Column,
    ColumnType,
    Days,
    LakeTable,
    Row,
    Source,
    Unreadable,
    day_of_us,
)
from okng.device.store.inspection_rows import RecordedInspection, recorded_inspection
from okng.device.store.rows import UnreadableRowError
from okng.device.store.timestamps import from_us

_TEXT, _WHOLE, _NUMBER = ColumnType.TEXT, ColumnType.WHOLE, ColumnType.NUMBER
_FLAG, _TIME = ColumnType.FLAG, ColumnType.TIME

_COLUMNS = (
    Column("seq", _WHOLE, "Place in the station's ledger."),
    Column("inspection_id", _TEXT, "UUID as 32 hexadecimal digits."),
    Column("trigger_id", _WHOLE, "Counts the triggers of the station without gaps."),
    Column("station", _TEXT, "Name of the station at that time."),
    Column("source", _TEXT, "What triggered: `button`, `timer`, `http`, `line`, `plc`, ..."),
    Column("part_id", _TEXT, "ID of the part, if it had one."),
    Column("triggered_at", _TIME, "The trigger edge."),
    Column("outcome", _TEXT, "`OK`, `NG`, `ERROR` or `MISSED`."),
    Column("reason", _TEXT, "Why it was an ERROR or MISSED; the failed rules of an NG."),
    Column("score", _NUMBER, "Anomaly score."),
    Column("threshold", _NUMBER, "Threshold that the score was compared with."),
    Column("recipe", _TEXT, "Name of the recipe."),
    Column("recipe_version", _WHOLE, "Its version."),
    Column("model", _TEXT, "Name of the model."),
    Column("model_version", _WHOLE, "Its version."),
    Column("model_sha256", _TEXT, "Hash of the model bundle's manifest."),
    Column("exposure_ms", _NUMBER, "Trigger edge to the frame in memory."),
    Column("queue_ms", _NUMBER, "Wait for the model."),
    Column("preprocess_ms", _NUMBER, "Length of the preprocessing."),
    Column("inference_ms", _NUMBER, "Length of the model's run."),
    Column("decide_ms", _NUMBER, "Length of the decision."),
    Column("verdict_ms", _NUMBER, "Trigger edge to verdict."),
    Column("output_ms", _NUMBER, "Trigger edge to outputs written."),
    Column("late", _FLAG, "The verdict came after the recipe's time limit."),
    Column("review", _FLAG, "The score is near the threshold: a person should look."),
    Column("simulated", _FLAG, "The picture came from an emulator, a folder or a video."),
    Column("scene_changed", _FLAG, "Judged while the scene counted as changed."),
    Column("challenge_id", _WHOLE, "Challenge that the part was a known part of; else null."),
    Column("clock_synchronized", _FLAG, "The station's clock was synchronized; null: not known."),
    Column("picture_sha256", _TEXT, "Hash of the picture's file; null without a picture."),
    Column("result", _TEXT, "The whole result as JSON, with detections and scene (`mqtt.md`)."),
)
_OF_TIMES = (
    "FROM inspections INDEXED BY inspections_by_time "
    "WHERE triggered_at_us >= ? AND triggered_at_us < ?"
)
_NEXT_TIME = f"SELECT min(triggered_at_us) {_OF_TIMES}"
# `seq` is in every index: a finished day costs a walk over its index entries.
_FIGURES = f"SELECT count(*), min(seq), max(seq), sum(seq) {_OF_TIMES}"
_WITHOUT_DAY = "SELECT * FROM inspections INDEXED BY inspections_by_time WHERE triggered_at_us >= ?"


def rows_without_day(source: Source) -> Iterator[UnreadableRowError]:
    """The rows whose time can't be read, so that they are of no day."""
    # What is no number comes after all numbers.
    for row in source.connection.execute(_WITHOUT_DAY, (ALL_DAYS.span_us[1],)):
        try:
            recorded_inspection(row)
        except UnreadableRowError as error:
            yield error


def _versions(source: Source, days: Days) -> dict[date, str]:
    """A row of the ledger never changes in what is exported: its number stands for it.

    Day by day, since a query over all of them would sort the whole ledger in memory.
    """
    versions = {}
    start_us, end_us = days.span_us
    while (day := _next_day(source, start_us, end_us)) is not None:
        span_us = Days(day, day).span_us
        figures = source.connection.execute(_FIGURES, span_us).fetchone()
        versions[day] = ",".join(map(str, figures))
        start_us = span_us[1]
    return versions


def _next_day(source: Source, start_us: int, end_us: int) -> date | None:
    (time_us,) = source.connection.execute(_NEXT_TIME, (start_us, end_us)).fetchone()
    return None if time_us is None else day_of_us(time_us)


def _rows(source: Source, day: date, unreadable: Unreadable) -> Iterator[Row]:
    start_us, end_us = Days(day, day).span_us
    start, end = from_us(start_us), from_us(end_us)
    for result in source.ledger.iterate(start=start, end=end, unreadable=unreadable):
        yield _row(result)


def _row(result: RecordedInspection) -> Row:
    recipe, model, challenge = result.recipe, result.model, result.challenge
    plain = result.model_dump(include=_PLAIN)
    return plain | {
        **result.latency.model_dump(),
        "source": result.source.value,
        "outcome": result.outcome.value,
        "recipe": recipe and recipe.name,
        "recipe_version": recipe and recipe.version,
        "model": model and model.name,
        "model_version": model and model.version,
        "model_sha256": model and model.sha256,
        "scene_changed": result.scene and result.scene.changed,
        "challenge_id": challenge and challenge.challenge_id,
        # The path ends with the picture, which goes when space is short; the rest never changes.
        "result": result.model_dump_json(exclude={"picture_path"}),
    }


_PLAIN = {column.name for column in _COLUMNS} & set(RecordedInspection.model_fields) - {
    "source",
    "outcome",
    "recipe",
    "model",
}
"""Columns that the result has as they are."""

INSPECTIONS = LakeTable(
    name="inspections",
    meaning="One row for each trigger, as the ledger has it.",
    day_of="triggered_at",
    columns=_COLUMNS,
    versions=_versions,
    rows=_rows,
)
