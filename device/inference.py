"""The inference thread: picture to verdict to outputs, one part after the other."""

from __future__ import annotations

import logging
import queue
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace

from okng.device.active_recipe import ActiveRecipe
from okng.device.clock import is_clock_synchronized
from okng.device.conditions import Conditions
from okng.device.heartbeat import Heartbeat
from okng.device.judging import PartNotFound, PictureJudgement, find_part, judge_picture
from okng.device.outputs import OutputFault, Signal
from okng.device.part import Collected, Failure, Part
from okng.device.part_crop import crop
from okng.device.types import (
    Frame,
    Image,
    Inspection,
    Outcome,
    PixelSize,
    Severity,
    StageLatency,
)
from okng.models.anomaly_model import Judgement
from okng.models.evaluation.review import is_suspicious

log = logging.getLogger(__name__)

MAX_QUEUED = 4
"""Pictures between camera and model; beyond it the camera's thread waits."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A part with its end, ready to be recorded."""

    part: Part
    inspection: Inspection
    judgement: Judgement | None
    """By the anomaly model."""

    @property
    def seen(self) -> Image | None:
        """What of the picture the anomaly model judged: the part's crop, or all of it."""
        frame = self.part.frame
        return crop(frame.image, self.inspection.crop) if frame else None


class InferenceThread:
    """Judges parts in the order in which they came; the outputs are written before the record."""

    def __init__(
        self,
        station: str,
        conditions: Conditions,
        record: Callable[[Judged], None],
        collect: Callable[[Collected], None],
        show: Callable[[Frame], None],
    ) -> None:
        """Args:
        station: Name in the results.
        conditions: Where output_fault and part_not_found are said.
        record: Takes every judged part.
        collect: Takes every labelled picture that has what the recipe looks for.
        show: Takes its picture for the live view, after the verdict: encoding it before would
            take the processor from the model.
        """
        self._station = station
        self._conditions = conditions
        self._record = record
        self._collect = collect
        self._show = show
        self._parts: queue.Queue[Part | Collected | None] = queue.Queue(MAX_QUEUED)
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

    def put(self, part: Part | Collected) -> None:
        """Hands a part or a labelled picture over; blocks while the queue is full."""
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
            if isinstance(part, Collected):
                self._find_and_collect(part)
            else:
                self._record(self._judge(part))
                if part.frame:
                    self._show(part.frame)
            self._parts.task_done()

    def _find_and_collect(self, picture: Collected) -> None:
        """Passes a labelled picture on, cut to its part where the recipe says so."""
        if not picture.recipe.cuts_part_out:
            self._collect(picture)
            return
        try:
            area = find_part(picture.recipe, picture.frame.image)
        except PartNotFound as error:
            said = f"the last picture was not stored: {error}"
            self._conditions.set("part_not_found", Severity.WARNING, said)
            picture.stored.set_exception(error)
        else:
            self._conditions.clear("part_not_found")
            self._collect(replace(picture, crop=area))

    def _judge(self, part: Part) -> Judged:
        started_ns = time.monotonic_ns()
        judged = _judge_frame(part)
        outcome, reason = judged.outcome, judged.reason
        verdict_ns = time.monotonic_ns()
        late = _is_late(part, verdict_ns)
        if late and outcome in (Outcome.OK, Outcome.NG):
            reason = (
                f"the verdict {outcome} came after {part.recipe.version.recipe.time_limit_ms} ms"
            )
            outcome = Outcome.ERROR
        fault = self._write_outputs(part.recipe, outcome)
        output_ns = time.monotonic_ns()
        frame, finding, judgement = part.frame, judged.finding, judged.judgement
        kept = judged.kept_objects
        detector = part.recipe.detector if finding else None
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
            model_build=part.recipe.build if judgement else None,
            latency=_latency(part, judged, started_ns, verdict_ns, output_ns),
            picture_size=_size(frame.image) if frame else None,
            simulated=frame.simulated if frame else False,
            late=late,
            review=_is_for_review(part.recipe, outcome, judgement),
            detector=detector.identity if detector else None,
            detector_build=detector.build if detector else None,
            detections=kept,
            detections_left_out=len(finding.objects) - len(kept) if finding else 0,
            failed_rules=tuple(finding.failed_rules) if finding else (),
            crop=finding.crop if finding else None,
        )
        return Judged(part, inspection, judgement)

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


def _judge_frame(part: Part) -> PictureJudgement:
    if part.failure or part.frame is None:
        failure = part.failure or Failure(Outcome.MISSED, "there is no picture")
        return PictureJudgement(failure.outcome, failure.reason)
    return judge_picture(part.recipe, part.frame.image)


def _size(image: Image) -> PixelSize:
    height, width = image.shape[:2]
    return PixelSize(width=width, height=height)


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
    part: Part, judged: PictureJudgement, started_ns: int, verdict_ns: int, output_ns: int
) -> StageLatency:
    edge_ns = part.edge.at_ns
    frame: Frame | None = part.frame
    preprocess_ms, inference_ms, decide_ms = judged.preprocess_ms, judged.inference_ms, None
    if preprocess_ms is not None and inference_ms is not None:
        decide_ms = _ms(verdict_ns - started_ns) - preprocess_ms - inference_ms
    return StageLatency(
        exposure_ms=_ms(frame.captured_ns - edge_ns) if frame else None,
        queue_ms=_ms(started_ns - frame.captured_ns) if frame else None,
        preprocess_ms=_rounded(preprocess_ms),
        inference_ms=_rounded(inference_ms),
        decide_ms=_rounded(decide_ms),
        verdict_ms=_ms(verdict_ns - edge_ns),
        output_ms=_ms(output_ns - edge_ns),
    )


def _ms(nanoseconds: int) -> float:
    return round(nanoseconds / 1e6, 3)


def _rounded(milliseconds: float | None) -> float | None:
    return None if milliseconds is None else round(milliseconds, 3)
