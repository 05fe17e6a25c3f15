"""The ledger: how every trigger edge ended, with its anomaly map; written once, then only read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from pydantic import AwareDatetime, Field

from okng.device.store.database import Database
from okng.device.store.packed_maps import pack_map, unpack_map
from okng.device.store.timestamps import from_us, to_us
from okng.device.types import Inspection, Message, ModelIdentity, Outcome

HOUR_US = 3_600_000_000
_FOREVER_US = (1 << 63) - 1
_COLUMNS = (
    "inspection_id",
    "trigger_id",
    "triggered_at_us",
    "outcome",
    "part_id",
    "recipe",
    "recipe_version",
    "model",
    "model_version",
    "score",
    "threshold",
    "picture_path",
    "picture_sha256",
    "review",
)
# Fields of Inspection that a column holds whole; the others go into `details`.
_IN_COLUMNS = {
    "inspection_id",
    "trigger_id",
    "triggered_at",
    "outcome",
    "part_id",
    "recipe",
    "score",
    "threshold",
    "picture_path",
    "picture_sha256",
    "review",
}
_INSERT = (
    f"INSERT INTO inspections ({', '.join(_COLUMNS)}, details) "
    f"VALUES ({', '.join('?' * (len(_COLUMNS) + 1))})"
)


class LedgerEntry(NamedTuple):
    """What is recorded of one trigger."""

    inspection: Inspection
    anomaly_map: NDArray[np.float32] | None = None
    """HxW scores; kept as float16."""


class RecordedInspection(Inspection):
    """An inspection as it stands in the ledger, and as sinks deliver it.

    A hash without a path means that the picture was removed later, for want of space.
    """

    seq: int = Field(ge=1)
    """Place in the ledger: grows with each record, so a reader asks for what came after it."""


class Totals(Message):
    """How many triggers ended how."""

    ok: int = 0
    ng: int = 0
    error: int = 0
    missed: int = 0

    @property
    def parts(self) -> int:
        """All triggers."""
        return self.ok + self.ng + self.error + self.missed

    @property
    def yield_ratio(self) -> float | None:
        """OK among the parts that got a verdict, 0..1; None when none did."""
        judged = self.ok + self.ng
        return self.ok / judged if judged else None


class HourCount(Totals):
    """The totals of one hour."""

    hour: AwareDatetime
    """Its beginning, UTC."""


class Ledger:
    """Writes and reads inspections; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def record(self, entries: Sequence[LedgerEntry], sinks: Sequence[str]) -> list[int]:
        """Writes all entries in one transaction and returns their seqs in the same order.

        The rows, their maps and a row for each sink's outbox are on the disk when it returns,
        or none of them is. Passing what has queued up shares one wait for the disk.

        Raises:
            sqlite3.IntegrityError: an inspection_id or trigger_id is there already.
            sqlite3.OperationalError: the disk is full or fails.
        """
        with self._database.transaction() as connection:
            return [_insert(connection, entry, sinks) for entry in entries]

    def get(self, inspection_id: str) -> RecordedInspection | None:
        """One inspection, or None when there is none."""
        return self._one("inspection_id = ?", inspection_id)

    def by_trigger(self, trigger_id: int) -> RecordedInspection | None:
        """How this trigger ended, or None when it did not (yet)."""
        return self._one("trigger_id = ?", trigger_id)

    def page(
        self,
        *,
        before: int | None = None,
        since: int | None = None,
        outcome: Outcome | None = None,
        recipe: str | None = None,
        start: datetime | None = None,
        end: datetime | None = None,
        limit: int = 50,
        scene_changed: bool = False,
        to_review: bool = False,
    ) -> list[RecordedInspection]:
        """Inspections, the newest first; with `since` the oldest after it first.

        Args:
            before: only with a smaller seq: the next older page.
            since: only with a greater seq: what came after the last one known.
            outcome: only these.
            recipe: only of this recipe's name, whatever its version.
            start: only triggered then or later.
            end: only triggered before.
            limit: at most this many.
            scene_changed: only those judged while the scene counted as changed.
            to_review: only those marked for review that nobody has looked at yet.
        """
        query = page_query(
            before, since, outcome, recipe, start, end, limit, scene_changed, to_review
        )
        return [_inspection(row) for row in self._database.connection.execute(*query)]

    def iterate(
        self,
        *,
        outcome: Outcome | None = None,
        recipe: str | None = None,
        start: datetime | None = None,
        end: datetime | None = None,
        scene_changed: bool = False,
        to_review: bool = False,
        batch: int = 500,
    ) -> Iterator[RecordedInspection]:
        """All that match, the oldest first, in small reads that never hold up the writer.

        The arguments are those of `page`, `batch` apart: how many rows are read at once.
        """
        since = 0
        while True:
            page = self.page(
                since=since,
                outcome=outcome,
                recipe=recipe,
                start=start,
                end=end,
                limit=batch,
                scene_changed=scene_changed,
                to_review=to_review,
            )
            yield from page
            if len(page) < batch:
                return
            since = page[-1].seq

    def between_thresholds(
        self, model: ModelIdentity, one: float, other: float, limit: int, among: int = 10_000
    ) -> list[RecordedInspection]:
        """What `model` would judge otherwise at one threshold than at the other, newest first.

        What a rule of the detection made NG stays so and is left out. Looked for among the last
        `among` triggers, so that a long ledger is not read whole.
        """
        rows = self._database.connection.execute(
            "SELECT * FROM inspections WHERE seq > ? AND model = ? AND model_version = ? "
            "AND score > ? AND score <= ? AND details ->> '$.model.sha256' = ? "
            "AND details ->> '$.failed_rules' IS NULL "
            "ORDER BY seq DESC LIMIT ?",
            (
                self.last_seq() - among,
                model.name,
                model.version,
                min(one, other),
                max(one, other),
                model.sha256,
                limit,
            ),
        )
        return [_inspection(row) for row in rows]

    def anomaly_map(self, inspection_id: str) -> NDArray[np.float32] | None:
        """The HxW scores of an inspection, or None when it has none."""
        row = self._database.connection.execute(
            "SELECT height, width, scores FROM anomaly_maps JOIN inspections USING (seq) "
            "WHERE inspection_id = ?",
            (inspection_id,),
        ).fetchone()
        return None if row is None else unpack_map(row)

    def totals(self, since: datetime | None = None) -> Totals:
        """How the triggers ended, all or those from a time on."""
        if since is None:
            rows = self._database.connection.execute(
                "SELECT outcome, count(*) FROM inspections GROUP BY outcome"
            )
        else:
            # Left to itself SQLite takes the outcome's index, and so looks at every row.
            rows = self._database.connection.execute(
                "SELECT outcome, count(*) FROM inspections INDEXED BY inspections_by_time "
                "WHERE triggered_at_us >= ? GROUP BY outcome",
                (to_us(since),),
            )
        return Totals(**{outcome.lower(): count for outcome, count in rows})

    def by_hour(self, start: datetime, end: datetime) -> list[HourCount]:
        """The totals of each UTC hour from `start` to before `end` that had a trigger, in order."""
        rows = self._database.connection.execute(
            "SELECT triggered_at_us / ? AS hour, outcome, count(*) FROM inspections "
            "WHERE triggered_at_us >= ? AND triggered_at_us < ? GROUP BY 1, 2 ORDER BY 1",
            (HOUR_US, to_us(start), to_us(end)),
        )
        counts: dict[int, dict[str, int]] = {}
        for hour, outcome, count in rows:
            counts.setdefault(hour, {})[outcome.lower()] = count
        return [
            HourCount(hour=from_us(hour * HOUR_US), **outcomes) for hour, outcomes in counts.items()
        ]

    def last_trigger_id(self) -> int:
        """The greatest trigger id; 0 in an empty ledger."""
        last: int = self._database.connection.execute(
            "SELECT coalesce(max(trigger_id), 0) FROM inspections"
        ).fetchone()[0]
        return last

    def last_seq(self) -> int:
        """The greatest seq; 0 in an empty ledger."""
        last: int = self._database.connection.execute(
            "SELECT coalesce(max(seq), 0) FROM inspections"
        ).fetchone()[0]
        return last

    def trigger_ids(self, first: int, last: int) -> set[int]:
        """Which of the trigger ids from `first` to `last`, both included, have ended."""
        rows = self._database.connection.execute(
            "SELECT trigger_id FROM inspections WHERE trigger_id BETWEEN ? AND ?", (first, last)
        )
        return {row[0] for row in rows}

    def _one(self, where: str, value: str | int) -> RecordedInspection | None:
        row = self._database.connection.execute(
            f"SELECT * FROM inspections WHERE {where}", (value,)
        ).fetchone()
        return None if row is None else _inspection(row)


