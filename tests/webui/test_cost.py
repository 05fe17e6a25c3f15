"""No call costs more in a larger store: in SQLite's steps, in rows read, and by its query plans.

All GET calls of the OpenAPI document are tried, including later ones; a new parameter needs values
in `support.read_calls`.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from flask.testing import FlaskClient
from support.large_store import (
    DATASET,
    SINK,
    Size,
    make_model,
    make_store,
    measure_pictures,
    newest_schema,
)
from support.page_client import CLAIM_CODE, PASSWORD, USER
from support.read_calls import read_calls

from okng.device.settings.settings import StationSettings
from okng.device.store import database
from okng.device.store.database import Database, connect
from okng.device.store.ledger import Ledger
from okng.device.store.outbox import Outbox
from okng.device.store.trigger_journal import SEGMENT_EDGES, TriggerJournal
from okng.device.types import TriggerEdge, TriggerSource
from okng.webui.app import create_app
from okng.webui.auth.claim_code import ClaimCode
from okng.webui.auth.sessions import Sessions
from okng.webui.auth.users import Users

# Few parts a day, so that the small store goes back more than a month as well.
SMALL = Size(inspections=12_000, pictures=300, parts_a_day=300)
LARGE = Size(inspections=120_000, pictures=3_000, parts_a_day=300)
GROWTH = 1.5
"""Allowed of a store ten times as large. What reads all rows grows tenfold; blocks of the ledger
are skipped one by one, and it has one for each 4,096 parts."""
SPREAD = 4_000, 400
"""Steps and rows by which a page of 50 may differ besides."""
LONG = re.compile(r"from=|to=|limit=500|\.csv")
LONG_SPREAD = 25_000, 1_000
"""The same of longer pages, where a block of 4,096 parts lies across the range's end, and of
exports, which read the reviews of each 500 parts."""
OF_REJECTS = re.compile(r"by_score=true")
"""Parts that are NG by their score alone, with a rare filter besides: the rejects, few of all, are
looked through. Of a million parts that takes tens of milliseconds."""
STRIDE = 25
"""Steps between two looks at the counter."""
NO_STORE = {"/api/v1/camera/features", "/api/v1/settings/cameras"}
"""Calls that need only the device process, which doesn't run here."""
WHOLE_DATASETS = (
    *(
        "/models/cells/1/dataset",
        "/assessment",
        "/further-pictures",
        "/fine-tuning",
        "/review",
        "/profile",
        "/quick-model",
    ),
)
"""Calls that compute their answer from all pictures of a dataset, once after each change of it."""


class Cost(NamedTuple):
    """The cost of one call."""

    steps: int
    rows: int
    statements: frozenset[str]


class Meter:
    """Opens database connections, and counts their steps and rows."""

    def __init__(self) -> None:
        self.steps = self.rows = 0
        self.statements: set[str] = set()

    def open(self, data_dir: Path, read_only: bool = False) -> sqlite3.Connection:
        connection = connect(data_dir, read_only)
        connection.set_progress_handler(self._step, STRIDE)
        connection.set_trace_callback(self.statements.add)
        connection.row_factory = self._row
        return connection

    def cost(self, work: Callable[[], object]) -> Cost:
        self.steps = self.rows = 0
        self.statements.clear()
        work()
        return Cost(self.steps, self.rows, frozenset(self.statements))

    def _step(self) -> int:
        self.steps += STRIDE
        return 0

    def _row(self, cursor: sqlite3.Cursor, values: tuple[Any, ...]) -> sqlite3.Row:
        self.rows += 1
        return sqlite3.Row(cursor, values)


class Station(NamedTuple):
    """A store, with a client of the application that uses it."""

    data_dir: Path
    client: FlaskClient
    calls: list[str]

    def get(self, call: str) -> None:
        """Calls the address; of a file that is made while it is sent, reads the first rows only."""
        with self.client.get(call) as answer:
            list(islice(answer.iter_encoded(), 2))
            assert answer.status_code in (200, 404, 503), (call, answer.status_code)


@pytest.fixture(scope="module")
def meter() -> Iterator[Meter]:
    meter = Meter()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "connect", meter.open)
        # The device process doesn't run, and no call waits for it.
        patch.setattr("okng.webui.services.QUICK_TIMEOUT_S", 0.01)
        yield meter


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, meter: Meter) -> Station:
    return _station(tmp_path_factory.mktemp("small"), SMALL)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory, meter: Meter) -> Station:
    """The store that is ten times as large."""
    return _station(tmp_path_factory.mktemp("large"), LARGE)


