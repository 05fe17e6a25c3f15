"""The inference thread: picture to verdict to outputs, one part after the other."""

from __future__ import annotations

import logging
import queue
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from okng.device.active_recipe import ActiveRecipe
from okng.device.clock import is_clock_synchronized
from okng.device.conditions import Conditions
from okng.device.heartbeat import Heartbeat
from okng.device.outputs import OutputFault, Signal
from okng.device.part import Failure, Part
from okng.device.types import Frame, Inspection, Outcome, Severity, StageLatency
from okng.models.anomaly_model import Judgement, is_anomalous
from okng.models.evaluation.review import is_suspicious

log = logging.getLogger(__name__)

MAX_QUEUED = 4
"""Pictures between camera and model; beyond it the camera's thread waits."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A part with its end, ready to be recorded."""

    part: Part
    inspection: Inspection
    anomaly_map: NDArray[np.float32] | None


class InferenceThread:
    """Judges parts in the order in which they came; the outputs are written before the record."""

    def __init__(
        self,
        station: str,
        conditions: Conditions,
        record: Callable[[Judged], None],
        show: Callable[[Frame], None],
    ) -> None:
        """Args:
        station: Name in the results.
        conditions: Where output_fault is said.
        record: Takes every judged part.
        show: Takes its picture for the live view, after the verdict: encoding it before would
            take the processor from the model.
        """
        self._station = station
        self._conditions = conditions
        self._record = record
        self._show = show
        self._parts: queue.Queue[Part | None] = queue.Queue(MAX_QUEUED)
        self._thread = threading.Thread(target=self._run, name="inference")
        self.heartbeat = Heartbeat()

    @property
    def depth(self) -> int:
        """Parts that wait."""
        return self._parts.qsize()

    @property
    def busy(self) -> bool:
        """Whether a part waits for its verdict or is being judged."""
        return self._parts.unfinished_tasks > 0

    def start(self) -> None:
        """Begins."""
        self._thread.start()

    def stop(self) -> None:
        """Judges what waits, then ends."""
        self._parts.put(None)
        self._thread.join()

    def put(self, part: Part) -> None:
        """Hands a part over; blocks while the queue is full."""
        self._parts.put(part)

    def drain(self) -> None:
        """Returns when every part handed over so far has its verdict."""
        self._parts.join()

    def _run(self) -> None:
        while True:
            try:
                part = self._parts.get(timeout=1.0)
            except queue.Empty:
                self.heartbeat.beat()
                continue
            self.heartbeat.beat()
            if part is None:
                return
            self._record(self._judge(part))
            if part.frame:
                self._show(part.frame)
            self._parts.task_done()

    def _judge(self, part: Part) -> Judged:
        started_ns = time.monotonic_ns()
        judgement, failure = _run_model(part)
        outcome, reason = _decide(part.recipe, judgement, failure)
        verdict_ns = time.monotonic_ns()
        late = _is_late(part, verdict_ns)
        if late and outcome in (Outcome.OK, Outcome.NG):
            reason = (
                f"the verdict {outcome} came after {part.recipe.version.recipe.time_limit_ms} ms"
            )
            outcome = Outcome.ERROR
        fault = self._write_outputs(part.recipe, outcome)
        output_ns = time.monotonic_ns()
        frame = part.frame
        inspection = Inspection(
            inspection_id=uuid.uuid4().hex,
            trigger_id=part.edge.trigger_id,
            station=self._station,
            source=part.edge.source,
            part_id=part.edge.part_id,
            triggered_at=part.edge.at,
            clock_synchronized=is_clock_synchronized(),
            outcome=outcome,
            reason="; ".join(filter(None, (reason, fault))) or None,
            score=judgement.score if judgement else None,
            threshold=part.recipe.threshold if judgement else None,
            recipe=part.recipe.version.reference,
            model=part.recipe.identity if judgement else None,
            latency=_latency(part, judgement, started_ns, verdict_ns, output_ns),
            simulated=frame.simulated if frame else False,
            late=late,
            review=_is_for_review(part.recipe, outcome, judgement),
        )
        return Judged(part, inspection, judgement.anomaly_map if judgement else None)

    def _write_outputs(self, recipe: ActiveRecipe, outcome: Outcome) -> str | None:
        """Gives the signal on every output; says which failed."""
        signal = _signal(recipe, outcome)
        faults = []
        for output in recipe.outputs:
            try:
                output.write(signal)
            except OutputFault as fault:
                faults.append(str(fault))
        if faults:
            self._conditions.set("output_fault", Severity.FAULT, "; ".join(faults))
        elif recipe.outputs:
            self._conditions.clear("output_fault")
        return "; ".join(faults) or None


def _run_model(part: Part) -> tuple[Judgement | None, Failure | None]:
    if part.failure or part.frame is None:
        return None, part.failure or Failure(Outcome.MISSED, "there is no picture")
    if part.recipe.model is None:
        return None, Failure(Outcome.ERROR, "the recipe names no model")
    try:
        return part.recipe.model.judge(part.frame.image), None
    except Exception as error:
        # Whatever goes wrong in a model, the part ends as ERROR and the line goes on.
        log.exception("trigger %d could not be judged", part.edge.trigger_id)
        return None, Failure(Outcome.ERROR, f"the model failed: {error}")


def _decide(
    recipe: ActiveRecipe, judgement: Judgement | None, failure: Failure | None
) -> tuple[Outcome, str | None]:
    if judgement is None or recipe.threshold is None:
        assert failure
        return failure.outcome, failure.reason
    return (Outcome.NG if is_anomalous(judgement.score, recipe.threshold) else Outcome.OK), None


def _is_for_review(recipe: ActiveRecipe, outcome: Outcome, judgement: Judgement | None) -> bool:
    if judgement is None or recipe.threshold is None or outcome not in (Outcome.OK, Outcome.NG):
        return False
    return is_suspicious(judgement.score, recipe.threshold, recipe.review_distance)


def _is_late(part: Part, verdict_ns: int) -> bool:
    limit_ms = part.recipe.version.recipe.time_limit_ms
    return limit_ms is not None and verdict_ns - part.edge.at_ns > limit_ms * 1_000_000


def _signal(recipe: ActiveRecipe, outcome: Outcome) -> Signal:
    if outcome in (Outcome.OK, Outcome.NG):
        return Signal(outcome.value)
    return Signal(recipe.version.recipe.safe_output)


def _latency(
    part: Part, judgement: Judgement | None, started_ns: int, verdict_ns: int, output_ns: int
) -> StageLatency:
    edge_ns = part.edge.at_ns
    frame: Frame | None = part.frame
    decide_ms = None
    if judgement:
        decide_ms = _ms(verdict_ns - started_ns) - judgement.preprocess_ms - judgement.inference_ms
    return StageLatency(
        exposure_ms=_ms(frame.captured_ns - edge_ns) if frame else None,
        queue_ms=_ms(started_ns - frame.captured_ns) if frame else None,
        preprocess_ms=round(judgement.preprocess_ms, 3) if judgement else None,
        inference_ms=round(judgement.inference_ms, 3) if judgement else None,
        decide_ms=round(decide_ms, 3) if decide_ms is not None else None,
        verdict_ms=_ms(verdict_ns - edge_ns),
        output_ms=_ms(output_ns - edge_ns),
    )


def _ms(nanoseconds: int) -> float:
    return round(nanoseconds / 1e6, 3)
