"""The pictures that a person should look at first."""

from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel, ConfigDict

WORST = 10


class ScoredPicture(BaseModel):
    """A labelled picture and its score by a model that had not seen it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    sha256: str
    label: Literal["normal", "anomaly"]
    score: float


def worst_pictures(
    pictures: Iterable[ScoredPicture], threshold: float, count: int = WORST
) -> list[ScoredPicture]:
    """Those farthest on the wrong side of the threshold, then those nearest to it on the right."""

    def wrongness(picture: ScoredPicture) -> float:
        over = picture.score - threshold
        return over if picture.label == "normal" else -over

    return sorted(pictures, key=wrongness, reverse=True)[:count]
