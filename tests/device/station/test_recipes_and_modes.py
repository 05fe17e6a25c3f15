"""What a person sets up: recipes with the camera's values, and pictures collected with a label."""

from __future__ import annotations

import fcntl
from pathlib import Path

import pytest
from support.running_station import AUTHOR, RunningStation
from support.station import eventually

from okng.device.cameras.acquisition_settings import Acquisition, RegionOfInterest
from okng.device.datasets.store import DatasetStore
from okng.device.ipc.client import DeviceClient, DeviceRefusedError, DeviceUnavailableError
from okng.device.ipc.commands import (
    ActivateRecipe,
    ApplyRecipe,
    GetStatus,
    SetMode,
    SimulateLineEdge,
)
from okng.device.ipc.endpoints import Endpoints
from okng.device.ipc.events import MetersEvent
from okng.device.ipc.subscribers import EventSubscriber, PreviewSubscriber
from okng.device.recipes.detection_rules import DetectionRule, DetectionSettings, PartSettings
from okng.device.recipes.recipe import Recipe
from okng.device.station.command_server import CommandServer
from okng.device.station.daemon_process import run_daemon
from okng.device.station.drivers import DaemonError
from okng.device.triggers.line import LineTriggerSettings
from okng.device.types import Label, Mode, ModelReference, PixelArea, Split


def test_apply_saves_what_the_camera_took_and_says_what_it_changed(
    station: RunningStation,
) -> None:
    roi = RegionOfInterest(offset_x=3, offset_y=5, width=9999, height=100)
    acquisition = Acquisition(exposure_us=1e9, roi=roi)
    applied = station.client.ask(
        ApplyRecipe(recipe=Recipe(name="r", acquisition=acquisition), author=AUTHOR)
    )
    assert applied.acquisition
    settings = {correction.setting for correction in applied.acquisition.corrections}
    assert "exposure_us" in settings
    assert "width" in settings
    assert all(correction.reason for correction in applied.acquisition.corrections)
    taken = applied.recipe.recipe.acquisition
    assert taken.roi
    assert taken.roi.width == applied.acquisition.width < 9999
    assert taken.exposure_us == applied.acquisition.exposure_us
    again = station.client.ask(ApplyRecipe(recipe=applied.recipe.recipe, author=AUTHOR))
    assert again.recipe.version == applied.recipe.version, "equal content is one version"
    assert again.acquisition
    assert again.acquisition.corrections == ()


def test_a_pixel_format_that_the_camera_lacks_changes_nothing(station: RunningStation) -> None:
    before = station.client.ask(GetStatus())
    acquisition = Acquisition(pixel_format="Mono99")
    with pytest.raises(DeviceRefusedError, match=r"Mono99.*Mono8"):
        station.client.ask(
            ApplyRecipe(recipe=Recipe(name="r", acquisition=acquisition), author=AUTHOR)
        )
    after = station.client.ask(GetStatus())
    assert (after.recipe, after.acquisition) == (before.recipe, before.acquisition)


def test_recipes_come_back_by_name_and_version(station: RunningStation) -> None:
    for exposure_us in (1000.0, 2000.0):
        acquisition = Acquisition(exposure_us=exposure_us)
        station.client.ask(
            ApplyRecipe(recipe=Recipe(name="r", acquisition=acquisition), author=AUTHOR)
        )
    old = station.client.ask(ActivateRecipe(name="r", version=1, author=AUTHOR))
    assert old.acquisition
    assert old.acquisition.exposure_us == pytest.approx(1000, abs=1)
    newest = station.client.ask(ActivateRecipe(name="r", author=AUTHOR))
    assert newest.recipe.version == 2
    with pytest.raises(DeviceRefusedError, match="'screws' is not stored; there are: default, r"):
        station.client.ask(ActivateRecipe(name="screws", author=AUTHOR))


def test_recipes_travel_as_toml() -> None:
    zone = PixelArea(left=0, top=0, right=400, bottom=300)
    detection = DetectionSettings(
        model=ModelReference(name="parts", version=1),
        rules=(
            DetectionRule(name="label", at_least=1, at_most=1, zone=zone),
            DetectionRule(name="screw", at_least=4),
        ),
        part=PartSettings(name="cover"),
    )
    recipe = Recipe(
        name="r",
        acquisition=Acquisition(gain_db=2.5),
        trigger=LineTriggerSettings(debouncer_us=5),
        detection=detection,
    )
    assert Recipe.from_toml(recipe.to_toml()) == recipe


