"""A steady line on the camera's own input while all sorts of things happen to the station.

The sum is always the same: edges of the line = rows of the ledger, each as old as its edge, judged
by the recipe that ran at its edge.
"""

from __future__ import annotations

import shutil
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.line import Ran, SteadyLine, changed, check_ages, check_recipes
from support.running_station import AUTHOR, RunningStation
from support.station import eventually

from okng.device.cameras.acquisition_settings import Acquisition, RegionOfInterest
from okng.device.cameras.camera import CameraError, CameraSettingsBase
from okng.device.cameras.folder.settings import FolderCameraSettings
from okng.device.cameras.pylon.settings import PylonCameraSettings
from okng.device.ipc.client import DeviceRefusedError
from okng.device.ipc.commands import (
    ActivateRecipe,
    AppliedRecipe,
    ApplyRecipe,
    GetStatus,
    PromoteModel,
    SetMode,
)
from okng.device.outputs.camera_output import CameraOutputSettings
from okng.device.pipeline.items import InspectedPart
from okng.device.recipes.recipe import Recipe
from okng.device.store.recipes import RecipeStore
from okng.device.triggers.line import LineTriggerSettings
from okng.device.triggers.software import SoftwareTriggerSettings
from okng.device.types import Inspection, Mode, ModelReference, Outcome, TriggerSource

RATE_HZ = 20.0
CHANGES = 30
MOST_UNDER_WAY = 8
"""Parts without a row yet; the emulator's driver holds ten frames."""
KINDS = ("folder", "pylon")
FIRST, SECOND = (ModelReference(name="discs", version=number) for number in (1, 2))


@pytest.fixture
def install_model(two_versions: Path) -> Callable[[Path], None]:
    def install(data_dir: Path) -> None:
        shutil.copytree(two_versions, data_dir / "models", dirs_exist_ok=True)

    return install


@pytest.fixture(params=KINDS)
def line_station(
    request: pytest.FixtureRequest, make_station: Callable[..., RunningStation], pictures: Path
) -> RunningStation:
    """A station that inspects what a simulated line brings."""
    camera: CameraSettingsBase = PylonCameraSettings(emulate=True, image_folder=pictures)
    if request.param == "folder":
        camera = FolderCameraSettings(path=pictures)
    station = make_station(camera=camera)
    station.inspect(trigger=LineTriggerSettings())
    return station


