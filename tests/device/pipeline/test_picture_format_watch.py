"""Pictures of another format than the model learnt from are said, until they are right again."""

from __future__ import annotations

from collections.abc import Callable

from support.running_station import RunningStation

from okng.device.cameras.acquisition_settings import Acquisition, RegionOfInterest
from okng.device.health.condition import Condition
from okng.device.ipc.commands import GetStatus, SetMode
from okng.device.types import Mode


def picture_format(station: RunningStation) -> Condition | None:
    present = station.client.ask(GetStatus()).conditions
    return next((condition for condition in present if condition.code == "picture_format"), None)


def test_another_region_is_said_until_it_is_as_it_was(
    make_station: Callable[..., RunningStation],
) -> None:
    station = make_station()
    station.inspect()
    assert station.judge().score is not None
    assert picture_format(station) is None
    station.client.ask(SetMode(mode=Mode.LIVE, author="tests"))
    station.inspect(acquisition=Acquisition(roi=RegionOfInterest(width=64, height=32)))
    assert station.judge().score is not None
    condition = picture_format(station)
    assert condition
    assert "another shape" in condition.message
    assert "64 x 32 px" in condition.message
    station.client.ask(SetMode(mode=Mode.LIVE, author="tests"))
    station.inspect(acquisition=Acquisition())
    station.judge()
    assert picture_format(station) is None
