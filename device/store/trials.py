"""Trials: what a model version on trial made of live parts, beside the one that judged them."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pydantic import AwareDatetime

from okng.device.store.database import Database
from okng.device.store.ledger import Ledger, RecordedInspection
from okng.device.store.packed_maps import pack_map, unpack_map
from okng.device.store.timestamps import from_us, now_us
from okng.device.types import Message, ModelIdentity, Verdict

TIMED = 1000
"""Newest parts of which the times are summed up."""


class Trial(Message):
    """One model version beside another, from its start to its stop."""

    trial_id: int
    model: ModelIdentity
    threshold: float
    beside: ModelIdentity
    started_by: str
    started_at: AwareDatetime
    stopped_by: str | None
    stopped_at: AwareDatetime | None


class TrialResult(NamedTuple):
    """What the model on trial made of one part."""

    trial_id: int
    seq: int
    score: float
    threshold: float
    verdict: Verdict
    active_verdict: Verdict
    took_ms: float
    """Preprocessing and inference."""
    active_took_ms: float
    anomaly_map: NDArray[np.float32] | None
    """HxW; kept where the two disagree."""


class TrialSummary(Message):
    """How the two compare; the counts are named by the line's verdict, then the trial's."""

    compared: int
    skipped: int
    """Parts that the line judged and the model on trial didn't."""
    disagree: int
    ok_ok: int
    ok_ng: int
    ng_ok: int
    ng_ng: int
    settled_for_trial: int
    """Parts on which they disagree where a person found the model on trial to be right."""
    settled_for_active: int
    mean_extra_ms: float | None
    """By how much it took longer than the one that runs, over the newest 1,000 parts."""
    p95_extra_ms: float | None


class TrialPart(Message):
    """A part on which the two disagree."""

    inspection: RecordedInspection
    score: float
    threshold: float
    verdict: Verdict
    settled_as: Verdict | None
    settled_by: str | None
    has_heat_map: bool


