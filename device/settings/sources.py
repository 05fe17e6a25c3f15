"""The sources of the settings: a TOML file, then the environment, with the origin of each value."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from okng.device.settings.toml_positions import KeyPath, key_lines, paths_in
from okng.models.documents import parse_json, parse_toml
from okng.models.errors import OkngError

ENVIRONMENT_PREFIX = "OKNG_"
CONFIG_VARIABLE = "OKNG_CONFIG"
"""Names the file; the one variable of ours that is no setting."""


class SettingsError(OkngError):
    """The settings can't be used; the message names each place, what was given, what is allowed."""


class Sources:
    """The raw values of all sources merged into one tree, and where each was given."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self._origins: dict[KeyPath, str] = {}

    def origin(self, path: KeyPath) -> str | None:
        """`FILE:LINE` or the environment variable that gave this key; None: it was not given."""
        return self._origins.get(path)

    def nearest_origin(self, path: KeyPath) -> str | None:
        """The origin of this key, or else of the nearest table around it that was given."""
        for length in range(len(path), 0, -1):
            if path[:length] in self._origins:
                return self._origins[path[:length]]
        return None

    def environment_variable(self, path: KeyPath) -> str | None:
        """The environment variable that gives this key, or the whole table or array around it."""
        for length in range(1, len(path) + 1):
            variable = ENVIRONMENT_PREFIX + "__".join(map(str, path[:length]))
            origin = self._origins.get(path[:length], "")
            if origin.upper() == variable.upper():
                return origin
        return None

    def read_file(self, path: Path) -> None:
        """Reads the values of a TOML file.

        Raises:
            SettingsError: it can't be read or is no TOML; the message names line and column.
        """
        try:
            text = path.read_text(encoding="utf-8")
        except OSError as error:
            raise SettingsError(f"{path}: {error.strerror}") from error
        except ValueError as error:
            raise SettingsError(f"{path}: not a TOML file: {error}") from error
        self.read_text(text, path)

    def read_text(self, text: str, path: Path) -> None:
        """Reads the values of a TOML text, which stands or is to stand in a file.

        Raises:
            SettingsError: it is no TOML; the message names line and column.
        """
        text = text.replace("\r\n", "\n")
        try:
            self.values = parse_toml(text)
        except ValueError as error:
            raise SettingsError(f"{path}: not a TOML file: {error}") from error
        self._origins = {key: f"{path}:{line}" for key, line in key_lines(text).items()}

    def read_environment(self, environment: Mapping[str, str]) -> None:
        """Reads every `OKNG_...` variable; `__` goes one table down, a number into an array.

        A value that begins with `[` or `{` is read as JSON and replaces the whole array or table.

        Raises:
            SettingsError: a value is not JSON, or a path goes through something that is no table.
        """
        for variable in sorted(environment):
            if variable.startswith(ENVIRONMENT_PREFIX) and variable != CONFIG_VARIABLE:
                self._put(variable, _value(variable, environment[variable]))

    def _put(self, variable: str, value: object) -> None:
        *tables, last = variable.removeprefix(ENVIRONMENT_PREFIX).lower().split("__")
        container: Any = self.values
        path: KeyPath = ()
        for name in tables:
            key = _key(container, name, variable, path)
            path = (*path, key)
            if isinstance(container, dict):
                container = container.setdefault(key, {})
                self._origins.setdefault(path, variable)
            else:
                container = container[key]
        key = _key(container, last, variable, path)
        container[key] = value
        path = (*path, key)
        for replaced in [known for known in self._origins if known[: len(path)] == path]:
            del self._origins[replaced]
        self._origins[path] = variable
        self._origins.update({(*path, *inner): variable for inner in paths_in(value)})


def _value(variable: str, text: str) -> object:
    if not text.startswith(("[", "{")):
        return text
    try:
        return parse_json(text)
    except ValueError as error:
        raise SettingsError(f"{variable}: not JSON: {error}") from error


def _key(container: object, name: str, variable: str, path: KeyPath) -> str | int:
    """The key or index that a part of a variable's name stands for in a table or an array."""
    where = dotted(path)
    if isinstance(container, dict):
        return name
    if not isinstance(container, list):
        raise SettingsError(f"{variable}: {where} is no table, so it has no {name!r}")
    if not name.isdecimal() or int(name) >= len(container):
        raise SettingsError(
            f"{variable}: {name!r} is no entry of {where}, which has {len(container)} (from 0)"
        )
    return int(name)


def dotted(path: KeyPath) -> str:
    """A path as people write it: `sinks[0].host`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text
