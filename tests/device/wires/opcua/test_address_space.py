"""The address space against what OPC 40100-1 demands: every member by its BrowseName."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from asyncua import ua
from support.stand_in_line import StandInStation
from support.station import free_port

from okng.device.types import RecipeReference, TriggerSource
from okng.device.wires.opcua.server.settings import OpcUaWireSettings
from okng.device.wires.opcua.wire import OpcUaWire

VISION, OWN = 2, 3
DOCUMENT = Path(__file__).parents[4] / "docs/plc-opcua.md"

MANDATORY = {
    "VisionSystem": {"VisionStateMachine"},
    "VisionStateMachine": {"CurrentState", "Halt", "Reset"},
    "VisionStateMachine.CurrentState": {"Id"},
    "AutomaticModeStateMachine": {
        "CurrentState",
        "StartSingleJob",
        "StartContinuous",
        "Stop",
        "Abort",
    },
    "AutomaticModeStateMachine.CurrentState": {"Id"},
    "RecipeManagement": {"PrepareRecipe", "UnprepareRecipe", "GetRecipeListFiltered"},
    "ResultManagement": {"GetResultById", "GetResultComponentsById", "GetResultListFiltered"},
    "LatestResult": {
        "ResultId",
        "IsPartial",
        "ResultState",
        "InternalRecipeId",
        "InternalConfigurationId",
        "JobId",
        "CreationTime",
    },
}
"""By the id of the instance."""

OPTIONAL = {
    "VisionSystem": {
        "RecipeManagement",
        "ResultManagement",
        "ConfigurationManagement",
        "SafetyStateManagement",
        "DiagnosticLevel",
        "SystemState",
    },
    "VisionStateMachine": {
        "SelectModeAutomatic",
        "AutomaticModeStateMachine",
        "ConfirmAll",
        "PreoperationalStepModel",
        "HaltedStepModel",
        "ErrorStepModel",
    },
    "AutomaticModeStateMachine": {
        "SimulationMode",
        "InitializedStepModel",
        "ReadyStepModel",
        "SingleExecutionStepModel",
        "ContinuousExecutionStepModel",
    },
    "RecipeManagement": {
        "AddRecipe",
        "RemoveRecipe",
        "ReleaseRecipeHandle",
        "PrepareProduct",
        "UnprepareProduct",
        "UnlinkProduct",
        "RecipeTransfer",
        "Recipes",
        "Products",
    },
    "ResultManagement": {"Results", "ResultTransfer", "ReleaseResultHandle"},
}
PRESENT = {
    "RecipeManagement",
    "ResultManagement",
    "SelectModeAutomatic",
    "AutomaticModeStateMachine",
    "Results",
}
"""The optional members that the station has; the document has a reason for each of the others."""

ARGUMENTS = {
    "GetResultById": "ResultId Timeout > ResultHandle Result Error",
    "GetResultComponentsById": "ResultId Timeout > HasTransferableDataOnFile ResultHandle "
    "IsPartial IsSimulated ResultState MeasId PartId ExternalRecipeId InternalRecipeId ProductId "
    "ExternalConfigurationId InternalConfigurationId JobId CreationTime ProcessingTimes "
    "ResultContent Error",
    "GetResultListFiltered": "ResultState MeasId PartId ExternalRecipeId InternalRecipeId "
    "ExternalConfigurationId InternalConfigurationId ProductId JobId MaxResults StartIndex "
    "Timeout > IsComplete ResultCount ResultHandle ResultList Error",
    "GetRecipeListFiltered": "ExternalId ProductId IsPrepared MaxResults StartIndex Timeout > "
    "IsComplete ResultCount RecipeHandle RecipeList Error",
    "PrepareRecipe": "ExternalId InternalIdIn > InternalIdOut IsCompleted Error",
    "UnprepareRecipe": "ExternalId InternalIdIn > InternalIdOut Error",
    "StartSingleJob": "MeasId PartId RecipeId ProductId Parameters > JobId Error",
    "StartContinuous": "MeasId PartId RecipeId ProductId Parameters > JobId Error",
    "Stop": "Cause CauseDescription > Error",
    "Abort": "Cause CauseDescription > Error",
    "Halt": "Cause CauseDescription > Error",
    "Reset": "Cause CauseDescription > Error",
    "SelectModeAutomatic": "> Error",
}

EVENT_PROPERTIES = {
    1013: {"JobId"},
    1018: set(),
    1019: set(),
    1020: set(),
    1022: {"InternalId"},
    1023: {"JobId"},
    1024: {
        "ResultId",
        "IsPartial",
        "ResultState",
        "JobId",
        "InternalRecipeId",
        "CreationTime",
        "InternalConfigurationId",
    },
    1025: {"JobId"},
}
TRANSITION_FIELDS = {"Transition", "FromState", "ToState"}
ZERO = ua.Variant(0, ua.VariantType.Int32)
EVERY, FROM_THE_START = (ua.Variant(0, ua.VariantType.UInt32),) * 2


class StationWithRecipes(StandInStation):
    """A stand-in with three recipes."""

    def recipes(self) -> list[RecipeReference]:
        return [RecipeReference(name=name, version=1) for name in ("cups", "discs", "rings")]


@pytest.fixture(scope="module")
def station() -> StationWithRecipes:
    return StationWithRecipes()


@pytest.fixture(scope="module")
def port(station: StationWithRecipes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    settings = OpcUaWireSettings(port=free_port())
    wire = OpcUaWire(settings, station.line, "test", tmp_path_factory.mktemp("space"))
    wire.start()
    yield settings.port
    wire.stop()


@pytest.fixture
def peer(port: int, connect: Callable[..., Any]) -> Any:
    return connect(port)


def members(peer: Any, node_id: ua.NodeId) -> set[str]:
    return {child.read_browse_name().Name for child in peer.client.get_node(node_id).get_children()}


def test_every_mandatory_member_is_there_and_each_left_out_one_has_a_reason(peer: Any) -> None:
    document = DOCUMENT.read_text(encoding="utf-8")
    reasons = document[document.index("## Left out") :]
    for owner, names in MANDATORY.items():
        assert names <= members(peer, ua.NodeId(owner, OWN)), owner
    for owner, names in OPTIONAL.items():
        there = members(peer, ua.NodeId(owner, OWN)) & names
        assert there == names & PRESENT, owner
        for name in names - PRESENT:
            assert f"`{name}`" in reasons, f"no reason for {owner}/{name}"


def test_methods_have_the_arguments_of_the_standard(peer: Any) -> None:
    for method, expected in ARGUMENTS.items():
        node = peer.client.get_node(ua.NodeId(method, OWN))
        given = {}
        for child in node.get_children():
            given[child.read_browse_name().Name] = " ".join(
                argument.Name for argument in child.read_value()
            )
        sides = f"{given.get('InputArguments', '')} > {given['OutputArguments']}"
        assert sides.strip() == expected, method


def test_events_have_the_fields_of_the_standard(peer: Any) -> None:
    for kind, properties in EVENT_PROPERTIES.items():
        node = peer.client.get_node(ua.NodeId(kind, VISION))
        assert properties <= members(peer, node.nodeid), kind
        (parent,) = node.get_referenced_nodes(ua.ObjectIds.HasSubtype, ua.BrowseDirection.Inverse)
        if not properties:
            assert members(peer, parent.nodeid) >= TRANSITION_FIELDS


def test_transitions_lead_from_state_to_state(peer: Any) -> None:
    found = {}
    for type_ in (1017, 1021):
        for node in peer.client.get_node(ua.NodeId(type_, VISION)).get_children():
            if found_to := re.fullmatch(r"([A-Z]\w+)To([A-Z]\w+)", node.read_browse_name().Name):
                ends = [
                    node.get_referenced_nodes(reference)[0].read_browse_name().Name
                    for reference in (ua.ObjectIds.FromState, ua.ObjectIds.ToState)
                ]
                assert found_to[1] == ends[0]
                assert found_to[2].startswith(ends[1])
                number = node.get_child("0:TransitionNumber").read_value()
                found[number] = found_to[0]
    assert len(found) == 25
    assert (found[671], found[340]) == ("ReadyToSingleExecution", "ErrorToOperationalAuto")


def test_results_are_listed_by_a_filter_page_by_page(
    station: StationWithRecipes, peer: Any
) -> None:
    for number in range(8):
        station.fire(TriggerSource.LINE, f"P-{number}")
        station.finish()

    def listed(*, state: int = 0, part_id: str = "", most: int = 0, start: int = 0) -> list[Any]:
        numbers = [ua.Variant(value, ua.VariantType.UInt32) for value in (most, start)]
        filters = [part_id if number == 1 else None for number in range(8)]
        state_argument = ua.Variant(state, ua.VariantType.Int32)
        return list(
            peer.call(
                "ResultManagement",
                "GetResultListFiltered",
                state_argument,
                *filters,
                *numbers,
                ZERO,
            )
        )

    complete, count, handle, results, error = listed()
    assert (complete, count, handle, error) == (True, 8, 0, 0)
    assert [result.PartId.Id for result in results] == [f"P-{number}" for number in range(8)]
    complete, count, _, results, _ = listed(most=3, start=6)
    assert (complete, [result.PartId.Id for result in results]) == (True, ["P-6", "P-7"])
    assert listed(most=3, start=3)[:2] == [False, 3]
    assert [result.PartId.Id for result in listed(part_id="P-5")[3]] == ["P-5"]
    assert listed(part_id="none")[:2] == [True, 0]
    failed, completed = listed(state=4)[3], listed(state=1)[3]
    assert {result.ResultState for result in failed} == {4}
    assert len(failed) + len(completed) == 8
    newest = results[-1]
    components = peer.call("ResultManagement", "GetResultComponentsById", newest.ResultId, ZERO)
    assert (components[6].Id, components[4]) == ("P-7", newest.ResultState)
    assert components[-2][0] == newest.ResultContent[0]
    with pytest.raises(ua.uaerrors.BadNotFound):
        peer.call("ResultManagement", "GetResultComponentsById", "none", ZERO)
    assert peer.read("LatestResult.ResultId").Id == newest.ResultId.Id
    assert peer.read("LatestResult.ResultState") == newest.ResultState


def test_recipes_are_listed(peer: Any) -> None:
    def listed(external_id: str, is_prepared: int) -> list[str]:
        prepared = ua.Variant(is_prepared, ua.VariantType.Int32)
        arguments = (external_id, None, prepared, EVERY, FROM_THE_START, ZERO)
        answer = peer.call("RecipeManagement", "GetRecipeListFiltered", *arguments)
        return [recipe.Id for recipe in answer[3]]

    assert listed("", 2) == ["cups", "discs", "rings"]
    assert listed("rings", 2) == ["rings"]
    assert listed("", 1) == []
    assert listed("", 0) == ["cups", "discs", "rings"]


def test_wrong_calls_get_the_status_of_the_standard(peer: Any) -> None:
    errors = ua.uaerrors
    with pytest.raises(errors.BadMethodInvalid):
        peer.call("ResultManagement", "Halt", ZERO, "")
    with pytest.raises(errors.BadTooManyArguments):
        peer.call("VisionStateMachine", "SelectModeAutomatic", 1)
    with pytest.raises(errors.BadArgumentsMissing):
        peer.call("ResultManagement", "GetResultListFiltered", ZERO)
    with pytest.raises(errors.BadInvalidArgument):
        peer.call("ResultManagement", "GetResultById", "1", "soon")
    with pytest.raises(errors.BadInvalidState):
        peer.call("AutomaticModeStateMachine", "Stop", ZERO, "")
    with pytest.raises(errors.BadUserAccessDenied):
        peer.client.nodes.objects.add_object(ua.NodeId("mine", OWN), "3:mine")
    with pytest.raises(errors.BadUserAccessDenied):
        peer.client.delete_nodes([peer.client.get_node(ua.NodeId("trigger", OWN))])
    assert peer.read("trigger") is False
