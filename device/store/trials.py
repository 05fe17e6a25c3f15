"""Trials: what a model version on trial made of live parts, beside the one that judged them."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pydantic import AwareDatetime

from okng.device.store.anomaly_map_codec import decode_anomaly_map, encode_anomaly_map
from okng.device.store.database import Database
from okng.device.store.inspection_rows import RecordedInspection, recorded_inspection
from okng.device.store.ledger import Ledger
from okng.device.store.ledger_counts import judged_between
from okng.device.store.rows import reads_rows_of
from okng.device.store.timestamps import from_us, now_us
from okng.device.types import ModelIdentity, Verdict
from okng.models.strict_model import StrictModel

TIMED = 1000
"""Newest parts of which the times are summed up."""


class Trial(StrictModel):
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


class TrialSummary(StrictModel):
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


class TrialPart(StrictModel):
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
            sqlite3.IntegrityError: one is running already.
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
                    (
                        result.trial_id,
                        result.seq,
                        *anomaly_map.shape,
                        encode_anomaly_map(anomaly_map),
                    ),
                )

    def summary(self, trial_id: int) -> TrialSummary:
        """How the two compare so far."""
        four = dict.fromkeys(("ok_ok", "ok_ng", "ng_ok", "ng_ng"), 0)
        for_trial = for_active = 0
        for active, verdict, settled_as, parts in self._database.connection.execute(
            "SELECT active_verdict, verdict, settled_as, parts FROM trial_totals "
            "WHERE trial_id = ?",
            (trial_id,),
        ):
            four[f"{active}_{verdict}".lower()] += parts
            if active != verdict:
                for_trial += parts * (settled_as == verdict)
                for_active += parts * (settled_as == active)
        compared = sum(four.values())
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
        older = "" if before is None else "AND t.seq < ? "
        rows = self._database.connection.execute(
            "SELECT inspections.*, t.score AS trial_score, t.threshold AS trial_threshold, "
            "verdict, settled_as, settled_by, trial_maps.seq IS NOT NULL AS has_heat_map "
            "FROM trial_results AS t INDEXED BY trial_results_that_disagree "
            "JOIN inspections USING (seq) "
            "LEFT JOIN trial_maps ON (trial_maps.trial_id, trial_maps.seq) = (t.trial_id, t.seq) "
            f"WHERE t.trial_id = ? AND active_verdict <> verdict {older}"
            "ORDER BY t.seq DESC LIMIT ?",
            (trial_id, limit) if before is None else (trial_id, before, limit),
        )
        return [_part(row) for row in rows]

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
        return None if row is None else decode_anomaly_map(row)

    def _judged(self, trial_id: int) -> int:
        """Parts with a verdict in the trial's time."""
        connection = self._database.connection
        row = connection.execute(
            "SELECT seq_before, last_seq FROM trials WHERE trial_id = ?", (trial_id,)
        ).fetchone()
        if row is None:
            return 0
        last = self._ledger.last_seq() if row["last_seq"] is None else row["last_seq"]
        return judged_between(connection, row["seq_before"] + 1, last)

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


def _part(row: sqlite3.Row) -> TrialPart:
    return TrialPart(
        inspection=recorded_inspection(row),
        score=row["trial_score"],
        threshold=row["trial_threshold"],
        verdict=row["verdict"],
        settled_as=row["settled_as"],
        settled_by=row["settled_by"],
        has_heat_map=row["has_heat_map"],
    )


def stop_trial(connection: sqlite3.Connection, author: str) -> None:
    """Ends the trial that runs, within the caller's transaction."""
    connection.execute(
        "UPDATE trials SET stopped_by = ?, stopped_at_us = ?, "
        "last_seq = (SELECT coalesce(max(seq), 0) FROM inspections) WHERE stopped_at_us IS NULL",
        (author, now_us()),
    )


@reads_rows_of("trials", "trial_id")
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
