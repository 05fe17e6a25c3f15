"""The state machine of a vision system by OPC 40100-1, for the states that the station has.

It knows no server, no thread and no clock.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from okng.device.ipc.errors import RefusedError
from okng.device.wires.opcua.server.states import Command, State
from okng.device.wires.opcua.server.transitions import Transition, between


class Condition(Enum):
    """What the station itself is able to do."""

    ONLINE = "it could inspect a part"
    LOADING = "it loads a recipe"
    FAILED = "the last recipe could not be loaded"
    OFFLINE = "it can't inspect for another reason"


class Step(NamedTuple):
    """A transition that was made."""

    transition: Transition
    before: State
    after: State


_EXECUTION = {state for state in State if state.is_execution}
_OPERATIONAL = {state for state in State if state.is_operational}

_ALLOWED_IN: dict[Command, set[State]] = {
    Command.HALT: {State.PREOPERATIONAL, State.ERROR} | _OPERATIONAL,
    Command.RESET: {State.HALTED, State.ERROR} | _OPERATIONAL,
    Command.SELECT_MODE_AUTOMATIC: {State.PREOPERATIONAL},
    Command.START_SINGLE_JOB: {State.READY},
    Command.START_CONTINUOUS: {State.READY},
    Command.STOP: _EXECUTION,
    Command.ABORT: _EXECUTION,
    Command.PREPARE_RECIPE: {State.PREOPERATIONAL, State.ERROR, State.INITIALIZED, State.READY},
    Command.UNPREPARE_RECIPE: {State.INITIALIZED, State.READY},
}

_TARGET: dict[Command, State] = {
    Command.HALT: State.HALTED,
    Command.RESET: State.PREOPERATIONAL,
    Command.SELECT_MODE_AUTOMATIC: State.INITIALIZED,
    Command.START_SINGLE_JOB: State.SINGLE_EXECUTION,
    Command.START_CONTINUOUS: State.CONTINUOUS_EXECUTION,
    Command.STOP: State.READY,
    Command.ABORT: State.READY,
    Command.UNPREPARE_RECIPE: State.INITIALIZED,
}

_BETWEEN: dict[tuple[State, State], State] = {
    (State.PREOPERATIONAL, State.READY): State.INITIALIZED,
    (State.ERROR, State.READY): State.INITIALIZED,
    (State.SINGLE_EXECUTION, State.INITIALIZED): State.READY,
    (State.CONTINUOUS_EXECUTION, State.INITIALIZED): State.READY,
}
"""The state on the way, where the standard has no transition from one to the other."""


class VisionStateMachine:
    """The state that the clients of one server see. Not thread-safe.

    At its start the automatic mode is selected, and the recipe that runs is the prepared one.
    """

    def __init__(self) -> None:
        self.state = State.PREOPERATIONAL
        self._steps: list[Step] = []
        self._automatic = True
        """False from Halt or Reset until SelectModeAutomatic."""
        self._prepared = True
        """False from UnprepareRecipe until PrepareRecipe."""
        self._is_preparing = False
        """True from PrepareRecipe until its recipe is loaded, or isn't."""

    @property
    def takes_parts(self) -> bool:
        """Whether the clients let the station inspect, whatever it is able to do."""
        return self._automatic and self._prepared

    def steps(self) -> list[Step]:
        """The transitions since the last call, the oldest first."""
        made, self._steps = self._steps, []
        return made

    def check(self, command: Command) -> None:
        """Checks that a command is allowed in this state.

        Raises:
            RefusedError: it isn't; the message names the states in which it is.
        """
        allowed = _ALLOWED_IN[command]
        if self.state not in allowed:
            names = ", ".join(state for state in State if state in allowed)
            raise RefusedError(f"{command} is not allowed in {self.state}, only in {names}")

    def command(self, command: Command) -> State:
        """Carries a command out.

        Raises:
            RefusedError: it isn't allowed in this state.
        """
        self.check(command)
        if command in (Command.HALT, Command.RESET):
            self._automatic = False
        elif command is Command.SELECT_MODE_AUTOMATIC:
            self._automatic = True
        elif command in (Command.PREPARE_RECIPE, Command.UNPREPARE_RECIPE):
            self._prepared = self._is_preparing = command is Command.PREPARE_RECIPE
        self._go(_TARGET.get(command, self.state), command)
        return self.state

    def job_ended(self) -> State:
        """Takes the result of a single job."""
        if self.state is State.SINGLE_EXECUTION:
            self._go(State.READY, None)
        return self.state

    def follow(self, condition: Condition) -> State:
        """Makes the transitions that need no command."""
        if self.state is State.HALTED:
            return self.state
        if condition is Condition.FAILED:
            self._go(State.ERROR, None)
        elif condition is Condition.OFFLINE or not self._automatic:
            self._go(State.PREOPERATIONAL, None)
        elif condition is Condition.LOADING or not self._prepared:
            self._go(State.INITIALIZED, None)
        elif not self.state.is_execution:
            self._go(State.READY, None)
        if condition is not Condition.LOADING:
            self._is_preparing = False
        return self.state

    def _go(self, target: State, cause: Command | None) -> None:
        """Makes the transitions to a state, none if it is that already."""
        if target is self.state:
            return
        if stop := _BETWEEN.get((self.state, target)):
            self._go(stop, cause)
        if self.state is State.INITIALIZED and target is State.READY and self._is_preparing:
            cause = Command.PREPARE_RECIPE
        transition = between(self.state, target, cause)
        self._steps.append(Step(transition, self.state, target))
        self.state = target
