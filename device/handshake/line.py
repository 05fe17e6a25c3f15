"""The line: what happens to parts in the station, told to the handshake of every wire.

One lock for all wires: a trigger of one is a part that the others hear of.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from okng.device.handshake.changeover import Changeover, ChangeoverSignals
from okng.device.handshake.edge_recording import EdgeRecording
from okng.device.handshake.handshake import Handshake
from okng.device.handshake.refusal_log import RefusalLog
from okng.device.handshake.signals import PartResult, PlcSignals, StationSignals
from okng.device.ipc.errors import RefusedError
from okng.device.outputs import Signal
from okng.device.types import Inspection, Mode, RecipeReference, TriggerSource
from okng.models.errors import OkngError

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WireInput:
    """All that comes over a wire at one moment."""

    plc: PlcSignals = field(default_factory=PlcSignals)
    load_recipe: bool = False
    """A rising edge asks for the recipe."""
    recipe: int | str = 0
    """Number or name of that recipe."""


@dataclass(frozen=True, slots=True)
class RunningRecipe:
    """The recipe that runs, as it is echoed over a wire."""

    number: int = 0
    """Zero for a recipe without a number."""
    reference: RecipeReference | None = None


@dataclass(frozen=True, slots=True)
class WireOutput:
    """All that goes over a wire at one moment."""

    station: StationSignals = field(default_factory=StationSignals)
    changeover: ChangeoverSignals = field(default_factory=ChangeoverSignals)
    recipe: RunningRecipe = field(default_factory=RunningRecipe)
    not_ready_reason: str | None = None
    """Why the station isn't online, in words."""


class LineControl(Protocol):
    """What a wire may have the station do. Thread-safe."""

    def fire(self, source: TriggerSource, part_id: str | None) -> int:
        """Triggers the inspection of a part, and gives its trigger id.

        Raises:
            RefusedError: the station takes no trigger now.
        """

    def change_recipe(self, recipe: int | str, author: str) -> None:
        """Runs another recipe, by its number or its name; returns when its engine is warm.

        Raises:
            OkngError: it can't, and the station isn't ready until a recipe is loaded; the message
                says why.
        """

    def find_recipe(self, recipe: int | str) -> str:
        """The name of a stored recipe, by its number or its name.

        Raises:
            RefusedError: there is none.
        """

    def recipes(self) -> Sequence[RecipeReference]:
        """The newest version of each stored recipe, by name."""

    def set_mode(self, mode: Mode, author: str) -> None:
        """Starts or ends the inspection; returns when the camera is armed for it.

        Raises:
            RefusedError: it can't; the message says why.
        """

    def obstacle(self) -> str | None:
        """Why no part could be inspected now; None when one could. Never blocks."""

    def recipe(self) -> RunningRecipe:
        """The recipe that runs. Never blocks."""


class PartWatcher(Protocol):
    """Hears of every part by itself, where the signals of a handshake show the newest one only.

    Called with the line's lock held: it must not block.
    """

    def exposed(self, trigger_id: int) -> None:
        """The picture of a part is there."""

    def completed(self, inspection: Inspection, signal: Signal) -> None:
        """The verdict on a part is there, and its signal was given."""


Listener = Callable[[WireOutput], None]
"""Called with each change, with the line's lock held: it must not block."""


class Line:
    """Hands what happens to parts to every wire. Thread-safe."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        """Held while signals change."""
        self.control: LineControl | None = None
        """The station; None before `connect`."""
        self._wires: list[WirePort] = []
        self._watchers: list[PartWatcher] = []

    def connect(self, control: LineControl) -> None:
        """Gives the wires the station; until then it isn't online."""
        self.control = control

    def open_port(self, name: str, source: TriggerSource, parts_in_flight: int = 1) -> WirePort:
        """The line's side of a wire.

        Args:
            name: Of the wire, as the log and the author of a recipe change have it.
            source: Of the triggers that come over it.
            parts_in_flight: As for `Handshake`.
        """
        port = WirePort(self, name, source, Handshake(parts_in_flight))
        with self.lock:
            self._wires.append(port)
        return port

    def close_port(self, port: WirePort) -> None:
        """Tells the wire nothing more."""
        with self.lock:
            self._wires.remove(port)
        port.close()

    def watch(self, watcher: PartWatcher) -> None:
        """Tells it of every part from now on."""
        with self.lock:
            self._watchers.append(watcher)

    def unwatch(self, watcher: PartWatcher) -> None:
        """Tells it of no part any more."""
        with self.lock:
            self._watchers.remove(watcher)

    def acquired(self, trigger_id: int) -> None:
        """A part is on its way."""
        self._tell_all(lambda handshake: handshake.acquired(trigger_id))

    def exposed(self, trigger_id: int) -> None:
        """The picture of a part is there."""
        with self.lock:
            self._tell_all(lambda handshake: handshake.exposed(trigger_id))
            for watcher in self._watchers:
                watcher.exposed(trigger_id)

    def completed(self, inspection: Inspection, signal: Signal) -> None:
        """The verdict on a part is there, and its signal was given."""
        result = PartResult.of(inspection, signal)
        with self.lock:
            self._tell_all(lambda handshake: handshake.completed(result))
            for watcher in self._watchers:
                watcher.completed(inspection, signal)

    def _tell_all(self, event: Callable[[Handshake], object]) -> None:
        with self.lock:
            for wire in self._wires:
                event(wire.handshake)
                wire.tell()