def _station(folder: Path, size: Size) -> Station:
    data_dir = folder / "data"
    make_store(data_dir, size)
    newest_schema(data_dir)
    measure_pictures(data_dir)
    make_model(data_dir, size.pictures)
    Users(Database(data_dir)).claim(USER, PASSWORD)
    settings = StationSettings(data_dir=data_dir, run_dir=folder / "run")
    client = create_app(settings, ClaimCode(CLAIM_CODE)).test_client()
    with client.session_transaction() as session:
        session["key"] = Sessions(Database(data_dir)).begin(USER)
    document = client.get("/openapi.json").json
    assert document
    calls = [
        call
        for call in read_calls(document, size, DATASET, 1)
        if call.partition("?")[0] not in NO_STORE
    ]
    return Station(data_dir, client, calls)


def test_no_call_costs_more_in_a_larger_store(small: Station, large: Station, meter: Meter) -> None:
    assert len(small.calls) == len(large.calls) > 150
    dear = []
    for calls in zip(small.calls, large.calls, strict=True):
        for time in ("first", "second"):
            once, again = (
                meter.cost(partial(station.get, call))
                for station, call in zip((small, large), calls, strict=True)
            )
            if time == "first" and any(part in calls[0] for part in WHOLE_DATASETS):
                continue
            steps, rows = LONG_SPREAD if LONG.search(calls[0]) else SPREAD
            growth = GROWTH
            if OF_REJECTS.search(calls[0]):
                growth *= LARGE.inspections / SMALL.inspections
            if again.steps > growth * once.steps + steps:
                dear.append(f"{calls[1]}, {time}: {once.steps} and {again.steps} steps")
            if again.rows > GROWTH * once.rows + rows:
                dear.append(f"{calls[1]}, {time}: {once.rows} and {again.rows} rows")
    assert not dear, "\n".join(dear)


def test_no_call_scans_a_table_that_grows(small: Station, large: Station, meter: Meter) -> None:
    growing = _growing(small.data_dir, large.data_dir)
    assert {"inspections", "dataset_pictures", "outbox", "trial_results", "promotions"} <= growing
    assert "picture_measurements" in growing
    statements: set[str] = set()
    for call in large.calls:
        statements |= meter.cost(partial(large.get, call)).statements
    scans = []
    with closing(connect(large.data_dir)) as connection:
        for statement in statements:
            if statement.startswith("SELECT"):
                scans += _scans(connection, statement, growing)
    assert not scans, "\n".join(scans)


def _growing(small: Path, large: Path) -> set[str]:
    """Tables of which the larger store has far more rows."""
    counts = []
    for data_dir in (small, large):
        with closing(connect(data_dir)) as connection:
            tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            counts.append(
                {
                    name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
                    for (name,) in tables.fetchall()
                }
            )
    # One row for each 4,096 parts.
    return {name for name in counts[1] if counts[1][name] > 4 * counts[0][name]} - {"ledger_blocks"}


def _scans(connection: sqlite3.Connection, statement: str, growing: set[str]) -> Iterator[str]:
    plan = [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
    names = growing | {
        alias for table, alias in re.findall(r"(\w+) AS (\w+)", statement) if table in growing
    }
    sorts = any("TEMP B-TREE FOR ORDER BY" in step for step in plan)
    # In the order of an index and with a limit, it reads a page and is no scan.
    if "LIMIT" in statement and not sorts:
        return
    for step in plan:
        scan = re.match(r"SCAN (\w+)", step)
        if scan and scan[1] in names:
            yield f"{statement}: {plan}"


def test_the_device_asks_no_more_every_second(
    small: Station, large: Station, meter: Meter, tmp_path: Path
) -> None:
    costs = []
    for station in (small, large):
        ledger, outbox = Ledger(station.data_dir), Outbox(station.data_dir, SINK)
        journal = TriggerJournal(tmp_path / station.data_dir.parent.name)
        last = ledger.last_trigger_id()
        # The newest part of a full file never comes to its end.
        for trigger_id in range(last - SEGMENT_EDGES + 2, last + 3):
            journal.append(TriggerEdge(trigger_id, TriggerSource.TIMER, datetime.now(UTC), 0, None))
        journal.discard_finished(ledger)

        def tick(
            journal: TriggerJournal = journal, ledger: Ledger = ledger, outbox: Outbox = outbox
        ) -> None:
            journal.discard_finished(ledger)
            outbox.pending()

        costs.append(meter.cost(tick))
        journal.close()
    assert costs[0].steps <= 500
    assert costs[1].steps <= costs[0].steps + STRIDE
    assert costs[1].rows <= costs[0].rows <= 2
