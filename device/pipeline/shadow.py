"""The shadow thread: a model on trial judges live parts too, and has no say.

It gets a part when that is recorded, so its outputs were written long before. It begins with one
only while no part waits for its verdict, and lets parts go when its small queue is full. Whatever
goes wrong here is said as a condition and is no part's ERROR.
"""

from __future__ import annotations

import logging
import queue
import sqlite3
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from okng.device.health.condition import Severity
from okng.device.health.conditions import Conditions
from okng.device.health.sentences import sentence
from okng.device.inspection.loaded_recipe import ModelMissingError, load_model
from okng.device.pipeline.inference_queue import InferenceQueue
from okng.device.pipeline.items import InspectedPart
from okng.device.store.database import StoreError
from okng.device.store.database_errors import explain
from okng.device.store.trials import Trial, TrialResult, TrialStore
from okng.device.types import ModelReference, Outcome, Verdict
from okng.models.inference.anomaly_model import AnomalyModel, Judgement, is_anomalous

log = logging.getLogger(__name__)

MAX_QUEUED = 4
"""Largest number of parts that wait; further ones are skipped."""
IDLE_PERIOD_S = 0.002
"""Interval at which it checks whether the line is idle."""


@dataclass(frozen=True, slots=True)
class _Running:
    trial: Trial
    model: AnomalyModel


@dataclass(frozen=True, slots=True)
class _Recorded:
    running: _Running
    seq: int
    inspected: InspectedPart


class ShadowThread:
    """Judges recorded parts with the model on trial, if there is one."""

    def __init__(
        self,
        data_dir: Path,
        threads: int,
        conditions: Conditions,
        line: InferenceQueue,
    ) -> None:
        """Args:
        data_dir: Of the station.
        threads: As many as the line's model has: only so do their times compare.
        conditions: Where trial_failed is said.
        line: Tells whether a part waits for its verdict.
        """
        self._models_dir = data_dir / "models"
        self._threads = threads
        self._conditions = conditions
        self._line = line
        self._trials = TrialStore(data_dir)
        self._running: _Running | None = None
        self._resumed = False
        self._stopping = threading.Event()
        self._parts: queue.Queue[_Recorded | None] = queue.Queue(MAX_QUEUED)
        self._thread = threading.Thread(target=self._run, name="shadow")

    @property
    def trial(self) -> Trial | None:
        """The trial that runs."""
        running = self._running
        return running.trial if running else None

    def start(self) -> None:
        """Begins; goes on with the trial before the restart."""
        try:
            self.resume()
        except (StoreError, sqlite3.DatabaseError) as error:
            log.error("whether a trial runs is read later: %s", explain(error))
        self._thread.start()

    def resume(self) -> None:
        """Goes on with the trial before the restart, the first time that the store tells it.

        Raises:
            StoreError, sqlite3.DatabaseError: the store can't be read now.
        """
        if self._resumed:
            return
        trial = self._trials.running()
        self._resumed = True
        if trial and self._running is None:
            try:
                self._running = _Running(trial, self.load(trial.model))
            except ModelMissingError as error:
                message = sentence("trial_failed", "not_running", problem=str(error))
                self._conditions.set("trial_failed", Severity.WARNING, message)

    def load(self, reference: ModelReference) -> AnomalyModel:
        """A model for a trial.

        Raises:
            ModelMissingError: it isn't there or is broken.
        """
        return load_model(reference, self._models_dir, self._threads)

    def follow(self, trial: Trial | None, model: AnomalyModel | None = None) -> None:
        """Compares for this trial from now on; None ends it."""
        self._running = _Running(trial, model) if trial and model else None
        self._conditions.clear("trial_failed")

    def end_stopped(self) -> None:
        """Ends the comparison when the store has no running trial any more."""
        if self._trials.running() is None:
            self.follow(None)

    def offer(self, seq: int, inspected: InspectedPart) -> None:
        """Takes a recorded part with a verdict of the model beside; never waits."""
        running = self._running
        inspection = inspected.inspection
        if running is None or inspection.model != running.trial.beside:
            return
        if inspection.outcome in (Outcome.OK, Outcome.NG):
            with suppress(queue.Full):
                self._parts.put_nowait(_Recorded(running, seq, inspected))

    def stop(self) -> None:
        """Ends after the present part; those that wait are skipped."""
        self._stopping.set()
        with suppress(queue.Full):
            self._parts.put_nowait(None)
        self._thread.join()

    def _run(self) -> None:
        while not self._stopping.is_set():
            part = self._parts.get()
            while self._line.busy and not self._stopping.wait(IDLE_PERIOD_S):
                pass
            if part and not self._stopping.is_set() and part.running is self._running:
                self._compare(part)

    def _compare(self, part: _Recorded) -> None:
        inspection = part.inspected.inspection
        if self._disk_is_needed():
            return
        try:
            self._trials.add(_result(part))
        except Exception as error:
            # Whatever goes wrong with a trial, the line already has its verdict and goes on.
            log.exception("part %d could not be compared", inspection.trigger_id)
            model = part.running.trial.model
            message = sentence(
                "trial_failed",
                "part",
                model=model.name,
                version=model.version,
                part=str(inspection.trigger_id),
                problem=str(error),
            )
            self._conditions.set("trial_failed", Severity.WARNING, message)
        else:
            self._conditions.clear("trial_failed")

    def _disk_is_needed(self) -> bool:
        """The last space on a disk is for results."""
        codes = {condition.code for condition in self._conditions.present()}
        return not codes.isdisjoint({"disk_full", "store_fault"})


def _result(part: _Recorded) -> TrialResult:
    inspection, image = part.inspected.inspection, part.inspected.judged_image
    active = part.inspected.judgement
    assert image is not None
    assert active
    assert inspection.threshold is not None
    trial = part.running.trial
    judgement = part.running.model.judge(image)
    verdict = _verdict(judgement, trial.threshold)
    # Not the part's verdict: a detection rule may have made it NG, whatever the models say.
    active_verdict = _verdict(active, inspection.threshold)
    return TrialResult(
        trial_id=trial.trial_id,
        seq=part.seq,
        score=judgement.score,
        threshold=trial.threshold,
        verdict=verdict,
        active_verdict=active_verdict,
        took_ms=judgement.preprocess_ms + judgement.inference_ms,
        active_took_ms=active.preprocess_ms + active.inference_ms,
        anomaly_map=judgement.anomaly_map if verdict is not active_verdict else None,
    )


def _verdict(judgement: Judgement, threshold: float) -> Verdict:
    return Verdict.NG if is_anomalous(judgement.score, threshold) else Verdict.OK
