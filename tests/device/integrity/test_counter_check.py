"""Counts that triggers keep are what counting the rows gives, whatever is done to the rows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.inspections import NOON, inspection

from okng.device.integrity.counter_check import COUNTED, repair_counts, wrong_counts
from okng.device.integrity.data_directory_check import check_data_directory
from okng.device.store.database import connect
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.ledger_counts import BLOCK, judged_between
from okng.device.store.outbox import Outbox, waiting_rows
from okng.device.store.reviews import ReviewStore
from okng.device.store.timestamps import to_us
from okng.device.types import Inspection, Outcome, SceneDeviation, Verdict

BOXES = json.dumps([{"name": "dot", "left": 1, "top": 1, "right": 2, "bottom": 2}] * 2)

MASK = json.dumps(
    {
        "sha256": "0" * 64,
        "classes": [
            {"index": 1, "name": "crack", "color": "#e6194b"},
            {"index": 2, "name": "dent", "color": "#3cb44b"},
        ],
    }
)
# Statements as okng writes them, and as a later version or a hand might: `?` is a row's number.
STATEMENTS = (
    "UPDATE inspections SET outcome = 'NG' WHERE seq = ?",
    "UPDATE inspections SET triggered_at_us = triggered_at_us - 5400000000 WHERE seq = ?",
    "UPDATE inspections SET review = 1 - review WHERE seq = ?",
    "UPDATE inspections SET recipe = 'lids' WHERE seq = ?",
    "UPDATE inspections SET details = json_set(details, '$.scene.changed', json('true')) "
    "WHERE seq = ?",
    "UPDATE inspections SET picture_removed_at_us = 1 WHERE seq = ?",
    "UPDATE inspections SET challenge_id = iif(challenge_id IS NULL, 7, NULL) WHERE seq = ?",
    "DELETE FROM reviews WHERE seq = ?",
    "DELETE FROM inspections WHERE seq = ? AND seq NOT IN (SELECT seq FROM reviews) "
    "AND seq NOT IN (SELECT seq FROM outbox) AND seq NOT IN (SELECT seq FROM trial_results)",
    "UPDATE outbox SET sink = 's3' WHERE seq = ? AND sink = 'mqtt' "
    "AND seq NOT IN (SELECT seq FROM outbox WHERE sink = 's3')",
    "DELETE FROM outbox WHERE seq = ?",
    "INSERT OR IGNORE INTO trial_results SELECT 1, seq, 1, 1, iif(seq % 2, 'OK', 'NG'), 'OK', "
    "1, 1, NULL, NULL, NULL FROM inspections WHERE seq = ?",
    "UPDATE trial_results SET settled_as = 'OK' WHERE seq = ?",
    "DELETE FROM trial_results WHERE seq = ?",
    "UPDATE dataset_pictures SET label = 'anomaly', defect_type = 'dot' WHERE picture_id = ?",
    f"UPDATE dataset_pictures SET boxes = '{BOXES}' WHERE picture_id = ?",
    "UPDATE dataset_pictures SET boxes = '[]', batch = 'lot 1', split = 'test' "
    "WHERE picture_id = ?",
    f"UPDATE dataset_pictures SET mask = '{MASK}' WHERE picture_id = ?",
    "UPDATE dataset_pictures SET mask = NULL WHERE picture_id = ?",
    "UPDATE dataset_pictures SET boxes = NULL, batch = NULL WHERE picture_id = ?",
    "UPDATE dataset_pictures SET removed_at_us = 1 WHERE picture_id = ?",
    "UPDATE dataset_pictures SET removed_at_us = NULL WHERE picture_id = ?",
    "UPDATE dataset_pictures SET dataset = 'lids' WHERE picture_id = ?",
    "DELETE FROM dataset_pictures WHERE picture_id = ?",
)
PARTS = st.tuples(
    st.sampled_from(list(Outcome)),
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, "cells", "lids"]),
    st.integers(-200, 200),
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("record"), st.lists(PARTS, min_size=1, max_size=4)),
        st.tuples(st.just("review"), st.tuples(st.integers(0, 40), st.sampled_from(list(Verdict)))),
        st.tuples(st.just("deliver"), st.integers(0, 40)),
        st.tuples(st.sampled_from(STATEMENTS), st.integers(0, 40)),
    ),
    min_size=1,
    max_size=30,
)
FIRST_SEQ = BLOCK - 8


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_counts_are_what_a_recount_gives(store: sqlite3.Connection, steps: list[Any]) -> None:
    data_dir = Path(store.execute("PRAGMA database_list").fetchone()["file"]).parent
    _empty(store)
    ledger, reviews = Ledger(data_dir), ReviewStore(data_dir)
    for number, (step, value) in enumerate(steps):
        if step == "record":
            ledger.record(
                [
                    LedgerEntry(_part(number * 10 + place, *part))
                    for place, part in enumerate(value, 1)
                ],
                ["mqtt"],
            )
        elif step == "review":
            seq, verdict = _seq(value[0]), value[1]
            if store.execute("SELECT 1 FROM inspections WHERE seq = ?", (seq,)).fetchone():
                reviews.settle(seq, verdict, "anna", None)
        elif step == "deliver":
            Outbox(data_dir, "mqtt").delivered([_seq(value)])
        else:
            key = value % 9 if "dataset_pictures" in step else _seq(value)
            store.execute(step, (key,))
        assert list(wrong_counts(store)) == [], (step, value)
    _check_readers(store, ledger, reviews, data_dir)


def _check_readers(
    store: sqlite3.Connection, ledger: Ledger, reviews: ReviewStore, data_dir: Path
) -> None:
    """What is read of the counts is what the rows say."""
    start = NOON - timedelta(minutes=37)
    by_outcome = (
        "SELECT outcome, count(*) FROM inspections WHERE triggered_at_us >= ? "
        "AND challenge_id IS NULL GROUP BY 1"
    )
    for since, first_us in ((None, -(1 << 62)), (start, to_us(start))):
        expected = dict(store.execute(by_outcome, (first_us,)).fetchall())
        totals = ledger.totals(since)
        assert {outcome: totals.model_dump()[outcome.lower()] for outcome in Outcome} == {
            outcome: expected.get(outcome, 0) for outcome in Outcome
        }
        waiting = store.execute(
            "SELECT count(*) FROM inspections WHERE review AND triggered_at_us >= ? "
            "AND seq NOT IN (SELECT seq FROM reviews)",
            (first_us,),
        ).fetchone()[0]
        assert reviews.waiting(since) == waiting
    end = start + timedelta(minutes=100)
    by_verdict = (
        "SELECT inspections.outcome || verdict, count(*) FROM inspections JOIN reviews USING (seq) "
        "WHERE challenge_id IS NULL AND recipe = 'cells' "
        "AND triggered_at_us >= ? AND triggered_at_us < ? GROUP BY 1"
    )
    found = dict(store.execute(by_verdict, (to_us(start), to_us(end))).fetchall())
    counts = reviews.counts(start, end, "cells")
    assert (counts.true_accepts, counts.false_accepts, counts.true_rejects) == tuple(
        found.get(verdicts, 0) for verdicts in ("OKOK", "OKNG", "NGNG")
    )
    of_recipe = (
        "SELECT count(*) FROM inspections WHERE challenge_id IS NULL AND recipe = 'cells' "
        "AND triggered_at_us >= ? AND triggered_at_us < ?"
    )
    parts = store.execute(of_recipe, (to_us(start), to_us(end))).fetchone()[0]
    assert sum(hour.parts for hour in ledger.by_hour(start, end, "cells")) == parts
    hours = ledger.by_hour(start, start + timedelta(minutes=100))
    ranged = (
        "SELECT count(*) FROM inspections WHERE triggered_at_us >= ? AND triggered_at_us < ? "
        "AND challenge_id IS NULL"
    )
    values = (to_us(start), to_us(start + timedelta(minutes=100)))
    assert sum(hour.parts for hour in hours) == store.execute(ranged, values).fetchone()[0]
    judged = (
        "SELECT count(*) FROM inspections WHERE outcome IN ('OK', 'NG') AND seq BETWEEN ? AND ? "
        "AND challenge_id IS NULL"
    )
    for first, last in ((0, BLOCK * 3), (BLOCK - 3, BLOCK + 2), (BLOCK, BLOCK - 1)):
        count = store.execute(judged, (first, last)).fetchone()[0]
        assert judged_between(store, first, last) == count
    rows = store.execute("SELECT sink, count(*) FROM outbox GROUP BY sink").fetchall()
    assert waiting_rows(data_dir) == dict(rows)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(tmp_path)) as connection:
        yield connection


def _empty(store: sqlite3.Connection) -> None:
    """Ready for another example: what is deleted is counted down, and nothing is left."""
    for table in ("trial_results", "trials", "outbox", "reviews", "inspections"):
        store.execute(f"DELETE FROM {table}")
    store.execute("DELETE FROM dataset_pictures")
    for table in COUNTED:
        assert store.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0, table
    store.execute("DELETE FROM sqlite_sequence")
    store.execute("INSERT INTO sqlite_sequence VALUES ('inspections', ?)", (FIRST_SEQ - 1,))
    store.execute(
        "INSERT INTO trials VALUES (1, 'a', 1, 'x', 1, 'b', 1, 'y', 0, NULL, 'anna', 0, NULL, NULL)"
    )
    for number in range(9):
        store.execute(
            "INSERT INTO dataset_pictures (picture_id, dataset, label, path, sha256, width, "
            "height, perceptual_hash, author, created_at_us) "
            "VALUES (?, 'cells', 'normal', ?, '', 9, 9, '', 'anna', 0)",
            (number, f"{number}.png"),
        )


def _seq(number: int) -> int:
    return FIRST_SEQ + number


def _part(
    trigger_id: int, outcome: Outcome, review: bool, changed: bool, recipe: str | None, minutes: int
) -> Inspection:
    return inspection(
        trigger_id,
        outcome=outcome,
        review=review,
        scene=SceneDeviation(changed=changed),
        recipe=recipe and {"name": recipe, "version": 1},
        triggered_at=NOON + timedelta(minutes=minutes),
    )


def test_doctor_tells_of_wrong_counts_and_they_are_put_right(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.record([LedgerEntry(inspection(1, review=True)), LedgerEntry(inspection(2))], ["mqtt"])
    assert list(check_data_directory(tmp_path)) == []
    with closing(connect(tmp_path)) as connection:
        connection.execute("UPDATE ledger_totals SET parts = 7 WHERE kind = 'OK'")
        connection.execute("UPDATE ledger_blocks SET last_us = 0")
        connection.execute("DELETE FROM marked_inspections")
        connection.execute("DELETE FROM outbox_totals")
    findings = {finding.subject: finding for finding in check_data_directory(tmp_path)}
    assert set(findings) == {
        f"counts in {table}"
        for table in ("marked_inspections", "ledger_totals", "ledger_blocks", "outbox_totals")
    }
    outbox_finding = findings["counts in outbox_totals"]
    assert (
        outbox_finding.problem
        == "1 differ from a recount: sink mqtt, parts 2 is found and not kept"
    )
    assert "okng doctor --repair-counts" in outbox_finding.advice

    assert {repair.table for repair in repair_counts(tmp_path)} >= {
        "ledger_totals",
        "ledger_blocks",
    }
    assert repair_counts(tmp_path) == []
    assert list(check_data_directory(tmp_path)) == []
    assert (ledger.totals().ok, ReviewStore(tmp_path).waiting()) == (2, 1)
