"""What judged when, and the pictures that it is held to, as the store keeps them."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import cv2
import numpy as np
import pytest

from okng.device.integrity.data_directory_check import check_data_directory
from okng.device.recipes.recipe import Recipe, RecipeVersion
from okng.device.store.promotions import Change, ChangeKind, Judging, PromotionStore
from okng.device.store.regression import RegressionError, RegressionStore, StandingState
from okng.device.store.state import StationState
from okng.device.store.trials import TrialStore
from okng.device.types import ModelIdentity, ModelReference, Verdict

RECIPE = "cover"


def judging(version: int, threshold: float = 1.0) -> Judging:
    model = ModelIdentity(name="discs", version=version, sha256=f"{version:064x}")
    return Judging(model=model, threshold=threshold)


def switch(store: PromotionStore, before: Judging | None, after: Judging, kind: ChangeKind) -> None:
    model = ModelReference(name=after.model.name, version=after.model.version)
    version = RecipeVersion(
        version=after.model.version,
        recipe=Recipe(name=RECIPE, model=model),
        author="anna",
        created_at=datetime.now(UTC),
    )
    change = Change(
        kind=kind, before=before, after=after, author="anna", why="", regression=None, trial=None
    )
    store.switch_to(version, change, "anna")


def picture(folder: Path, grey: int) -> Path:
    path = folder / f"{grey}.png"
    cv2.imwrite(str(path), np.full((8, 8), grey, np.uint8))
    return path


def test_the_way_back_leads_past_what_was_taken_back(tmp_path: Path) -> None:
    store = PromotionStore(tmp_path)
    assert store.version_before(RECIPE) is None
    switch(store, None, judging(1), ChangeKind.RECIPE)
    assert store.version_before(RECIPE) is None
    switch(store, judging(1), judging(2), ChangeKind.PROMOTION)
    switch(store, judging(2), judging(2, threshold=2.0), ChangeKind.RECIPE)
    switch(store, judging(2, threshold=2.0), judging(3), ChangeKind.PROMOTION)
    assert store.version_before(RECIPE) == judging(2, threshold=2.0)
    switch(store, judging(3), judging(2, threshold=2.0), ChangeKind.ROLLBACK)
    assert store.version_before(RECIPE) == judging(1)
    switch(store, judging(2, threshold=2.0), judging(1), ChangeKind.ROLLBACK)
    assert store.version_before(RECIPE) is None
    switch(store, judging(1), judging(3), ChangeKind.PROMOTION)
    assert store.version_before(RECIPE) == judging(1)
    assert store.version_before("another") is None
    assert len(store.page(limit=100)) == 7


def test_a_trial_ends_with_the_version_beside_it(tmp_path: Path) -> None:
    store, trials = PromotionStore(tmp_path), TrialStore(tmp_path)
    switch(store, None, judging(1), ChangeKind.RECIPE)
    trials.start(judging(2).model, 1.0, judging(1).model, "anna")
    with pytest.raises(sqlite3.IntegrityError):
        trials.start(judging(3).model, 1.0, judging(1).model, "anna")
    switch(store, judging(1), judging(1, threshold=2.0), ChangeKind.RECIPE)
    assert trials.running()
    switch(store, judging(1, threshold=2.0), judging(2), ChangeKind.PROMOTION)
    assert trials.running() is None
    assert StationState(tmp_path).get("recipe_version") == "2"


def test_another_threshold_needs_no_new_check_and_another_picture_only_its_own(
    tmp_path: Path,
) -> None:
    store, model = RegressionStore(tmp_path), judging(1).model
    assert store.standing(model, 1.0).state is StandingState.EMPTY
    good = store.add(picture(tmp_path, 10), "discs", Verdict.OK, "upload", "anna")
    bad = store.add(picture(tmp_path, 20), "discs", Verdict.NG, "upload", "anna")
    assert store.unchecked(model) == [good, bad]
    store.record_score(model, good, 1.0, "")
    assert store.standing(model, 1.0).state is StandingState.UNCHECKED
    store.record_score(model, bad, 2.0, "")
    first = store.standing(model, 1.0)
    assert first.state is StandingState.PASSED, "a score equal to the threshold is OK"
    assert [failure.picture for failure in store.standing(model, 0.9).failures] == [good]
    assert [failure.picture for failure in store.standing(model, 2.0).failures] == [bad]
    with pytest.raises(RegressionError, match="already, as OK"):
        store.add(picture(tmp_path, 10), "discs", Verdict.NG, "upload", "anna")

    third = store.add(picture(tmp_path, 30), "discs", Verdict.OK, "upload", "anna")
    assert store.unchecked(model) == [third]
    store.remove(third.picture_id, "blurred", "ben")
    assert store.standing(model, 1.0) == first
    assert store.standing(judging(2).model, 1.0).state is StandingState.UNCHECKED
    other_model = ModelIdentity(name="screws", version=1, sha256="f" * 64)
    assert store.standing(other_model, 1.0).state is StandingState.EMPTY


def test_doctor_looks_after_the_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = RegressionStore(tmp_path)
    changed = store.add(picture(tmp_path, 10), "discs", Verdict.OK, "upload", "anna")
    removed = store.add(picture(tmp_path, 20), "discs", Verdict.OK, "upload", "anna")
    store.remove(removed.picture_id, "blurred", "anna")
    monkeypatch.setattr("okng.device.integrity.data_directory_check.YOUNG_S", -1.0)
    assert list(check_data_directory(tmp_path)) == []
    (tmp_path / changed.path).write_bytes(picture(tmp_path, 30).read_bytes())
    (finding,) = check_data_directory(tmp_path)
    assert (finding.subject, "of 'discs'" in finding.problem) == (changed.path, True)