class TrialStore:
    """Keeps trials and their results; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)
        self._ledger = Ledger(data_dir)

    def start(
        self, model: ModelIdentity, threshold: float, beside: ModelIdentity, author: str
    ) -> Trial:
        """Begins a trial.

        Raises:
            sqlite3.IntegrityError: one runs already.
        """
        with self._database.transaction() as connection:
            row = connection.execute(
                "INSERT INTO trials (model, model_version, model_sha256, threshold, beside_model, "
                "beside_version, beside_sha256, seq_before, started_by, started_at_us) "
                "SELECT ?, ?, ?, ?, ?, ?, ?, coalesce(max(seq), 0), ?, ? FROM inspections "
                "RETURNING *",
                (
                    *(model.name, model.version, model.sha256, threshold),
                    *(beside.name, beside.version, beside.sha256),
                    *(author, now_us()),
                ),
            ).fetchone()
        return _trial(row)

    def stop(self, author: str) -> None:
        """Ends the trial that runs; does nothing when none does."""
        with self._database.transaction() as connection:
            stop_trial(connection, author)

    def running(self) -> Trial | None:
        """The trial that runs."""
        return self._one("stopped_at_us IS NULL", ())

    def newest(self) -> Trial | None:
        """The newest trial, running or ended."""
        return self._one("true", ())

    def get(self, trial_id: int) -> Trial | None:
        """One trial; None when there is none with that id."""
        return self._one("trial_id = ?", (trial_id,))

    def add(self, result: TrialResult) -> None:
        """Keeps what came of a part."""
        *values, anomaly_map = result
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO trial_results (trial_id, seq, score, threshold, verdict, "
                "active_verdict, took_ms, active_took_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                values,
            )
            if anomaly_map is not None:
                connection.execute(
                    "INSERT INTO trial_maps VALUES (?, ?, ?, ?, ?)",
                    (result.trial_id, result.seq, *anomaly_map.shape, pack_map(anomaly_map)),
                )

    def summary(self, trial_id: int) -> TrialSummary:
        """How the two compare so far."""
        connection = self._database.connection
        counts = {
            f"{active}_{verdict}".lower(): count
            for active, verdict, count in connection.execute(
                "SELECT active_verdict, verdict, count(*) FROM trial_results WHERE trial_id = ? "
                "GROUP BY 1, 2",
                (trial_id,),
            )
        }
        four = {name: counts.get(name, 0) for name in ("ok_ok", "ok_ng", "ng_ok", "ng_ng")}
        compared = sum(four.values())
        for_trial, for_active = connection.execute(
            "SELECT count(*) FILTER (WHERE settled_as = verdict), "
            "count(*) FILTER (WHERE settled_as = active_verdict) FROM trial_results "
            f"WHERE trial_id = ? AND {_DISAGREE}",
            (trial_id,),
        ).fetchone()
        extra_ms = self._extra_ms(trial_id)
        return TrialSummary(
            compared=compared,
            skipped=max(0, self._judged(trial_id) - compared),
            disagree=four["ok_ng"] + four["ng_ok"],
            **four,
            settled_for_trial=for_trial,
            settled_for_active=for_active,
            mean_extra_ms=round(float(np.mean(extra_ms)), 3) if extra_ms else None,
            p95_extra_ms=round(float(np.percentile(extra_ms, 95)), 3) if extra_ms else None,
        )

    def disagreements(
        self, trial_id: int, before: int | None = None, limit: int = 50
    ) -> list[TrialPart]:
        """Parts on which the two disagree, the newest first; `before` is a seq."""
        rows = self._database.connection.execute(
            "SELECT inspection_id, t.score, t.threshold, verdict, settled_as, settled_by, "
            "trial_maps.seq IS NOT NULL AS has_heat_map "
            "FROM trial_results AS t JOIN inspections USING (seq) "
            "LEFT JOIN trial_maps ON (trial_maps.trial_id, trial_maps.seq) = (t.trial_id, t.seq) "
            f"WHERE t.trial_id = ? AND {_DISAGREE} AND (? IS NULL OR t.seq < ?) "
            "ORDER BY t.seq DESC LIMIT ?",
            (trial_id, before, before, limit),
        )
        return [self._part(row) for row in rows]

    def settle(self, trial_id: int, seq: int, verdict: Verdict, author: str) -> bool:
        """Keeps which verdict a person found right; False when the trial has no such part."""
        with self._database.transaction() as connection:
            changed = connection.execute(
                "UPDATE trial_results SET settled_as = ?, settled_by = ?, settled_at_us = ? "
                "WHERE trial_id = ? AND seq = ?",
                (verdict, author, now_us(), trial_id, seq),
            ).rowcount
        return changed == 1

    def anomaly_map(self, trial_id: int, seq: int) -> NDArray[np.float32] | None:
        """The HxW scores by the model on trial, where they are kept."""
        row = self._database.connection.execute(
            "SELECT height, width, scores FROM trial_maps WHERE trial_id = ? AND seq = ?",
            (trial_id, seq),
        ).fetchone()
        return None if row is None else unpack_map(row)

    def _part(self, row: sqlite3.Row) -> TrialPart:
        inspection = self._ledger.get(row["inspection_id"])
        assert inspection
        fields = dict(row)
        del fields["inspection_id"]
        return TrialPart(inspection=inspection, **fields)

    def _judged(self, trial_id: int) -> int:
        """Parts with a verdict in the trial's time."""
        # Reads the index by outcome alone, where a million rows take some 30 ms.
        judged: int = self._database.connection.execute(
            "SELECT count(*) FROM inspections INDEXED BY inspections_by_outcome, trials "
            "WHERE trial_id = ? AND outcome IN ('OK', 'NG') "
            "AND seq > seq_before AND seq <= coalesce(last_seq, 9223372036854775807)",
            (trial_id,),
        ).fetchone()[0]
        return judged

    def _extra_ms(self, trial_id: int) -> list[float]:
        rows = self._database.connection.execute(
            "SELECT took_ms - active_took_ms FROM trial_results WHERE trial_id = ? "
            "ORDER BY seq DESC LIMIT ?",
            (trial_id, TIMED),
        )
        return [row[0] for row in rows]

    def _one(self, where: str, values: tuple[int, ...]) -> Trial | None:
        row = self._database.connection.execute(
            f"SELECT * FROM trials WHERE {where} ORDER BY trial_id DESC LIMIT 1", values
        ).fetchone()
        return None if row is None else _trial(row)


# Written so that the index by verdicts finds them.
_DISAGREE = "(active_verdict, verdict) IN (VALUES ('OK', 'NG'), ('NG', 'OK'))"


def stop_trial(connection: sqlite3.Connection, author: str) -> None:
    """Ends the trial that runs, within the caller's transaction."""
    connection.execute(
        "UPDATE trials SET stopped_by = ?, stopped_at_us = ?, "
        "last_seq = (SELECT coalesce(max(seq), 0) FROM inspections) WHERE stopped_at_us IS NULL",
        (author, now_us()),
    )


def _trial(row: sqlite3.Row) -> Trial:
    stopped_at_us = row["stopped_at_us"]
    return Trial(
        trial_id=row["trial_id"],
        model=ModelIdentity(
            name=row["model"], version=row["model_version"], sha256=row["model_sha256"]
        ),
        threshold=row["threshold"],
        beside=ModelIdentity(
            name=row["beside_model"], version=row["beside_version"], sha256=row["beside_sha256"]
        ),
        started_by=row["started_by"],
        started_at=from_us(row["started_at_us"]),
        stopped_by=row["stopped_by"],
        stopped_at=None if stopped_at_us is None else from_us(stopped_at_us),
    )
