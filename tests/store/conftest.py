from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from okng.device.store.ledger import Ledger
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


def files_under(data_dir: Path) -> list[str]:
    return sorted(
        path.relative_to(data_dir).as_posix()
        for folder in ("datasets", "trash")
        for path in (data_dir / folder).rglob("*")
        if path.is_file()
    )


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path)


@pytest.fixture
def noise() -> Callable[..., NDArray[Any]]:
    """Pictures that don't compress: their size on the disk is their size in memory."""
    generator = np.random.default_rng(7)

    def make(height: int, width: int, dtype: Any = np.uint8, channels: int = 1) -> NDArray[Any]:
        shape = (height, width) if channels == 1 else (height, width, channels)
        return generator.integers(0, np.iinfo(dtype).max, shape, dtype=dtype, endpoint=True)

    return make
