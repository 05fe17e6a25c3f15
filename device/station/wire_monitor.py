"""What other processes have of the wires: their state, edges of signals, and those over HTTP."""

from __future__ import annotations

from collections.abc import Sequence

from okng.device.handshake.commands import (
    HttpWireState,
    SetWireSignals,
    WaitForWire,
    WireState,
    WireStates,
)
from okng.device.handshake.edge_recording import RecordedEdges
from okng.device.ipc.errors import RefusedError
from okng.device.ipc.handlers import DeferredAnswer
from okng.device.wires import Wire
from okng.device.wires.http import HttpWire


class WireMonitor:
    """Reads the wires; only those over HTTP can be given signals. Thread-safe."""

    def __init__(self, wires: Sequence[Wire]) -> None:
        self._wires = {wire.settings.name: wire for wire in wires}

    def states(self) -> WireStates:
        """The state of every wire as it is now."""
        return WireStates(wires=tuple(map(_state, self._wires.values())))

    def edges(self, name: str, since: int) -> RecordedEdges:
        """The newest edges of a wire, as `EdgeRecording.since` gives them.

        Raises:
            RefusedError: there is no such wire.
        """
        return self._wire(name).port.recording.since(since)

    def set_signals(self, command: SetWireSignals) -> HttpWireState:
        """Gives a wire over HTTP what its PLC says.

        Raises:
            RefusedError: there is no such wire, or another client has it.
        """
        wire = self._http_wire(command.wire)
        wire.set(command.client, command.levels.wire_input)
        return _http_state(wire)

    def wait(self, command: WaitForWire) -> DeferredAnswer[HttpWireState]:
        """The state of a wire over HTTP, once it is another one than the caller knows.

        Raises:
            RefusedError: there is no such wire.
        """
        wire = self._http_wire(command.wire)
        changed = wire.wait(command.client, command.known_change, command.wait_s)
        return DeferredAnswer(changed, lambda: _http_state(wire))

    def _wire(self, name: str) -> Wire:
        if wire := self._wires.get(name):
            return wire
        there = ", ".join(self._wires) or "none"
        raise RefusedError(f"no wire has the name {name!r}; there are: {there}")

    def _http_wire(self, name: str) -> HttpWire:
        wire = self._wire(name)
        if isinstance(wire, HttpWire):
            return wire
        kind = wire.settings.type
        raise RefusedError(
            f"the wire {name!r} is of type {kind!r}: only one of type 'http' speaks over HTTP"
        )


def _http_state(wire: HttpWire) -> HttpWireState:
    with wire.port.line.lock:
        return HttpWireState(**dict(_state(wire)), change=wire.change)


def _state(wire: Wire) -> WireState:
    port = wire.port
    with port.line.lock:
        input_, output = port.input, port.output
    return WireState(
        status=wire.status(),
        plc=input_.plc,
        load_recipe=input_.load_recipe,
        wanted_recipe=input_.recipe,
        station=output.station,
        changeover=output.changeover,
        recipe=output.recipe,
        not_ready_reason=output.not_ready_reason,
    )
