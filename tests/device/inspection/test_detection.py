"""A recipe with a detector: rules for classes, and the part that is found and cut out first."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import jsonschema
import numpy as np
import pytest
from numpy.typing import NDArray
from support.coffee import PLACES, Cups, cat, install_coco, write_in_order
from support.command import okng
from support.pictures import labelled
from support.running_station import AUTHOR, RunningStation
from support.station import eventually, over_all_parts

from okng.device.cameras.folder.settings import FolderCameraSettings
from okng.device.datasets.store import DatasetStore
from okng.device.ipc.client import DeviceRefusedError
from okng.device.ipc.commands import ApplyRecipe, GetStatus, SetMode, SimulateLineEdge, StartTrial
from okng.device.outputs.camera_output import CameraOutputSettings
from okng.device.recipes.detection_rules import DetectionRule, DetectionSettings, PartSettings
from okng.device.recipes.recipe import Recipe
from okng.device.store.outbox import Outbox
from okng.device.store.recipes import RecipeStore
from okng.device.store.state import StationState
from okng.device.store.trials import TrialStore
from okng.device.triggers.line import LineTriggerSettings
from okng.device.types import DatasetPicture, Label, Mode, ModelReference, Outcome, Verdict
from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.request import TrainingRequest

COCO = ModelReference(name="coco", version=1)
CUP_ONCE = DetectionRule(name="cup", at_least=1, at_most=1)
SCHEMA = Path(__file__).parents[3] / "docs/mqtt-result.schema.json"

MakeCoffeeStation = Callable[..., RunningStation]


@pytest.fixture
def cups() -> Cups:
    return Cups(np.random.default_rng(1))


@pytest.fixture
def coffee_station(
    make_station: Callable[..., RunningStation], tmp_path: Path
) -> MakeCoffeeStation:
    """Starts a station with a detector whose camera plays these pictures."""

    def make(*pictures: NDArray[np.uint8], **settings: Any) -> RunningStation:
        folder = write_in_order(tmp_path / "before-the-camera", pictures)
        if not (tmp_path / "data/models/coco").exists():
            install_coco(tmp_path / "data/models")
        return make_station(camera=FolderCameraSettings(path=folder), **settings)

    return make


def recipe(*rules: DetectionRule, part: PartSettings | None = None, **more: Any) -> Recipe:
    detection = DetectionSettings(model=COCO, rules=rules, part=part)
    return Recipe(name="cups", detection=detection, **more)


def inspect(station: RunningStation, recipe_to_run: Recipe) -> None:
    station.client.ask(ApplyRecipe(recipe=recipe_to_run, anyway=True, author=AUTHOR))
    station.client.ask(SetMode(mode=Mode.INSPECT, author=AUTHOR))


def test_a_detector_alone_judges_by_its_rules(
    coffee_station: MakeCoffeeStation, cups: Cups
) -> None:
    one_cup, two_cups = cups.picture([PLACES[2]]), cups.picture([PLACES[1], PLACES[4]])
    sink = {"type": "mqtt", "host": "127.0.0.1", "port": 9, "name": "broker"}
    station = coffee_station(one_cup, two_cups, cat(), sinks=[sink])
    inspect(station, recipe(CUP_ONCE, DetectionRule(name="cat", at_most=0)))
    judged = [station.judge() for _ in range(3)]
    assert [(part.outcome, part.reason) for part in judged] == [
        (Outcome.OK, None),
        (Outcome.NG, "cup: 2 found, at most 1 allowed"),
        (Outcome.NG, "cup: 0 found, at least 1 needed; cat: 1 found, at most 0 allowed"),
    ]
    good, doubled, strange = judged
    assert [part.failed_rules for part in judged] == [(), ("cup",), ("cup", "cat")]
    (cup,) = good.detections
    assert (cup.name, cup.counted_as) == ("cup", Verdict.OK)
    assert cup.score > 0.5
    assert 250 < cup.box.left < 300 < cup.box.right < 450
    assert {detection.counted_as for detection in doubled.detections} == {Verdict.NG}
    assert strange.detections[0].name == "cat"
    for part in judged:
        assert part.detector
        assert (part.detector.name, part.model, part.score) == ("coco", None, None)
        assert part.latency.preprocess_ms
        assert part.latency.inference_ms
        assert part.latency.decide_ms is not None
        assert part.latency.decide_ms >= 0
        stored = station.ledger.get(part.inspection_id)
        assert stored
        assert stored.detections == part.detections
        assert station.ledger.anomaly_map(part.inspection_id) is None

    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text()))
    waiting = Outbox(station.settings.data_dir, "broker").after(0, 10)
    payloads = [json.loads(row.payload) for row in waiting]
    assert [len(payload["detections"]) for payload in payloads] == [1, 2, len(strange.detections)]
    for payload in payloads:
        validator.validate(payload)
    status = station.client.ask(GetStatus())
    assert status.detector == good.detector


@pytest.mark.slow
def test_the_anomaly_model_learns_and_judges_the_cut_out_part(
    coffee_station: MakeCoffeeStation, cups: Cups, tmp_path: Path
) -> None:
    goods = [cups.picture([place]) for place in (PLACES * 4)[:20]]
    spotted = cups.picture([PLACES[3]], spot=True)
    twice = cups.picture([PLACES[1], PLACES[4]])
    station = coffee_station(*goods, cat(), twice, spotted)
    part = PartSettings(name="cup", margin=0.15)
    crops = collect_crops(station, recipe(part=part, trigger=LineTriggerSettings()), len(goods))
    assert all(0.98 < crop.width / crop.height < 1.02 for crop in crops)
    assert max(crop.width for crop in crops) < 300, "not the whole picture"
    models = station.settings.data_dir / "models"
    paths = [station.settings.data_dir / crop.path for crop in crops]
    train(TrainingRequest(name="cups", root=models, pictures=labelled(paths), author=AUTHOR))

    cups_1 = ModelReference(name="cups", version=1)
    output = CameraOutputSettings(user_output="UserOutput1", active_on="NG")
    both = recipe(CUP_ONCE, part=part, model=cups_1, outputs=(output,))
    inspect(station, both)
    judged = [station.judge() for _ in goods]
    assert [row.outcome for row in judged] == [Outcome.OK] * len(goods)
    reasons = ("the part was not found: no cup", "one part is needed, 2 found: cup")
    for reason in reasons:
        failed = station.judge()
        assert (failed.outcome, failed.reason) == (Outcome.ERROR, reason)
        assert (failed.score, failed.crop, failed.scene) == (None, None, None)
        assert station.daemon._station._camera.user_output("UserOutput1"), "the safe output"
    bad = station.judge()
    assert (bad.outcome, bad.reason) == (Outcome.NG, None), "the detector's rules hold"
    assert bad.crop
    assert bad.score
    assert bad.threshold
    assert bad.score > bad.threshold
    assert bad.scene
    (cup,) = bad.detections
    assert bad.crop.left < cup.box.left < cup.box.right < bad.crop.right

    # On trial it judges the same crop, so the same model has the same score.
    station.client.ask(StartTrial(model=cups_1, threshold=0.0, author=AUTHOR))
    good = station.judge()
    trials = TrialStore(station.settings.data_dir)
    trial = trials.running()
    assert trial
    disagreeing = eventually(lambda: trials.disagreements(trial.trial_id))
    assert disagreeing[0].score == pytest.approx(good.score, abs=1e-6)

    file = tmp_path / "spotted.png"
    cv2.imwrite(str(file), spotted)
    data_dir = {"OKNG_DATA_DIR": str(station.settings.data_dir)}
    said = okng("inspect", "--recipe", "cups", "--json", file, **data_dir)
    row = json.loads(said.stdout)
    assert (said.returncode, row["outcome"], row["crop"]) == (1, "NG", bad.crop.model_dump())
    assert row["score"] == pytest.approx(bad.score, abs=1e-3)


def collect_crops(
    station: RunningStation, recipe_to_run: Recipe, count: int
) -> list[DatasetPicture]:
    """Collects so many by the camera's line, then meets pictures without and with several parts."""
    datasets = DatasetStore(station.settings.data_dir)
    station.client.ask(ApplyRecipe(recipe=recipe_to_run, author=AUTHOR))
    station.client.ask(
        SetMode(mode=Mode.COLLECT, author=AUTHOR, dataset="cups", label=Label.NORMAL)
    )
    for number in range(1, count + 1):
        station.client.ask(SimulateLineEdge())
        eventually(lambda number=number: datasets.summary("cups").normal == number)  # type: ignore[misc]
    for problem in ("the part was not found: no cup", "one part is needed, 2 found: cup"):
        station.client.ask(SimulateLineEdge())
        message = f"the last picture was not stored: {problem}"
        eventually(lambda message=message: message in conditions(station))  # type: ignore[misc]
    station.client.ask(SetMode(mode=Mode.LIVE, author=AUTHOR))
    assert conditions(station) == []
    pictures = datasets.pictures("cups")
    assert len(pictures) == count
    return pictures