def test_collecting_stores_a_labelled_picture_a_press(station: RunningStation) -> None:
    datasets = DatasetStore(station.settings.data_dir)
    for label in (Label.NORMAL, Label.ANOMALY):
        station.client.ask(SetMode(mode=Mode.COLLECT, author=AUTHOR, dataset="parts", label=label))
        picture = station.trigger().picture
        assert picture
        assert (picture.label, picture.author) == (label, AUTHOR)
        assert (station.settings.data_dir / picture.path).is_file()
    summary = datasets.summary("parts")
    assert (summary.normal, summary.anomaly) == (1, 1)
    assert station.ledger.totals().parts == 0, "collected pictures are no inspections"


def test_collecting_for_a_test_set_says_so_of_each_picture(station: RunningStation) -> None:
    for split in (Split.TEST, Split.TRAIN, None):
        status = station.client.ask(
            SetMode(
                mode=Mode.COLLECT,
                author=AUTHOR,
                dataset="parts",
                label=Label.NORMAL,
                split=split,
            )
        )
        assert status.split is split
        picture = station.trigger().picture
        assert picture
        assert picture.split is split
    stored = DatasetStore(station.settings.data_dir).pictures("parts")
    assert sorted(str(picture.split) for picture in stored) == ["None", "test", "train"]
    assert station.client.ask(SetMode(mode=Mode.LIVE, author=AUTHOR)).split is None


def test_the_camera_line_collects(station: RunningStation) -> None:
    station.client.ask(
        ApplyRecipe(recipe=Recipe(name="r", trigger=LineTriggerSettings()), author=AUTHOR)
    )
    station.client.ask(
        SetMode(mode=Mode.COLLECT, author=AUTHOR, dataset="parts", label=Label.NORMAL)
    )
    datasets = DatasetStore(station.settings.data_dir)
    for count in (1, 2):
        station.client.ask(SimulateLineEdge())
        eventually(lambda count=count: datasets.summary("parts").normal == count)  # type: ignore[misc]


def test_collecting_needs_dataset_and_label(station: RunningStation) -> None:
    with pytest.raises(DeviceRefusedError, match="dataset and a label"):
        station.client.ask(SetMode(mode=Mode.COLLECT, author=AUTHOR))


def test_the_live_view_is_encoded_only_while_somebody_watches(station: RunningStation) -> None:
    preview = station.daemon._preview
    eventually(lambda: station.client.ask(GetStatus()).counters.frames > 20)
    assert preview.encoded == 0
    events = EventSubscriber(station.settings.run_dir)
    subscriber = PreviewSubscriber(station.settings.run_dir)
    received = [subscriber.receive(5000) for _ in range(10)]
    numbers = [preview[0].frame_number for preview in received if preview]
    assert numbers == sorted(set(numbers))
    assert len(numbers) == 10
    assert received[0]
    assert received[0][1].startswith(b"\xff\xd8"), "a JPEG"
    assert any(isinstance(events.receive(2000), MetersEvent) for _ in range(20))
    subscriber.close()
    events.close()
    eventually(lambda: not preview._watched)
    encoded = preview.encoded
    frames = station.client.ask(GetStatus()).counters.frames
    eventually(lambda: station.client.ask(GetStatus()).counters.frames > frames + 10)
    assert preview.encoded <= encoded + 1


def test_a_data_directory_has_one_daemon(station: RunningStation) -> None:
    # The fixture's daemon runs inside this process without the lock that the command takes.
    with (station.settings.data_dir / "device.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.write("4711")
        lock.flush()
        with pytest.raises(DaemonError, match="in use by another okng device"):
            run_daemon(station.settings)


def test_a_client_without_a_daemon_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeviceUnavailableError, match="no answer"):
        DeviceClient(tmp_path, timeout_s=0.2).ask(GetStatus())


def test_a_server_ends_as_soon_as_it_has_begun(station: RunningStation, tmp_path: Path) -> None:
    # Its threads may not even have run by then.
    for _ in range(100):
        server = CommandServer(Endpoints(tmp_path), station.daemon._station)
        server.start()
        server.stop()


def test_a_picture_asked_for_before_collecting_ends_is_stored(station: RunningStation) -> None:
    datasets = DatasetStore(station.settings.data_dir)
    station.client.ask(
        SetMode(mode=Mode.COLLECT, author=AUTHOR, dataset="parts", label=Label.NORMAL)
    )
    for _ in range(4):
        station.trigger(wait_ms=0)
    status = station.client.ask(SetMode(mode=Mode.LIVE, author=AUTHOR))
    assert (status.dataset, status.label) == (None, None)
    eventually(lambda: datasets.summary("parts").normal == 4)