@dataclass
class WirePort:
    """The line's side of one wire: its handshake, its changeover, and who hears of them."""

    line: Line
    name: str
    source: TriggerSource
    handshake: Handshake
    changeover: Changeover = field(default_factory=Changeover)
    input: WireInput = field(default_factory=WireInput)
    """The newest one."""
    output: WireOutput = field(default_factory=WireOutput)
    """The newest one."""
    recording: EdgeRecording = field(default_factory=EdgeRecording)

    def __post_init__(self) -> None:
        self.recording.begin(self.input, self.output)
        self._listeners: list[Listener] = []
        self._refusals = RefusalLog(self.name)
        self._loader = ThreadPoolExecutor(1, thread_name_prefix=f"{self.name}-changeover")

    def listen(self, listener: Listener) -> None:
        """Calls it with every change from now on."""
        with self.line.lock:
            self._listeners.append(listener)

    def update(self, wire: WireInput) -> WireOutput:
        """Takes what came over the wire; call it at every change, and at least ten times a second.

        What is refused is told by a signal, never by an exception.
        """
        with self.line.lock:
            if wire != self.input:
                self.input = wire
                self.recording.record_input(wire)
            self.changeover.update(wire.load_recipe, wire.recipe, self._begin_load)
            refused = self.handshake.refused
            signals = self.handshake.update(wire.plc, self._obstacle() is None, self._fire)
            if self.handshake.refused > refused:
                error = signals.acquisition_error.name.lower()
                reason = f": {obstacle}" if (obstacle := self._obstacle()) else ""
                self._refusals.tell(f"a trigger was not accepted, {error}{reason}")
            return self.tell()

    def disconnect(self) -> None:
        """Drops all signals of a PLC that is silent; what is high when it is back is no edge."""
        with self.line.lock:
            self.update(WireInput())
            self.handshake.forget_levels()
            self.changeover.forget_levels()

    def tell(self) -> WireOutput:
        """Brings the output up to date, and tells the listeners; with the lock held."""
        control = self.line.control
        output = WireOutput(
            station=self.handshake.signals,
            changeover=self.changeover.signals,
            recipe=control.recipe() if control else RunningRecipe(),
            not_ready_reason=self._obstacle(),
        )
        if output != self.output:
            self.output = output
            self.recording.record_output(output)
            for listener in self._listeners:
                listener(output)
        return output

    def close(self) -> None:
        """Waits for a changeover that has begun."""
        self._loader.shutdown()

    def _obstacle(self) -> str | None:
        if self.line.control is None:
            return "the station is starting"
        if self.changeover.signals.loading:
            return "a recipe is being loaded"
        return self.line.control.obstacle()

    def _fire(self, part_id: str | None) -> int:
        assert self.line.control
        return self.line.control.fire(self.source, part_id)

    def _begin_load(self, recipe: int | str) -> None:
        self._loader.submit(partial(self._load, recipe))

    def _load(self, recipe: int | str) -> None:
        reason = None
        try:
            if self.line.control is None:
                raise RefusedError("the station is starting")
            self.line.control.change_recipe(recipe, self.name)
        except OkngError as error:
            reason = str(error)
            log.warning("%s asked for recipe %s: %s", self.name, recipe, reason)
        except Exception as error:
            # Else the wire would say for ever that the recipe is being loaded.
            log.exception("%s asked for recipe %s", self.name, recipe)
            reason = f"{type(error).__name__}: {error}"
        with self.line.lock:
            self.changeover.finished(reason)
            self.tell()
