"""Worst judged pictures, which a person should look at first."""

from collections.abc import Iterable
from typing import Literal

from okng.models.strict_model import StrictModel

WORST = 10


class ScoredPicture(StrictModel):
    """A labelled picture and its score by a model that had not seen it."""

    name: str
    sha256: str
    label: Literal["normal", "anomaly"]
    score: float


def worst_pictures(
    pictures: Iterable[ScoredPicture], threshold: float, count: int = WORST
) -> list[ScoredPicture]:
    """Pictures farthest on the wrong side of the threshold, then the nearest on the right side."""

    def wrongness(picture: ScoredPicture) -> float:
        over = picture.score - threshold
        return over if picture.label == "normal" else -over

    return sorted(pictures, key=wrongness, reverse=True)[:count]
