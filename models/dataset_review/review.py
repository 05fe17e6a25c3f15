"""A dataset's pictures looked through for what would spoil a model or its figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from okng.models.anomaly.embeddings import Indices
from okng.models.dataset_review.findings import (
    Finding,
    FindingKind,
    Label,
    Review,
    ReviewedPicture,
    Spot,
    count_words,
)
from okng.models.dataset_review.formats import empty_pictures, odd_formats
from okng.models.dataset_review.measurements import (
    GRID,
    Measurements,
    measure,
)
from okng.models.dataset_review.near_copies import all_alike, near_copies, same_files
from okng.models.dataset_review.outliers import (
    LEAST_PICTURES,
    LIMIT,
    modified_z_scores,
    unlike_others,
)

Progress = Callable[[float, str], None]
"""Called with the share done, 0 to 1, and what is being done; what it raises ends the review."""

READ = 0.5
"""Where in the whole the reading ends."""


def review(
    pictures: Sequence[ReviewedPicture],
    scratch: Path,
    threads: int = 1,
    seed: int = 0,
    on_progress: Progress = lambda share, message: None,
) -> Review:
    """Reads all pictures, at least one, and says what is wrong with them; changes nothing.

    Features lie in a nameless file in the folder `scratch` meanwhile. The same pictures have the
    same findings. Raises `okng.models.anomaly.embeddings.ScratchError` where that has no room.
    """
    ordered = sorted(pictures, key=lambda picture: picture.key)
    # Threads of the matrix products that wait for each other slow a busy station down.
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

    def run(self) -> Review:
        measured = self._measured
        findings = [*self._unreadable_ones(), *empty_pictures(measured), *odd_formats(measured)]
        largest = all_alike(measured)
        if largest is None:
            self._on_progress(READ, "Looking for near copies")
            groups = near_copies(measured)
            findings += [_copies_finding(measured, group) for group in groups]
            findings += self._outliers(groups, _not_compared(findings))
        else:
            groups = [list(range(len(measured.pictures)))]
            findings.append(_all_alike_finding(measured, largest))
        order = list(FindingKind)
        return Review(
            pictures=self._given,
            findings=sorted(findings, key=lambda one: (order.index(one.kind), one.pictures)),
            near_copies=[measured.keys(group) for group in groups],
            not_looked_for=self._not_looked_for,
        )

    def _report_read(self, index: int) -> None:
        share = READ * index / self._given
        self._on_progress(share, f"Reading picture {index + 1} of {self._given}")

    def _unreadable_ones(self) -> Iterator[Finding]:
        for key, problem in self._unreadable.items():
            yield Finding(
                kind=FindingKind.UNREADABLE,
                pictures=[key],
                problem="The file can't be read",
                advice="Restore it from a backup, or remove the picture and take it again.",
                evidence=problem,
            )

    def _outliers(self, groups: list[list[int]], left_out: set[int]) -> Iterator[Finding]:
        """Of normal pictures against the normal ones; of anomalous ones against all others."""
        pictures_of = self._measured.pictures
        compared = [i for i, one in enumerate(pictures_of) if one.key not in left_out]
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
                        f"Pictures unlike the other {_ADJECTIVES[label]} ones: there are "
                        f"{len(pictures)}, at least {LEAST_PICTURES} are needed to tell."
                    )
                continue
            yield from self._outliers_among(label, pictures, bank, together, done)
            done += len(pictures)

    def _outliers_among(
        self, label: str, pictures: Indices, bank: Indices, groups: Indices, done: int
    ) -> Iterator[Finding]:
        measured = self._measured
        total = len(measured.pictures)

        def report(index: int) -> None:
            share = READ + (1 - READ) * (done + index) / total
            message = f"Comparing picture {done + index + 1} of {total} with the others"
            self._on_progress(share, message)

        likeness = unlike_others(measured.embeddings, pictures, bank, groups, self._seed, report)
        z_scores = modified_z_scores(likeness.scores)
        for i in np.nonzero(z_scores > LIMIT)[0]:
            row, column = divmod(int(likeness.positions[i]), GRID)
            yield Finding(
                kind=FindingKind.OUTLIER,
                pictures=[measured.pictures[pictures[i]].key],
                problem=f"Unlike all other {_ADJECTIVES[label]} pictures",
                advice=_OUTLIER_ADVICE[label],
                evidence=f"Its score is {likeness.scores[i]:.3g}, the median "
                f"{np.median(likeness.scores):.3g}: {z_scores[i]:.1f} robust standard deviations "
                f"above it; more than {LIMIT} are unusual.",
                spot=Spot(x=(column + 0.5) / GRID, y=(row + 0.5) / GRID),
            )


_ADJECTIVES = {"normal": "normal", "anomaly": "anomalous"}
_OUTLIER_ADVICE = {
    "normal": "Look at the marked place. If the part is not good, make the picture anomalous; if "
    "the picture is bad, remove it; if good parts may look so, keep it and add more like it.",
    "anomaly": "If it shows another product or is a bad picture, remove it; if it is a defect of "
    "a rare kind, keep it.",
}


def _not_compared(findings: Sequence[Finding]) -> set[int]:
    """Pictures that are no measure for others, and of which something graver is said already."""
    kinds = (FindingKind.EMPTY, FindingKind.ODD_FORMAT, FindingKind.LABEL_CONFLICT)
    return {key for finding in findings if finding.kind in kinds for key in finding.pictures}


def _copies_finding(measured: Measurements, group: Sequence[int]) -> Finding:
    keys = measured.keys(group)
    members = [measured.pictures[index] for index in group]
    same = "the same file" if same_files(measured.hashes, group) else "nearly the same"
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
        problem += ", but some are learnt from and some are for testing"
    evidence = "Pictures " + ", ".join(map(str, keys)) + "."
    return Finding(kind=kind, pictures=keys, problem=problem, advice=advice, evidence=evidence)


_COPIES_ADVICE = (
    "Repeated pictures teach the model nothing and make its figures look better than they are. "
    "Keep one, unless they show different parts."
)
_CONFLICT_ADVICE = "Decide what the part is, and give all of them that label."
_LEAKAGE_ADVICE = (
    "The model is tested with what it has seen, so its figures look better than they are. Put "
    "all on one side."
)


def _all_alike_finding(measured: Measurements, largest: float) -> Finding:
    keys = measured.keys(range(len(measured.pictures)))
    return Finding(
        kind=FindingKind.ALL_ALIKE,
        pictures=keys,
        problem=f"All {len(keys)} pictures are the same but for noise",
        advice="A model needs different parts to learn what may vary. Lay another part for each "
        "picture, and check that the trigger comes when the part is there.",
        evidence=f"The largest difference from their mean is {largest:.2f} grey values of 255.",
    )
