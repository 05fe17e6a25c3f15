"""What a training is asked for, and how it may end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from okng.models.manifest import BundleName
from okng.models.training.options import TrainingOptions

MINIMUM_NORMAL_IMAGES = 20

Progress = Callable[[float, str], None]
"""Called with the share done, 0 to 1, and what is being done."""

Label = Literal["normal", "anomaly"]


class TrainingError(ValueError):
    """A training that cannot be done; the message says what was given and what is needed."""


class TrainingCancelled(Exception):
    """The training was cancelled; nothing was written."""


class TrainingPicture(BaseModel):
    """One labelled picture file, and what is known of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    path: Path
    label: Label
    """Only normal pictures are learnt from; anomalous ones make the metrics."""
    split: Literal["train", "test"] | None = None
    """Those of "test" are put aside: the final model is measured on them, and nothing else."""
    batch: str | None = None
    """The lot, shift or day of the part."""
    defect_type: str | None = None


class TrainingRequest(TrainingOptions):
    """What to train, from which pictures, and where the bundle goes."""

    name: BundleName
    root: Path
    """The models folder; the bundle becomes `<root>/<name>/<next version>/`."""
    pictures: list[TrainingPicture]
    significant_bits: int | None = None
    """Of uint16 pictures, as `okng.models.preprocessing.to_model_input` takes them."""
    seed: int = Field(default=0, ge=0)
    author: str = ""
    threads: int = Field(default=2, ge=1)


def need_normal_pictures(pictures: Sequence[TrainingPicture]) -> None:
    """Raises `TrainingError` for fewer normal pictures to learn from than are needed."""
    held_out = [one.split == "test" for one in pictures if one.label == "normal"]
    learnt = held_out.count(False)
    if learnt < MINIMUM_NORMAL_IMAGES:
        besides = f", besides {held_out.count(True)} to test on" if any(held_out) else ""
        raise TrainingError(
            f"{learnt} normal pictures were given{besides}; "
            f"at least {MINIMUM_NORMAL_IMAGES} are needed"
        )
