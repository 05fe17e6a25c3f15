"""Inspections and trigger edges for tests, without a station."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

from okng.device.types import Inspection, Outcome, TriggerEdge, TriggerSource

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


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
