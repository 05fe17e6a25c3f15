"""Edits of a TOML text that keep its comments, its order and the style of everything else."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array, Table

from okng.device.settings.fields import is_secret
from okng.device.settings.toml_positions import KeyPath
from okng.models.documents import parse_toml
from okng.models.errors import OkngError

MASK = "***"
_SECRET_IN_COMMENT = re.compile(
    r"(#.*(?:password|secret|secret_access_key|token|apprise_url)\s*=\s*).*"
)

Changes = Mapping[KeyPath, object | None]
"""The new value of each key; None removes the key, or the table of an array."""


class TomlEditError(OkngError):
    """The text is written in a way that can't be edited without changing something else."""

    http_status = HTTPStatus.CONFLICT


def edited(text: str, changes: Changes) -> str:
    """The text with the changes.

    Args:
        text: Valid TOML.
        changes: Tables on the way to a key are made where they are missing; an index just behind
            the last one adds a table to an array.

    Raises:
        TomlEditError: the edited text would not have exactly these values; nothing is lost.
    """
    line_end = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n")
    wanted = parse_toml(text)
    _apply(wanted, changes, dict, list)
    try:
        document = tomlkit.parse(text)
        _apply(document, changes, _new_table, tomlkit.aot)
        result = tomlkit.dumps(document).rstrip("\n") + "\n"
        same = parse_toml(result) == wanted
    except (TOMLKitError, ValueError, TypeError) as error:
        raise TomlEditError(f"the settings file can't be edited: {error}") from error
    if not same:
        raise TomlEditError("the settings file can't be edited without changing other settings")
    return result.replace("\n", line_end)


def _apply(document: Any, changes: Changes, new_table: Any, new_array: Any) -> None:
    for path, value in changes.items():
        container = document
        for key, following in itertools.pairwise(path):
            container = _inner(container, key, following, new_table, new_array)
        if value is None:
            _remove(container, path[-1])
        else:
            _set(container, path[-1], value)
    # Empty arrays of tables, such as `sinks` without its last table, are no TOML of their own.
    for key in {path[0] for path in changes}:
        if isinstance(document.get(key), AoT | list) and not document[key]:
            del document[key]


def _inner(container: Any, key: str | int, following: str | int, table: Any, array: Any) -> Any:
    """The table or array at a key, which is made where it is missing."""
    missing = key >= len(container) if isinstance(key, int) else key not in container
    if missing and isinstance(key, int):
        inline = isinstance(container, Array)
        if isinstance(container, AoT) and container:
            _end_with_empty_line(container[-1])
        container.append(tomlkit.inline_table() if inline else table())
    elif missing:
        if isinstance(container, tomlkit.TOMLDocument):
            _end_with_empty_line(container)
        container[key] = array() if isinstance(following, int) else table()
    return container[key]


def _end_with_empty_line(container: Table | tomlkit.TOMLDocument) -> None:
    text = container.as_string()
    if text and not text.endswith("\n\n"):
        container.add(tomlkit.nl())


def _new_table() -> Table:
    table = tomlkit.table()
    # An empty line after it.
    table.add(tomlkit.nl())
    return table


def _set(container: Any, key: str | int, value: object) -> None:
    """Sets a key; a new one comes behind the last key of its table.

    tomlkit counts the comment above the next table among the lines of this one.
    """
    if not isinstance(container, Table) or not isinstance(key, str) or key in container:
        container[key] = value
        return
    body = container.value.body
    tail = []
    while body and body[-1][0] is None:
        tail.append(body.pop())
    container[key] = value
    body.extend(reversed(tail))


def _remove(container: Any, key: str | int) -> None:
    if isinstance(key, int) or key in container:
        del container[key]


def with_secrets_masked(text: str) -> str:
    """The text with `***` for each secret, also where a comment holds one."""
    document = tomlkit.parse(text)
    _mask(document)
    return _SECRET_IN_COMMENT.sub(r"\1***", tomlkit.dumps(document))


def _mask(value: Any) -> None:
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in list(items):
        if isinstance(inner, dict | list):
            _mask(inner)
        elif is_secret(str(key)):
            value[key] = MASK
