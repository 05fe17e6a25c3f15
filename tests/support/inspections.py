"""Inspections and trigger edges for tests, without a station."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

from okng.device.types import Inspection, Outcome, StageLatency, TriggerEdge, TriggerSource

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
EVERY_FIELD: dict[str, Any] = {
    "outcome": Outcome.NG,
    "part_id": "pañel 7",
    "reason": "because",
    "score": 0.1 + 0.2,
    "threshold": 0.25,
    "recipe": {"name": "cell", "version": 3},
    "model": {"name": "cells", "version": 2, "sha256": "ab" * 32},
    "latency": StageLatency(queue_ms=0.5, verdict_ms=12.25),
    "picture_path": "images/2026/03/01/12/x.png",
    "picture_sha256": "cd" * 32,
    "scene": {"light": {"limits": 1.5, "says": "left +9 %, right −8 %"}, "changed": True},
    "simulated": True,
    "late": True,
    "review": True,
}
"""Of an inspection that has all there can be."""


def inspection(trigger_id: int, **fields: Any) -> Inspection:
    return Inspection(
        **{
            "inspection_id": uuid.uuid4().hex,
            "trigger_id": trigger_id,
            "station": "line-3",
            "source": TriggerSource.TIMER,
            "triggered_at": NOON,
            "outcome": Outcome.OK,
        }
        | fields
    )


def edge(trigger_id: int, part_id: str | None = None) -> TriggerEdge:
    return TriggerEdge(trigger_id, TriggerSource.HTTP, NOON, 123, part_id)
