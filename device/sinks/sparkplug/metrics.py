"""The metrics of a station: those of the edge node, and those of the inspection, its device."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from okng.device.sinks.sparkplug.payload import DataType, Metric, Reading, Value
from okng.device.store.inspection_rows import RecordedInspection

if TYPE_CHECKING:
    from okng.device.ipc.status import StationStatus

BD_SEQ = Metric("bdSeq", DataType.INT64, 1)
REBIRTH = Metric("Node Control/Rebirth", DataType.BOOLEAN, None)
DEVICE_ALIASES = 100
"""Aliases are unique over node and device."""


class _NodeMetric(NamedTuple):
    metric: Metric
    of: Callable[[StationStatus], Value]


class _DeviceMetric(NamedTuple):
    metric: Metric
    of: Callable[[RecordedInspection], Value]


_NODE: tuple[tuple[str, DataType, Callable[[StationStatus], Value]], ...] = (
    ("Properties/okng Version", DataType.STRING, lambda s: s.okng_version),
    ("Station/Mode", DataType.STRING, lambda s: s.mode.value),
    ("Station/Camera State", DataType.STRING, lambda s: s.camera_state.value),
    ("Station/Recipe", DataType.STRING, lambda s: s.recipe.reference.name if s.recipe else None),
    ("Station/Recipe Version", DataType.INT64, lambda s: s.recipe.version if s.recipe else None),
    ("Station/Model", DataType.STRING, lambda s: s.model.name if s.model else None),
    ("Station/Model Version", DataType.INT64, lambda s: s.model.version if s.model else None),
    ("Station/Threshold", DataType.DOUBLE, lambda s: s.threshold),
    ("Station/Conditions", DataType.STRING, lambda s: ", ".join(c.code for c in s.conditions)),
)
_DEVICE: tuple[tuple[str, DataType, Callable[[RecordedInspection], Value]], ...] = (
    ("Result/Sequence", DataType.INT64, lambda i: i.seq),
    ("Result/Inspection ID", DataType.STRING, lambda i: i.inspection_id),
    ("Result/Trigger ID", DataType.INT64, lambda i: i.trigger_id),
    ("Result/Triggered At", DataType.DATE_TIME, lambda i: milliseconds(i.triggered_at)),
    ("Result/Outcome", DataType.STRING, lambda i: i.outcome.value),
    ("Result/Reason", DataType.STRING, lambda i: i.reason),
    ("Result/Part ID", DataType.STRING, lambda i: i.part_id),
    ("Result/Score", DataType.DOUBLE, lambda i: i.score),
    ("Result/Threshold", DataType.DOUBLE, lambda i: i.threshold),
    ("Result/Recipe", DataType.STRING, lambda i: i.recipe.name if i.recipe else None),
    ("Result/Recipe Version", DataType.INT64, lambda i: i.recipe.version if i.recipe else None),
    ("Result/Model", DataType.STRING, lambda i: i.model.name if i.model else None),
    ("Result/Model Version", DataType.INT64, lambda i: i.model.version if i.model else None),
    ("Result/Verdict ms", DataType.DOUBLE, lambda i: i.latency.verdict_ms),
    ("Result/Late", DataType.BOOLEAN, lambda i: i.late),
    ("Result/Review", DataType.BOOLEAN, lambda i: i.review),
    ("Result/Simulated", DataType.BOOLEAN, lambda i: i.simulated),
    ("Result/Picture Path", DataType.STRING, lambda i: i.picture_path),
    ("Result/Challenge Part", DataType.STRING, lambda i: i.challenge.name if i.challenge else None),
)
NODE_METRICS = tuple(
    _NodeMetric(Metric(name, datatype, BD_SEQ.alias + 1 + place), of)  # type: ignore[operator]
    for place, (name, datatype, of) in enumerate(_NODE)
)
DEVICE_METRICS = tuple(
    _DeviceMetric(Metric(name, datatype, DEVICE_ALIASES + place), of)
    for place, (name, datatype, of) in enumerate(_DEVICE)
)


def milliseconds(moment: datetime) -> int:
    """Milliseconds since 1970, UTC."""
    return int(moment.timestamp() * 1000)


def node_readings(status: StationStatus | None, now_ms: int) -> list[Reading]:
    """What the edge node says now; null while nothing is known."""
    return [
        Reading(metric, None if status is None else of(status), now_ms)
        for metric, of in NODE_METRICS
    ]


def device_readings(
    inspection: RecordedInspection | None, at_ms: int, is_historical: bool = False
) -> list[Reading]:
    """The result of one part; null before the first one."""
    return [
        Reading(metric, None if inspection is None else of(inspection), at_ms, is_historical)
        for metric, of in DEVICE_METRICS
    ]