def page_query(
    before: int | None,
    since: int | None,
    outcome: Outcome | None,
    recipe: str | None,
    start: datetime | None,
    end: datetime | None,
    limit: int,
    scene_changed: bool = False,
    to_review: bool = False,
) -> tuple[str, list[Any]]:
    """SQL and values of `Ledger.page`; no filter leads to a look at every row."""
    where: list[str] = []
    values: list[Any] = []

    def require(condition: str, value: object) -> None:
        where.append(condition)
        values.append(value)

    if before is not None:
        require("seq < ?", before)
    if since is not None:
        require("seq > ?", since)
    if outcome is not None:
        require("outcome = ?", outcome.value)
    if recipe is not None:
        require("recipe = ?", recipe)
    if start is not None or end is not None:
        first_us = to_us(start) if start is not None else 0
        last_us = to_us(end) if end is not None else _FOREVER_US
        # The time index alone tells between which rows the range lies; the list itself can then
        # be read in the order of seq. `+` keeps the outer query from taking the time index.
        rows = "FROM inspections WHERE triggered_at_us >= ? AND triggered_at_us < ?"
        where.append("+triggered_at_us >= ? AND +triggered_at_us < ?")
        values += [first_us, last_us]
        if start is not None:
            where.append(f"seq >= (SELECT min(seq) {rows})")
            values += [first_us, last_us]
        if end is not None:
            where.append(f"seq <= (SELECT max(seq) {rows})")
            values += [first_us, last_us]
    table = "inspections"
    # Another index would lead to every row that it finds: such parts are few.
    if to_review:
        table += " INDEXED BY inspections_marked"
        where.append("review = 1 AND seq NOT IN (SELECT seq FROM reviews)")
    elif scene_changed:
        table += " INDEXED BY inspections_scene_changed"
    if scene_changed:
        where.append("json_extract(details, '$.scene.changed')")
    condition = f"WHERE {' AND '.join(where)} " if where else ""
    order = "DESC" if since is None else "ASC"
    return f"SELECT * FROM {table} {condition}ORDER BY seq {order} LIMIT ?", [*values, limit]


