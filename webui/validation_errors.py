"""Pydantic's validation errors in sentences for the person who sent the values."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from okng.device.settings.errors import unknown_setting
from okng.device.settings.fields import place
from okng.models.field_words import field_words, unit
from okng.models.validation_words import dotted, given, place_of, requirement

NameOf = Callable[[ErrorDetails], str]
Root = type[BaseModel] | None
"""The class that was validated; used to suggest a name for an unknown setting."""


def page_name(problem: ErrorDetails) -> str:
    """The field as the pages call it: "Exposure"."""
    return field_words(place_of(problem))


def dotted_name(problem: ErrorDetails) -> str:
    """The field as the API calls it: `acquisition.exposure_us`."""
    return dotted(problem)


def explain(error: ValidationError, root: Root = None, name_of: NameOf = page_name) -> str:
    """A sentence for each field: "Time limit: must be at most 600,000 ms; you gave 900,000 ms"."""
    problems = error.errors(include_url=False)
    return "; ".join(_sentence(name_of(problem), problem, root) for problem in problems)


def by_field(error: ValidationError, root: Root) -> dict[str, list[str]]:
    """What is wrong with each field, by the name that the API has for it."""
    fields: dict[str, list[str]] = {}
    for problem in error.errors(include_url=False):
        fields.setdefault(dotted(problem) or "_schema", []).append(_what_is_wrong(problem, root))
    return fields


def _sentence(name: str, problem: ErrorDetails, root: Root) -> str:
    told = _what_is_wrong(problem, root)
    if not name or problem["type"] == "extra_forbidden":
        return told
    value = given(problem, unit(_field(problem)))
    return f"{name}: {told}; you gave {value}" if value else f"{name}: {told}"


def _what_is_wrong(problem: ErrorDetails, root: Root) -> str:
    if problem["type"] != "extra_forbidden":
        return requirement(problem, unit(_field(problem)))
    at = place(root, problem["loc"]) if root else None
    return unknown_setting(at) if at else f'unknown setting "{_field(problem)}"'


def _field(problem: ErrorDetails) -> str:
    return str((place_of(problem) or ("",))[-1])
