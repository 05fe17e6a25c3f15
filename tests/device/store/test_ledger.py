from __future__ import annotations

import itertools
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from sqlite3 import Connection
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.inspections import EVERY_FIELD, NOON, inspection

from okng.device.store.database import connect
from okng.device.store.inspection_rows import RecordedInspection
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.ledger_counts import BLOCK
from okng.device.store.ledger_page import page_query
from okng.device.store.outbox import Outbox, waiting_rows
from okng.device.store.reviews import ReviewStore
from okng.device.store.timestamps import from_us, to_us
from okng.device.types import (
    Inspection,
    ModelIdentity,
    Outcome,
    SceneDeviation,
    Verdict,
)

FIRST_SEQ = BLOCK - 50
FULL = EVERY_FIELD | {
    "triggered_at": datetime(2026, 3, 1, 12, 0, 0, 123456, timezone(timedelta(hours=2))),
}


@pytest.mark.parametrize("fields", [{}, FULL])
def test_what_is_recorded_comes_back_whole(ledger: Ledger, fields: dict[str, Any]) -> None:
    written = inspection(1, **fields)
    (seq,) = ledger.record([LedgerEntry(written)], [])
    read = ledger.get(written.inspection_id)
    assert read == RecordedInspection(seq=seq, **dict(written))
    assert ledger.by_trigger(1) == read


@settings(deadline=None)
@given(time=st.datetimes(timezones=st.just(UTC)))
def test_times_keep_their_microseconds(time: datetime) -> None:
    assert from_us(to_us(time)) == time


def test_a_row_keeps_the_schema_version_it_was_written_with(ledger: Ledger) -> None:
    ledger.record([LedgerEntry(inspection(1, schema_version=1))], [])
    details = connect_and_fetch(ledger, "SELECT details FROM inspections")
    assert json.loads(details)["schema_version"] == 1
    (row,) = ledger.page()
    assert (row.schema_version, row.detections, row.crop) == (1, (), None)


def test_one_failing_row_of_a_group_leaves_nothing_behind(ledger: Ledger, tmp_path: Path) -> None:
    ledger.record([LedgerEntry(inspection(1))], ["mqtt"])
    group = [
        LedgerEntry(inspection(2), np.ones((4, 4), np.float32)),
        LedgerEntry(inspection(1)),
    ]
    with pytest.raises(sqlite3.IntegrityError, match="trigger_id"):
        ledger.record(group, ["mqtt"])
    assert [row.trigger_id for row in ledger.page()] == [1]
    assert waiting_rows(tmp_path) == {"mqtt": 1}
    assert connect_and_fetch(ledger, "SELECT count(*) FROM anomaly_maps") == 0


def test_every_sink_gets_every_result_in_order(ledger: Ledger, tmp_path: Path) -> None:
    written = [inspection(i, score=i / 4) for i in range(1, 8)]
    seqs = ledger.record([LedgerEntry(inspection) for inspection in written], ["mqtt", "s3"])
    assert seqs == sorted(seqs)
    mqtt, s3 = Outbox(tmp_path, "mqtt"), Outbox(tmp_path, "s3")
    rows = mqtt.after(0, 100)
    assert [row.seq for row in rows] == seqs
    for row, recorded in zip(rows, written, strict=True):
        payload = RecordedInspection.model_validate_json(row.payload)
        assert payload == RecordedInspection(seq=row.seq, **dict(recorded))
        assert payload == ledger.get(recorded.inspection_id)
    mqtt.delivered(seqs[:5])
    assert (mqtt.pending(), s3.pending()) == (2, 7)
    assert [row.seq for row in mqtt.after(seqs[5], 100)] == seqs[6:]
    assert waiting_rows(tmp_path) == {"mqtt": 2, "s3": 7}


def test_the_oldest_result_that_waits_is_known_by_its_trigger(
    ledger: Ledger, tmp_path: Path
) -> None:
    outbox = Outbox(tmp_path, "mqtt")
    assert outbox.oldest_at() is None
    minutes = [NOON + timedelta(minutes=minute) for minute in range(3)]
    seqs = ledger.record(
        [LedgerEntry(inspection(i, triggered_at=at)) for i, at in enumerate(minutes, 1)],
        ["mqtt", "s3"],
    )
    assert outbox.oldest_at() == minutes[0]
    outbox.delivered(seqs[:2])
    assert outbox.oldest_at() == minutes[2]
    outbox.delivered(seqs[2:])
    assert outbox.oldest_at() is None