@pytest.fixture
def gate(line_station: RunningStation, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Holds up what judges from now on; open at first, and at the test's end."""
    gate = Gate(line_station, monkeypatch)
    yield gate
    gate.free.set()


class Gate:
    """While it is closed no part gets a verdict, as with a model that hangs."""

    def __init__(self, station: RunningStation, monkeypatch: pytest.MonkeyPatch) -> None:
        self.free = threading.Event()
        self.free.set()
        self._station, self._monkeypatch = station, monkeypatch

    def hold_model(self) -> None:
        """Of the recipe that runs now."""
        model = self._station.daemon._operations.current.recipe.model
        assert model
        judge = model.judge
        self._monkeypatch.setattr(
            model, "judge", lambda image: (self.free.wait(30), judge(image))[1]
        )


def steady(station: RunningStation, rate_hz: float = RATE_HZ) -> SteadyLine:
    return SteadyLine(station.daemon._station._camera, rate_hz)


def patient(station: RunningStation) -> SteadyLine:
    """A steady line that leaves gaps rather than run ahead of a station on a slow machine."""

    def has_room(given: int) -> bool:
        return given - station.ledger.totals().parts < MOST_UNDER_WAY

    return SteadyLine(station.daemon._station._camera, RATE_HZ, has_room)


def rows(station: RunningStation, count: int) -> list[Inspection]:
    """All rows, when as many as edges are there; and a moment later there are no more."""
    eventually(lambda: station.ledger.totals().parts >= count, timeout_s=60)
    time.sleep(0.2)
    return sorted(station.ledger.iterate(), key=lambda row: row.trigger_id)


def version_of(applied: AppliedRecipe) -> tuple[str, int]:
    return applied.recipe.recipe.name, applied.recipe.version


class Changes:
    """Changes of every kind, one after the other."""

    def __init__(self, station: RunningStation) -> None:
        self.client = station.client
        self.recipe = Recipe(name="discs", model=FIRST, trigger=LineTriggerSettings())

    def apply(self, **update: object) -> tuple[str, int]:
        self.recipe = self.recipe.model_copy(update=update)
        applied = self.client.ask(ApplyRecipe(recipe=self.recipe, author=AUTHOR))
        self.recipe = applied.recipe.recipe
        return version_of(applied)

    def threshold(self, number: int) -> tuple[str, int]:
        return self.apply(threshold=5.0 + number % 30)

    def exposure(self, number: int) -> tuple[str, int]:
        roi = self.recipe.acquisition.roi
        return self.apply(acquisition=Acquisition(exposure_us=1000.0 + number, roi=roi))

    def region(self, number: int) -> tuple[str, int]:
        roi = RegionOfInterest(offset_x=number % 50, offset_y=0, width=250, height=200)
        return self.apply(acquisition=Acquisition(roi=roi))

    def outputs(self, number: int) -> tuple[str, int]:
        output = CameraOutputSettings(pulse_ms=10 + number)
        return self.apply(outputs=(output,), time_limit_ms=60_000 + number)

    def promote(self, number: int) -> tuple[str, int]:
        running = self.client.ask(GetStatus()).model
        assert running
        next_recipe = SECOND if running.version == 1 else FIRST
        return version_of(
            self.client.ask(
                PromoteModel(
                    model=next_recipe,
                    threshold=9.0 + number % 30,
                    why="test",
                    anyway=True,
                    author=AUTHOR,
                )
            )
        )

    def by_name(self, number: int) -> tuple[str, int]:
        wanted = ActivateRecipe(name="discs", version=1 + number % 3, anyway=True, author=AUTHOR)
        return version_of(self.client.ask(wanted))


@pytest.mark.parametrize("changes", [CHANGES, pytest.param(150, marks=pytest.mark.slow)])
def test_edges_of_the_line_are_rows_of_the_ledger_through_changes_of_every_kind(
    line_station: RunningStation, changes: int
) -> None:
    station, change = line_station, Changes(line_station)
    kinds = (
        change.threshold,
        change.exposure,
        change.promote,
        change.region,
        change.outputs,
        change.by_name,
    )
    runs = [changed(lambda: change.threshold(0)), changed(lambda: change.exposure(1))]
    with patient(station) as line:
        for number in range(changes):
            kind = kinds[number % len(kinds)]
            runs.append(changed(lambda kind=kind, number=number: kind(number)))
            time.sleep(0.05)
    assert not line.refused
    ended = rows(station, len(line.edges))
    assert len(ended) == len(line.edges)
    assert [row.trigger_id for row in ended] == list(range(1, len(ended) + 1))
    assert {row.source for row in ended} == {TriggerSource.LINE}
    check_ages(line.edges, ended)
    check_recipes(ended, runs[1:])
    judged = [row for row in ended if row.outcome in (Outcome.OK, Outcome.NG)]
    assert len(judged) > len(ended) / 2
    # A picture is judged by a recipe with the region that it was taken with.
    for row in judged:
        assert row.recipe
        assert row.picture_size
        version = RecipeStore(station.settings.data_dir).get(row.recipe.name, row.recipe.version)
        assert version
        roi = version.recipe.acquisition.roi
        size = (roi.width, roi.height) if roi else (320, 240)
        assert (row.picture_size.width, row.picture_size.height) == size


def test_a_change_that_touches_no_camera_setting_restarts_no_stream(
    line_station: RunningStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    station, change = line_station, Changes(line_station)
    # What the camera corrected is no other setting either.
    change.apply(acquisition=Acquisition(exposure_us=1e9))
    camera = station.daemon._station._camera
    starts = []
    start = camera.start
    monkeypatch.setattr(camera, "start", lambda *how: (starts.append(how), start(*how))[1])
    with steady(station) as line:
        for number in range(2):
            for kind in (change.threshold, change.promote, change.outputs):
                kind(number)
            change.apply(safe_output="NONE" if number % 2 else "NG", review_distance=0.1 * number)
    assert starts == []
    ended = rows(station, len(line.edges))
    assert len(ended) == len(line.edges)
    check_ages(line.edges, ended)
    if isinstance(camera.settings, FolderCameraSettings):
        # The emulator's driver holds ten frames only: a machine under load may lose some there.
        assert station.ledger.totals().missed == 0


def test_parts_of_a_burst_before_a_change_keep_their_recipe(
    line_station: RunningStation, gate: Gate
) -> None:
    station, change = line_station, Changes(line_station)
    recipe = station.daemon._operations.current.recipe
    gate.hold_model()
    gate.free.clear()
    camera = station.daemon._station._camera
    runs = [Ran("discs", recipe.version.version, *[station.client.ask(GetStatus()).started_at] * 2)]
    edges = 0
    for number, kind in enumerate((change.threshold, change.region, change.threshold)):
        for _ in range(5):
            # Five wait in the driver, four for the model, which stands still.
            camera.simulate_line_edge()
            edges += 1
        runs.append(changed(lambda kind=kind, number=number: kind(number)))
    gate.free.set()
    ended = rows(station, edges)
    assert len(ended) == edges
    check_recipes(ended, runs)
    assert len({row.recipe.version for row in ended if row.recipe}) == 3


def test_late_parts_are_late_and_get_the_safe_output(
    line_station: RunningStation, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    station, limit_ms = line_station, 600
    station.inspect(
        trigger=LineTriggerSettings(), outputs=(CameraOutputSettings(),), time_limit_ms=limit_ms
    )
    verdict_ns: dict[int, int] = {}
    levels: dict[int, bool] = {}
    camera, inference = station.daemon._station._camera, station.daemon._inference
    record = inference._record

    def note(judged: InspectedPart) -> None:
        trigger_id = judged.inspection.trigger_id
        verdict_ns[trigger_id] = time.monotonic_ns()
        levels[trigger_id] = camera.user_output("UserOutput1")
        record(judged)

    monkeypatch.setattr(inference, "_record", note)
    gate.hold_model()
    with steady(station) as line:
        time.sleep(1.0)
        gate.free.clear()
        time.sleep(1.6)
        gate.free.set()
        time.sleep(1.0)
    ended = rows(station, len(line.edges))
    assert len(ended) == len(line.edges)
    check_ages(line.edges, ended)
    for edge, row in zip(line.edges, ended, strict=True):
        real_ms = (verdict_ns[row.trigger_id] - edge.given_ns) / 1e6
        assert row.latency.verdict_ms is not None
        # What was noted a little later, and what the edge's call took.
        slack_ms = 50 + (edge.after - edge.before).total_seconds() * 1000
        assert row.latency.verdict_ms >= real_ms - slack_ms
        if row.outcome in (Outcome.OK, Outcome.NG):
            assert row.latency.verdict_ms <= limit_ms
            assert not row.late
        elif row.late:
            assert row.outcome in (Outcome.ERROR, Outcome.MISSED)
            assert levels[row.trigger_id] is True, "the safe output is NG"
    late = [row for row in ended if row.late]
    assert len(late) >= 4
    assert max(row.latency.verdict_ms or 0 for row in late) > 1200
    camera.simulate_line_edge()
    assert not rows(station, len(ended) + 1)[-1].late, "it has caught up"


def test_modes_and_a_stop_lose_no_edge(
    line_station: RunningStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    station = line_station
    camera = station.daemon._station._camera
    edges_given = 0
    for mode in (Mode.LIVE, Mode.INSPECT, Mode.LIVE, Mode.INSPECT):
        if station.client.ask(GetStatus()).mode is Mode.INSPECT:
            for _ in range(6):
                camera.simulate_line_edge()
                edges_given += 1
        station.client.ask(SetMode(mode=mode, author=AUTHOR))
    for _ in range(6):
        camera.simulate_line_edge()
    station.stop()
    monkeypatch.setattr(station, "stop", lambda: None)
    with pytest.raises(CameraError):
        camera.simulate_line_edge()
    ended = rows(station, edges_given + 6)
    assert len(ended) == edges_given + 6
    assert {row.outcome for row in ended} <= {Outcome.OK, Outcome.NG}


def test_a_camera_that_fails_in_the_middle_of_a_burst_loses_no_edge(
    line_station: RunningStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    station = line_station
    camera = station.daemon._station._camera
    grab, broken = camera.grab, threading.Event()

    def break_down(timeout_ms: int) -> object:
        if broken.is_set():
            broken.clear()
            raise CameraError("the cable was pulled")
        return grab(timeout_ms)

    monkeypatch.setattr(camera, "grab", break_down)
    with steady(station) as line:
        for count in (1, 2):
            time.sleep(0.3)
            broken.set()
            eventually(
                lambda count=count: station.client.ask(GetStatus()).counters.reconnected == count
            )  # type: ignore[misc]
    ended = rows(station, len(line.edges))
    assert len(ended) == len(line.edges)
    check_ages(line.edges, ended)
    assert line.refused, "edges at a camera that is away are refused to the one who gives them"


def test_a_slow_disk_at_a_change_loses_no_edge(
    line_station: RunningStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    station, change = line_station, Changes(line_station)
    store = station.daemon._station.recipes._promotions
    switch_to = store.switch_to
    monkeypatch.setattr(store, "switch_to", lambda *how: (time.sleep(1.0), switch_to(*how))[1])
    running = station.daemon._operations.current.recipe.version.version
    runs = [Ran("discs", running, *[station.client.ask(GetStatus()).started_at] * 2)]
    with steady(station) as line:
        time.sleep(0.2)
        runs += [changed(lambda: change.region(3)), changed(lambda: change.threshold(3))]
    ended = rows(station, len(line.edges))
    assert len(ended) == len(line.edges)
    check_ages(line.edges, ended)
    check_recipes(ended, runs)
    if isinstance(station.settings.camera, FolderCameraSettings):
        assert station.ledger.totals().missed <= 1, "the line stood for a moment only"


def test_a_change_that_the_store_refuses_is_undone_and_loses_no_edge(
    line_station: RunningStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    station, change = line_station, Changes(line_station)
    before = station.client.ask(GetStatus())

    def refuse(*_: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(station.daemon._station.recipes._promotions, "switch_to", refuse)
    with steady(station) as line:
        for kind in (change.region, change.threshold):
            time.sleep(0.2)
            with pytest.raises(DeviceRefusedError, match="database is locked"):
                kind(3)
        time.sleep(0.2)
    eventually(lambda: station.client.ask(GetStatus()).acquisition == before.acquisition)
    assert station.client.ask(GetStatus()).recipe == before.recipe
    ended = rows(station, len(line.edges))
    assert len(ended) == len(line.edges)
    assert before.recipe
    assert {row.recipe for row in ended} == {before.recipe.reference}
    assert {row.picture_size.width for row in ended if row.picture_size} == {320}


def test_software_triggers_vanish_at_no_change(station: RunningStation) -> None:
    station.inspect()
    change = Changes(station)
    change.apply(trigger=SoftwareTriggerSettings())
    ids: list[int | None] = []
    stop = threading.Event()

    def fire() -> None:
        while not stop.wait(0.02):
            ids.append(station.trigger(wait_ms=0).trigger_id)

    line = threading.Thread(target=fire)
    line.start()
    for number in range(2):
        for kind in (change.threshold, change.region):
            kind(number)
    stop.set()
    line.join()
    ended = rows(station, len(ids))
    assert [row.trigger_id for row in ended] == ids == list(range(1, len(ids) + 1))
    for row in ended:
        # A machine under load may have too many triggers wait at a time, and says so.
        assert row.outcome in (Outcome.OK, Outcome.NG) or "busy" in str(row.reason)


def test_a_level_of_an_output_stands_through_a_change_of_something_else(
    station: RunningStation,
) -> None:
    station.inspect(outputs=(CameraOutputSettings(),))
    outcomes = [station.judge().outcome for _ in range(3)]
    assert outcomes[-1] is Outcome.NG
    assert station.camera.user_output("UserOutput1")
    station.inspect(outputs=(CameraOutputSettings(),), review_distance=0.5)
    time.sleep(1.0)
    assert station.camera.user_output("UserOutput1")
    station.inspect(outputs=())
    eventually(lambda: not station.camera.user_output("UserOutput1"))
