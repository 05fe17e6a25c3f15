"""What the last review of a dataset found, held against the pictures as they are now."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import AwareDatetime

from okng.device.store.database import Database
from okng.device.store.datasets import DatasetStore
from okng.device.store.picture_changes import Fields, PictureChange
from okng.device.store.timestamps import from_us, now_us
from okng.device.types import DatasetPicture, Label, Message, Split
from okng.models.dataset_review.findings import Finding, FindingKind, Review, Spot


class ReviewResult(Message):
    """What a review leaves behind: the findings, and how the pictures were when it looked."""

    states: dict[int, str]
    """`state_of` each picture, by `picture_id`."""
    review: Review


class Remedy(Message):
    """One press that settles a finding: the same change of some pictures."""

    words: str
    picture_ids: tuple[int, ...]
    change: Fields
    """As `PictureChange` takes it."""


class OpenFinding(Message):
    """A finding that nobody has dealt with yet."""

    finding_id: str
    kind: FindingKind
    pictures: tuple[DatasetPicture, ...]
    problem: str
    advice: str
    evidence: str
    spot: Spot | None
    remedies: tuple[Remedy, ...]


class ReviewStanding(Message):
    """The newest review of a dataset, as far as it still holds."""

    reviewed_at: AwareDatetime
    reviewed_by: str
    pictures: int
    """That were looked at."""
    unseen: int
    """Pictures that came, came back or got another label or split since: review again."""
    unseen_files: int
    """Those of them that the review did not look at, so that their copies aren't known."""
    findings: tuple[OpenFinding, ...]
    settled: int
    """Findings of which a picture was removed or changed since."""
    kept: int
    """Findings that a person found to be all right."""
    near_copies: tuple[tuple[int, ...], ...]
    """Pictures that must stay on one side of a split."""
    not_looked_for: tuple[str, ...]


class DatasetFindings:
    """Reads reviews and keeps what people say of their findings; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)
        self._datasets = DatasetStore(data_dir)

    def record(self, dataset: str, result: ReviewResult, author: str) -> None:
        """Keeps a review in place of the one before."""
        self._database.connection.execute(
            "INSERT OR REPLACE INTO dataset_reviews VALUES (?, ?, ?, ?)",
            (dataset, author, now_us(), result.model_dump_json()),
        )

    def standing(self, dataset: str) -> ReviewStanding | None:
        """What the newest review found and nobody has dealt with; None before the first one."""
        row = self._database.connection.execute(
            "SELECT * FROM dataset_reviews WHERE dataset = ?", (dataset,)
        ).fetchone()
        if row is None:
            return None
        result = ReviewResult.model_validate_json(row["result"])
        present = {one.picture_id: one for one in self._datasets.pictures(dataset)}
        unchanged = {
            key: one for key, one in present.items() if result.states.get(key) == state_of(one)
        }
        holding = [one for one in result.review.findings if unchanged.keys() >= set(one.pictures)]
        kept = self._kept(dataset)
        found = [_open(finding, unchanged) for finding in holding]
        still_open = tuple(one for one in found if one.finding_id not in kept)
        return ReviewStanding(
            reviewed_at=from_us(row["reviewed_at_us"]),
            reviewed_by=row["author"],
            pictures=result.review.pictures,
            unseen=len(present) - len(unchanged),
            unseen_files=len(present.keys() - result.states.keys()),
            findings=still_open,
            settled=len(result.review.findings) - len(holding),
            kept=len(found) - len(still_open),
            near_copies=tuple(map(tuple, result.review.near_copies)),
            not_looked_for=tuple(result.review.not_looked_for),
        )

    def keep(self, dataset: str, finding_id: str, author: str) -> None:
        """The finding is all right: it is not shown again while its pictures stay as they are."""
        self._database.connection.execute(
            "INSERT OR IGNORE INTO dataset_findings_kept VALUES (?, ?, ?, ?)",
            (dataset, finding_id, author, now_us()),
        )

    def show_again(self, dataset: str, finding_id: str) -> None:
        """Takes `keep` back."""
        self._database.connection.execute(
            "DELETE FROM dataset_findings_kept WHERE dataset = ? AND finding = ?",
            (dataset, finding_id),
        )

    def _kept(self, dataset: str) -> set[str]:
        rows = self._database.connection.execute(
            "SELECT finding FROM dataset_findings_kept WHERE dataset = ?", (dataset,)
        )
        return {row["finding"] for row in rows}


def state_of(picture: DatasetPicture) -> str:
    """What a review's findings hang on besides the picture's file."""
    return f"{picture.label} {picture.split or ''}".strip()


def _open(finding: Finding, present: Mapping[int, DatasetPicture]) -> OpenFinding:
    pictures = tuple(present[key] for key in finding.pictures)
    return OpenFinding(
        finding_id=_finding_id(finding.kind, pictures),
        pictures=pictures,
        remedies=_remedies(finding.kind, pictures),
        **finding.model_dump(exclude={"pictures"}),
    )


def _finding_id(kind: FindingKind, pictures: Sequence[DatasetPicture]) -> str:
    """The same for the same pictures with the same labels and splits, in every review."""
    lines = [f"{one.sha256} {one.picture_id} {state_of(one)}" for one in pictures]
    return hashlib.sha256("\n".join([kind, *lines]).encode()).hexdigest()[:16]


def _remedies(kind: FindingKind, pictures: Sequence[DatasetPicture]) -> tuple[Remedy, ...]:
    if kind is FindingKind.ALL_ALIKE:
        return ()
    if kind is FindingKind.LABEL_CONFLICT:
        return (
            _remedy("All are normal", _labelled(pictures, Label.ANOMALY), label=Label.NORMAL),
            _remedy("All are anomalous", _labelled(pictures, Label.NORMAL), label=Label.ANOMALY),
        )
    if kind is FindingKind.LEAKAGE:
        test = [one for one in pictures if one.split is Split.TEST]
        others = [one for one in pictures if one.split is not Split.TEST]
        return (
            _remedy("All for training", test, split=Split.TRAIN),
            _remedy("All for testing", others, split=Split.TEST),
        )
    if kind is FindingKind.NEAR_COPIES:
        copies = pictures[1:]
        return (_remedy(f"Remove {_words_for(copies, 'copies')}", copies, removed=True),)
    remove = _remedy(f"Remove {_words_for(pictures, 'pictures')}", pictures, removed=True)
    if kind is FindingKind.OUTLIER and pictures[0].label is Label.NORMAL:
        return (_remedy("Make it anomalous", pictures, label=Label.ANOMALY), remove)
    return (remove,)


def _labelled(pictures: Sequence[DatasetPicture], label: Label) -> list[DatasetPicture]:
    return [one for one in pictures if one.label is label]


def _words_for(pictures: Sequence[DatasetPicture], many: str) -> str:
    if len(pictures) == 1:
        return f"picture {pictures[0].picture_id}"
    return f"the {len(pictures)} {many}"


def _remedy(words: str, pictures: Sequence[DatasetPicture], **change: object) -> Remedy:
    return Remedy(
        words=words,
        picture_ids=tuple(one.picture_id for one in pictures),
        change=PictureChange.model_validate(change).given(),
    )
