"""Dataset review: finds pictures that would degrade a model or its metrics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from okng.models.arrays import Int64Array
from okng.models.dataset_review.attributes import read_attributes
from okng.models.dataset_review.findings import (
    DatasetReview,
    FindingKind,
    Label,
    ReviewedPicture,
    ReviewFinding,
    ShortcutTarget,
    Spot,
    count_words,
)
from okng.models.dataset_review.format_checks import empty_pictures, odd_formats, partly_used_bits
from okng.models.dataset_review.measurements import GRID, Measurements, measure
from okng.models.dataset_review.near_duplicates import all_alike, find_near_duplicates, same_files
from okng.models.dataset_review.outliers import (
    LEAST_PICTURES,
    LIMIT,
    modified_z_scores,
    outlier_scores,
)
from okng.models.dataset_review.shortcut_findings import (
    shortcut_finding,
    shortcuts_not_looked_for,
)
from okng.models.dataset_review.shortcuts import ShortcutCheck
from okng.models.evaluation.dataset_bias import DatasetBias, dataset_bias
from okng.models.progress import Progress

READ = 0.5
"""The share of the whole work at which reading ends."""


def review(
    pictures: Sequence[ReviewedPicture],
    scratch: Path,
    threads: int = 1,
    seed: int = 0,
    on_progress: Progress = lambda share, message: None,
) -> DatasetReview:
    """Review at least one picture; changes nothing, and is reproducible.

    Features are kept in an unnamed file in the folder `scratch`. Raises
    `okng.models.anomaly.embeddings.ScratchError` where the disk is too full.
    """
    ordered = sorted(pictures, key=lambda picture: picture.key)
    # On a busy station, BLAS threads that wait for each other are slow.
    with threadpool_limits(limits=threads, user_api="blas"):
        return _Reviewer(ordered, scratch, threads, seed, on_progress).run()


class _Reviewer:
    def __init__(
        self,
        pictures: Sequence[ReviewedPicture],
        scratch: Path,
        threads: int,
        seed: int,
        on_progress: Progress,
    ) -> None:
        self._given = len(pictures)
        self._seed = seed
        self._on_progress = on_progress
        self._not_looked_for: list[str] = []
        self._measured, self._unreadable = measure(pictures, scratch, threads, self._report_read)

    def run(self) -> DatasetReview:
        measured = self._measured
        findings = [
            *self._unreadable_ones(),
            *empty_pictures(measured),
            *odd_formats(measured),
            *partly_used_bits(measured),
        ]
        largest = all_alike(measured)
        if largest is None:
            self._on_progress(READ, "Looking for near duplicates")
            groups = find_near_duplicates(measured)
            findings += [_copies_finding(measured, group) for group in groups]
            findings += self._outliers(groups, _not_compared(findings))
        else:
            groups = [list(range(len(measured.pictures)))]
            findings.append(_all_alike_finding(measured, largest))
        bias = _bias(measured)
        findings += self._shortcuts(groups, bias)
        return DatasetReview(
            pictures=self._given,
            findings=sorted(findings, key=_severity),
            near_copies=[measured.keys(group) for group in groups],
            not_looked_for=self._not_looked_for,
            bias=bias,
        )

    def _report_read(self, index: int) -> None:
        share = READ * index / self._given
        self._on_progress(share, f"Reading picture {index + 1} of {self._given}")

    def _unreadable_ones(self) -> Iterator[ReviewFinding]:
        for key, problem in self._unreadable.items():
            yield ReviewFinding(
                kind=FindingKind.UNREADABLE,
                pictures=[key],
                problem="The file can't be read",
                advice="Restore the file from a backup, or remove the picture and take a new one.",
                evidence=problem,
            )

    def _outliers(self, groups: list[list[int]], left_out: set[int]) -> Iterator[ReviewFinding]:
        """Outliers of the normal pictures among themselves, and of anomalous ones among all."""
        pictures_of = self._measured.pictures
        compared = [i for i, picture in enumerate(pictures_of) if picture.key not in left_out]
        by_label = {
            label: np.array([i for i in compared if pictures_of[i].label == label], np.int64)
            for label in _ADJECTIVES
        }
        together = np.arange(len(pictures_of))
        for group in groups:
            together[group] = group[0]
        done = 0
        for label, bank in (("normal", by_label["normal"]), ("anomaly", np.array(compared))):
            pictures = by_label[label]
            if len(pictures) < LEAST_PICTURES:
                if len(pictures):
                    self._not_looked_for.append(
                        f"Outliers among the {_ADJECTIVES[label]} pictures were not looked for: "
                        f"the dataset has {len(pictures)}, at least {LEAST_PICTURES} are needed."
                    )
                continue
            yield from self._outliers_among(label, pictures, bank, together, done)
            done += len(pictures)

    def _outliers_among(
        self, label: str, pictures: Int64Array, bank: Int64Array, groups: Int64Array, done: int
    ) -> Iterator[ReviewFinding]:
        measured = self._measured
        total = len(measured.pictures)

        def report(index: int) -> None:
            share = READ + (1 - READ) * (done + index) / total
            message = f"Comparing picture {done + index + 1} of {total} with the others"
            self._on_progress(share, message)

        likeness = outlier_scores(measured.embeddings, pictures, bank, groups, self._seed, report)
        z_scores = modified_z_scores(likeness.scores)
        for i in np.nonzero(z_scores > LIMIT)[0]:
            row, column = divmod(int(likeness.positions[i]), GRID)
            yield ReviewFinding(
                kind=FindingKind.OUTLIER,
                pictures=[measured.pictures[pictures[i]].key],
                problem=f"Unlike all other {_ADJECTIVES[label]} pictures",
                advice=_OUTLIER_ADVICE[label],
                evidence=f"The outlier score is {likeness.scores[i]:.3g}, and the median is "
                f"{np.median(likeness.scores):.3g}. The score is {z_scores[i]:.1f} robust standard "
                f"deviations above the median; more than {LIMIT} is unusual.",
                spot=Spot(x=(column + 0.5) / GRID, y=(row + 0.5) / GRID),
            )

    def _shortcuts(
        self, groups: list[list[int]], bias: DatasetBias | None
    ) -> Iterator[ReviewFinding]:
        """Shortcuts among the pictures, of which near duplicates count once."""
        measured = self._measured
        copies = {index for group in groups for index in group[1:]}
        different = [i for i in range(len(measured.pictures)) if i not in copies]
        pictures = [measured.pictures[i] for i in different]
        check = ShortcutCheck(pictures, [measured.shortcuts[i] for i in different], self._seed)
        self._on_progress(READ, "Looking for what gives the label away")
        for found in check.run():
            yield shortcut_finding(found, pictures, bias)
        self._not_looked_for += shortcuts_not_looked_for(check)


def _bias(measured: Measurements) -> DatasetBias | None:
    """Bias figures of all readable pictures."""
    captures = [features.capture for features in measured.shortcuts]
    attributes = read_attributes(measured.pictures, captures)
    recorded = {
        target.value: values
        for target, values in attributes.items()
        if target is not ShortcutTarget.LABEL
    }
    return dataset_bias([picture.label == "anomaly" for picture in measured.pictures], recorded)


_KINDS, _TARGETS = list(FindingKind), list(ShortcutTarget)


def _severity(finding: ReviewFinding) -> tuple[int, int, list[int]]:
    """Of two findings the one with the smaller key comes first; shortcuts keep their order."""
    if finding.shortcut:
        return _KINDS.index(finding.kind), _TARGETS.index(finding.shortcut.target), []
    return _KINDS.index(finding.kind), 0, finding.pictures


_ADJECTIVES = {"normal": "normal", "anomaly": "anomalous"}
_OUTLIER_ADVICE = {
    "normal": "Check the marked spot. If the part is defective, label the picture as anomalous; if "
    "the picture itself is bad, remove it; if good parts may look like this, keep it and add more "
    "like it.",
    "anomaly": "If the picture shows another product or is bad itself, remove it; if it shows a "
    "rare kind of defect, keep it.",
}


def _not_compared(findings: Sequence[ReviewFinding]) -> set[int]:
    """Pictures with a more severe finding, which others are not compared with."""
    kinds = (FindingKind.EMPTY, FindingKind.ODD_FORMAT, FindingKind.LABEL_CONFLICT)
    return {key for finding in findings if finding.kind in kinds for key in finding.pictures}


def _copies_finding(measured: Measurements, group: Sequence[int]) -> ReviewFinding:
    keys = measured.keys(group)
    members = [measured.pictures[index] for index in group]
    same = "copies of the same file" if same_files(measured.hashes, group) else "near duplicates"
    kind, problem, advice = (
        FindingKind.NEAR_COPIES,
        f"{count_words(keys)} are {same}",
        _COPIES_ADVICE,
    )
    labels: set[Label] = {member.label for member in members}
    learnt = any(member.label == "normal" and member.split != "test" for member in members)
    if len(labels) > 1:
        kind, advice = FindingKind.LABEL_CONFLICT, _CONFLICT_ADVICE
        problem += ", but their labels differ"
    elif learnt and any(member.split == "test" for member in members):
        kind, advice = FindingKind.LEAKAGE, _LEAKAGE_ADVICE
        problem += ", but some are used for training and some for testing"
    evidence = "Pictures " + ", ".join(map(str, keys)) + "."
    return ReviewFinding(
        kind=kind, pictures=keys, problem=problem, advice=advice, evidence=evidence
    )


_COPIES_ADVICE = (
    "Near duplicates teach the model nothing new and make its metrics look better than they are. "
    "Keep one of them, unless they show different parts."
)
_CONFLICT_ADVICE = "Decide which label is right, and give it to all of them."
_LEAKAGE_ADVICE = (
    "The model would be tested on pictures that it has learnt, so its metrics would look better "
    "than they are. Use all of them for training, or all for testing."
)


def _all_alike_finding(measured: Measurements, largest: float) -> ReviewFinding:
    keys = measured.keys(range(len(measured.pictures)))
    return ReviewFinding(
        kind=FindingKind.ALL_ALIKE,
        pictures=keys,
        problem=f"All {len(keys)} pictures are identical except for noise",
        advice="A model needs different parts to learn how good parts vary. Use another part for "
        "each picture, and check that the trigger comes when the part is in view.",
        evidence=f"The largest r.m.s. difference from the mean picture is {largest:.2f} of 255 "
        "grey values.",
    )
