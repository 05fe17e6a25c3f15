"""What a training of a detector is asked for, and from what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from okng.models.detection.darknet.network import MAX_SIDE
from okng.models.detection.labelled_box import Boxes
from okng.models.manifest import BundleName
from okng.models.training.detection.beginning import BeginningNetwork
from okng.models.training.request import TrainingError

SIDE_MULTIPLE = 32
"""Of height and width: what the coarsest head of every YOLO network divides them by."""
MINIMUM_BOXES = 5
"""Of each class in pictures that are learnt from."""
MINIMUM_PICTURES = 10
"""That have been looked at, to learn from, to stop by and to test with."""


class DetectorTrainingOptions(BaseModel):
    """How a detector is fine-tuned."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    epochs: int = Field(default=80, ge=1, le=1000)
    """Passes over the pictures, unless it stops to get better before."""
    batch_size: int = Field(default=8, ge=1, le=64)
    input_height: int | None = Field(default=None, ge=64, le=MAX_SIDE, multiple_of=SIDE_MULTIPLE)
    """Pixels of the network's input; None is the `.cfg`'s."""
    input_width: int | None = Field(default=None, ge=64, le=MAX_SIDE, multiple_of=SIDE_MULTIPLE)
    mirror: bool = False
    """Learn pictures mirrored too: not for what has a left and a right, such as print."""
    quarter_turns: bool = False
    """And turned by 90 degrees, or by 180 where the input isn't square."""


class BoxedPicture(BaseModel):
    """A picture file of which somebody has said what is where; no boxes: nothing is there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    path: Path
    sha256: str
    boxes: Boxes
    split: Literal["train", "test"] | None = None
    """Those of "test" are never learnt from; None is decided by the training."""


class DetectorTrainingRequest(DetectorTrainingOptions, BeginningNetwork):
    """What to train, from what, and where the bundle goes."""

    name: BundleName
    root: Path
    """The models folder; the bundle becomes `<root>/<name>/<next version>/`."""
    pictures: list[BoxedPicture]
    seed: int = Field(default=0, ge=0)
    author: str = ""
    threads: int = Field(default=2, ge=1)


def classes_of(pictures: Sequence[BoxedPicture]) -> list[str]:
    """All names of boxes, sorted."""
    return sorted({box.name for picture in pictures for box in picture.boxes})


def need_boxes(pictures: Sequence[BoxedPicture]) -> None:
    """Raises `TrainingError` where there are too few pictures, or no boxes at all."""
    if not any(picture.boxes for picture in pictures):
        raise TrainingError(
            f"none of {len(pictures)} pictures with a person's word on them has a box: draw boxes "
            "on the Training page, or import them with `okng dataset import-boxes`"
        )
    if len(pictures) < MINIMUM_PICTURES:
        raise TrainingError(
            f"{len(pictures)} pictures have boxes, or a person's word that nothing is there; at "
            f"least {MINIMUM_PICTURES} are needed"
        )


def need_boxes_of_each_class(learnt: Sequence[BoxedPicture], classes: Sequence[str]) -> None:
    """Raises `TrainingError` that names the classes with too few boxes to learn from."""
    counts = Counter(box.name for picture in learnt for box in picture.boxes)
    few = [f"{name} {counts[name]}" for name in classes if counts[name] < MINIMUM_BOXES]
    if few:
        raise TrainingError(
            f"too few boxes in the {len(learnt)} pictures to learn from: {', '.join(few)}; at "
            f"least {MINIMUM_BOXES} of each class are needed there, besides those in pictures that "
            "are put aside: draw more, or take the class away"
        )
