"""Names that people give, in any script: of a station, a recipe, a dataset, a model, a person.

A name is a folder, a level of an MQTT topic, a part of an address and of an object's key just as it
stands. What one of these can't hold is refused here, so that nothing has to be encoded elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

MAX_CHARACTERS = 64
MAX_BYTES = 200
"""In UTF-8. File systems allow 255 for a folder or file, and some have more than the name."""
SEPARATORS = "/\\"
RESERVED = '/\\:*?"<>|+#%'
"""They separate, select or encode in file systems, MQTT topics, addresses, or `NAME:VERSION`."""
_SPACES = " \u3000"
_JOINERS = "\u200c\u200d"
"""Invisible, and yet Persian, Hindi and others are misspelt without them."""

NAME_RULE = (
    f"a name in any script, 1 to {MAX_CHARACTERS} characters, none of `{' '.join(RESERVED)}`"
)
"""What a name may be, in short."""


def normalized(text: str) -> str:
    """Text as names are stored and compared: in Unicode's form NFC, without spaces around it.

    A Mac may write the ö of Jörg as two characters, other systems as one: it is the same name.
    """
    return unicodedata.normalize("NFC", text).strip(_SPACES)


def invisible_character(text: str) -> str | None:
    """The first control, formatting or undefined character as `U+202E`; None if there is none."""
    for character in text:
        if not (character.isprintable() or character in _SPACES + _JOINERS):
            return f"U+{ord(character):04X}"
    return None


def checked_name(text: str) -> str:
    """The normalized name.

    Raises:
        ValueError: it can't be a name; the message says why.
    """
    name = _checked(text, RESERVED)
    if not name[0].isalnum():
        raise ValueError(f"a name begins with a letter or a digit, not with {name[0]!r}")
    if name.endswith("."):
        raise ValueError("a name can't end with a dot")
    return name


def checked_words(text: str) -> str:
    """The normalized name of a batch or a type of defect, which has to be safe as a folder only.

    Raises:
        ValueError: it can't be one; the message says why.
    """
    words = _checked(text, SEPARATORS)
    if words.startswith("."):
        raise ValueError("a name can't begin with a dot")
    return words


def possible_name(text: str) -> str:
    """The nearest name to a text, such as that of a folder; empty if nothing of it can be kept."""
    name = normalized(text)
    name = "".join(character if _is_allowed(character) else "\0" for character in name)
    name = re.sub(" *\0[\0 ]*", "-", name)[:MAX_CHARACTERS]
    name = name.encode()[:MAX_BYTES].decode(errors="ignore")
    while name and not name[0].isalnum():
        name = name[1:]
    return name.rstrip("-. \u3000")


def _is_allowed(character: str) -> bool:
    return character not in RESERVED and invisible_character(character) is None


def _checked(text: str, reserved: str) -> str:
    name = normalized(text)
    if not name:
        raise ValueError("a name can't be empty")
    if len(name) > MAX_CHARACTERS:
        raise ValueError(f"a name has at most {MAX_CHARACTERS} characters; this has {len(name)}")
    if any(character in reserved for character in name):
        raise ValueError(f"a name can't contain any of {' '.join(reserved)}")
    if invisible := invisible_character(name):
        raise ValueError(f"a name can't contain the invisible character {invisible}")
    if (size := len(name.encode())) > MAX_BYTES:
        raise ValueError(f"a name takes at most {MAX_BYTES} bytes in UTF-8; this takes {size}")
    return name


def _text(check: Callable[[str], str], pattern: str) -> tuple[AfterValidator, WithJsonSchema]:
    schema = {"type": "string", "minLength": 1, "maxLength": MAX_CHARACTERS, "pattern": pattern}
    return AfterValidator(check), WithJsonSchema(schema)


NAME_PATTERN = r'^[^/\\:*?"<>|+#%\x00-\x1f]+$'
"""For schemas: what it refuses is no name; `checked_name` refuses some more."""

Name = Annotated[str, *_text(checked_name, NAME_PATTERN)]
"""A name as `checked_name` allows it. Upper and lower case make different names."""

Words = Annotated[str, *_text(checked_words, r"^[^/\\\x00-\x1f]+$")]
"""The name of a batch or a type of defect, as `checked_words` allows it."""
