"""The commands that tell other processes of the wires, each with its answer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from okng.device.handshake.changeover import ChangeoverSignals
from okng.device.handshake.edge_recording import RecordedEdges
from okng.device.handshake.line import RunningRecipe, WireInput
from okng.device.handshake.signals import PlcSignals, StationSignals
from okng.device.ipc.commands import Command, CommandKind
from okng.device.types import Name, WireStatus
from okng.models.strict_model import StrictModel

MAX_WAIT_MS = 10_000
"""Longest wait for a change of a wire."""


class WireState(StrictModel):
    """A wire to a PLC and all its signals at one moment."""

    status: WireStatus
    plc: PlcSignals
    """What the PLC says."""
    load_recipe: bool
    """A rising edge of the PLC asks for the recipe `wanted_recipe`."""
    wanted_recipe: int | str
    """Number or name."""
    station: StationSignals
    """What the station says."""
    changeover: ChangeoverSignals
    recipe: RunningRecipe
    not_ready_reason: str | None
    """Why the station could inspect no part now; null when it could."""


class WireStates(StrictModel):
    """All wires of the station."""

    wires: tuple[WireState, ...]


class HttpWireState(WireState):
    """A wire over HTTP and all its signals at one moment."""

    change: int
    """Another number after every change of what the station says."""


class PlcLevels(StrictModel):
    """All that a PLC says over HTTP; what is left out is low."""

    trigger_enable: bool = False
    """The PLC takes part."""
    trigger: bool = False
    """Its rising edge asks for the inspection of a part."""
    results_ack: bool = False
    """Its rising edge says that the shown result was read."""
    part_id: str | None = Field(default=None, max_length=128)
    """Identifies the part; read with the rising edge of `trigger`."""
    load_recipe: bool = False
    """Its rising edge asks for the recipe `recipe`."""
    recipe: Annotated[int, Field(strict=True, ge=0, le=2**31)] | Name = 0
    """Number or name of a recipe."""

    @property
    def wire_input(self) -> WireInput:
        """The same for the handshake."""
        plc = PlcSignals(self.trigger_enable, self.trigger, self.results_ack, self.part_id or None)
        return WireInput(plc, self.load_recipe, self.recipe)


class GetWires(Command[WireStates]):
    """Asks for the state of all wires."""

    kind: ClassVar[CommandKind] = CommandKind.STATUS
    command: Literal["get_wires"] = "get_wires"


class GetWireEdges(Command[RecordedEdges]):
    """Asks for the newest edges of a wire's signals; refused if there is no such wire."""

    kind: ClassVar[CommandKind] = CommandKind.STATUS
    command: Literal["get_wire_edges"] = "get_wire_edges"
    wire: Name
    since: int = Field(default=0, ge=0)
    """Number of the last edge that is known already; 0 asks for all that are kept."""


class SetWireSignals(Command[HttpWireState]):
    """Gives a wire over HTTP what its PLC says; refused while another client has it."""

    kind: ClassVar[CommandKind] = CommandKind.TRIGGER
    command: Literal["set_wire_signals"] = "set_wire_signals"
    wire: Name
    client: str
    """Who speaks for the PLC."""
    levels: PlcLevels


class WaitForWire(Command[HttpWireState]):
    """Asks for the state of a wire over HTTP, when it is another one than the caller knows."""

    kind: ClassVar[CommandKind] = CommandKind.STATUS
    command: Literal["wait_for_wire"] = "wait_for_wire"
    wire: Name
    client: str
    """Who asks; the client whose signals are set counts as present while it waits."""
    known_change: int | None = None
    """The `change` that the caller knows; null answers at once."""
    wait_ms: int = Field(default=0, ge=0, le=MAX_WAIT_MS)

    @property
    def wait_s(self) -> float:
        """`wait_ms` in seconds."""
        return self.wait_ms / 1000
