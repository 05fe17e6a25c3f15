"""Input and result of a dataset review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Literal

from okng.models.evaluation.dataset_bias import DatasetBias
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
    batch: str | None = None
    added_at: datetime | None = None
    """When it came into the dataset, in local time; None where that isn't known."""
    person: str | None = None
    """Who added it."""


class FindingKind(StrEnum):
    """Kinds of findings, the most severe first."""

    UNREADABLE = "unreadable"
    ALL_ALIKE = "all_alike"
    LABEL_CONFLICT = "label_conflict"
    """Near duplicates of which some are labelled normal and some anomalous."""
    LEAKAGE = "leakage"
    """Near duplicates of which some are in the training set and some in the test set."""
    SHORTCUT = "shortcut"
    """Label, batch, day, camera or person can be told without a look at the part."""
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


class ShortcutTarget(StrEnum):
    """What may be told without a look at the part."""

    LABEL = "label"
    BATCH = "batch"
    DAY = "day"
    CAMERA = "camera"
    PERSON = "person"


class ShortcutGroup(StrEnum):
    """What it may be told from: features of a picture, and what is recorded of it."""

    BORDER = "border"
    OUTSIDE = "outside"
    LIGHT = "light"
    SHARPNESS = "sharpness"
    FILE = "file"
    BATCH = "batch"
    DAY = "day"
    TIME = "time"
    CAMERA = "camera"
    PERSON = "person"


class ShortcutEvidence(StrictModel):
    """How well one group of features tells the target."""

    group: ShortcutGroup
    auroc: float
    """Cross-validated; of several values that of the two which are told apart most clearly."""
    p_value: float
    """Of a permutation test, corrected for the number of groups."""


class ShortcutSide(StrictModel):
    """A typical picture of one side of what can be told apart, and that side in words."""

    picture: int
    words: str


class Shortcut(StrictModel):
    """A shortcut: groups of features that tell the target without a look at the part."""

    target: ShortcutTarget
    groups: list[ShortcutEvidence]
    """Those that tell it, the clearest first."""
    sides: list[ShortcutSide]


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
    shortcut: Shortcut | None = None


class DatasetReview(StrictModel):
    """Result of a dataset review: the findings, most severe first, and the near duplicates."""

    pictures: int
    findings: list[ReviewFinding]
    near_copies: list[list[int]]
    """Groups of keys of near duplicates, which must stay on one side of a split."""
    not_looked_for: list[str]
    """Kinds of problems that couldn't be checked, and why."""
    bias: DatasetBias | None = None
    """None where the dataset has one label only, and in reviews before these figures."""


def count_words(keys: Sequence[int]) -> str:
    """The number of pictures in words: `1 picture`, `2 pictures`."""
    return "1 picture" if len(keys) == 1 else f"{len(keys)} pictures"
