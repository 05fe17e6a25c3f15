"""SQL of a page of the ledger that is filtered by what was wrong with the parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypedDict

from okng.device.types import Outcome

STATION, PERSON = "station", "person"
"""Who says what was wrong: kinds of rows of `defects`."""
MARKED = (
    "EXISTS (SELECT 1 FROM marked_inspections AS marked WHERE mark = ? AND marked.seq = rows.seq)"
)
"""In place of the mark's own rows, where those of defects are walked."""
_OTHER_KIND = (
    "EXISTS (SELECT 1 FROM defects AS other WHERE other.kind = ? AND other.type = ? "
    "AND other.seq = rows.seq)"
)


class DefectFilters(TypedDict, total=False):
    """What was wrong with a part; only parts that are all of what is given."""

    failed_rule: str | None
    """NG because of the rule of this class, alone or among others."""
    by_score: bool
    """True: NG because of the anomaly score alone."""
    human_defect_type: str | None
    """NG by a person, who gave its picture this type of defect."""
    region: int | None
    """NG with the defect in this cell of the picture, 1 to 9 (`defect_region`)."""


def is_of_defects(filters: DefectFilters) -> bool:
    """Whether the rows of `defects` are walked, instead of those of the ledger or of marks."""
    return bool(
        filters.get("failed_rule") is not None
        or filters.get("by_score")
        or filters.get("human_defect_type") is not None
        or filters.get("region") is not None
    )


def index_of_defects(filters: DefectFilters) -> str:
    """By which index `defects` is walked: by type and place in the ledger, or by region."""
    return "NOT INDEXED" if _kind_and_type(filters) else "INDEXED BY defects_by_region"


def of_defects(filters: DefectFilters, outcome: Outcome | None) -> Iterator[tuple[str, list[Any]]]:
    """Conditions on the rows of `defects`, each with its values."""
    of_station = filters.get("failed_rule") is not None or filters.get("by_score")
    region, human_type = filters.get("region"), filters.get("human_defect_type")
    walked = _kind_and_type(filters)
    if walked:
        yield "rows.kind = ? AND rows.type = ?", [*walked]
    else:
        yield f"rows.kind = '{STATION}' AND rows.is_first = 1", []
    if region is not None:
        yield "rows.region = ?", [region]
    if of_station and human_type is not None:
        yield _OTHER_KIND, [PERSON, human_type]
    if filters.get("failed_rule") is not None and filters.get("by_score"):
        yield "FALSE", []
    if outcome not in (None, Outcome.NG) and (of_station or region is not None):
        # Only what is NG by the station has these.
        yield "FALSE", []


def _kind_and_type(filters: DefectFilters) -> tuple[str, str] | None:
    failed_rule, human_type = filters.get("failed_rule"), filters.get("human_defect_type")
    if failed_rule is not None:
        return STATION, failed_rule
    if filters.get("by_score"):
        return STATION, ""
    return None if human_type is None else (PERSON, human_type)
