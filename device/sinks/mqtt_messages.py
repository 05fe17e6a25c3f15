"""What the station says over MQTT: topics and payloads. `docs/mqtt.md` is the contract."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pydantic import AwareDatetime

from okng.device.store.ledger import RecordedInspection
from okng.device.types import (
    SCHEMA_VERSION,
    CameraState,
    Condition,
    Label,
    Message,
    Mode,
    ModelIdentity,
    Name,
    RecipeReference,
)

if TYPE_CHECKING:
    from okng.device.protocol import StationStatus

ONLINE, OFFLINE = "online", "offline"

ResultMessage = RecordedInspection
"""Payload of `result` and `last_result`."""


class StateMessage(Message):
    """Payload of `state`: how the station is; sent when it changes."""

    schema_version: int = SCHEMA_VERSION
    station: Name
    okng_version: str
    started_at: AwareDatetime
    mode: Mode
    dataset: Name | None
    label: Label | None
    camera_state: CameraState
    recipe: RecipeReference | None
    model: ModelIdentity | None
    detector: ModelIdentity | None
    threshold: float | None
    conditions: tuple[Condition, ...]

    @classmethod
    def of(cls, status: StationStatus) -> StateMessage:
        """What of the status lasts; counters and clocks are left out."""
        return cls(
            station=status.station,
            okng_version=status.okng_version,
            started_at=status.started_at,
            mode=status.mode,
            dataset=status.dataset,
            label=status.label,
            camera_state=status.camera_state,
            recipe=status.recipe.reference if status.recipe else None,
            model=status.model,
            detector=status.detector,
            threshold=status.threshold,
            conditions=status.conditions,
        )


class Topics(NamedTuple):
    """Topics of one station."""

    available: str
    state: str
    result: str
    last_result: str

    @classmethod
    def of(cls, prefix: str, station: str) -> Topics:
        """`<prefix>/<station>/...`."""
        return cls(*(f"{prefix}/{station}/{name}" for name in cls._fields))


def write_schemas(folder: Path) -> None:
    """Writes the JSON Schemas of the payloads, as they stand in `docs/`."""
    for name, model in (("mqtt-result", ResultMessage), ("mqtt-state", StateMessage)):
        schema = json.dumps(model.model_json_schema(mode="serialization"), indent=2)
        (folder / f"{name}.schema.json").write_text(f"{schema}\n", encoding="utf-8")


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
