"""Darknet's `.cfg` file: sections of `key=value` lines, with line numbers for errors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from okng.models.errors import OkngError

MAX_BYTES = 1_000_000
"""The largest public `.cfg` has 30 kB."""


class DarknetError(OkngError, ValueError):
    """A darknet file that cannot be used; the message has place, value and what is allowed."""


@dataclass(frozen=True)
class CfgSection:
    """A section of a `.cfg` file: its `[kind]` and its options, with their line numbers."""

    file: Path
    line: int
    kind: str
    options: dict[str, str]
    lines: dict[str, int]
    """The line of each option."""

    def error(self, key: str | None, problem: str) -> DarknetError:
        """An error about an option, or the whole section, with file and line."""
        line = self.lines.get(key or "", self.line)
        option = f" {key}={self.options[key]}:" if key in self.options else ""
        return DarknetError(f"{self.file}, line {line}: [{self.kind}]{option} {problem}")

    def text(self, key: str, default: str) -> str:
        """The option as text; `default` where it is missing."""
        return self.options.get(key, default)

    def integer(self, key: str, default: int | None = None, minimum: int = 0) -> int:
        """The option as an integer of at least `minimum`; required unless there is a `default`."""
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
        """The option as a finite number; `default` where it is missing."""
        return self.numbers(key, [default])[0] if key in self.options else default

    def integers(self, key: str) -> list[int]:
        """The required option as comma-separated integers."""
        try:
            return [int(part) for part in self._parts(key)]
        except ValueError:
            raise self.error(key, "use whole numbers separated by commas") from None

    def numbers(self, key: str, default: Sequence[float] | None = None) -> list[float]:
        """The option as comma-separated finite numbers; required unless there is a `default`."""
        if default is not None and key not in self.options:
            return list(default)
        try:
            values = [float(part) for part in self._parts(key)]
        except ValueError:
            values = [float("nan")]
        if not all(abs(value) < float("inf") for value in values):
            raise self.error(key, "use numbers separated by commas")
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


def read_sections(path: Path) -> list[CfgSection]:
    """Read the sections of a `.cfg` file, of which the first is `[net]`.

    Where a section has an option twice, the first counts, as in darknet (`option_find` in its
    option_list.c), since the weights were trained with it. Raises `DarknetError` for a file that
    cannot be read or is not a `.cfg`.
    """
    sections: list[CfgSection] = []
    for number, line in enumerate(read_lines(path), start=1):
        # As in darknet, blanks are ignored anywhere in a line.
        content = "".join(line.split("#")[0].split(";")[0].split())
        if content.startswith("[") and content.endswith("]"):
            sections.append(CfgSection(path, number, content[1:-1], {}, {}))
        elif content:
            key, equals, value = content.partition("=")
            if not (sections and key and equals):
                raise DarknetError(
                    f"{path}, line {number}: {line.strip()[:60]!r}; allowed are [section] lines "
                    "and key=value lines after the first of them"
                )
            sections[-1].options.setdefault(key, value)
            sections[-1].lines.setdefault(key, number)
    if not sections:
        raise DarknetError(f"{path}: has no [section]; a .cfg file of Darknet is needed")
    if sections[0].kind not in ("net", "network"):
        raise sections[0].error(None, "stands first; the first section must be [net]")
    return sections


def read_lines(path: Path) -> list[str]:
    """Read the lines of a `.cfg` file, without line ends.

    Darknet reads bytes, and comments have any encoding: a file that is not UTF-8 is read as
    Latin-1, in which every byte is a character. Raises `DarknetError` for a file that cannot be
    read or is not text.
    """
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise DarknetError(
                f"{path}: has {size} bytes; a .cfg file of darknet has at most {MAX_BYTES}"
            )
        data = path.read_bytes()
    except OSError as error:
        raise DarknetError(f"{path}: cannot be read: {error.strerror}") from None
    if b"\0" in data:
        raise DarknetError(f"{path}: is not text; a .cfg file of Darknet is needed")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    # `splitlines` would also end a line, and with it a comment, at Latin-1's 0x85.
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
