"""Pydantic's validation errors in plain words, for whoever gave the value."""

from __future__ import annotations

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from okng.models.field_words import number

_BOUNDS = {
    "greater_than": ("must be more than", "gt"),
    "greater_than_equal": ("must be at least", "ge"),
    "less_than": ("must be less than", "lt"),
    "less_than_equal": ("must be at most", "le"),
    "multiple_of": ("must be a multiple of", "multiple_of"),
}
_WORDS = {
    "missing": "is missing",
    "extra_forbidden": "is not known here",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "finite_number": "must be a finite number",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "string_type": "must be text",
    "string_too_long": "must have at most {max_length} characters",
    "string_too_short": "must have at least {min_length} characters",
    "string_pattern_mismatch": "must match the pattern {pattern}",
    "too_long": "must have at most {max_length} entries",
    "too_short": "must have at least {min_length} entries",
    "list_type": "must be a list",
    "tuple_type": "must be a list",
    "dict_type": "must be an object with named values",
    "model_type": "must be an object with named values",
    "literal_error": "must be {expected}",
    "enum": "must be {expected}",
    "union_tag_invalid": "has the unknown type {tag!r}; known are {expected_tags}",
    "union_tag_not_found": "needs a type",
    "timezone_aware": "needs a time zone, such as Z or +01:00",
}
_SHOWN_CHARACTERS = 80


def requirement(problem: ErrorDetails, unit: str = "") -> str:
    """What is wrong with the value: `must be at most 600,000 ms`."""
    kind, context = problem["type"], problem.get("ctx", {})
    if kind in ("value_error", "assertion_error"):
        return str(context["error"]) if "error" in context else problem["msg"].partition(", ")[2]
    if kind in _BOUNDS:
        words, bound = _BOUNDS[kind]
        return f"{words} {number(context[bound])} {unit}".rstrip()
    return _WORDS[kind].format(**context) if kind in _WORDS else problem["msg"]


def given(problem: ErrorDetails, unit: str = "") -> str:
    """The value in short; empty where there is none, it has an inside, or the problem tells it."""
    value = problem["input"]
    if problem["type"] in ("missing", "extra_forbidden", "value_error", "assertion_error"):
        return ""
    if isinstance(value, str):
        return repr(value[:_SHOWN_CHARACTERS]) + ("..." if len(value) > _SHOWN_CHARACTERS else "")
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    return f"{number(value)} {unit}".rstrip() if isinstance(value, int | float) else ""


def place_of(problem: ErrorDetails) -> tuple[int | str, ...]:
    """The place of the value, without the types of a union that pydantic tried."""
    return tuple(part for part in problem["loc"] if not _is_union_member(part))


def dotted(problem: ErrorDetails) -> str:
    """The place of the value: `rules.2.at_most`; empty for the whole."""
    return ".".join(map(str, place_of(problem)))


def explain(problem: ErrorDetails) -> str:
    """The problem with its place and the value: `at_most: must be at least 1 (given: 0)`."""
    place, value = dotted(problem), given(problem)
    told = f"{place}: {requirement(problem)}" if place else requirement(problem)
    return f"{told} (given: {value})" if value else told


def _is_union_member(part: int | str) -> bool:
    """Whether pydantic names a type that was tried, as in `str | int`, and no field."""
    return part in ("int", "str") or str(part).startswith(("function-", "constrained-"))


def explain_first(error: ValidationError) -> str:
    """The first problem of all, as `explain` words it."""
    return explain(error.errors(include_url=False)[0])
