"""A review's findings stand as long as their pictures do, and what was kept stays kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.review_results import (
    DatasetFindings,
    ReviewResult,
    ReviewStanding,
    state_of,
)
from okng.device.datasets.store import DatasetStore
from okng.device.store.database import Database
from okng.device.types import DatasetPicture, Label, Split
from okng.models.dataset_review.findings import (
    DatasetReview,
    FindingKind,
    ReviewFinding,
    Shortcut,
    ShortcutEvidence,
    ShortcutGroup,
    ShortcutSide,
    ShortcutTarget,
)

Kinds = dict[FindingKind, list[int]]


class Care:
    """A dataset of six pictures, the last two of them anomalous, and its reviews."""

    def __init__(self, data_dir: Path, noise: Callable[..., Any]) -> None:
        self.data_dir = data_dir
        self.findings, self.changes = DatasetFindings(data_dir), DatasetChanges(data_dir)
        self.store = DatasetStore(data_dir)
        for label in [Label.NORMAL] * 4 + [Label.ANOMALY] * 2:
            self.store.add(noise(20, 20), "cells", label, "ann")

    def record(self, kinds: Kinds, group: ShortcutGroup = ShortcutGroup.BORDER) -> ReviewStanding:
        """What stands after a review that found these; `group` tells the label in a shortcut."""
        pictures = self.store.pictures("cells")
        findings = [
            ReviewFinding(
                kind=kind,
                pictures=keys,
                problem="p",
                advice="a",
                evidence="e",
                shortcut=shortcut(keys, group) if kind is FindingKind.SHORTCUT else None,
            )
            for kind, keys in kinds.items()
        ]
        review = DatasetReview(
            pictures=len(pictures), findings=findings, near_copies=[], not_looked_for=[]
        )
        states = {picture.picture_id: state_of(picture) for picture in pictures}
        self.findings.record("cells", ReviewResult(states=states, review=review), "ann")
        return self.standing()

    def standing(self) -> ReviewStanding:
        standing = self.findings.standing("cells")
        assert standing
        return standing

    def change(self, picture_ids: list[int], **values: Any) -> None:
        self.changes.change(picture_ids, PictureChange.model_validate(values), "ann")


def shortcut(keys: list[int], group: ShortcutGroup) -> Shortcut:
    return Shortcut(
        target=ShortcutTarget.LABEL,
        groups=[ShortcutEvidence(group=group, auroc=0.97, p_value=0.0005)],
        sides=[ShortcutSide(picture=key, words=f"side {key}") for key in keys],
    )


@pytest.fixture
def care(tmp_path: Path, noise: Callable[..., Any]) -> Care:
    return Care(tmp_path, noise)


def test_findings_go_with_their_pictures(care: Care, noise: Callable[..., Any]) -> None:
    assert care.findings.standing("cells") is None
    first = care.record({FindingKind.OUTLIER: [1], FindingKind.NEAR_COPIES: [2, 3]})
    assert [finding.kind for finding in first.findings] == [
        FindingKind.OUTLIER,
        FindingKind.NEAR_COPIES,
    ]
    assert (first.unseen, first.settled, first.reviewed_by) == (0, 0, "ann")
    care.change([4], batch="lot 7")
    assert care.standing().findings[0].pictures == (care.store.get(1),)

    care.change([3], removed=True)
    care.change([5], split="test")
    care.store.add(noise(20, 20), "cells", Label.NORMAL, "ann")
    now = care.standing()
    assert [finding.kind for finding in now.findings] == [FindingKind.OUTLIER]
    assert (now.settled, now.unseen, now.unseen_files) == (1, 2, 1)
    care.change([3], removed=False)
    assert (len(care.standing().findings), care.standing().settled) == (2, 0)


def test_what_is_kept_stays_kept_until_its_pictures_change(care: Care) -> None:
    kinds = {FindingKind.OUTLIER: [1], FindingKind.NEAR_COPIES: [2, 3]}
    copies = care.record(kinds).findings[1]
    care.findings.keep("cells", copies.finding_id, "ben")
    care.findings.keep("cells", copies.finding_id, "cem")
    again = care.record(kinds)
    assert ([finding.kind for finding in again.findings], again.kept) == ([FindingKind.OUTLIER], 1)
    # One of them is for testing now: that is something else.
    care.change([3], split="test")
    assert care.record({FindingKind.LEAKAGE: [2, 3]}).kept == 0
    care.change([3], split=None)
    care.findings.show_again("cells", copies.finding_id)
    assert len(care.record(kinds).findings) == 2


def settled_by(care: Care, kind: FindingKind, keys: list[int], press: str) -> list[DatasetPicture]:
    """The pictures after a press of a remedy; the finding is gone by it."""
    (finding,) = care.record({kind: keys}).findings
    (remedy,) = [remedy for remedy in finding.remedies if remedy.words == press]
    care.change(list(remedy.picture_ids), **remedy.change)
    assert care.standing().findings == ()
    return [care.store.get(key) for key in keys]


def test_every_remedy_settles_its_finding(care: Care) -> None:
    (picture,) = settled_by(care, FindingKind.OUTLIER, [1], "Label as anomalous")
    assert picture.label is Label.ANOMALY
    first, copy = settled_by(care, FindingKind.NEAR_COPIES, [2, 3], "Remove picture 3")
    assert (first.removed_at is None, copy.removed_at is None) == (True, False)
    care.change([3], removed=False)
    both = settled_by(care, FindingKind.LABEL_CONFLICT, [4, 5], "All are anomalous")
    assert {picture.label for picture in both} == {Label.ANOMALY}
    both = settled_by(care, FindingKind.LABEL_CONFLICT, [3, 6], "All are normal")
    assert {picture.label for picture in both} == {Label.NORMAL}
    care.change([2], split="test")
    both = settled_by(care, FindingKind.LEAKAGE, [2, 3], "All for testing")
    assert {picture.split for picture in both} == {Split.TEST}
    care.change([2], split="train")
    both = settled_by(care, FindingKind.LEAKAGE, [2, 3], "All for training")
    assert {picture.split for picture in both} == {Split.TRAIN}
    odd = settled_by(care, FindingKind.ODD_FORMAT, [2, 3], "Remove the 2 pictures")
    assert None not in [picture.removed_at for picture in odd]
    assert care.record({FindingKind.ALL_ALIKE: [1, 4]}).findings[0].remedies == ()


def test_a_shortcut_stands_whatever_becomes_of_its_examples(care: Care) -> None:
    """It is one of all pictures: without these two it is as true as before."""
    (finding,) = care.record({FindingKind.SHORTCUT: [1, 5]}).findings
    assert finding.remedies == ()
    assert finding.shortcut
    assert [side.words for side in finding.shortcut.sides] == ["side 1", "side 5"]
    care.change([1], removed=True)
    care.change([5], split="test")
    (now,) = care.standing().findings
    assert [picture.picture_id for picture in now.pictures] == [5]
    assert care.standing().settled == 0
    assert now.finding_id == finding.finding_id


def test_a_kept_shortcut_is_known_again_by_what_tells_it(care: Care) -> None:
    (finding,) = care.record({FindingKind.SHORTCUT: [1, 5]}).findings
    care.findings.keep("cells", finding.finding_id, "ben")
    again = care.record({FindingKind.SHORTCUT: [2, 6]})
    assert (again.findings, again.kept) == ((), 1)
    assert len(care.record({FindingKind.SHORTCUT: [2, 6]}, ShortcutGroup.FILE).findings) == 1


def test_a_review_of_before_the_shortcut_check_is_still_read(care: Care) -> None:
    care.record({FindingKind.OUTLIER: [1]})
    database = Database(care.data_dir).connection
    (stored,) = database.execute("SELECT result FROM dataset_reviews").fetchone()
    result = json.loads(stored)
    del result["review"]["bias"]
    for finding in result["review"]["findings"]:
        del finding["shortcut"]
    database.execute("UPDATE dataset_reviews SET result = ?", (json.dumps(result),))
    standing = DatasetFindings(care.data_dir).standing("cells")
    assert standing
    assert (standing.bias, standing.findings[0].shortcut) == (None, None)
