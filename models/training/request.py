"""Training requests, and the errors that end a training."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from pathlib import Path
from typing import Literal

from pydantic import Field

from okng.models.errors import OkngError
from okng.models.names import Name
from okng.models.preparation.preparation import NO_PREPARATION, Preparation
from okng.models.strict_model import StrictModel
from okng.models.training.options import TrainingOptions

MINIMUM_NORMAL_IMAGES = 20

Label = Literal["normal", "anomaly"]


class TrainingError(OkngError, ValueError):
    """The training cannot be done; the message says what was given and what is needed."""

    http_status = HTTPStatus.CONFLICT


class TrainingCancelledError(OkngError):
    """The training was cancelled; nothing was written."""


class TrainingPicture(StrictModel):
    """One labelled picture file, with what is known about it."""

    path: Path
    label: Label
    """Models learn from normal pictures only; anomalous ones are needed for the metrics."""
    split: Literal["train", "test"] | None = None
    """A "test" picture is held out: only the final model is measured on it."""
    batch: str | None = None
    """The batch of the part: its lot, shift or day."""
    defect_type: str | None = None
    mask: Path | None = None
    """File that tells which pixels of an anomalous picture are defective (`read_mask`)."""
    sha256: str | None = None
    """SHA-256 of the file when it was stored; None where it is not known."""


class TrainingRequest(TrainingOptions):
    """A training request: options, pictures, and where the bundle goes."""

    name: Name
    root: Path
    """The models folder; the bundle becomes `<root>/<name>/<next version>/`."""
    first_version: int = Field(default=1, ge=1)
    """The lowest number that the new version may get."""
    pictures: list[TrainingPicture]
    preparation: Preparation = NO_PREPARATION
    """Steps that every picture goes through first; the bundle keeps them."""
    significant_bits: int | None = None
    """Of uint16 pictures before their preparation, as
    `okng.models.images.preprocessing.to_model_input` takes them."""
    seed: int = Field(default=0, ge=0)
    author: str = ""
    threads: int = Field(default=2, ge=1)


def need_normal_pictures(pictures: Sequence[TrainingPicture]) -> None:
    """Raise `TrainingError` where there are too few normal pictures to learn from."""
    held_out = [picture.split == "test" for picture in pictures if picture.label == "normal"]
    learnt = held_out.count(False)
    if learnt < MINIMUM_NORMAL_IMAGES:
        besides = f", besides {held_out.count(True)} for testing" if any(held_out) else ""
        raise TrainingError(
            f"{learnt} normal pictures were given{besides}; "
            f"at least {MINIMUM_NORMAL_IMAGES} are needed"
        )
