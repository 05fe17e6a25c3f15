"""The states and commands of OPC 40100-1 that the station has, by their standard names."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """State by its standard name; those from INITIALIZED on are sub-states of Operational."""

    PREOPERATIONAL = "Preoperational"
    HALTED = "Halted"
    ERROR = "Error"
    INITIALIZED = "Initialized"
    READY = "Ready"
    SINGLE_EXECUTION = "SingleExecution"
    CONTINUOUS_EXECUTION = "ContinuousExecution"

    @property
    def is_operational(self) -> bool:
        """Whether it is a sub-state of Operational."""
        return self in (State.INITIALIZED, State.READY) or self.is_execution

    @property
    def is_execution(self) -> bool:
        """Whether a job runs."""
        return self in (State.SINGLE_EXECUTION, State.CONTINUOUS_EXECUTION)


class Command(StrEnum):
    """Method of a client by its standard name."""

    HALT = "Halt"
    RESET = "Reset"
    SELECT_MODE_AUTOMATIC = "SelectModeAutomatic"
    START_SINGLE_JOB = "StartSingleJob"
    START_CONTINUOUS = "StartContinuous"
    STOP = "Stop"
    ABORT = "Abort"
    PREPARE_RECIPE = "PrepareRecipe"
    UNPREPARE_RECIPE = "UnprepareRecipe"