def conditions(station: RunningStation) -> list[str]:
    return [condition.message for condition in station.client.ask(GetStatus()).conditions]


def test_who_presses_is_told_that_there_is_no_part(
    coffee_station: MakeCoffeeStation,
) -> None:
    station = coffee_station(cat())
    station.client.ask(ApplyRecipe(recipe=recipe(part=PartSettings(name="cup")), author=AUTHOR))
    station.client.ask(
        SetMode(mode=Mode.COLLECT, author=AUTHOR, dataset="cups", label=Label.NORMAL)
    )
    with pytest.raises(
        DeviceRefusedError, match="nothing was stored: the part was not found: no cup"
    ):
        station.trigger()
    assert DatasetStore(station.settings.data_dir).pictures("cups") == []
    with pytest.raises(DeviceRefusedError, match="no rule that a detection could break"):
        station.client.ask(SetMode(mode=Mode.INSPECT, author=AUTHOR))


def test_what_the_detector_does_not_know_is_refused(coffee_station: MakeCoffeeStation) -> None:
    station = coffee_station(cat())
    before = station.client.ask(GetStatus()).recipe
    for recipe_to_run, message in (
        (recipe(DetectionRule(name="scratch")), "'scratch', which the detector coco version 1"),
        (recipe(part=PartSettings(name="Cup")), "the part is of the class 'Cup'.*: person, .*cup"),
        (detecting("coco", 2), "detector 'coco' version 2 is not on this .*there are: coco ver"),
        (detecting("discs", 1), r"detector 'discs' can't be used: .*needed here: detector"),
    ):
        with pytest.raises(DeviceRefusedError, match=message):
            station.client.ask(ApplyRecipe(recipe=recipe_to_run, author=AUTHOR))
    assert station.client.ask(GetStatus()).recipe == before


