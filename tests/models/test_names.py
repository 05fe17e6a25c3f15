"""A person called Jörg is refused nowhere, and nobody's name leads into another folder or topic."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from okng.models.names import Name, Words, possible_name

NAMES = json.loads((Path(__file__).parents[1] / "support" / "names.json").read_text("utf-8"))
NAME: TypeAdapter[str] = TypeAdapter(Name)
WORDS: TypeAdapter[str] = TypeAdapter(Words)


@pytest.mark.parametrize(("given", "stored"), NAMES["allowed"].items())
def test_a_name_in_any_script_is_allowed_and_has_one_form(given: str, stored: str) -> None:
    assert NAME.validate_python(given) == stored
    assert NAME.validate_python(stored) == stored
    assert len(stored.encode()) <= 200


@pytest.mark.parametrize("given", NAMES["refused"])
def test_what_is_no_folder_topic_or_address_is_refused(given: str) -> None:
    with pytest.raises(ValidationError, match="a name "):
        NAME.validate_python(given)


def test_upper_and_lower_case_make_different_names() -> None:
    assert NAME.validate_python("Discs") != NAME.validate_python("discs")


@pytest.mark.parametrize("given", ["LOT:7+8", "#3", "-5", "50 %"])
def test_a_batch_may_have_what_no_topic_can(given: str) -> None:
    assert WORDS.validate_python(given) == given


@pytest.mark.parametrize("given", ["a/b", "..", "\u202eabc", ""])
def test_a_batch_is_no_way_to_another_folder(given: str) -> None:
    with pytest.raises(ValidationError):
        WORDS.validate_python(given)


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("Gehäuse groß", "Gehäuse groß"),
        ("Teile + Bleche #2", "Teile-Bleche-2"),
        ("..c++", "c"),
        ("#1", "1"),
        ("x" * 99, "x" * 64),
        ("///", ""),
    ],
)
def test_a_folder_gives_its_dataset_the_nearest_name(folder: str, name: str) -> None:
    assert possible_name(folder) == name
    if name:
        assert NAME.validate_python(name) == name
