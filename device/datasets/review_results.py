"""The results of the last review of a dataset, compared with the pictures as they are now."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import AwareDatetime

from okng.device.datasets.picture_changes import Fields, PictureChange
from okng.device.datasets.picture_rows import PictureOutline
from okng.device.datasets.store import DatasetStore
from okng.device.store.database import Database
from okng.device.store.timestamps import from_us, now_us
from okng.device.store.versioned_cache import VersionedCache
from okng.device.types import DatasetPicture, Label, Split
from okng.models.dataset_review.findings import (
    DatasetReview,
    FindingKind,
    ReviewFinding,
    Shortcut,
    Spot,
)
from okng.models.evaluation.dataset_bias import DatasetBias
from okng.models.strict_model import StrictModel


class ReviewResult(StrictModel):
    """The stored result of a review: its findings, and the state of the pictures at that time."""

    states: dict[int, str]
    """`state_of` each picture, by `picture_id`."""
    review: DatasetReview


class Remedy(StrictModel):
    """A remedy for a finding, at one click: the same change to some pictures."""

    words: str
    picture_ids: tuple[int, ...]
    change: Fields
    """In the form of `PictureChange`."""


class OpenFinding(StrictModel):
    """A finding that is neither resolved nor kept."""

    finding_id: str
    kind: FindingKind
    pictures: tuple[DatasetPicture, ...]
    problem: str
    advice: str
    evidence: str
    spot: Spot | None
    shortcut: Shortcut | None = None
    remedies: tuple[Remedy, ...]


class ReviewStanding(StrictModel):
    """The newest review of a dataset, with the findings that still apply."""

    reviewed_at: AwareDatetime
    reviewed_by: str
    pictures: int
    """Number of pictures that were reviewed."""
    unseen: int
    """Pictures that were added, restored or given another label or split since the review."""
    unseen_files: int
    """Those of them that the review did not check, so their near duplicates are unknown."""
    findings: tuple[OpenFinding, ...]
    settled: int
    """Findings that were resolved: one of their pictures was removed or changed since."""
    kept: int
    """Findings that a person decided to keep as they are."""
    near_copies: tuple[tuple[int, ...], ...]
    """Groups of near duplicates, which must stay on one side of a split."""
    not_looked_for: tuple[str, ...]
    bias: DatasetBias | None = None
    """How labels are spread over batches, days, cameras and persons; null with one label only."""


class DatasetFindings:
    """Store of dataset reviews and of the findings that people keep; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)
        self._datasets = DatasetStore(data_dir)
        self._standings: VersionedCache[str, ReviewStanding | None] = VersionedCache()

    def record(self, dataset: str, result: ReviewResult, author: str) -> None:
        """Stores a review, in place of the previous one."""
        self._database.connection.execute(
            "INSERT OR REPLACE INTO dataset_reviews VALUES (?, ?, ?, ?)",
            (dataset, author, now_us(), result.model_dump_json()),
        )

    def standing(self, dataset: str) -> ReviewStanding | None:
        """The newest review with its open findings; None before the first review."""
        return self._standings.get(
            dataset, self._datasets.version(dataset), lambda: self._standing(dataset)
        )

    def _standing(self, dataset: str) -> ReviewStanding | None:
        row = self._database.connection.execute(
            "SELECT * FROM dataset_reviews WHERE dataset = ?", (dataset,)
        ).fetchone()
        if row is None:
            return None
        result = ReviewResult.model_validate_json(row["result"])
        present = {outline.picture_id: outline for outline in self._datasets.outlines(dataset)}
        unchanged = {
            key for key, picture in present.items() if result.states.get(key) == state_of(picture)
        }
        holding = [
            finding
            for finding in result.review.findings
            # A shortcut is one of the whole dataset, and its pictures are mere examples.
            if finding.shortcut or unchanged.issuperset(finding.pictures)
        ]
        shown = {key for finding in holding for key in finding.pictures}
        pictures = self._datasets.with_ids(shown & present.keys())
        kept = self._kept(dataset)
        findings = [_open(finding, pictures) for finding in holding]
        still_open = tuple(finding for finding in findings if finding.finding_id not in kept)
        return ReviewStanding(
            reviewed_at=from_us(row["reviewed_at_us"]),
            reviewed_by=row["author"],
            pictures=result.review.pictures,
            unseen=len(present) - len(unchanged),
            unseen_files=len(present.keys() - result.states.keys()),
            findings=still_open,
            settled=len(result.review.findings) - len(holding),
            kept=len(findings) - len(still_open),
            near_copies=tuple(map(tuple, result.review.near_copies)),
            not_looked_for=tuple(result.review.not_looked_for),
            bias=result.review.bias,
        )

    def keep(self, dataset: str, finding_id: str, author: str) -> None:
        """Dismisses a finding: it is not shown again while its pictures stay as they are."""
        self._database.connection.execute(
            "INSERT OR IGNORE INTO dataset_findings_kept VALUES (?, ?, ?, ?)",
            (dataset, finding_id, author, now_us()),
        )

    def show_again(self, dataset: str, finding_id: str) -> None:
        """Undoes `keep`: the finding is shown again."""
        self._database.connection.execute(
            "DELETE FROM dataset_findings_kept WHERE dataset = ? AND finding = ?",
            (dataset, finding_id),
        )

    def _kept(self, dataset: str) -> set[str]:
        rows = self._database.connection.execute(
            "SELECT finding FROM dataset_findings_kept WHERE dataset = ?", (dataset,)
        )
        return {row["finding"] for row in rows}


