"""Shortcut check: whether label, batch, day, camera or person can be told without the part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from okng.models.arrays import BoolArray, Float64Array, Int64Array
from okng.models.dataset_review.attributes import Attributes, read_attributes, times_of_day
from okng.models.dataset_review.findings import (
    ReviewedPicture,
    ShortcutEvidence,
    ShortcutGroup,
    ShortcutTarget,
)
from okng.models.dataset_review.shortcut_features import ShortcutFeatures
from okng.models.evaluation.separability import (
    Separability,
    permutation_p_values,
    separability,
)

LEAST_PICTURES = 8
"""Least number of pictures of a label, batch, day, camera or person that is told from others."""
MOST_VALUES = 6
"""Most batches, days, cameras or persons that are told from each other, those of most pictures."""
LIMIT = 0.9
"""AUROC from which a shortcut matters. Defects themselves reach the border and change a picture's
light: good and defective solar cells, which fill their pictures, have at most 0.81."""
SIGNIFICANT = 0.001
"""Largest p-value of a shortcut: the five targets together find one by chance in at most one of 200
datasets (Bonferroni)."""
_LEAST_OUTSIDE = 0.9
"""Share of the pictures in which a background must be told from the part."""

Groups = Mapping[ShortcutGroup, Float64Array]

OF_PICTURES = (
    ShortcutGroup.BORDER,
    ShortcutGroup.OUTSIDE,
    ShortcutGroup.LIGHT,
    ShortcutGroup.SHARPNESS,
)
RECORDED = (
    ShortcutGroup.BATCH,
    ShortcutGroup.DAY,
    ShortcutGroup.TIME,
    ShortcutGroup.CAMERA,
    ShortcutGroup.PERSON,
)
_FAMILIES = (OF_PICTURES, (ShortcutGroup.FILE,), RECORDED)
"""Groups that have a cause in common, so that one finding tells of them."""


class Side(NamedTuple):
    """One side of what can be told apart: a value, and the index of a typical picture."""

    value: str
    picture: int


class FoundShortcut(NamedTuple):
    """A target that some groups tell, with what a finding says of it."""

    target: ShortcutTarget
    evidence: list[ShortcutEvidence]
    """The clearest first."""
    sides: list[Side]
    """Two: the values that are told apart most clearly."""
    values: int
    """Number of values that were told from each other."""
    pictures: int
    groups: int
    """Number of groups that were compared."""


class ShortcutCheck:
    """The shortcut check of pictures that differ from each other, given with their features."""

    def __init__(
        self,
        pictures: Sequence[ReviewedPicture],
        features: Sequence[ShortcutFeatures],
        seed: int,
    ) -> None:
        self._pictures, self._features, self._seed = pictures, features, seed
        self._captures = [each.capture for each in features]
        self.attributes: Attributes = read_attributes(pictures, self._captures)
        self.not_tested: dict[ShortcutTarget, str] = {}
        """Why a target was not tested."""
        self.not_compared: dict[ShortcutGroup, str] = {}
        """Why a group was not compared with any target."""

    def run(self) -> list[FoundShortcut]:
        """The shortcuts, those of the label first."""
        testable = [target for target in ShortcutTarget if self._is_testable(target)]
        if not testable:
            return []
        groups = self._groups_of_pictures()
        return [found for target in testable for found in self._shortcuts_of(target, groups)]

    def _is_testable(self, target: ShortcutTarget) -> bool:
        values = self.attributes[target]
        counts = Counter(value for value in values if value is not None)
        if sum(count >= LEAST_PICTURES for count in counts.values()) >= 2:
            return True
        if target is ShortcutTarget.LABEL:
            why = f"{counts['normal']} normal and {counts['anomaly']} anomalous pictures"
            self.not_tested[target] = f"{why}, at least {LEAST_PICTURES} of each are needed"
        elif not counts:
            self.not_tested[target] = "not recorded"
        elif len(counts) == 1:
            self.not_tested[target] = "only one"
        else:
            self.not_tested[target] = f"fewer than two with at least {LEAST_PICTURES} pictures"
        return False

    def _groups_of_pictures(self) -> dict[ShortcutGroup, Float64Array]:
        features = self._features
        groups = {
            ShortcutGroup.BORDER: np.stack([each.border for each in features]),
            ShortcutGroup.OUTSIDE: _outside(features),
            ShortcutGroup.LIGHT: np.stack([each.light for each in features]),
            ShortcutGroup.SHARPNESS: np.stack([each.sharpness for each in features]),
            ShortcutGroup.FILE: np.stack([each.file for each in features]),
        }
        if groups[ShortcutGroup.OUTSIDE] is None:
            self.not_compared[ShortcutGroup.OUTSIDE] = "no background is told from the part"
        return {group: values for group, values in groups.items() if values is not None}

    def _groups_of_records(self) -> dict[ShortcutGroup, Float64Array]:
        """What is recorded of all pictures, for the label."""
        groups = {
            ShortcutGroup(target): _indicators(values)
            for target, values in self.attributes.items()
            if target is not ShortcutTarget.LABEL and None not in values and len(set(values)) > 1
        }
        times = times_of_day(self._pictures, self._captures, LEAST_PICTURES)
        if times is None:
            self.not_compared[ShortcutGroup.TIME] = "not recorded of each picture"
        return groups if times is None else groups | {ShortcutGroup.TIME: times}

    def _shortcuts_of(self, target: ShortcutTarget, groups: Groups) -> Iterable[FoundShortcut]:
        of_label = target is ShortcutTarget.LABEL
        if of_label:
            groups = {**groups, **self._groups_of_records()}
        indices, classes, names = _classes(self.attributes[target])
        labels = [self._pictures[index].label for index in indices]
        if not of_label and len(names) == len(set(zip(classes.tolist(), labels, strict=True))) == 2:
            # Each value has a label of its own: the label's findings say it all.
            self.not_tested[target] = "goes with the label"
            return
        groups = {group: values[indices] for group, values in groups.items()}
        found = separability(groups, classes, self._seed)
        told = self._beyond_chance(groups, classes, found)
        for family in _FAMILIES if of_label else (tuple(ShortcutGroup),):
            evidence = [each for each in told if each.group in family]
            if evidence:
                sides = [
                    Side(names[value], int(indices[picture]))
                    for value, picture in _sides(found[evidence[0].group], classes)
                ]
                yield FoundShortcut(target, evidence, sides, len(names), len(indices), len(groups))

    def _beyond_chance(
        self, groups: Groups, classes: Int64Array, found: Mapping[ShortcutGroup, Separability]
    ) -> list[ShortcutEvidence]:
        """The groups that tell the classes, the clearest first."""
        clear = {group: result.auroc for group, result in found.items() if result.auroc >= LIMIT}
        if not clear:
            return []
        p_values = permutation_p_values(groups, classes, clear, self._seed)
        return [
            ShortcutEvidence(group=group, auroc=round(auroc, 4), p_value=p_values[group])
            for group, auroc in sorted(clear.items(), key=lambda item: -item[1])
            if p_values[group] <= SIGNIFICANT
        ]


def _outside(features: Sequence[ShortcutFeatures]) -> Float64Array | None:
    """The features outside the part; of pictures without a background, what is usual."""
    present = [each.outside for each in features if each.outside is not None]
    if len(present) < _LEAST_OUTSIDE * len(features):
        return None
    usual = np.median(present, axis=0)
    return np.stack([usual if each.outside is None else each.outside for each in features])


def _indicators(values: Sequence[str | None]) -> Float64Array:
    """[n, k]: whether a picture has each of the values that several have."""
    counts = Counter(values)
    several = [value for value, count in counts.most_common() if count > 1]
    return np.array([[value == each for each in several] for value in values], np.float64)


def _classes(values: Sequence[str | None]) -> tuple[Int64Array, Int64Array, list[str]]:
    """The pictures with the most frequent values, by index; their classes, and these by name."""
    counts = Counter(value for value in values if value is not None)
    frequent = [value for value, count in counts.items() if count >= LEAST_PICTURES]
    names = sorted(sorted(frequent, key=lambda value: -counts[value])[:MOST_VALUES])
    number = {name: index for index, name in enumerate(names)}
    pairs = [(i, number[value]) for i, value in enumerate(values) if value in number]
    indices, classes = np.array(pairs, np.int64).T
    return indices, classes, names


def _sides(result: Separability, classes: Int64Array) -> list[tuple[int, int]]:
    """The classes that are told most clearly, and a typical picture of each by its position."""
    return [(side, _median_picture(result.scores, classes == side)) for side in result.pair]


def _median_picture(scores: Float64Array, chosen: BoolArray) -> int:
    indices = np.nonzero(chosen)[0]
    return int(indices[np.argsort(scores[indices], kind="stable")[len(indices) // 2]])
