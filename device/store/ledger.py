"""The ledger: how every trigger edge ended, with its anomaly map; written once, then only read."""

from __future__ import annotations

import json
import logging
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Unpack

import numpy as np
from numpy.typing import NDArray

from okng.device.store.anomaly_map_codec import decode_anomaly_map, encode_anomaly_map
from okng.device.store.database import Database
from okng.device.store.defect_region import defect_region
from okng.device.store.inspection_rows import (
    RecordedInspection,
    insert_inspection,
    recorded_inspection,
)
from okng.device.store.ledger_counts import (
    FOREVER_US,
    HourCount,
    Totals,
    by_hour,
    hour_count,
    recipe_hours,
    total,
    totals_of,
)
from okng.device.store.ledger_page import LedgerFilters, page_query
from okng.device.store.rows import UnreadableRowError
from okng.device.store.timestamps import to_us
from okng.device.store.verdict_latency import VerdictTime
from okng.device.types import Inspection, ModelIdentity, Outcome

_log = logging.getLogger(__name__)


class LedgerEntry(NamedTuple):
    """What is recorded of one trigger."""

    inspection: Inspection
    anomaly_map: NDArray[np.float32] | None = None
    """HxW scores; kept as float16."""


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
        limit: int = 50,
        unreadable: Callable[[UnreadableRowError], object] | None = None,
        **filters: Unpack[LedgerFilters],
    ) -> list[RecordedInspection]:
        """Inspections, the newest first; with `since` the oldest after it first.

        A row that can't be read is left out, and passed to `unreadable` or else logged.

        Args:
            before: only with a smaller seq: the next older page.
            since: only with a greater seq: what came after the last one known.
            limit: at most this many.
            unreadable: called with each row that can't be read.
            filters: only those that are all of what is given.
        """
        inspections: list[RecordedInspection] = []
        while limit > len(inspections):
            query = page_query(
                before=before, since=since, limit=limit - len(inspections), **filters
            )
            rows = self._database.connection.execute(*query).fetchall()
            readable = list(_readable(rows, unreadable))
            inspections += readable
            if len(readable) == len(rows):
                break
            # Only the last page may have fewer rows than the limit.
            before = None if since is not None else rows[-1]["seq"]
            since = None if since is None else rows[-1]["seq"]
        return inspections

    def iterate(
        self,
        *,
        batch: int = 500,
        unreadable: Callable[[UnreadableRowError], object] | None = None,
        **filters: Unpack[LedgerFilters],
    ) -> Iterator[RecordedInspection]:
        """All that match, the oldest first, in small reads that never hold up the writer.

        The arguments are those of `page`, `batch` apart: how many rows are read at once.
        """
        since = 0
        while True:
            page = self.page(since=since, limit=batch, unreadable=unreadable, **filters)
            yield from page
            if len(page) < batch:
                return
            since = page[-1].seq

    def between_thresholds(
        self,
        model: ModelIdentity,
        one_threshold: float,
        other_threshold: float,
        limit: int,
        among: int = 10_000,
    ) -> list[RecordedInspection]:
        """Parts that `model` would judge differently at the two thresholds, the newest first.

        Parts that a detection rule made NG stay NG; they and challenge parts are left out. Only the
        last `among` triggers are searched, so that a long ledger is not read whole.
        """
        rows = self._database.connection.execute(
            "SELECT * FROM inspections WHERE seq > ? AND model = ? AND model_version = ? "
            "AND score > ? AND score <= ? AND details ->> '$.model.sha256' = ? "
            "AND details ->> '$.failed_rules' IS NULL AND challenge_id IS NULL "
            "ORDER BY seq DESC LIMIT ?",
            (
                self.last_seq() - among,
                model.name,
                model.version,
                min(one_threshold, other_threshold),
                max(one_threshold, other_threshold),
                model.sha256,
                limit,
            ),
        )
        return [recorded_inspection(row) for row in rows]

    def seqs(self, inspection_ids: Iterable[str]) -> dict[str, int]:
        """The places of those inspections that are in the ledger, by id."""
        rows = self._database.connection.execute(
            "SELECT inspection_id, seq FROM inspections "
            "WHERE inspection_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(inspection_ids)),),
        )
        return dict(rows.fetchall())

    def anomaly_map(self, inspection_id: str) -> NDArray[np.float32] | None:
        """The HxW scores of an inspection, or None when it has none."""
        row = self._database.connection.execute(
            "SELECT height, width, scores FROM anomaly_maps JOIN inspections USING (seq) "
            "WHERE inspection_id = ?",
            (inspection_id,),
        ).fetchone()
        return None if row is None else decode_anomaly_map(row)

    def totals(self, since: datetime | None = None) -> Totals:
        """How the triggers ended, all or those from a time on."""
        connection = self._database.connection
        if since is None:
            return totals_of(total(connection, tuple(Outcome)))
        counts: Counter[str] = Counter()
        for _, outcome, parts in by_hour(connection, tuple(Outcome), to_us(since), FOREVER_US):
            counts[outcome] += parts
        return totals_of(counts)

    def by_hour(self, start: datetime, end: datetime, recipe: str | None = None) -> list[HourCount]:
        """The totals of each UTC hour from `start` to before `end` that had a trigger, in order.

        `recipe`: only parts of this recipe.
        """
        connection, span_us = self._database.connection, (to_us(start), to_us(end))
        hours = (
            by_hour(connection, tuple(Outcome), *span_us)
            if recipe is None
            else recipe_hours(connection, recipe, *span_us)
        )
        counts: dict[int, dict[str, int]] = {}
        for hour, outcome, parts in hours:
            counts.setdefault(hour, {})[outcome] = parts
        return [hour_count(hour, outcomes) for hour, outcomes in counts.items()]

    def newest_verdict_times(
        self,
        start: datetime,
        limit: int,
        end: datetime | None = None,
        recipe: str | None = None,
    ) -> list[VerdictTime]:
        """Trigger edge to verdict of the newest `limit` triggers from `start` on, the newest first.

        Those that had none are left out, and challenge parts. `end`: only triggers before it;
        `recipe`: only those of this recipe.
        """
        sql, values = page_query(
            start=start,
            end=end,
            recipe=recipe,
            limit=limit,
            columns="inspections.recipe, details ->> '$.latency.verdict_ms', details ->> '$.late', "
            "inspections.challenge_id",
        )
        rows = self._database.connection.execute(sql, values)
        return [
            VerdictTime(recipe, verdict_ms, bool(late))
            for recipe, verdict_ms, late, challenge_id in rows
            if verdict_ms is not None and challenge_id is None
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

    def ended_of(self, trigger_ids: Iterable[int]) -> set[int]:
        """Which of these trigger ids have ended."""
        rows = self._database.connection.execute(
            "SELECT trigger_id FROM inspections "
            "WHERE trigger_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(trigger_ids)),),
        )
        return {row[0] for row in rows}

    def close(self) -> None:
        """Closes the calling thread's connection."""
        self._database.close()

    def _one(self, where: str, value: str | int) -> RecordedInspection | None:
        row = self._database.connection.execute(
            f"SELECT * FROM inspections WHERE {where}", (value,)
        ).fetchone()
        return None if row is None else recorded_inspection(row)


def _readable(
    rows: Sequence[sqlite3.Row], unreadable: Callable[[UnreadableRowError], object] | None
) -> Iterator[RecordedInspection]:
    for row in rows:
        try:
            yield recorded_inspection(row)
        except UnreadableRowError as error:
            if unreadable:
                unreadable(error)
            else:
                _log.error("%s", error)


def _insert(connection: sqlite3.Connection, entry: LedgerEntry, sinks: Sequence[str]) -> int:
    region = defect_region(entry.inspection, entry.anomaly_map)
    seq = insert_inspection(connection, entry.inspection, region)
    if entry.anomaly_map is not None:
        height, width = entry.anomaly_map.shape
        connection.execute(
            "INSERT INTO anomaly_maps VALUES (?, ?, ?, ?)",
            (seq, height, width, encode_anomaly_map(entry.anomaly_map)),
        )
    if sinks:
        payload = RecordedInspection(seq=seq, **dict(entry.inspection)).model_dump_json()
        connection.executemany(
            "INSERT INTO outbox (sink, seq, payload) VALUES (?, ?, ?)",
            [(sink, seq, payload) for sink in sinks],
        )
    return seq
