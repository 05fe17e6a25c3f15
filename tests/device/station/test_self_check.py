"""What the station finds wrong with itself is a condition for as long as it is so."""

from __future__ import annotations

from support.running_station import RunningStation
from support.station import eventually

from okng.device.health.condition import Condition
from okng.device.ipc.commands import GetStatus
from okng.device.store.quarantine import move_to_quarantine, remove_oldest


def quarantined(station: RunningStation) -> Condition | None:
    """The condition as of now."""
    station.daemon.tick()
    present = {
        condition.code: condition for condition in station.client.ask(GetStatus()).conditions
    }
    return present.get("files_quarantined")


def test_quarantined_files_are_told_by_their_number(station: RunningStation) -> None:
    data_dir = station.settings.data_dir
    assert quarantined(station) is None
    for number in (1, 2):
        stray = data_dir / f"images/2026/03/01/12/{number}.png"
        stray.parent.mkdir(parents=True, exist_ok=True)
        stray.write_bytes(b"stray")
        move_to_quarantine(data_dir, stray, "a test")
        condition = eventually(
            lambda number=number: (
                (found := quarantined(station))
                and found.message.startswith(f"{number} files")
                and found
            )
        )
        assert condition.message.endswith(
            f"lie in {data_dir / 'quarantine'}; `okng doctor` names them"
        )
    remove_oldest(data_dir, 2)
    eventually(lambda: quarantined(station) is None)
