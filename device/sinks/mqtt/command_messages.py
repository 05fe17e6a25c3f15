"""Commands over MQTT and their answers; `docs/mqtt.md` is the contract."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, RootModel, StringConstraints

from okng.device.types import Mode, Name, RecipeReference
from okng.models.strict_model import StrictModel

RequestId = Annotated[str, StringConstraints(min_length=1, max_length=64)]


class Command(StrictModel):
    """What every command may say."""

    id: RequestId | None = None
    """Comes back with the answer, for clients without correlation data (MQTT 3.1.1)."""
    not_after: AwareDatetime | None = None
    """Moment after which the command must not be carried out any more, by the station's clock."""


class TriggerCommand(Command):
    """Payload of `cmd/trigger`: inspects a part."""

    part_id: str | None = Field(default=None, max_length=128)


class RecipeCommand(Command):
    """Payload of `cmd/recipe`: runs another recipe."""

    recipe: Name | Annotated[int, Field(strict=True, ge=1)]
    """Name or number of the recipe; its newest version is run."""


class ModeCommand(Command):
    """Payload of `cmd/mode`: starts or ends the inspection."""

    mode: Literal[Mode.INSPECT, Mode.LIVE]
    """`inspect` judges parts, `live` shows the camera's pictures and judges none."""


class StatusCommand(Command):
    """Payload of `cmd/status`: whether the station could inspect a part, and by which recipe."""


COMMANDS: dict[str, type[Command]] = {
    "trigger": TriggerCommand,
    "recipe": RecipeCommand,
    "mode": ModeCommand,
    "status": StatusCommand,
}
"""The payload of each command, by the last level of its topic."""


class CommandPayload(RootModel[TriggerCommand | RecipeCommand | ModeCommand | StatusCommand]):
    """Payload of a command: of `cmd/trigger`, `cmd/recipe`, `cmd/mode` or `cmd/status`."""


class Refusal(StrictModel):
    """The answer to a command that was not carried out."""

    ok: Literal[False] = False
    command: str
    id: RequestId | None = None
    error: str


class Answer(StrictModel):
    """The answer to a command that was carried out."""

    ok: Literal[True] = True
    command: str
    id: RequestId | None = None
    trigger_id: int | None = None
    """To `trigger`: number of the part in the ledger, which its result has, too."""
    recipe: RecipeReference | None = None
    """To `recipe` and `status`: the recipe that runs."""
    mode: Mode | None = None
    """To `mode`: the mode of the station."""
    ready: bool | None = None
    """To `status`: whether a trigger would be accepted now."""
    not_ready_reason: str | None = None


class CommandAnswer(RootModel[Answer | Refusal]):
    """Payload of the answer to a command."""
