"""What a value must be is told in plain words, by whatever way it came."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest
from pydantic import Field, ValidationError

from okng.models.names import Name
from okng.models.strict_model import StrictModel
from okng.models.validation_words import explain_first


class Part(StrictModel):
    number: Annotated[int, Field(ge=1, le=65_535)] = 1
    delay_ms: Annotated[float, Field(gt=0)] = 1.0
    kind: Literal["lid", "cup"] = "lid"
    recipe: Annotated[int, Field(strict=True)] | Name = 1
    names: Annotated[tuple[str, ...], Field(max_length=2)] = ()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"number": 99_999_999}, "number: must be at most 65,535 (given: 99,999,999)"),
        ({"number": "many"}, "number: must be a whole number (given: 'many')"),
        ({"number": 1.5}, "number: must be a whole number (given: 1.5)"),
        ({"delay_ms": 0}, "delay_ms: must be more than 0 (given: 0)"),
        ({"delay_ms": "long"}, "delay_ms: must be a number (given: 'long')"),
        ({"kind": "box"}, "kind: must be 'lid' or 'cup' (given: 'box')"),
        ({"names": ["a", "b", "c"]}, "names: must have at most 2 entries"),
        ({"names": "abc"}, "names: must be a list (given: 'abc')"),
        ({"recipe": "a/b"}, "recipe: "),
        ({"colour": 1}, "colour: is not known here"),
    ],
)
def test_a_wrong_value_is_told_without_the_words_of_a_library(
    given: dict[str, object], told: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        Part.model_validate(given)
    assert explain_first(refused.value).startswith(told)
    assert "Input should" not in explain_first(refused.value)
