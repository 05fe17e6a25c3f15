"""A lamp that moves in the middle of a run is said once, apart from the parts' own verdicts.

The camera plays a folder: each trigger brings the next picture, however busy the machine is. With
the emulator a frame that comes too late restarts its pictures, and another part is the next one.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import pytest
from support.running_station import AUTHOR, RunningStation
from support.scene import lit_from_the_left
from support.station import eventually, write_pictures

from okng.device.cameras.folder.settings import FolderCameraSettings
from okng.device.health.condition import Condition
from okng.device.ipc.commands import GetStatus, SetMode
from okng.device.ipc.events import MetersEvent
from okng.device.ipc.subscribers import EventSubscriber, PreviewSubscriber
from okng.device.pipeline.scene_watch import LEAST_PARTS, WINDOW_PARTS
from okng.device.types import Inspection, Mode
from okng.models.bundles.bundle import load_bundle, write_bundle
from okng.models.bundles.manifest import AnomalyDescription, AnomalyManifest
from okng.models.images.image_files import read_image
from okng.models.inference.anomaly_model import AnomalyModel

GOOD, LIT = 25, 20
"""Parts before the lamp moves, and until it is put back."""


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """Pictures of good parts, of parts under a lamp that moved, and of good parts again."""
    folder = write_pictures(tmp_path / "run", GOOD + LIT + GOOD)
    for path in sorted(folder.iterdir())[GOOD : GOOD + LIT]:
        cv2.imwrite(str(path), lit_from_the_left(read_image(path)))
    return folder


def scene_changed(station: RunningStation) -> Condition | None:
    present = station.client.ask(GetStatus()).conditions
    return next((condition for condition in present if condition.code == "scene_changed"), None)


def test_a_moved_lamp_is_said_and_over_when_it_is_put_back(
    make_station: Callable[..., RunningStation], run: Path
) -> None:
    station = make_station(camera=FolderCameraSettings(path=run))
    station.inspect()
    conditions: list[Condition | None] = []
    parts: list[Inspection] = []
    for _ in range(GOOD + LIT + GOOD):
        parts.append(station.judge())
        conditions.append(scene_changed(station))

    began = next(index for index, condition in enumerate(conditions) if condition)
    ended = next(index for index in range(began, len(conditions)) if conditions[index] is None)
    # As many parts under the other light as make up half of the window.
    assert GOOD + WINDOW_PARTS // 2 - 1 <= began <= GOOD + WINDOW_PARTS // 2
    assert GOOD + LIT + WINDOW_PARTS // 2 - 1 <= ended <= GOOD + LIT + WINDOW_PARTS // 2 + 1
    assert not any(conditions[ended:])
    condition = conditions[began]
    assert condition
    assert condition.severity == "warning"
    assert condition.message.startswith(
        "The light comes more from the left than in the training pictures: brightness left +2"
    )
    assert {present.since for present in conditions[began:ended] if present} == {condition.since}

    assert [bool(part.scene and part.scene.changed) for part in parts] == [
        condition is not None for condition in conditions
    ]
    for part in parts[GOOD : GOOD + LIT]:
        assert part.scene
        assert part.scene.light
        assert part.scene.light.limits > 1
        assert part.scene.light.says.startswith("left +")
        assert part.scene.focus
        assert part.scene.focus.limits < 1
    last = station.ledger.get(parts[-1].inspection_id)
    assert last
    assert last.scene == parts[-1].scene
    status = station.client.ask(GetStatus())
    assert status.scene_watched
    assert status.scene
    assert status.scene.parts == WINDOW_PARTS


def test_the_scene_has_no_say_in_the_verdict(
    make_station: Callable[..., RunningStation], run: Path, trained_models: Path
) -> None:
    station = make_station(camera=FolderCameraSettings(path=run))
    station.inspect()
    alone = AnomalyModel.load(trained_models / "discs" / "1")
    for path in sorted(run.iterdir())[: GOOD + LIT]:
        judgement = alone.judge(read_image(path))
        part = station.judge()
        assert part.score == pytest.approx(judgement.score, rel=1e-4)
        assert (part.outcome == "NG") == (judgement.score > alone.threshold)


def test_bad_parts_are_no_change_of_the_scene(
    make_station: Callable[..., RunningStation], tmp_path: Path
) -> None:
    folder = write_pictures(tmp_path / "defects", WINDOW_PARTS + 5, defect_every=1)
    station = make_station(camera=FolderCameraSettings(path=folder))
    station.inspect()
    for _ in range(WINDOW_PARTS + 5):
        assert station.judge().outcome == "NG"
    assert scene_changed(station) is None


def test_another_model_begins_anew(
    make_station: Callable[..., RunningStation], run: Path, tmp_path: Path
) -> None:
    station = make_station(camera=FolderCameraSettings(path=run))
    station.inspect()
    for _ in range(GOOD + LIT):
        station.judge()
    assert scene_changed(station)
    without_scene(tmp_path / "data" / "models")
    station.inspect(model={"name": "discs", "version": 2})
    assert station.judge().scene is None
    assert scene_changed(station) is None
    status = station.client.ask(GetStatus())
    assert not status.scene_watched
    assert status.scene is None
    assert status.scene_note == "This model has learnt no scene. Train again to watch the scene."


def test_the_live_picture_is_held_against_the_scene(station: RunningStation) -> None:
    station.inspect()
    station.client.ask(SetMode(mode=Mode.LIVE, author=AUTHOR))
    events = EventSubscriber(station.settings.run_dir)
    preview = PreviewSubscriber(station.settings.run_dir)

    def measured() -> bool:
        event = events.receive(1000)
        return isinstance(event, MetersEvent) and event.scene is not None

    assert eventually(measured)
    preview.close()
    events.close()


def test_too_few_parts_say_nothing(
    make_station: Callable[..., RunningStation], tmp_path: Path
) -> None:
    folder = write_pictures(tmp_path / "dark", LEAST_PARTS)
    for path in folder.iterdir():
        cv2.imwrite(str(path), lit_from_the_left(read_image(path)))
    station = make_station(camera=FolderCameraSettings(path=folder))
    station.inspect()
    for _ in range(LEAST_PARTS - 1):
        station.judge()
    assert scene_changed(station) is None
    assert station.judge().scene
    assert scene_changed(station)


def without_scene(models: Path) -> None:
    """A version 2 like one from before scenes were learnt."""
    bundle = load_bundle(models / "discs" / "1", AnomalyManifest)
    document = bundle.manifest.model_dump(include=set(AnomalyDescription.model_fields))
    description = AnomalyDescription.model_validate({**document, "scene": None})
    write_bundle(models, "discs", description, bundle.model_path.read_bytes())
