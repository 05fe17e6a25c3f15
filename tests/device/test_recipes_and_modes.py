"""What a person sets up: recipes with the camera's values, and pictures collected with a label."""

from __future__ import annotations

import fcntl
from pathlib import Path

import pytest
from support.running_station import AUTHOR, RunningStation
from support.station import eventually

from okng.device.addresses import Addresses
from okng.device.client import (
    DeviceClient,
    DeviceRefused,
    DeviceUnavailable,
    EventSubscriber,
    PreviewSubscriber,
)
from okng.device.daemon import DaemonError, run_daemon
from okng.device.detection_rules import DetectionRule, DetectionSettings, PartSettings
from okng.device.protocol import MetersEvent
from okng.device.recipe import Acquisition, Recipe, RegionOfInterest
from okng.device.server import CommandServer
from okng.device.store.datasets import DatasetStore
from okng.device.triggers.line import LineTriggerSettings
from okng.device.types import Label, Mode, ModelReference, PixelArea


def test_apply_saves_what_the_camera_took_and_says_what_it_changed(
    station: RunningStation,
) -> None:
    roi = RegionOfInterest(offset_x=3, offset_y=5, width=9999, height=100)
    acquisition = Acquisition(exposure_us=1e9, roi=roi)
    applied = station.client.apply_recipe(Recipe(name="r", acquisition=acquisition), AUTHOR)
    assert applied.acquisition
    settings = {one.setting for one in applied.acquisition.corrections}
    assert "exposure_us" in settings
    assert "width" in settings
    assert all(one.reason for one in applied.acquisition.corrections)
    taken = applied.recipe.recipe.acquisition
    assert taken.roi
    assert taken.roi.width == applied.acquisition.width < 9999
    assert taken.exposure_us == applied.acquisition.exposure_us
    again = station.client.apply_recipe(applied.recipe.recipe, AUTHOR)
    assert again.recipe.version == applied.recipe.version, "equal content is one version"
    assert again.acquisition
    assert again.acquisition.corrections == ()


def test_a_pixel_format_that_the_camera_lacks_changes_nothing(station: RunningStation) -> None:
    before = station.client.status()
    acquisition = Acquisition(pixel_format="Mono99")
    with pytest.raises(DeviceRefused, match=r"Mono99.*Mono8"):
        station.client.apply_recipe(Recipe(name="r", acquisition=acquisition), AUTHOR)
    after = station.client.status()
    assert (after.recipe, after.acquisition) == (before.recipe, before.acquisition)


def test_recipes_come_back_by_name_and_version(station: RunningStation) -> None:
    for exposure_us in (1000.0, 2000.0):
        acquisition = Acquisition(exposure_us=exposure_us)
        station.client.apply_recipe(Recipe(name="r", acquisition=acquisition), AUTHOR)
    old = station.client.activate_recipe("r", 1, AUTHOR)
    assert old.acquisition
    assert old.acquisition.exposure_us == pytest.approx(1000, abs=1)
    newest = station.client.activate_recipe("r", None, AUTHOR)
    assert newest.recipe.version == 2
    with pytest.raises(DeviceRefused, match="'screws' is not stored; there are: default, r"):
        station.client.activate_recipe("screws", None, AUTHOR)


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
        station.client.set_mode(Mode.COLLECT, AUTHOR, "parts", label)
        picture = station.trigger().picture
        assert picture
        assert (picture.label, picture.author) == (label, AUTHOR)
        assert (station.settings.data_dir / picture.path).is_file()
    summary = datasets.summary("parts")
    assert (summary.normal, summary.anomaly) == (1, 1)
    assert station.ledger.totals().parts == 0, "collected pictures are no inspections"


def test_the_camera_line_collects(station: RunningStation) -> None:
    station.client.apply_recipe(Recipe(name="r", trigger=LineTriggerSettings()), AUTHOR)
    station.client.set_mode(Mode.COLLECT, AUTHOR, "parts", Label.NORMAL)
    datasets = DatasetStore(station.settings.data_dir)
    for count in (1, 2):
        station.client.simulate_line_edge()
        eventually(lambda count=count: datasets.summary("parts").normal == count)  # type: ignore[misc]


def test_collecting_needs_dataset_and_label(station: RunningStation) -> None:
    with pytest.raises(DeviceRefused, match="dataset and a label"):
        station.client.set_mode(Mode.COLLECT, AUTHOR)


def test_the_live_view_is_encoded_only_while_somebody_watches(station: RunningStation) -> None:
    preview = station.daemon._preview
    eventually(lambda: station.client.status().counters.frames > 20)
    assert preview.encoded == 0
    events = EventSubscriber(station.settings.run_dir)
    subscriber = PreviewSubscriber(station.settings.run_dir)
    received = [subscriber.receive(5000) for _ in range(10)]
    numbers = [one[0].frame_number for one in received if one]
    assert numbers == sorted(set(numbers))
    assert len(numbers) == 10
    assert received[0]
    assert received[0][1].startswith(b"\xff\xd8"), "a JPEG"
    assert any(isinstance(events.receive(2000), MetersEvent) for _ in range(20))
    subscriber.close()
    events.close()
    eventually(lambda: not preview._watched)
    encoded = preview.encoded
    frames = station.client.status().counters.frames
    eventually(lambda: station.client.status().counters.frames > frames + 10)
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
    with pytest.raises(DeviceUnavailable, match="no answer"):
        DeviceClient(tmp_path, timeout_s=0.2).status()


def test_a_server_ends_as_soon_as_it_has_begun(station: RunningStation, tmp_path: Path) -> None:
    # Its threads may not even have run by then.
    for _ in range(100):
        server = CommandServer(Addresses(tmp_path), station.daemon._station)
        server.start()
        server.stop()


def test_a_picture_asked_for_before_collecting_ends_is_stored(station: RunningStation) -> None:
    datasets = DatasetStore(station.settings.data_dir)
    station.client.set_mode(Mode.COLLECT, AUTHOR, "parts", Label.NORMAL)
    for _ in range(4):
        station.trigger(wait_ms=0)
    status = station.client.set_mode(Mode.LIVE, AUTHOR)
    assert (status.dataset, status.label) == (None, None)
    eventually(lambda: datasets.summary("parts").normal == 4)