def detecting(name: str, version: int) -> Recipe:
    reference = ModelReference(name=name, version=version)
    return Recipe(name="cups", detection=DetectionSettings(model=reference, rules=(CUP_ONCE,)))


def test_a_detector_that_fails_never_says_ok(coffee_station: MakeCoffeeStation, cups: Cups) -> None:
    station = coffee_station(cups.picture([PLACES[2]]))
    discs = ModelReference(name="discs", version=1)
    over_all = over_all_parts(station.settings.data_dir / "models")
    inspect(station, recipe(DetectionRule(name="cat", at_most=0), model=discs, threshold=over_all))
    assert station.judge().outcome is Outcome.OK
    detector = station.daemon._operations.current.recipe.detector
    assert detector
    del detector.model._engine
    failed = station.judge()
    assert (failed.outcome, failed.score, failed.detections) == (Outcome.ERROR, None, ())
    assert failed.reason
    assert failed.reason.startswith("the detector failed: ")


def test_a_station_whose_detector_is_gone_does_not_inspect(
    make_station: Callable[..., RunningStation], tmp_path: Path
) -> None:
    recipe_to_run = recipe(CUP_ONCE, part=PartSettings(name="cup"))
    version = RecipeStore(tmp_path / "data").save(recipe_to_run, AUTHOR)
    state = StationState(tmp_path / "data")
    for name, value in (("recipe_name", "cups"), ("recipe_version", "1"), ("mode", "inspect")):
        state.set(name, value)
    station = make_station()
    status = station.client.ask(GetStatus())
    assert (status.mode, status.recipe, status.detector) == (Mode.LIVE, version, None)
    (condition,) = status.conditions
    assert condition.code == "model_missing"
    assert "detector 'coco' version 1 is not on this station" in condition.message
    station.client.ask(
        SetMode(mode=Mode.COLLECT, author=AUTHOR, dataset="cups", label=Label.NORMAL)
    )
    with pytest.raises(DeviceRefusedError, match="the recipe's detector is not loaded"):
        station.trigger()
