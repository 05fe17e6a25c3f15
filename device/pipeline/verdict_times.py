"""The times of a verdict: the latency of every stage, and whether it came too late."""

from __future__ import annotations

from okng.device.inspection.inspect_image import ImageJudgement
from okng.device.pipeline.items import Part
from okng.device.types import Outcome, StageLatency


def is_late(part: Part, verdict_ns: int) -> bool:
    """Whether the verdict came after the recipe's time limit, counted from the edge."""
    limit_ms = part.recipe.version.recipe.time_limit_ms
    return limit_ms is not None and verdict_ns - part.edge.at_ns > limit_ms * 1_000_000


def late_for_gate_reason(part: Part, outcome: Outcome, verdict_ns: int) -> str | None:
    """That the part was at a gate before its verdict was there, in words; None if it wasn't."""
    late_ns = max(
        (output.late_ns(part.edge, verdict_ns) for output in part.recipe.outputs), default=0
    )
    return (
        f"the verdict {outcome} came {late_ns / 1e6:.1f} ms late for the gate" if late_ns else None
    )


def late_reason(part: Part, outcome: Outcome, verdict_ns: int) -> str:
    """The reason of a late part in words, with the doubt that the edge's time leaves."""
    limit_ms = part.recipe.version.recipe.time_limit_ms
    assert limit_ms
    latest_ns = part.edge.at_ns + part.edge.uncertainty_ns
    surely = verdict_ns - latest_ns > limit_ms * 1_000_000
    return f"the verdict {outcome} {'came' if surely else 'may have come'} after {limit_ms} ms"


def stage_latency(
    part: Part, judged: ImageJudgement, started_ns: int, verdict_ns: int, output_ns: int
) -> StageLatency:
    """The milliseconds of every stage, those since the edge in `verdict_ms` and `output_ms`.

    Args:
        part: With the times of its edge and of its frame.
        judged: With the times of the models.
        started_ns: When the inference began with the part; all by the monotonic clock.
        verdict_ns: When the verdict was there.
        output_ns: When the outputs were written.
    """
    edge_ns, frame = part.edge.at_ns, part.frame
    preprocess_ms, inference_ms, decide_ms = judged.preprocess_ms, judged.inference_ms, None
    if preprocess_ms is not None and inference_ms is not None:
        decide_ms = milliseconds(verdict_ns - started_ns) - preprocess_ms - inference_ms
    return StageLatency(
        exposure_ms=milliseconds(frame.captured_ns - edge_ns) if frame else None,
        queue_ms=milliseconds(started_ns - frame.captured_ns) if frame else None,
        preprocess_ms=_rounded(preprocess_ms),
        inference_ms=_rounded(inference_ms),
        decide_ms=_rounded(decide_ms),
        verdict_ms=milliseconds(verdict_ns - edge_ns),
        output_ms=milliseconds(output_ns - edge_ns),
    )


def milliseconds(nanoseconds: int) -> float:
    """Milliseconds to three decimals."""
    return round(nanoseconds / 1e6, 3)


def _rounded(value_ms: float | None) -> float | None:
    return None if value_ms is None else round(value_ms, 3)
