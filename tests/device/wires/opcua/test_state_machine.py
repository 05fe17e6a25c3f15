"""The state machine of a vision system by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okng.device.ipc.errors import RefusedError
from okng.device.wires.opcua.server.state_machine import Condition, VisionStateMachine
from okng.device.wires.opcua.server.states import Command, State


def ready() -> VisionStateMachine:
    machine = VisionStateMachine()
    assert machine.state is State.PREOPERATIONAL
    assert machine.follow(Condition.ONLINE) is State.READY
    return machine


def test_a_single_job_ends_with_its_result() -> None:
    machine = ready()
    assert machine.command(Command.START_SINGLE_JOB) is State.SINGLE_EXECUTION
    assert machine.follow(Condition.ONLINE) is State.SINGLE_EXECUTION
    with pytest.raises(
        RefusedError, match=r"StartSingleJob is not allowed in SingleExecution, only in Ready$"
    ):
        machine.command(Command.START_SINGLE_JOB)
    assert machine.job_ended() is State.READY


def test_continuous_jobs_go_on_until_stop_or_abort() -> None:
    machine = ready()
    for end in (Command.STOP, Command.ABORT):
        machine.command(Command.START_CONTINUOUS)
        assert machine.job_ended() is State.CONTINUOUS_EXECUTION
        assert machine.command(end) is State.READY
    with pytest.raises(RefusedError, match="only in SingleExecution, ContinuousExecution"):
        machine.command(Command.STOP)


def test_halt_holds_until_reset_and_automatic_mode() -> None:
    machine = ready()
    assert machine.command(Command.HALT) is State.HALTED
    assert not machine.takes_parts
    assert machine.follow(Condition.ONLINE) is State.HALTED
    assert machine.command(Command.RESET) is State.PREOPERATIONAL
    assert machine.follow(Condition.ONLINE) is State.PREOPERATIONAL
    assert machine.command(Command.SELECT_MODE_AUTOMATIC) is State.INITIALIZED
    assert machine.follow(Condition.ONLINE) is State.READY
    assert machine.takes_parts


def test_recipes() -> None:
    machine = ready()
    assert machine.command(Command.UNPREPARE_RECIPE) is State.INITIALIZED
    assert machine.follow(Condition.ONLINE) is State.INITIALIZED
    assert not machine.takes_parts
    machine.command(Command.PREPARE_RECIPE)
    assert machine.follow(Condition.LOADING) is State.INITIALIZED
    assert machine.follow(Condition.FAILED) is State.ERROR
    machine.command(Command.PREPARE_RECIPE)
    assert machine.follow(Condition.ONLINE) is State.READY


@given(st.lists(st.sampled_from([*Command, *Condition, "ended"])))
def test_the_state_never_says_more_than_the_station_can(steps: list[object]) -> None:
    machine = VisionStateMachine()
    for step in steps:
        before = machine.state
        if isinstance(step, Command):
            try:
                machine.command(step)
            except RefusedError:
                assert machine.state is before
        elif isinstance(step, Condition):
            machine.follow(step)
            if step is not Condition.ONLINE:
                assert machine.state not in (
                    State.READY,
                    State.SINGLE_EXECUTION,
                    State.CONTINUOUS_EXECUTION,
                )
            elif machine.state.is_operational and machine.state is not State.INITIALIZED:
                assert machine.takes_parts
        else:
            machine.job_ended()
        assert before is not State.HALTED or machine.state is State.HALTED or step is Command.RESET