def _insert(connection: sqlite3.Connection, entry: LedgerEntry, sinks: Sequence[str]) -> int:
    inspection = entry.inspection
    recipe, model = inspection.recipe, inspection.model
    cursor = connection.execute(
        _INSERT,
        (
            inspection.inspection_id,
            inspection.trigger_id,
            to_us(inspection.triggered_at),
            inspection.outcome.value,
            inspection.part_id,
            recipe and recipe.name,
            recipe and recipe.version,
            model and model.name,
            model and model.version,
            inspection.score,
            inspection.threshold,
            inspection.picture_path,
            inspection.picture_sha256,
            inspection.review,
            _details(inspection),
        ),
    )
    seq = cursor.lastrowid
    assert seq is not None
    if entry.anomaly_map is not None:
        height, width = entry.anomaly_map.shape
        connection.execute(
            "INSERT INTO anomaly_maps VALUES (?, ?, ?, ?)",
            (seq, height, width, pack_map(entry.anomaly_map)),
        )
    if sinks:
        payload = RecordedInspection(seq=seq, **dict(inspection)).model_dump_json()
        connection.executemany(
            "INSERT INTO outbox (sink, seq, payload) VALUES (?, ?, ?)",
            [(sink, seq, payload) for sink in sinks],
        )
    return seq


def _details(inspection: Inspection) -> str:
    rest = inspection.model_dump(mode="json", exclude=_IN_COLUMNS, exclude_defaults=True)
    # Always kept: its default moves on, the row doesn't.
    return json.dumps(rest | {"schema_version": inspection.schema_version})


def _inspection(row: sqlite3.Row) -> RecordedInspection:
    fields: dict[str, Any] = json.loads(row["details"])
    for name in ("seq", *(_IN_COLUMNS - {"triggered_at", "recipe", "picture_path"})):
        fields[name] = row[name]
    fields["triggered_at"] = from_us(row["triggered_at_us"])
    if row["recipe"] is not None:
        fields["recipe"] = {"name": row["recipe"], "version": row["recipe_version"]}
    if row["picture_removed_at_us"] is None:
        fields["picture_path"] = row["picture_path"]
    return RecordedInspection.model_validate(fields)
