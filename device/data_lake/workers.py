"""The table of workers: how much each person labelled, audited and reviewed on a day."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from okng.device.data_lake.schema import (
    DAY_US,
    Column,
    ColumnType,
    Days,
    LakeTable,
    Row,
    Source,
    Unreadable,
    day_of_us,
)
from okng.device.store.database import FILE_NAME
from okng.device.store.rows import UnreadableRowError
from okng.device.store.timestamps import from_us

_WHOLE = ColumnType.WHOLE

# Names stand in the records themselves: a person whose account is gone is counted as before.
_WORK = f"""
    WITH work (author, at_us, added, changed, ok, ng, answered, audited, timed, active_ms) AS (
        SELECT author, created_at_us, 1, 0, 0, 0, 0, 0, 0, 0 FROM dataset_pictures
        UNION ALL
        SELECT author, changed_at_us, 0, picture_count, 0, 0, 0, 0, 0, 0 FROM dataset_changes
        UNION ALL
        SELECT author, reviewed_at_us, 0, 0, verdict = 'OK', verdict = 'NG', 0, 0, 0, 0 FROM reviews
        UNION ALL
        SELECT author, answered_at_us, 0, 0, 0, 0, verdict IS NULL, verdict IS NOT NULL,
            active_ms IS NOT NULL, coalesce(active_ms, 0)
        FROM labelling_answers WHERE taken_back_at_us IS NULL
    )
    SELECT at_us / {DAY_US} AS day, author, sum(added), sum(changed), sum(ok), sum(ng),
        min(at_us), max(at_us), sum(answered), sum(audited), sum(timed), sum(active_ms)
    FROM work WHERE at_us >= ? AND at_us < ? GROUP BY day, author ORDER BY day, author
"""


def _versions(source: Source, days: Days) -> dict[date, str]:
    work = source.connection.execute(_WORK, days.span_us)
    return {
        day_of_us(day * DAY_US): hashlib.sha256(
            repr([tuple(row) for row in rows]).encode()
        ).hexdigest()
        for day, rows in groupby(work, lambda row: row["day"])
    }


def _rows(source: Source, day: date, unreadable: Unreadable) -> Iterator[Row]:
    work = source.connection.execute(_WORK, Days(day, day).span_us).fetchall()
    for _, author, added, changed, ok, ng, first_us, last_us, *labelling in work:
        answered, audited, timed, active_ms = labelling
        if not isinstance(author, str):
            rows = added + changed + ok + ng + answered + audited
            unreadable(
                UnreadableRowError(
                    f"{FILE_NAME}: {rows} labels and reviews of {day} have "
                    f"the author {author!r}, which is no name (tables dataset_pictures, "
                    "dataset_changes, reviews, labelling_answers)"
                )
            )
            continue
        yield {
            "author": author,
            "pictures_added": added,
            "pictures_changed": changed,
            "reviews": ok + ng,
            "reviews_ok": ok,
            "reviews_ng": ng,
            "first_at": from_us(first_us),
            "last_at": from_us(last_us),
            "labelling_answers": answered,
            "audit_answers": audited,
            "timed_answers": timed,
            "labelling_ms": active_ms if timed else None,
        }


WORKERS = LakeTable(
    name="workers",
    meaning="One row for each person and day with at least one label, answer or review.",
    day_of="the person's labels, answers and reviews",
    columns=(
        Column("author", ColumnType.TEXT, "The person, by the name of the account."),
        Column("pictures_added", _WHOLE, "Labelled pictures added to datasets."),
        Column("pictures_changed", _WHOLE, "Pictures whose labels were changed, each time."),
        Column("reviews", _WHOLE, "Parts reviewed; of several verdicts on a part the last counts."),
        Column("reviews_ok", _WHOLE, "Of these, found OK."),
        Column("reviews_ng", _WHOLE, "Of these, found NG."),
        Column("first_at", ColumnType.TIME, "Time of the first of these on that day."),
        Column("last_at", ColumnType.TIME, "Time of the last."),
        Column("labelling_answers", _WHOLE, "Answers in labelling and adjustment jobs.", since=2),
        Column("audit_answers", _WHOLE, "Answers in audits of labels.", since=2),
        Column("timed_answers", _WHOLE, "Of both, those whose time is known.", since=2),
        Column(
            "labelling_ms", _WHOLE, "Their time in ms without idle time; null: unknown.", since=2
        ),
    ),
    versions=_versions,
    rows=_rows,
    is_append_only=False,
)
