"""The challenge of a recipe: when known parts are asked for, and which."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum

from pydantic import Field, field_validator

from okng.device.challenge_part import ChallengePart
from okng.models.strict_model import StrictModel

MAX_PARTS = 20


class ChallengeCause(StrEnum):
    """What a challenge is asked for at."""

    RECIPE_START = "recipe_start"
    SHIFT_START = "shift_start"


class ChallengeSettings(StrictModel):
    """Known parts that the station must judge right before it takes parts of production."""

    at: tuple[ChallengeCause, ...] = Field(
        default=(ChallengeCause.RECIPE_START, ChallengeCause.SHIFT_START), min_length=1
    )
    """`recipe_start`: whenever the recipe, or another version of it, begins to inspect.
    `shift_start`: once in every shift in which the recipe inspects."""
    parts: tuple[ChallengePart, ...] = Field(min_length=1, max_length=MAX_PARTS)

    @field_validator("at")
    @classmethod
    def _each_once(cls, at: tuple[ChallengeCause, ...]) -> tuple[ChallengeCause, ...]:
        if len(set(at)) < len(at):
            raise ValueError(f"each may stand once; given was {', '.join(at)}")
        return at

    @field_validator("parts")
    @classmethod
    def _names_differ(cls, parts: tuple[ChallengePart, ...]) -> tuple[ChallengePart, ...]:
        counts = Counter(part.name for part in parts)
        if twice := [name for name, count in counts.items() if count > 1]:
            raise ValueError(f"two parts have the name {twice[0]!r}; each needs one of its own")
        return parts
