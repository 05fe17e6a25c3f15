"""The `.cfg` file: sections of `key=value` lines, each knowing where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

MAX_BYTES = 1_000_000
"""The largest public `.cfg` has 30 kB."""


class DarknetError(ValueError):
    """A darknet file that cannot be used; the message says where, what it has, what is allowed."""


@dataclass(frozen=True)
class Section:
    """One `[kind]` with its options."""

    file: Path
    line: int
    kind: str
    options: dict[str, str]
    lines: dict[str, int]
    """The line of each option."""

    def error(self, key: str | None, problem: str) -> DarknetError:
        """What is wrong with an option, or with the whole section, and where it stands."""
        line = self.lines.get(key or "", self.line)
        given = f" {key}={self.options[key]}:" if key in self.options else ""
        return DarknetError(f"{self.file}, line {line}: [{self.kind}]{given} {problem}")

    def text(self, key: str, default: str) -> str:
        """The option as it stands there."""
        return self.options.get(key, default)

    def integer(self, key: str, default: int | None = None, minimum: int = 0) -> int:
        """A whole number from `minimum` on; without a `default` the option must be there."""
        if key not in self.options:
            if default is None:
                raise self.error(key, f"{key} is missing")
            return default
        allowed = f"allowed is a whole number from {minimum} on"
        try:
            value = int(self.options[key])
        except ValueError:
            raise self.error(key, allowed) from None
        if value < minimum:
            raise self.error(key, allowed)
        return value

    def number(self, key: str, default: float) -> float:
        """A finite number."""
        return self.numbers(key, [default])[0] if key in self.options else default

    def integers(self, key: str) -> list[int]:
        """Whole numbers with commas between them; the option must be there."""
        try:
            return [int(part) for part in self._parts(key)]
        except ValueError:
            raise self.error(key, "allowed are whole numbers with commas between them") from None

    def numbers(self, key: str, default: Sequence[float] | None = None) -> list[float]:
        """Finite numbers with commas between them; without a `default` they must be there."""
        if default is not None and key not in self.options:
            return list(default)
        try:
            values = [float(part) for part in self._parts(key)]
        except ValueError:
            values = [float("nan")]
        if not all(abs(value) < float("inf") for value in values):
            raise self.error(key, "allowed are numbers with commas between them")
        return values

    def _parts(self, key: str) -> list[str]:
        if key not in self.options:
            raise self.error(key, f"{key} is missing")
        return self.options[key].rstrip(",").split(",")

    def refuse(self, *keys: str) -> None:
        """Raise `DarknetError` where one of these options, which are not supported, is set."""
        for key in keys:
            if self.options.get(key, "0") not in ("0", "none"):
                raise self.error(key, "is not supported; allowed is to leave it out")


def read_sections(path: Path) -> list[Section]:
    """The sections of a `.cfg` file, the first being `[net]`.

    Raises `DarknetError` for a file that cannot be read or is no such file.
    """
    sections: list[Section] = []
    for number, line in enumerate(_text(path).splitlines(), start=1):
        # As in darknet, blanks mean nothing anywhere in a line.
        content = "".join(line.split("#")[0].split(";")[0].split())
        if content.startswith("[") and content.endswith("]"):
            sections.append(Section(path, number, content[1:-1], {}, {}))
        elif content:
            key, equals, value = content.partition("=")
            if not (sections and key and equals):
                raise DarknetError(
                    f"{path}, line {number}: {line.strip()[:60]!r}; allowed are [section] lines "
                    "and key=value lines after the first of them"
                )
            sections[-1].options[key] = value
            sections[-1].lines[key] = number
    if not sections:
        raise DarknetError(f"{path}: has no [section]; needed is a .cfg file of darknet")
    if sections[0].kind not in ("net", "network"):
        raise sections[0].error(None, "stands first; the first section must be [net]")
    return sections


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DarknetError(
                f"{path}: has {path.stat().st_size} bytes; a .cfg file of darknet has at most "
                f"{MAX_BYTES}"
            )
        return path.read_text("utf-8")
    except OSError as error:
        raise DarknetError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise DarknetError(f"{path}: is no text; needed is a .cfg file of darknet") from None