def test_anomaly_maps_come_back_as_float16_keeps_them(ledger: Ledger) -> None:
    scores = np.random.default_rng(0).gamma(2.0, 3.0, (28, 40)).astype(np.float32)
    scores[0, :2] = 1e9, -1e9
    first, second = inspection(1), inspection(2)
    ledger.record([LedgerEntry(first, scores), LedgerEntry(second)], [])
    read = ledger.anomaly_map(first.inspection_id)
    assert read is not None
    assert (read.shape, read.dtype) == ((28, 40), np.float32)
    np.testing.assert_allclose(read[1:], scores[1:], rtol=2**-11, atol=2**-24)
    assert np.isfinite(read).all()
    assert ledger.anomaly_map(second.inspection_id) is None


@pytest.fixture
def filled(ledger: Ledger) -> tuple[Ledger, list[Inspection]]:
    return ledger, fill(ledger)


def fill(ledger: Ledger) -> list[Inspection]:
    outcomes = [Outcome.OK, Outcome.OK, Outcome.NG, Outcome.OK, Outcome.ERROR, Outcome.MISSED]
    written = [
        inspection(
            i + 1,
            outcome=outcomes[i % 6],
            recipe={"name": "ab"[i % 2], "version": 1 + i % 3},
            # The clock was set back once: seq is what counts.
            triggered_at=NOON + timedelta(minutes=i - 30 * (i > 60)),
            review=i % 4 == 0,
            scene=SceneDeviation(changed=i % 5 == 0),
        )
        for i in range(120)
    ]
    for start in range(0, 120, 7):
        ledger.record([LedgerEntry(inspection) for inspection in written[start : start + 7]], [])
    return written


@settings(deadline=None)
@given(
    before=st.none() | st.integers(FIRST_SEQ - 1, FIRST_SEQ + 129),
    since=st.none() | st.integers(FIRST_SEQ - 1, FIRST_SEQ + 129),
    outcome=st.none() | st.sampled_from(list(Outcome)),
    recipe=st.none() | st.sampled_from(["a", "b", "absent"]),
    start=st.none() | st.integers(-10, 130),
    end=st.none() | st.integers(-10, 130),
    limit=st.integers(1, 150),
    scene_changed=st.booleans(),
    to_review=st.booleans(),
)
def test_a_page_is_what_its_filters_say(
    shared_filled: tuple[Ledger, list[Inspection]],
    before: int | None,
    since: int | None,
    outcome: Outcome | None,
    recipe: str | None,
    start: int | None,
    end: int | None,
    limit: int,
    scene_changed: bool,
    to_review: bool,
) -> None:
    ledger, written = shared_filled
    start_at = None if start is None else NOON + timedelta(minutes=start)
    end_at = None if end is None else NOON + timedelta(minutes=end)
    expected = [
        inspection.inspection_id
        for seq, inspection in enumerate(written, start=FIRST_SEQ)
        if (before is None or seq < before)
        and (since is None or seq > since)
        and (outcome is None or inspection.outcome is outcome)
        and (recipe is None or (inspection.recipe is not None and inspection.recipe.name == recipe))
        and (start_at is None or inspection.triggered_at >= start_at)
        and (end_at is None or inspection.triggered_at < end_at)
        and (not scene_changed or (inspection.scene is not None and inspection.scene.changed))
        and (not to_review or (inspection.review and seq % 3 > 0))
    ]
    if since is None:
        expected.reverse()
    page = ledger.page(
        before=before,
        since=since,
        outcome=outcome,
        recipe=recipe,
        start=start_at,
        end=end_at,
        limit=limit,
        scene_changed=scene_changed,
        to_review=to_review,
    )
    assert [row.inspection_id for row in page] == expected[:limit]


@pytest.fixture(scope="module")
def shared_filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ledger, list[Inspection]]:
    """In two blocks, and every third part was reviewed."""
    data_dir = tmp_path_factory.mktemp("ledger")
    ledger, reviews = Ledger(data_dir), ReviewStore(data_dir)
    connection = connect(data_dir)
    connection.execute("INSERT INTO sqlite_sequence VALUES ('inspections', ?)", (FIRST_SEQ - 1,))
    written = fill(ledger)
    for seq in range(FIRST_SEQ, FIRST_SEQ + len(written)):
        if seq % 3 == 0:
            reviews.settle(seq, Verdict.OK, "anna", None)
    assert connection.execute("SELECT count(*) FROM ledger_blocks").fetchone()[0] == 2
    connection.close()
    return ledger, written


