"""The shadow thread: a model on trial judges live parts too, and has no say.

It gets a part when that is recorded, so its outputs were written long before. It begins with one
only while no part waits for its verdict, and lets parts go when its small queue is full. Whatever
goes wrong here is said as a condition and is no part's ERROR.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from okng.device.active_recipe import ModelMissing, load_model
from okng.device.conditions import Conditions
from okng.device.inference import Judged
from okng.device.store.trials import Trial, TrialResult, TrialStore
from okng.device.types import ModelReference, Outcome, Severity, Verdict
from okng.models.anomaly_model import AnomalyModel, Judgement, is_anomalous

log = logging.getLogger(__name__)

MAX_QUEUED = 4
"""Parts that may wait; one more is skipped."""
IDLE_PERIOD_S = 0.002
"""How often it looks whether the line is idle."""


@dataclass(frozen=True, slots=True)
class _Running:
    trial: Trial
    model: AnomalyModel


@dataclass(frozen=True, slots=True)
class _Recorded:
    running: _Running
    seq: int
    judged: Judged


class ShadowThread:
    """Judges recorded parts with the model on trial, if there is one."""

    def __init__(
        self,
        data_dir: Path,
        threads: int,
        conditions: Conditions,
        line_is_busy: Callable[[], bool],
    ) -> None:
        """Args:
        data_dir: Of the station.
        threads: As many as the line's model has: only so do their times compare.
        conditions: Where trial_failed is said.
        line_is_busy: Whether a part waits for its verdict.
        """
        self._models_dir = data_dir / "models"
        self._threads = threads
        self._conditions = conditions
        self._line_is_busy = line_is_busy
        self._trials = TrialStore(data_dir)
        self._running: _Running | None = None
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
        trial = self._trials.running()
        if trial:
            try:
                self._running = _Running(trial, self.load(trial.model))
            except ModelMissing as error:
                self._conditions.set("trial_failed", Severity.WARNING, f"on trial: {error}")
        self._thread.start()

    def load(self, reference: ModelReference) -> AnomalyModel:
        """A model for a trial.

        Raises:
            ModelMissing: it isn't there or is broken.
        """
        return load_model(reference, self._models_dir, self._threads)

    def follow(self, trial: Trial | None, model: AnomalyModel | None = None) -> None:
        """Compares for this trial from now on; None ends it."""
        self._running = _Running(trial, model) if trial and model else None
        self._conditions.clear("trial_failed")

    def offer(self, seq: int, judged: Judged) -> None:
        """Takes a recorded part with a verdict of the model beside; never waits."""
        running = self._running
        inspection = judged.inspection
        if running is None or inspection.model != running.trial.beside:
            return
        if inspection.outcome in (Outcome.OK, Outcome.NG):
            with suppress(queue.Full):
                self._parts.put_nowait(_Recorded(running, seq, judged))

    def stop(self) -> None:
        """Ends after the part that it is at; those that wait are skipped."""
        self._stopping.set()
        with suppress(queue.Full):
            self._parts.put_nowait(None)
        self._thread.join()

    def _run(self) -> None:
        while not self._stopping.is_set():
            part = self._parts.get()
            while self._line_is_busy() and not self._stopping.wait(IDLE_PERIOD_S):
                pass
            if part and not self._stopping.is_set() and part.running is self._running:
                self._compare(part)

    def _compare(self, part: _Recorded) -> None:
        inspection = part.judged.inspection
        if self._disk_is_needed():
            return
        try:
            self._trials.add(_result(part))
        except Exception as error:
            # Whatever goes wrong with a trial, the line has its verdict and goes on.
            log.exception("part %d could not be compared", inspection.trigger_id)
            model = part.running.trial.model
            self._conditions.set(
                "trial_failed",
                Severity.WARNING,
                f"{model.name} version {model.version} on trial could not judge part "
                f"{inspection.trigger_id}: {error}; the line's verdicts are not affected",
            )
        else:
            self._conditions.clear("trial_failed")

    def _disk_is_needed(self) -> bool:
        """The last space on a disk is for results."""
        codes = {condition.code for condition in self._conditions.present()}
        return not codes.isdisjoint({"disk_full", "store_fault"})


def _result(part: _Recorded) -> TrialResult:
    inspection, image = part.judged.inspection, part.judged.seen
    active = part.judged.judgement
    assert image is not None
    assert active
    assert inspection.threshold is not None
    trial = part.running.trial
    judgement = part.running.model.judge(image)
    verdict = _verdict(judgement, trial.threshold)
    # Not the part's: a rule of the detection may have made it NG, whatever the models say.
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
