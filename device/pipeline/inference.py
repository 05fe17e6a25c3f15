"""The inference thread: image to verdict to outputs, one part after the other."""

from __future__ import annotations

import logging
import queue
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import replace

from okng.device.health.clock import is_clock_synchronized
from okng.device.health.condition import Severity
from okng.device.health.conditions import Conditions
from okng.device.health.sentences import sentence
from okng.device.health.watchdog import HANGS_S, LONG_STEP_S, Heartbeat
from okng.device.inspection.inspect_image import (
    ImageJudgement,
    PartNotFoundError,
    find_part,
    inspect_image,
)
from okng.device.inspection.loaded_recipe import LoadedRecipe
from okng.device.outputs import OutputError, Signal
from okng.device.outputs.output_lines import OutputLines
from okng.device.pipeline.challenge_watch import ChallengeWatch
from okng.device.pipeline.inference_queue import InferenceQueue
from okng.device.pipeline.items import (
    FrameFailure,
    InspectedPart,
    LabelledFrame,
    Part,
    RetiredOutputs,
)
from okng.device.pipeline.ng_alarm_watch import NgAlarmWatch
from okng.device.pipeline.verdict_times import (
    is_late,
    late_for_gate_reason,
    late_reason,
    milliseconds,
    stage_latency,
)
from okng.device.types import LONGEST_PART_ID, Frame, Inspection, Outcome, PixelSize
from okng.models.arrays import Image
from okng.models.evaluation.review_band import is_suspicious
from okng.models.inference.anomaly_model import Judgement

log = logging.getLogger(__name__)

BEAT_S = 0.2
"""Interval of heartbeats while there is nothing to do."""


