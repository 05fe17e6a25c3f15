"""Topics and payloads of the MQTT sink; `docs/mqtt.md` is the contract."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import AwareDatetime

from okng.device.health.condition import Condition
from okng.device.sinks.mqtt.command_messages import CommandAnswer, CommandPayload
from okng.device.store.inspection_rows import RecordedInspection
from okng.device.types import (
    SCHEMA_VERSION,
    CameraState,
    Label,
    Mode,
    ModelIdentity,
    Name,
    RecipeReference,
)
from okng.models.strict_model import StrictModel

if TYPE_CHECKING:
    from okng.device.ipc.status import StationStatus

ONLINE, OFFLINE = "online", "offline"

ResultMessage = RecordedInspection
"""Payload of `result` and `last_result`."""


class StateMessage(StrictModel):
    """Payload of `state`, which is published when it changes."""

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
        """The lasting part of the status: counters and clocks are left out."""
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
    """The topics of one station."""

    prefix: str
    station: str

    @property
    def available(self) -> str:
        """Whether the station is there; retained."""
        return self._topic("available")

    @property
    def state(self) -> str:
        """The station's state (`StateMessage`); retained."""
        return self._topic("state")

    @property
    def result(self) -> str:
        """`ResultMessage`, once for each part."""
        return self._topic("result")

    @property
    def last_result(self) -> str:
        """The newest result; retained."""
        return self._topic("last_result")

    @property
    def command(self) -> str:
        """Above the topics of commands, `<command>/<name>`."""
        return self._topic("cmd")

    @property
    def answer(self) -> str:
        """Answers to commands that name no response topic."""
        return self._topic("answer")

    @property
    def picture(self) -> str:
        """The newest picture, a JPEG."""
        return self._topic("picture")

    def _topic(self, name: str) -> str:
        return f"{self.prefix}/{self.station}/{name}"


def schemas() -> dict[str, Any]:
    """The JSON Schema of each payload, by the name of its file."""
    return {
        "mqtt-result": ResultMessage.model_json_schema(mode="serialization"),
        "mqtt-state": StateMessage.model_json_schema(mode="serialization"),
        "mqtt-command": CommandPayload.model_json_schema(),
        "mqtt-answer": CommandAnswer.model_json_schema(),
    }


def write_schemas(folder: Path) -> None:
    """Writes the JSON Schemas of the payloads, as they stand in `docs/`."""
    for name, document in schemas().items():
        schema = json.dumps(document, indent=2)
        (folder / f"{name}.schema.json").write_text(f"{schema}\n", encoding="utf-8")


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
