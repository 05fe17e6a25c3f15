"""Requests to train a detector, and the least data that a training needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from pydantic import Field

from okng.models.boxes import Boxes
from okng.models.detection.darknet.network import MAX_SIDE
from okng.models.names import Name
from okng.models.strict_model import StrictModel
from okng.models.training.detection.initial_network import InitialNetwork
from okng.models.training.request import TrainingError

SIDE_MULTIPLE = 32
"""Height and width are multiples of it: the stride of the coarsest head of YOLO networks."""
MINIMUM_BOXES = 5
"""Least number of boxes of each class in the training set."""
MINIMUM_PICTURES = 10
"""Least number of labelled pictures, for training, validation and test set together."""


class DetectorTrainingOptions(StrictModel):
    """Options of a detector's fine-tuning."""

    epochs: int = Field(default=80, ge=1, le=1000)
    """Passes over the pictures; fewer where the model stops improving."""
    batch_size: int = Field(default=8, ge=1, le=64)
    input_height: int | None = Field(default=None, ge=64, le=MAX_SIDE, multiple_of=SIDE_MULTIPLE)
    """Height of the network's input in pixels; None means as the `.cfg` says."""
    input_width: int | None = Field(default=None, ge=64, le=MAX_SIDE, multiple_of=SIDE_MULTIPLE)
    mirror: bool = False
    """Augment with mirrored pictures; wrong for parts with a left and a right, such as print."""
    quarter_turns: bool = False
    """Augment with turns by 90 degrees, or by 180 where the input isn't square."""


class BoxedPicture(StrictModel):
    """A labelled picture file; without boxes, nothing is in it."""

    path: Path
    sha256: str
    boxes: Boxes
    split: Literal["train", "test"] | None = None
    """A "test" picture is never learnt from; None lets the training decide."""


class DetectorTrainingRequest(DetectorTrainingOptions, InitialNetwork):
    """A request to train a detector: options, initial network, pictures, and the bundle's place."""

    name: Name
    root: Path
    """The models folder; the bundle becomes `<root>/<name>/<next version>/`."""
    pictures: list[BoxedPicture]
    seed: int = Field(default=0, ge=0)
    author: str = ""
    threads: int = Field(default=2, ge=1)


def classes_of(pictures: Sequence[BoxedPicture]) -> list[str]:
    """The class names of all boxes, sorted."""
    return sorted({box.name for picture in pictures for box in picture.boxes})


def need_boxes(pictures: Sequence[BoxedPicture]) -> None:
    """Raise `TrainingError` where there are too few pictures, or no boxes at all."""
    if not any(picture.boxes for picture in pictures):
        raise TrainingError(
            f"none of {len(pictures)} labelled pictures has a box: draw boxes on the Training "
            "page, or import them with `okng dataset import-boxes`"
        )
    if len(pictures) < MINIMUM_PICTURES:
        raise TrainingError(
            f"{len(pictures)} pictures have boxes or are marked as empty; at least "
            f"{MINIMUM_PICTURES} are needed"
        )


def need_boxes_of_each_class(learnt: Sequence[BoxedPicture], classes: Sequence[str]) -> None:
    """Raise `TrainingError`, naming the classes, where some have too few boxes to learn from."""
    counts = Counter(box.name for picture in learnt for box in picture.boxes)
    few = [f"{name} {counts[name]}" for name in classes if counts[name] < MINIMUM_BOXES]
    if few:
        raise TrainingError(
            f"too few boxes in the {len(learnt)} training pictures: {', '.join(few)}; at least "
            f"{MINIMUM_BOXES} of each class are needed there, besides those in held-out pictures: "
            "draw more, or remove the class"
        )