class InferenceThread:
    """Judges parts in the order in which they came; the outputs are written before the record."""

    def __init__(
        self,
        station: str,
        queue: InferenceQueue,
        conditions: Conditions,
        ng_alarm: NgAlarmWatch,
        challenge: ChallengeWatch,
        lines: OutputLines,
        completed: Callable[[Inspection, Signal], None],
        record: Callable[[InspectedPart], None],
        collect: Callable[[LabelledFrame], None],
        show: Callable[[Frame], None],
    ) -> None:
        """Args:
        station: Name in the results.
        queue: Gives what is to be done; this thread alone takes from it.
        conditions: Where output_fault and part_not_found are said.
        ng_alarm: Takes each verdict before the wires hear of it.
        challenge: Likewise.
        lines: Know which of their levels could not be set, and count.
        completed: Tells the wires each verdict, when its signal was given on the outputs.
        record: Takes every inspected part.
        collect: Takes every labelled frame that has what the recipe looks for.
        show: Takes its frame for the live view, after the verdict: encoding it before would
            take the processor from the model.
        """
        self._station = station
        self._queue = queue
        self._conditions = conditions
        self._ng_alarm = ng_alarm
        self._challenge = challenge
        self._lines = lines
        self._completed = completed
        self._record = record
        self._collect = collect
        self._show = show
        self._thread = threading.Thread(target=self._run, name="inference")
        self.heartbeat = Heartbeat()

    def start(self) -> None:
        """Starts the thread, which inspects what is in the queue."""
        self._thread.start()

    def stop(self) -> None:
        """Judges what waits, then ends."""
        self._queue.close()
        self._thread.join()

    def _run(self) -> None:
        while True:
            try:
                item = self._queue.get(BEAT_S)
            except queue.Empty:
                self.heartbeat.beat()
                continue
            self.heartbeat.beat(_step_s(item))
            if item is None:
                return
            self._serve(item)
            self._queue.done()

    def _serve(self, item: Part | LabelledFrame | RetiredOutputs) -> None:
        if isinstance(item, RetiredOutputs):
            for output in item.outputs:
                output.close()
        elif isinstance(item, LabelledFrame):
            self._find_and_collect(item)
        else:
            self._record(self._inspect(item))
            if item.frame:
                self._show(item.frame)

    def _find_and_collect(self, labelled: LabelledFrame) -> None:
        """Passes a labelled frame on, cut to its part where the recipe says so."""
        if not labelled.recipe.cuts_part_out:
            self._collect(labelled)
            return
        try:
            area = find_part(labelled.recipe, labelled.frame.image)
        except PartNotFoundError as error:
            message = sentence("part_not_found", "not_stored", problem=str(error))
            self._conditions.set("part_not_found", Severity.WARNING, message)
            labelled.stored.set_exception(error)
        else:
            self._conditions.clear("part_not_found")
            self._collect(replace(labelled, crop=area))

    def _inspect(self, part: Part) -> InspectedPart:
        started_ns = time.monotonic_ns()
        judged = _judge(part)
        verdict_ns = time.monotonic_ns()
        on_the_line = part.edge.is_on_the_line
        late_for_gate = (
            late_for_gate_reason(part, judged.outcome, verdict_ns) if on_the_line else None
        )
        late = is_late(part, verdict_ns)
        outcome, reason = judged.outcome, judged.reason
        if outcome in (Outcome.OK, Outcome.NG) and (late or late_for_gate):
            reason = late_reason(part, outcome, verdict_ns) if late else late_for_gate
            outcome = Outcome.ERROR
        # The line gets the verdict before anything else is done with it.
        signal = _signal(part.recipe, outcome)
        fault = self._write_outputs(part, signal, late_for_gate) if on_the_line else None
        output_ns = time.monotonic_ns()
        if part.edge.challenge is None:
            self._lines.count(late=int(late), late_for_gate=int(late_for_gate is not None))
        frame, detector_result, judgement = part.frame, judged.detector_result, judged.judgement
        kept = judged.kept_objects
        detector = part.recipe.detector if detector_result else None
        inspection = Inspection(
            inspection_id=uuid.uuid4().hex,
            trigger_id=part.edge.trigger_id,
            station=self._station,
            source=part.edge.source,
            part_id=_part_id(part),
            triggered_at=part.edge.at,
            trigger_uncertainty_ms=milliseconds(part.edge.uncertainty_ns),
            clock_synchronized=is_clock_synchronized(),
            outcome=outcome,
            reason="; ".join(filter(None, (reason, fault))) or None,
            score=judgement.score if judgement else None,
            threshold=part.recipe.threshold if judgement else None,
            recipe=part.recipe.version.reference,
            model=part.recipe.identity if judgement else None,
            model_build=part.recipe.build if judgement else None,
            latency=stage_latency(part, judged, started_ns, verdict_ns, output_ns),
            picture_size=_size(frame.image) if frame else None,
            simulated=frame.simulated if frame else False,
            late=late or late_for_gate is not None,
            review=part.edge.challenge is None and _is_for_review(part.recipe, outcome, judgement),
            detector=detector.identity if detector else None,
            detector_build=detector.build if detector else None,
            detections=kept,
            detections_left_out=len(detector_result.objects) - len(kept) if detector_result else 0,
            failed_rules=tuple(detector_result.failed_rules) if detector_result else (),
            crop=detector_result.crop if detector_result else None,
            challenge=part.edge.challenge,
        )
        # First: the wires read not-ready with the part that stops the line.
        self._ng_alarm.judged(part.recipe.version, inspection)
        self._challenge.judged(inspection)
        if on_the_line:
            self._completed(inspection, signal)
        return InspectedPart(part, inspection, judgement)

    def _write_outputs(self, part: Part, signal: Signal, late_for_gate: str | None) -> str | None:
        """Gives the signal on every output; says which failed."""
        faults = []
        outputs = part.recipe.outputs
        for output in outputs:
            try:
                output.write(signal, part.edge)
            except OutputError as fault:
                faults.append(str(fault))
        self._lines.count(faults=len(faults))
        if problems := [*filter(None, (late_for_gate,)), *faults]:
            self._conditions.set("output_fault", Severity.FAULT, "; ".join(problems))
        elif outputs and not self._lines.has_fault:
            self._conditions.clear("output_fault")
        return "; ".join(faults) or None


def _step_s(item: object) -> float:
    """How long it may take though nothing hangs: a part no longer than its recipe's time limit."""
    limit_ms = item.recipe.version.recipe.time_limit_ms if isinstance(item, Part) else None
    return min(LONG_STEP_S, max(HANGS_S, limit_ms / 1000)) if limit_ms else LONG_STEP_S


def _judge(part: Part) -> ImageJudgement:
    result = part.result
    if isinstance(result, FrameFailure):
        return ImageJudgement(result.outcome, result.reason)
    return inspect_image(part.recipe, result.image)


def _part_id(part: Part) -> str | None:
    """The trigger's, or else the name of the file, where a folder is played by triggers."""
    named_by = part.edge.part_id or (part.frame.file_name if part.frame else None)
    return named_by[:LONGEST_PART_ID] if named_by else None


def _size(image: Image) -> PixelSize:
    height, width = image.shape[:2]
    return PixelSize(width=width, height=height)


def _is_for_review(recipe: LoadedRecipe, outcome: Outcome, judgement: Judgement | None) -> bool:
    if judgement is None or recipe.threshold is None or outcome not in (Outcome.OK, Outcome.NG):
        return False
    return is_suspicious(judgement.score, recipe.threshold, recipe.review_distance)


def _signal(recipe: LoadedRecipe, outcome: Outcome) -> Signal:
    if outcome in (Outcome.OK, Outcome.NG):
        return Signal(outcome.value)
    return Signal(recipe.version.recipe.safe_output)
