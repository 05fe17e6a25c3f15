"""A new version on trial beside the active one, promoted, rolled back, held to its regression set.

Version 2 of the model learnt that scratches are normal: it disagrees on purpose.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.running_station import AUTHOR, RunningStation
from support.station import StationProcesses, eventually, over_all_parts

from okng.device.cameras.acquisition_settings import Acquisition
from okng.device.commands.model import model as model_command
from okng.device.ipc.client import DeviceRefusedError, DeviceUnavailableError
from okng.device.ipc.commands import (
    ActivateRecipe,
    ApplyRecipe,
    GetStatus,
    PromoteModel,
    RollBackModel,
    SetMode,
    StartTrial,
    StopTrial,
)
from okng.device.jobs.regression_check import CheckParameters, check
from okng.device.pipeline import shadow
from okng.device.recipes.recipe import Recipe
from okng.device.store.database import connect
from okng.device.store.promotions import ChangeKind, PromotionStore
from okng.device.store.regression import RegressionStore, StandingState
from okng.device.store.retention import Retention
from okng.device.store.storage_settings import StorageSettings
from okng.device.store.trials import TrialStore, TrialSummary
from okng.device.triggers.timer import TimerTriggerSettings
from okng.device.types import Mode, ModelReference, Outcome, Verdict

ACTIVE = ModelReference(name="discs", version=1)
LENIENT = ModelReference(name="discs", version=2)


@pytest.fixture
def install_model(two_versions: Path) -> Callable[[Path], None]:
    def install(data_dir: Path) -> None:
        shutil.copytree(two_versions, data_dir / "models", dirs_exist_ok=True)

    return install


@pytest.fixture
def trials(station: RunningStation) -> TrialStore:
    return TrialStore(station.settings.data_dir)


@pytest.fixture
def promotions(station: RunningStation) -> PromotionStore:
    return PromotionStore(station.settings.data_dir)


@pytest.fixture
def regression(station: RunningStation) -> RegressionStore:
    return RegressionStore(station.settings.data_dir)


def summary(trials: TrialStore) -> TrialSummary:
    trial = trials.newest()
    assert trial
    return trials.summary(trial.trial_id)


def run_check(station: RunningStation, model: ModelReference) -> object:
    parameters = CheckParameters(model=model)
    return check(parameters, station.settings.data_dir, 1, lambda share, message: None)["state"]


# --- trials -------------------------------------------------------------------------------


def test_a_trial_counts_where_the_two_disagree_and_changes_no_verdict(
    station: RunningStation, trials: TrialStore
) -> None:
    station.inspect()
    status = station.client.ask(StartTrial(model=LENIENT, author="anna"))
    assert status.trial
    assert status.trial.version == 2
    for count in range(1, 7):
        outcome = station.judge().outcome
        assert outcome is (Outcome.NG if count % 3 == 0 else Outcome.OK)
        eventually(lambda count=count: summary(trials).compared == count)  # type: ignore[misc]
    figures = summary(trials)
    assert (figures.skipped, figures.ng_ok + figures.ng_ng) == (0, 2)
    assert figures.disagree == figures.ok_ng + figures.ng_ok > 0
    assert figures.mean_extra_ms is not None
    assert figures.p95_extra_ms is not None
    trial = trials.running()
    assert trial
    assert (trial.started_by, trial.beside.version) == ("anna", 1)
    parts = trials.disagreements(trial.trial_id)
    assert len(parts) == figures.disagree
    for part in parts:
        assert part.verdict.value != part.inspection.outcome.value
        assert part.has_heat_map
    scores = trials.anomaly_map(trial.trial_id, parts[0].inspection.seq)
    assert scores is not None
    assert scores.max() > 0

    station.client.ask(StopTrial(author="ben"))
    station.judge()
    ended = trials.newest()
    assert ended
    assert (ended.stopped_by, station.client.ask(GetStatus()).trial) == ("ben", None)
    assert summary(trials).compared + summary(trials).skipped == 6


def test_a_busy_shadow_lets_parts_go(
    station: RunningStation, trials: TrialStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    station.inspect()
    station.client.ask(StartTrial(model=LENIENT, author=AUTHOR))
    running = station.daemon._shadow._running
    assert running
    judge, go_on = running.model.judge, threading.Event()
    monkeypatch.setattr(running.model, "judge", lambda image: (go_on.wait(30), judge(image))[1])
    parts = shadow.MAX_QUEUED + 4
    assert all(station.judge().outcome in (Outcome.OK, Outcome.NG) for _ in range(parts))
    go_on.set()
    # The one that it was at, and those that found room.
    eventually(lambda: summary(trials).compared == shadow.MAX_QUEUED + 1)
    assert summary(trials).skipped == 3


def test_a_failing_shadow_is_its_own_trouble(
    station: RunningStation, trials: TrialStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    station.inspect()
    station.client.ask(StartTrial(model=LENIENT, author=AUTHOR))
    running = station.daemon._shadow._running
    assert running

    def fail(image: object) -> None:
        raise RuntimeError("no memory")

    with monkeypatch.context() as broken:
        broken.setattr(running.model, "judge", fail)
        assert station.judge().outcome is Outcome.OK

        def said() -> str:
            return " ".join(
                condition.message
                for condition in station.client.ask(GetStatus()).conditions
                if condition.code == "trial_failed"
            )

        assert "no memory; the line's verdicts are not affected" in eventually(said)
        assert summary(trials).skipped == 1
    assert station.judge().outcome is Outcome.OK
    eventually(lambda: not said())
    assert summary(trials).compared == 1


def test_trials_that_make_no_sense_are_refused(station: RunningStation) -> None:
    with pytest.raises(DeviceRefusedError, match="no usable model"):
        station.client.ask(StartTrial(model=LENIENT, author=AUTHOR))
    station.inspect()
    with pytest.raises(DeviceRefusedError, match="version 1 is the one that runs"):
        station.client.ask(StartTrial(model=ACTIVE, author=AUTHOR))
    with pytest.raises(DeviceRefusedError, match="version 9 is not on this station"):
        station.client.ask(StartTrial(model=ModelReference(name="discs", version=9), author=AUTHOR))
    station.client.ask(StartTrial(model=LENIENT, author=AUTHOR))
    with pytest.raises(DeviceRefusedError, match="discs version 2 is on trial already"):
        station.client.ask(StartTrial(model=LENIENT, author=AUTHOR))


def test_maps_of_a_trial_go_with_the_pictures(station: RunningStation, trials: TrialStore) -> None:
    station.inspect()
    station.client.ask(StartTrial(model=LENIENT, author=AUTHOR))
    for _ in range(3):
        station.judge()
    eventually(lambda: summary(trials).compared == 3)
    retention = Retention(station.settings.data_dir, StorageSettings())
    retention.remove_oldest((Outcome.OK, Outcome.NG))
    trial = trials.running()
    assert trial
    parts = trials.disagreements(trial.trial_id)
    assert parts
    assert not any(part.has_heat_map or part.inspection.picture_path for part in parts)


# --- promotion and the way back -----------------------------------------------------------


def test_promoting_while_triggers_run_loses_and_doubles_no_part(
    station: RunningStation, promotions: PromotionStore
) -> None:
    station.inspect(trigger=TimerTriggerSettings(period_ms=30))
    station.client.ask(StartTrial(model=LENIENT, author=AUTHOR))
    eventually(lambda: station.ledger.totals().parts >= 5)
    for _ in range(3):
        station.client.ask(PromoteModel(model=LENIENT, why="fewer false rejects", author="anna"))
        parts = station.ledger.totals().parts
        eventually(lambda parts=parts: station.ledger.totals().parts >= parts + 5)  # type: ignore[misc]
        station.client.ask(RollBackModel(why="scratches slip through", author="ben"))
        parts = station.ledger.totals().parts
        eventually(lambda parts=parts: station.ledger.totals().parts >= parts + 5)  # type: ignore[misc]
    station.client.ask(SetMode(mode=Mode.LIVE, author=AUTHOR))
    eventually(lambda: station.client.ask(GetStatus()).queues.recorder == 0)
    rows = list(station.ledger.iterate())
    assert sorted(row.trigger_id for row in rows) == list(range(1, len(rows) + 1))
    used = {(row.recipe.version, row.model.version) for row in rows if row.recipe and row.model}
    assert {model for _, model in used} == {1, 2}
    assert len(used) == len({recipe for recipe, _ in used}), "one model for each recipe version"

    *_, promoted, first = promotions.page()
    assert (first.kind, first.before) == (ChangeKind.RECIPE, None)
    assert (promoted.kind, promoted.author, promoted.why) == (
        ChangeKind.PROMOTION,
        "anna",
        "fewer false rejects",
    )
    assert promoted.before
    assert promoted.after
    assert (promoted.before.model.version, promoted.after.model.version) == (1, 2)
    assert promoted.regression
    assert promoted.regression.state is StandingState.EMPTY
    assert promoted.trial, "the trial's figures stand in the record"
    assert promoted.trial.trial.trial_id == 1
    assert TrialStore(station.settings.data_dir).running() is None, "promotion ends the trial"
    assert promotions.page()[0].kind is ChangeKind.ROLLBACK


def test_every_change_of_the_model_is_recorded_and_no_other(
    station: RunningStation, promotions: PromotionStore
) -> None:
    station.inspect()
    recipe = Recipe(name="discs", model=ACTIVE)
    changed = recipe.model_copy(update={"acquisition": Acquisition(exposure_us=3000)})
    station.client.ask(ApplyRecipe(recipe=changed, author=AUTHOR))
    assert len(promotions.page()) == 1
    station.client.ask(
        ApplyRecipe(recipe=changed.model_copy(update={"threshold": 1.5}), author="anna")
    )
    station.client.ask(
        ApplyRecipe(recipe=changed.model_copy(update={"model": LENIENT}), author="ben")
    )
    station.client.ask(ActivateRecipe(name="discs", version=1, author="carl"))
    assert [(promotion.kind, promotion.author) for promotion in promotions.page()] == [
        (ChangeKind.RECIPE, name) for name in ("carl", "ben", "anna", AUTHOR)
    ]
    before, after = promotions.page()[2].before, promotions.page()[2].after
    assert before
    assert after
    assert before.model == after.model
    assert (before.threshold != after.threshold, after.threshold) == (True, 1.5)


def test_rolling_back_twice_goes_two_versions_back(
    station: RunningStation, promotions: PromotionStore
) -> None:
    station.inspect(threshold=1.25, review_distance=0.5)
    with pytest.raises(DeviceRefusedError, match="no model version before"):
        station.client.ask(RollBackModel(why="", author=AUTHOR))
    promoted = station.client.ask(PromoteModel(model=LENIENT, why="", author=AUTHOR)).recipe.recipe
    assert promoted.review_distance is None, "the width belonged to the other model's scores"
    with pytest.raises(DeviceRefusedError, match="version 2 is running already"):
        station.client.ask(PromoteModel(model=LENIENT, why="", author=AUTHOR))
    station.client.ask(PromoteModel(model=ACTIVE, threshold=2.5, why="", author=AUTHOR))
    back = station.client.ask(RollBackModel(why="", author=AUTHOR)).recipe.recipe
    assert back.model == LENIENT
    back = station.client.ask(RollBackModel(why="", author=AUTHOR)).recipe.recipe
    assert (back.model, back.threshold) == (ACTIVE, 1.25)
    with pytest.raises(DeviceRefusedError, match="no model version before"):
        station.client.ask(RollBackModel(why="", author=AUTHOR))


def test_a_threshold_that_no_part_can_be_over_is_refused_everywhere(
    station: RunningStation,
) -> None:
    """In a recipe, at a promotion, in a trial: the part would be OK whatever it shows."""
    station.inspect()
    before = station.client.ask(GetStatus()).recipe
    high = Recipe(name="discs", model=ACTIVE, threshold=1e9)
    for ask in (
        lambda: station.client.ask(ApplyRecipe(recipe=high, author=AUTHOR)),
        lambda: station.client.ask(
            PromoteModel(model=LENIENT, threshold=1e9, why="", author=AUTHOR)
        ),
        lambda: station.client.ask(StartTrial(model=LENIENT, threshold=1e9, author=AUTHOR)),
    ):
        with pytest.raises(DeviceRefusedError, match=r"threshold 1e\+09, .* would be OK: .* is \d"):
            ask()
    assert station.client.ask(GetStatus()).recipe == before
    assert station.client.ask(GetStatus()).trial is None


# --- the regression set -------------------------------------------------------------------


def test_a_version_has_to_pass_its_regression_set(
    station: RunningStation, regression: RegressionStore, pictures: Path
) -> None:
    station.inspect()
    good, scratched = pictures / "00000.png", pictures / "00002.png"
    regression.add(good, "discs", Verdict.OK, "upload", AUTHOR)
    slipped = regression.add(scratched, "discs", Verdict.NG, "upload", AUTHOR)
    with pytest.raises(DeviceRefusedError, match=r"checked on 0 of 2 .*okng model check discs:2"):
        station.client.ask(PromoteModel(model=LENIENT, why="", author=AUTHOR))

    assert run_check(station, LENIENT) == "failed"
    with pytest.raises(DeviceRefusedError, match=r"gets \d of 2 pictures .* wrong"):
        station.client.ask(PromoteModel(model=LENIENT, why="", author=AUTHOR))
    with pytest.raises(DeviceRefusedError, match="wrong"):
        station.client.ask(ApplyRecipe(recipe=Recipe(name="discs", model=LENIENT), author=AUTHOR))
    other_recipe = Recipe(name="another", model=LENIENT)
    with pytest.raises(DeviceRefusedError, match="wrong"):
        station.client.ask(ApplyRecipe(recipe=other_recipe, author=AUTHOR))
    assert station.client.ask(GetStatus()).model.version == 1  # type: ignore[union-attr]

    # What decides is the threshold, and it needs no new check.
    assert run_check(station, ACTIVE) == "passed"
    over_all = over_all_parts(station.settings.data_dir / "models")
    with pytest.raises(DeviceRefusedError, match="gets 1 of 2"):
        station.client.ask(
            ApplyRecipe(
                recipe=Recipe(name="discs", model=ACTIVE, threshold=over_all), author=AUTHOR
            )
        )
    # Exposure and the like are not asked for it.
    changed = Recipe(name="discs", model=ACTIVE, acquisition=Acquisition(exposure_us=3000))
    station.client.ask(ApplyRecipe(recipe=changed, author=AUTHOR))

    for picture in regression.pictures("discs"):
        regression.remove(picture.picture_id, "wrong verdict", AUTHOR)
    station.client.ask(PromoteModel(model=LENIENT, why="", author=AUTHOR))
    regression.add(scratched, "discs", Verdict.NG, "upload", AUTHOR)
    assert regression.get(slipped.picture_id).removed_why == "wrong verdict"
    assert station.client.ask(RollBackModel(why="", author=AUTHOR)).recipe.recipe.model == ACTIVE


def test_a_product_that_ran_before_is_not_asked_again(
    station: RunningStation, regression: RegressionStore, pictures: Path
) -> None:
    station.inspect()
    station.client.ask(ApplyRecipe(recipe=Recipe(name="other", model=LENIENT), author=AUTHOR))
    regression.add(pictures / "00002.png", "discs", Verdict.NG, "upload", AUTHOR)
    station.client.ask(ActivateRecipe(name="discs", author=AUTHOR))
    station.client.ask(ActivateRecipe(name="other", author=AUTHOR))
    assert station.client.ask(GetStatus()).model.version == 2  # type: ignore[union-attr]


def test_a_changed_picture_of_the_set_fails_the_check(
    station: RunningStation, regression: RegressionStore, pictures: Path
) -> None:
    added = regression.add(pictures / "00000.png", "discs", Verdict.OK, "upload", AUTHOR)
    path = station.settings.data_dir / added.path
    shutil.copy(pictures / "00001.png", path)
    assert run_check(station, ACTIVE) == "failed"
    with connect(station.settings.data_dir) as connection:
        (problem,) = connection.execute("SELECT problem FROM regression_scores").fetchone()
    assert "was changed" in problem


# --- whatever happens ---------------------------------------------------------------------


@pytest.mark.slow
def test_a_killed_station_goes_on_with_its_trial_and_runs_what_is_recorded(
    tmp_path: Path, pictures: Path, install_model: Callable[[Path], None]
) -> None:
    camera = {"type": "pylon", "emulate": True, "image_folder": str(pictures)}
    station = StationProcesses(tmp_path / "killed", camera)
    install_model(station.data_dir)
    station.start_device()
    station.inspect(trigger=TimerTriggerSettings(period_ms=200))
    station.client.ask(StartTrial(model=LENIENT, threshold=0.5, author=AUTHOR))
    station.kill("device")
    station.start_device()
    trials = TrialStore(station.data_dir)
    trial = trials.running()
    assert trial
    assert (station.client.ask(GetStatus()).trial, trial.threshold) == (trial.model, 0.5)
    eventually(lambda: summary(trials).compared >= 1)

    promoting = threading.Thread(target=promote, args=(station,), daemon=True)
    promoting.start()
    station.kill("device")
    station.start_device()
    promoting.join(timeout=30)
    promotions = PromotionStore(station.data_dir)
    newest = promotions.page(limit=1)[0]
    status = station.client.ask(GetStatus())
    assert newest.after
    assert status.recipe
    assert (status.model, status.recipe.version) == (newest.after.model, newest.recipe_version)
    station.stop()
    rows = list(station.ledger.iterate())
    assert sorted(row.trigger_id for row in rows) == list(range(1, len(rows) + 1))
    recorded = {change.recipe_version for change in promotions.page()}
    assert {row.recipe.version for row in rows if row.recipe} <= recorded


def promote(station: StationProcesses) -> None:
    with suppress(DeviceUnavailableError, DeviceRefusedError):
        station.client.ask(PromoteModel(model=LENIENT, why="", author=AUTHOR))


def test_the_command_line_checks_promotes_and_goes_back(
    station: RunningStation, regression: RegressionStore, pictures: Path, tmp_path: Path
) -> None:
    station.inspect()
    config = tmp_path / "okng.toml"
    config.write_text(
        f'data_dir = "{station.settings.data_dir}"\nrun_dir = "{station.settings.run_dir}"\n'
    )

    def okng(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(model_command, [*arguments, "--config", str(config)])
        return result.exit_code, result.output

    status, output = okng("list")
    assert (status, "discs:1" in output, "chosen last" in output) == (0, True, True)
    added = regression.add(pictures / "00002.png", "discs", Verdict.NG, "upload", AUTHOR)
    regression.add(pictures / "00000.png", "discs", Verdict.OK, "upload", AUTHOR)
    status, output = okng("promote", "discs:2", "--why", "new lens")
    assert (status, "of its regression set wrong" in output) == (1, True), output
    for picture in regression.pictures("discs"):
        regression.remove(picture.picture_id, "x", AUTHOR)
    status, output = okng("promote", "discs:2", "--why", "new lens")
    assert (status, "discs:2 runs in discs" in output) == (0, True), output
    status, output = okng("rollback", "--why", "no")
    assert (status, "discs:1 runs in discs" in output) == (0, True), output
    assert added.verdict is Verdict.NG
