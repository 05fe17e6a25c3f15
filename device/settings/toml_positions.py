"""Line numbers of the keys in a TOML file, which `tomllib` doesn't tell."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

KeyPath = tuple[str | int, ...]
"""Keys from the root down; an integer counts the tables of an array."""


def key_lines(text: str) -> dict[KeyPath, int]:
    """The line (from 1) on which the statement that gives each key begins.

    Args:
        text: valid TOML; keys of an inline table or array stand on the line of their statement.
    """
    lines: dict[KeyPath, int] = {}
    array_lengths: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for line, statement in _statements(text):
        content = tomllib.loads(statement)
        if statement.lstrip().startswith("["):
            table = _open_table(content, array_lengths)
            lines.setdefault(table, line)
        else:
            for path in paths_in(content):
                lines.setdefault(table + path, line)
    return lines


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Each statement, which may span lines, with the line it begins on.

    A TOML statement is complete at the first line end at which it can be read.
    """
    begun: list[str] = []
    first = 1
    for number, line in enumerate(text.split("\n"), 1):
        if not begun:
            first = number
        begun.append(line)
        statement = "\n".join(begun)
        try:
            tomllib.loads(statement)
        except tomllib.TOMLDecodeError:
            continue
        yield first, statement
        begun = []


def _open_table(header: dict[str, object], array_lengths: dict[KeyPath, int]) -> KeyPath:
    """Path of the table that a header opens; counts the tables of each array."""
    path: KeyPath = ()
    inner: object = header
    while isinstance(inner, dict) and inner:
        if path in array_lengths:
            path = (*path, array_lengths[path] - 1)
        name, inner = next(iter(inner.items()))
        path = (*path, name)
    if isinstance(inner, list):
        array_lengths[path] = array_lengths.get(path, 0) + 1
    if path in array_lengths:
        path = (*path, array_lengths[path] - 1)
    return path


def paths_in(value: object) -> Iterator[KeyPath]:
    """Every path into nested tables and arrays."""
    if isinstance(value, dict):
        items: Iterator[tuple[str | int, object]] = iter(value.items())
    elif isinstance(value, list):
        items = iter(enumerate(value))
    else:
        return
    for key, inner in items:
        yield (key,)
        for path in paths_in(inner):
            yield (key, *path)
