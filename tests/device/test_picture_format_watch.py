"""Pictures of another format than the model learnt from are said, until they are right again."""

from __future__ import annotations

from collections.abc import Callable

from support.running_station import RunningStation

from okng.device.recipe import Acquisition, RegionOfInterest
from okng.device.types import Condition, Mode


def picture_format(station: RunningStation) -> Condition | None:
    present = station.client.status().conditions
    return next((one for one in present if one.code == "picture_format"), None)


def test_another_region_is_said_until_it_is_as_it_was(
    make_station: Callable[..., RunningStation],
) -> None:
    station = make_station()
    station.inspect()
    assert station.judge().score is not None
    assert picture_format(station) is None
    station.client.set_mode(Mode.LIVE, "tests")
    station.inspect(acquisition=Acquisition(roi=RegionOfInterest(width=64, height=32)))
    assert station.judge().score is not None
    said = picture_format(station)
    assert said
    assert "another shape" in said.message
    assert "64 x 32 px" in said.message
    station.client.set_mode(Mode.LIVE, "tests")
    station.inspect(acquisition=Acquisition())
    station.judge()
    assert picture_format(station) is None
