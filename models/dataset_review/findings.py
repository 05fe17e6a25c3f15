"""Input and result of a dataset review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal

from okng.models.strict_model import StrictModel

Label = Literal["normal", "anomaly"]
Split = Literal["train", "test"]


@dataclass(frozen=True)
class ReviewedPicture:
    """A labelled picture file, with the key by which findings refer to it."""

    key: int
    """Smaller keys are older; of copies the oldest is kept."""
    path: Path
    label: Label
    split: Split | None = None
    """None counts as "train"."""


class FindingKind(StrEnum):
    """Kinds of findings, the most severe first."""

    UNREADABLE = "unreadable"
    ALL_ALIKE = "all_alike"
    LABEL_CONFLICT = "label_conflict"
    """Near duplicates of which some are labelled normal and some anomalous."""
    LEAKAGE = "leakage"
    """Near duplicates of which some are in the training set and some in the test set."""
    OUTLIER = "outlier"
    """A picture unlike all others of its class."""
    EMPTY = "empty"
    """A black, white or uniformly grey picture without a part."""
    ODD_FORMAT = "odd_format"
    """A picture with a different size, colour or bit depth than most."""
    NEAR_COPIES = "near_copies"


class Spot(StrictModel):
    """The spot in a picture that is most unlike others, as shares of width and height."""

    x: float
    y: float


class ReviewFinding(StrictModel):
    """A finding of a dataset review: the pictures concerned, the problem, and what to do."""

    kind: FindingKind
    pictures: list[int]
    """Keys of the pictures, the oldest first."""
    problem: str
    advice: str
    evidence: str
    """The figures behind the finding."""
    spot: Spot | None = None
    """The most unusual spot of an outlier."""


class DatasetReview(StrictModel):
    """Result of a dataset review: the findings, most severe first, and the near duplicates."""

    pictures: int
    findings: list[ReviewFinding]
    near_copies: list[list[int]]
    """Groups of keys of near duplicates, which must stay on one side of a split."""
    not_looked_for: list[str]
    """Kinds of problems that couldn't be checked, and why."""


def count_words(keys: Sequence[int]) -> str:
    """The number of pictures in words: `1 picture`, `2 pictures`."""
    return "1 picture" if len(keys) == 1 else f"{len(keys)} pictures"
