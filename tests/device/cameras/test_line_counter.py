"""A camera's own count of the edges on its trigger line.

No emulator has counters: a stand-in for a camera's nodes takes their place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from okng.device.cameras.camera import CameraError
from okng.device.cameras.pylon.acquisition import apply_divider
from okng.device.cameras.pylon.line_counter import line_counter
from okng.device.triggers.line import LineTriggerSettings


@dataclass
class StandInNode:
    """A node with the values that it may have."""

    values: tuple[str, ...] = ()
    value: Any = ""
    valid: bool = True

    def IsValid(self) -> bool:  # noqa: N802
        return self.valid

    def GetSettableValues(self) -> tuple[str, ...]:  # noqa: N802
        return self.values

    def Execute(self) -> None:  # noqa: N802
        self.value = True

    @property
    def Value(self) -> Any:  # noqa: N802
        return self.value

    @Value.setter
    def Value(self, value: Any) -> None:  # noqa: N802
        assert not self.values or value in self.values
        self.value = value


@dataclass
class StandInCamera:
    """The counter nodes of a camera, by their SFNC names."""

    CounterSelector: StandInNode = field(
        default_factory=lambda: StandInNode(("Counter1", "Counter2"))
    )
    CounterEventSource: StandInNode = field(
        default_factory=lambda: StandInNode(("FrameStart", "Line1"))
    )
    CounterEventActivation: StandInNode = field(
        default_factory=lambda: StandInNode(("RisingEdge", "FallingEdge"))
    )
    CounterReset: StandInNode = field(default_factory=StandInNode)
    CounterValue: StandInNode = field(default_factory=lambda: StandInNode(value=17))


def test_a_counter_is_set_to_the_trigger_line() -> None:
    camera = StandInCamera()
    counter = line_counter(camera, LineTriggerSettings(activation="FallingEdge"))
    assert counter
    assert camera.CounterEventSource.value == "Line1"
    assert camera.CounterEventActivation.value == "FallingEdge"
    assert camera.CounterReset.value is True
    camera.CounterValue.value = 20
    camera.CounterSelector.value = "Counter2"
    assert counter.read() == 3
    assert camera.CounterSelector.value == "Counter1"


@pytest.mark.parametrize(
    "without",
    [
        {"CounterValue": StandInNode(valid=False)},
        {"CounterEventSource": StandInNode(("FrameStart",))},
        {"CounterSelector": StandInNode()},
    ],
)
def test_a_camera_that_can_not_count_edges_has_no_counter(without: dict[str, Any]) -> None:
    assert line_counter(StandInCamera(**without), LineTriggerSettings()) is None


def test_a_camera_that_takes_every_nth_edge_counts_none() -> None:
    assert line_counter(StandInCamera(), LineTriggerSettings(every=2)) is None


@dataclass
class StandInDivider:
    """The camera's TriggerDivider."""

    Value: int = 7
    Min: int = 1
    Max: int = 255
    valid: bool = True

    def IsValid(self) -> bool:  # noqa: N802
        return self.valid


def test_every_nth_edge_is_the_cameras_own_divider() -> None:
    divider = StandInDivider()
    camera = SimpleNamespace(TriggerDivider=divider)
    for every in (200, 1):
        apply_divider(camera, every)
        assert divider.Value == every
    with pytest.raises(CameraError, match=r"every = 256 .* takes at most 255"):
        apply_divider(camera, 256)
    divider.valid = False
    apply_divider(camera, 1)
    with pytest.raises(CameraError, match=r"has no TriggerDivider\. A GPIO trigger counts"):
        apply_divider(camera, 2)
