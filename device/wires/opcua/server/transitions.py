"""The transitions between the states of OPC 40100-1 that the station makes."""

from __future__ import annotations

from dataclasses import dataclass

from okng.device.wires.opcua.server.states import Command, State

OPERATIONAL = "Operational"


@dataclass(frozen=True, slots=True)
class Transition:
    """A transition by its standard name, node id and number."""

    source: str
    target: str
    cause: str
    """Ending of the name: nothing for a method that leads to the target, else the method's noun, or
    `Auto` for what no client asked for."""
    id: int
    number: int

    @property
    def name(self) -> str:
        """The standard name."""
        return f"{self.source}To{self.target}{self.cause}"


TRANSITIONS = (
    Transition("Preoperational", "Halted", "", 5032, 121),
    Transition("Preoperational", "Error", "Auto", 5034, 130),
    Transition("Preoperational", "Initialized", "", 5035, 151),
    Transition("Preoperational", "Initialized", "Auto", 5036, 150),
    Transition("Halted", "Preoperational", "", 5037, 211),
    Transition("Error", "Preoperational", "", 5039, 311),
    Transition("Error", "Preoperational", "Auto", 5040, 310),
    Transition("Error", "Halted", "", 5041, 321),
    Transition("Error", OPERATIONAL, "Auto", 5255, 340),
    Transition(OPERATIONAL, "Preoperational", "", 5047, 411),
    Transition(OPERATIONAL, "Preoperational", "Auto", 5048, 410),
    Transition(OPERATIONAL, "Halted", "", 5049, 421),
    Transition(OPERATIONAL, "Error", "Auto", 5051, 430),
    Transition("Initialized", "Ready", "Recipe", 5060, 561),
    Transition("Initialized", "Ready", "Auto", 5061, 560),
    Transition("Ready", "Initialized", "Recipe", 5062, 651),
    Transition("Ready", "Initialized", "Auto", 5063, 650),
    Transition("Ready", "SingleExecution", "", 5064, 671),
    Transition("Ready", "ContinuousExecution", "", 5066, 681),
    Transition("SingleExecution", "Ready", "Stop", 5068, 761),
    Transition("SingleExecution", "Ready", "Abort", 5069, 762),
    Transition("SingleExecution", "Ready", "Auto", 5070, 760),
    Transition("ContinuousExecution", "Ready", "Stop", 5071, 861),
    Transition("ContinuousExecution", "Ready", "Abort", 5072, 862),
    Transition("ContinuousExecution", "Ready", "Auto", 5073, 860),
)

_ENDINGS = {
    None: "Auto",
    Command.STOP: "Stop",
    Command.ABORT: "Abort",
    Command.PREPARE_RECIPE: "Recipe",
    Command.UNPREPARE_RECIPE: "Recipe",
}
_BY_NAME = {transition.name: transition for transition in TRANSITIONS}


def between(source: State, target: State, cause: Command | None) -> Transition:
    """The transition from one state to another.

    Args:
        source: Where it begins.
        target: Where it ends.
        cause: The client's method that caused it; None if none did.

    Raises:
        KeyError: the standard has none.
    """
    ending = _ENDINGS.get(cause, "")
    names = [f"{one}To{other}{ending}" for one in _levels(source) for other in _levels(target)]
    for name in names:
        if name in _BY_NAME:
            return _BY_NAME[name]
    raise KeyError(names[0])


def _levels(state: State) -> tuple[str, ...]:
    """The state, and the state around it."""
    return (state, OPERATIONAL) if state.is_operational else (state,)
