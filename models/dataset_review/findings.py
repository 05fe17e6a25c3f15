"""What a review takes and what it gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

Label = Literal["normal", "anomaly"]
Split = Literal["train", "test"]


@dataclass(frozen=True)
class ReviewedPicture:
    """A labelled picture file under the key that findings name it by."""

    key: int
    """Smaller ones are older: of copies the oldest is the one to keep."""
    path: Path
    label: Label
    split: Split | None = None
    """None is learnt from like "train"."""


class FindingKind(StrEnum):
    """What can be wrong, the gravest first."""

    UNREADABLE = "unreadable"
    ALL_ALIKE = "all_alike"
    LABEL_CONFLICT = "label_conflict"
    """The same or nearly the same picture is normal and anomalous."""
    LEAKAGE = "leakage"
    """Nearly the same picture is learnt from and tested with."""
    OUTLIER = "outlier"
    """Unlike all others of its class."""
    EMPTY = "empty"
    """Black, white or of one grey: there is no part on it."""
    ODD_FORMAT = "odd_format"
    """Another size, colour or bit depth than most."""
    NEAR_COPIES = "near_copies"


class Spot(BaseModel):
    """The place of a picture that is most unlike the others, as shares of its width and height."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    x: float
    y: float


class Finding(BaseModel):
    """Pictures of which something is wrong, and what to do about it, in words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: FindingKind
    pictures: list[int]
    """Their keys, the oldest first."""
    problem: str
    advice: str
    evidence: str
    """The figures behind it, for those who ask."""
    spot: Spot | None = None
    """Of an outlier."""


class Review(BaseModel):
    """All findings, the gravest first, and which pictures are nearly the same."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pictures: int
    findings: list[Finding]
    near_copies: list[list[int]]
    """Keys of pictures that must stay on one side of a split, a list a group."""
    not_looked_for: list[str]
    """What couldn't be looked for, and why."""


def count_words(keys: Sequence[int]) -> str:
    """`1 picture`, `2 pictures`."""
    return "1 picture" if len(keys) == 1 else f"{len(keys)} pictures"
