"""A folder played by triggers: each picture is one part or one of a dataset, and has its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from support.running_station import AUTHOR, RunningStation
from support.station import eventually, write_pictures

from okng.device.cameras.folder.settings import FolderCameraSettings
from okng.device.ipc.commands import GetStatus, SetMode
from okng.device.types import Label, Mode


def test_a_trigger_collects_the_picture_that_is_shown_and_the_next_one_is_inspected(
    tmp_path: Path, make_station: Callable[..., RunningStation]
) -> None:
    folder = write_pictures(tmp_path / "played", 3)
    (folder / "00002.png").rename(folder / "00002 部品.png")
    station = make_station(camera=FolderCameraSettings(path=folder, step="trigger"))

    def shown() -> int | None:
        played = station.client.ask(GetStatus()).played
        return played and played.number

    collect = SetMode(mode=Mode.COLLECT, dataset="parts", label=Label.NORMAL, author=AUTHOR)
    station.client.ask(collect)
    eventually(lambda: shown() == 1)
    collected = []
    for number in (1, 2):
        picture = station.trigger().picture
        assert picture is not None
        collected.append((station.settings.data_dir / picture.path).read_bytes())
        eventually(lambda number=number: shown() == number + 1)
    assert len(set(collected)) == 2

    station.inspect()
    parts = [station.judge(), station.judge("A-7"), station.judge()]
    assert [part.part_id for part in parts] == ["00002 部品.png", "A-7", "00001.png"]
    played = station.client.ask(GetStatus()).played
    assert played is not None
    assert (played.name, played.number, played.count, played.loop) == ("00001.png", 2, 3, True)
