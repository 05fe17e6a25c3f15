"""Which inspections' pictures go to the bucket, as a condition on rows of the ledger.

`okng sync` finds by it what to send, and retention what is not to be removed yet.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from okng.device.store.sync_settings import PictureRules


class SqlCondition(NamedTuple):
    """An SQL expression on a row of `inspections`, and the values of its parameters."""

    sql: str
    values: tuple[Any, ...]


def matches(rules: PictureRules) -> SqlCondition:
    """Rows whose pictures the rules choose; a rule that is off is left out."""
    marks = ", ".join("?" * len(rules.outcomes))
    conditions: list[tuple[str, tuple[Any, ...]]] = [(f"outcome IN ({marks})", rules.outcomes)]
    if rules.every_nth_ok:
        conditions.append(("outcome = 'OK' AND trigger_id % ? = 0", (rules.every_nth_ok,)))
    if rules.low_margin:
        conditions.append(("abs(score - threshold) <= ? * abs(threshold)", (rules.low_margin,)))
    if rules.reviewed:
        conditions.append(("seq IN (SELECT seq FROM reviews)", ()))
    sql = " OR ".join(f"ifnull({condition}, 0)" for condition, _ in conditions)
    return SqlCondition(f"({sql})", tuple(v for _, values in conditions for v in values))


def is_held(rules: PictureRules) -> SqlCondition:
    """Rows whose picture is chosen and has neither arrived in the bucket nor failed for good."""
    chosen = matches(rules)
    sql = (
        f"({chosen.sql} AND NOT EXISTS (SELECT 1 FROM uploads "
        "WHERE path = inspections.picture_path AND state IN ('uploaded', 'failed')))"
    )
    return SqlCondition(sql, chosen.values)
