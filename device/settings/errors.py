"""Explains pydantic's errors to the person who wrote the settings."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from okng.device.settings.fields import Place, allowed, is_secret, place, type_words
from okng.device.settings.sources import Sources, dotted
from okng.models.validation_words import requirement


def explain(error: ValidationError, root: type[BaseModel], sources: Sources) -> str:
    """The error in words, a line for each problem: place, key, what was given, what is allowed."""
    lines = [
        _line(problem, place(root, problem["loc"]), sources)
        for problem in error.errors(include_url=False)
        # Only says that an earlier problem keeps a default from being worked out.
        if problem["type"] != "default_factory_not_called"
    ]
    return "\n".join(lines)


def _line(problem: ErrorDetails, at: Place, sources: Sources) -> str:
    path = (*at.path, "type") if problem["type"] == "union_tag_invalid" else at.path
    origin = sources.nearest_origin(path)
    prefix = f"{origin}: " if origin else ""
    return f"{prefix}{dotted(path) or 'settings'}{_what_is_wrong(problem, at)}"


def _what_is_wrong(problem: ErrorDetails, at: Place) -> str:
    kind = problem["type"]
    if kind == "extra_forbidden":
        return f": {unknown_setting(at)}; known: {', '.join(sorted(at.table.model_fields))}"
    if at.field and kind == "missing":
        return f" is missing; allowed: {allowed(at.field)}"
    if at.field and kind == "union_tag_invalid":
        tag = problem["ctx"]["tag"]
        return f" = {tag!r}: {_choice(tag, type_words(at.field))}"
    if at.field and kind == "union_tag_not_found":
        return f".type is missing; known: {', '.join(type_words(at.field))}"
    return f"{_given(problem, at)}: {_requirement(problem, at)}"


def _given(problem: ErrorDetails, at: Place) -> str:
    value = problem["input"]
    if isinstance(value, dict | BaseModel):
        return ""
    return " = ***" if is_secret(str(at.path[-1])) else f" = {value!r}"


def _requirement(problem: ErrorDetails, at: Place) -> str:
    if at.field and problem["type"] not in ("value_error", "assertion_error"):
        return f"allowed: {allowed(at.field)}"
    return requirement(problem)


def unknown_setting(at: Place) -> str:
    """Names an unknown key: `unknown setting "exposure_ms" (did you mean exposure_us?)`."""
    name = str(at.path[-1])
    near = difflib.get_close_matches(name, list(at.table.model_fields), n=1)
    question = f" (did you mean {near[0]}?)" if near else ""
    return f'unknown setting "{name}"{question}'


def _choice(given: str, known: Iterable[str]) -> str:
    words = sorted(known)
    near = difflib.get_close_matches(given, words, n=1)
    question = f"did you mean {near[0]!r}? " if near else ""
    return f"{question}known: {', '.join(words)}"
