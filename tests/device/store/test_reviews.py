from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from support.inspections import NOON, inspection

from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.reviews import ReviewStore
from okng.device.types import Outcome, Verdict


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
    return [row.trigger_id for row in ledger.page(to_review=True, outcome=outcome)]


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
    reviews = store.of([1, 2, 4])
    assert {seq: (review.verdict, review.author) for seq, review in reviews.items()} == {
        1: (Verdict.OK, "bert"),
        4: (Verdict.NG, "bert"),
    }
    assert reviews[4].reviewed_at > settled.reviewed_at


def test_a_part_that_is_not_there_is_refused(store: ReviewStore) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.settle(77, Verdict.OK, "anna", None)