def test_totals_hours_and_iteration_agree(filled: tuple[Ledger, list[Inspection]]) -> None:
    ledger, written = filled
    totals = ledger.totals()
    assert (totals.ok, totals.ng, totals.error, totals.missed) == (60, 20, 20, 20)
    assert totals.parts == 120
    assert totals.yield_ratio == 60 / 80
    later = ledger.totals(since=NOON + timedelta(hours=1))
    assert later.parts == sum(
        inspection.triggered_at >= NOON + timedelta(hours=1) for inspection in written
    )

    hours = ledger.by_hour(NOON, NOON + timedelta(hours=5))
    assert [hour.hour for hour in hours] == [NOON, NOON + timedelta(hours=1)]
    assert sum(hour.parts for hour in hours) == 120
    assert sum(hour.ng for hour in hours) == 20
    assert ledger.by_hour(NOON + timedelta(hours=1), NOON + timedelta(hours=2)) == hours[1:]

    assert [row.inspection_id for row in ledger.iterate(batch=17)] == [
        inspection.inspection_id for inspection in written
    ]
    assert len(list(ledger.iterate(outcome=Outcome.NG, recipe="a", batch=3))) == 20
    assert (ledger.last_trigger_id(), ledger.last_seq()) == (120, 120)
    assert ledger.trigger_ids(118, 125) == {118, 119, 120}


def test_what_another_threshold_would_call_otherwise(ledger: Ledger) -> None:
    model = {"name": "cells", "version": 2, "sha256": "ab" * 32}
    retrained = model | {"sha256": "cd" * 32}
    parts = [
        inspection(number, score=score, model=by)
        for number, (score, by) in enumerate(
            [(1.0, model), (2.0, model), (2.5, retrained), (3.0, model), (None, None)], 1
        )
    ]
    parts.append(inspection(6, score=2.0, model=model, failed_rules=("scratch",)))
    ledger.record([LedgerEntry(part) for part in parts], [])
    identity = ModelIdentity.model_validate(model)

    def triggers(one: float, other: float, **limits: int) -> list[int]:
        page = ledger.between_thresholds(identity, one, other, **{"limit": 9} | limits)
        return [part.trigger_id for part in page]

    assert triggers(1.0, 3.0) == triggers(3.0, 1.0) == [4, 2], "equal to a threshold is OK"
    assert triggers(0.5, 9.0, limit=2) == [4, 2]
    assert triggers(0.5, 9.0, among=4) == [4]
    assert triggers(2.0, 2.9) == []


def test_an_empty_ledger_answers(ledger: Ledger) -> None:
    assert ledger.page() == []
    assert ledger.totals().yield_ratio is None
    assert ledger.by_hour(NOON, NOON + timedelta(days=1)) == []
    assert (ledger.last_trigger_id(), ledger.last_seq()) == (0, 0)
    assert ledger.get("0" * 32) is None
    assert list(ledger.iterate()) == []


FILTERS: dict[str, Any] = {
    "before": 900,
    "since": 5,
    "outcome": Outcome.NG,
    "recipe": "cell",
    "start": NOON,
    "end": NOON + timedelta(hours=1),
    "scene_changed": True,
    "to_review": True,
}


@pytest.mark.parametrize(
    "names",
    [
        names
        for count in range(len(FILTERS) + 1)
        for names in itertools.combinations(FILTERS, count)
        if not {"before", "since"} <= set(names)
    ],
)
def test_no_page_looks_at_every_row_or_sorts(empty: Connection, names: tuple[str, ...]) -> None:
    sql, values = page_query(limit=50, **{name: FILTERS[name] for name in names})
    plan = [row["detail"] for row in empty.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert not any("TEMP B-TREE" in step for step in plan), plan
    scanned = [step for step in plan if step.startswith("SCAN") and step != "SCAN ledger_blocks"]
    # The newest page of all: backwards along the primary key, ended by its limit.
    assert scanned == ([] if names else ["SCAN rows"]), plan
    assert any("ledger_blocks" in step for step in plan) == bool({"start", "end"} & set(names))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    with closing(connect(tmp_path_factory.mktemp("empty"))) as connection:
        yield connection


@pytest.mark.parametrize("outcome", [None, Outcome.NG])
def test_parts_of_a_changed_scene_are_found(ledger: Ledger, outcome: Outcome | None) -> None:
    changed = SceneDeviation(changed=True)
    ledger.record(
        [
            LedgerEntry(inspection(1)),
            LedgerEntry(inspection(2, scene=changed, outcome=Outcome.NG)),
            LedgerEntry(inspection(3, scene=SceneDeviation())),
            LedgerEntry(inspection(4, scene=changed, outcome=Outcome.NG)),
        ],
        [],
    )
    page = ledger.page(outcome=outcome, scene_changed=True)
    assert [row.trigger_id for row in page] == [4, 2]
    assert page[0].scene == changed


def connect_and_fetch(ledger: Ledger, sql: str) -> Any:
    return ledger._database.connection.execute(sql).fetchone()[0]
