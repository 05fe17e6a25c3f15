"""The words of the pages for fields of recipes and the HTTP API, and the units in their names."""

from __future__ import annotations

from collections.abc import Sequence

_UNITS = {
    "_mm_s": "mm/s",
    "_us": "µs",
    "_ms": "ms",
    "_db": "dB",
    "_hz": "Hz",
    "_px": "px",
    "_mm": "mm",
    "_s": "s",
}
"""By the ends of names; the longer one comes first."""
_WORDS = {
    "consecutive_ng": "NG parts in a row",
    "ng_of_last": "NG among the last parts",
    "number": "number for the PLC",
    "offset_x": "left",
    "offset_y": "top",
    "roi": "region",
    "safe_output": "signal without a verdict",
}
_UNNAMED = "acquisition"
"""The pages show the camera's settings without a name for all of them."""


def unit(field: str) -> str:
    """The unit of a field's values: µs for `exposure_us`; empty if it has none."""
    return next((word for end, word in _UNITS.items() if field.endswith(end)), "")


def with_unit(value: float | str, field: str) -> str:
    """A value as a person reads it: `10,000,000 µs`."""
    return value if isinstance(value, str) else f"{number(value)} {unit(field)}".rstrip()


def number(value: float) -> str:
    """A number as a person reads it: `10,000,000`, `0.5`."""
    return f"{value:,}" if isinstance(value, int) else f"{value:,.12g}"


def field_words(place: Sequence[int | str]) -> str:
    """A place as the pages name it: `detection.rules.2.at_most` is "Detection, rule 3, at most"."""
    words: list[str] = []
    for part in place:
        if isinstance(part, int) and words:
            words[-1] = f"{words[-1].removesuffix('s')} {part + 1}"
        elif part != _UNNAMED:
            words.append(_WORDS.get(str(part)) or _plain(str(part)))
    text = ", ".join(words)
    return text[:1].upper() + text[1:]


def _plain(field: str) -> str:
    end = next((end for end in _UNITS if field.endswith(end)), "")
    return field.removesuffix(end).replace("_", " ")