def state_of(picture: DatasetPicture | PictureOutline) -> str:
    """The label and split of a picture, on which findings depend besides its file."""
    return f"{picture.label} {picture.split or ''}".strip()


def _open(finding: ReviewFinding, present: Mapping[int, DatasetPicture]) -> OpenFinding:
    pictures = tuple(present[key] for key in finding.pictures if key in present)
    return OpenFinding(
        finding_id=_shortcut_id(finding.shortcut)
        if finding.shortcut
        else _finding_id(finding.kind, pictures),
        pictures=pictures,
        remedies=_remedies(finding.kind, pictures),
        **finding.model_dump(exclude={"pictures"}),
    )


def _finding_id(kind: FindingKind, pictures: Sequence[DatasetPicture]) -> str:
    """The same for the same pictures with the same labels and splits, in every review."""
    lines = [f"{picture.sha256} {picture.picture_id} {state_of(picture)}" for picture in pictures]
    return hashlib.sha256("\n".join([kind, *lines]).encode()).hexdigest()[:16]


def _shortcut_id(shortcut: Shortcut) -> str:
    """The same for the same target and its clearest group, whatever pictures are the examples."""
    words = f"{FindingKind.SHORTCUT} {shortcut.target} {shortcut.groups[0].group}"
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def _remedies(kind: FindingKind, pictures: Sequence[DatasetPicture]) -> tuple[Remedy, ...]:
    if kind in (FindingKind.ALL_ALIKE, FindingKind.SHORTCUT):
        return ()
    if kind is FindingKind.LABEL_CONFLICT:
        return (
            _remedy("All are normal", _labelled(pictures, Label.ANOMALY), label=Label.NORMAL),
            _remedy("All are anomalous", _labelled(pictures, Label.NORMAL), label=Label.ANOMALY),
        )
    if kind is FindingKind.LEAKAGE:
        test = [picture for picture in pictures if picture.split is Split.TEST]
        training = [picture for picture in pictures if picture.split is not Split.TEST]
        return (
            _remedy("All for training", test, split=Split.TRAIN),
            _remedy("All for testing", training, split=Split.TEST),
        )
    if kind is FindingKind.NEAR_COPIES:
        copies = pictures[1:]
        return (_remedy(f"Remove {_words_for(copies, 'copies')}", copies, removed=True),)
    remove = _remedy(f"Remove {_words_for(pictures, 'pictures')}", pictures, removed=True)
    if kind is FindingKind.OUTLIER and pictures[0].label is Label.NORMAL:
        return (_remedy("Label as anomalous", pictures, label=Label.ANOMALY), remove)
    return (remove,)


def _labelled(pictures: Sequence[DatasetPicture], label: Label) -> list[DatasetPicture]:
    return [picture for picture in pictures if picture.label is label]


def _words_for(pictures: Sequence[DatasetPicture], plural: str) -> str:
    if len(pictures) == 1:
        return f"picture {pictures[0].picture_id}"
    return f"the {len(pictures)} {plural}"


def _remedy(words: str, pictures: Sequence[DatasetPicture], **change: object) -> Remedy:
    return Remedy(
        words=words,
        picture_ids=tuple(picture.picture_id for picture in pictures),
        change=PictureChange.model_validate(change).given(),
    )
