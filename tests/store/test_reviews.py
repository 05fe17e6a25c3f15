from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from okng.device.store.database import connect
from okng.device.store.ledger import Ledger, LedgerEntry, page_query
from okng.device.store.reviews import ReviewStore
from okng.device.types import Outcome, Verdict

from .conftest import NOON, inspection


@pytest.fixture
def store(ledger: Ledger, tmp_path: Path) -> ReviewStore:
    """Beside a ledger of five parts, of which the second and the fourth are marked."""
    ledger.record(
        [
            LedgerEntry(
                inspection(
                    number,
                    review=number % 2 == 0,
                    outcome=Outcome.NG if number == 4 else Outcome.OK,
                    triggered_at=NOON + timedelta(hours=number),
                )
            )
            for number in range(1, 6)
        ],
        [],
    )
    return ReviewStore(tmp_path)


def waiting(ledger: Ledger, outcome: Outcome | None = None) -> list[int]:
    return [one.trigger_id for one in ledger.page(to_review=True, outcome=outcome)]


def test_marked_parts_wait_until_a_person_has_looked(ledger: Ledger, store: ReviewStore) -> None:
    assert (waiting(ledger), waiting(ledger, Outcome.NG)) == ([4, 2], [4])
    assert (store.waiting(), store.waiting(NOON + timedelta(hours=3))) == (2, 1)
    settled = store.settle(4, Verdict.OK, "anna", None)
    assert (settled.verdict, settled.author, settled.picture_id) == (Verdict.OK, "anna", None)
    assert (waiting(ledger), store.waiting()) == ([2], 1)
    part = ledger.by_trigger(4)
    assert part
    assert (part.outcome, part.review) == (Outcome.NG, True), "the ledger stays as it was"

    store.settle(4, Verdict.NG, "bert", None)
    store.settle(1, Verdict.OK, "bert", None)
    found = store.of([1, 2, 4])
    assert {seq: (one.verdict, one.author) for seq, one in found.items()} == {
        1: (Verdict.OK, "bert"),
        4: (Verdict.NG, "bert"),
    }
    assert found[4].reviewed_at > settled.reviewed_at


def test_a_part_that_is_not_there_is_refused(store: ReviewStore) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.settle(77, Verdict.OK, "anna", None)


def test_waiting_parts_are_found_without_a_look_at_every_row(
    ledger: Ledger, tmp_path: Path
) -> None:
    sql, values = page_query(None, None, None, None, NOON, None, 50, to_review=True)
    connection = connect(tmp_path)
    plan = [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    connection.close()
    assert any("inspections_marked" in step for step in plan), plan
    assert "SCAN inspections" not in plan
