"""Class names of a detector, from a text file with one name per line."""

from __future__ import annotations

from pathlib import Path

from okng.models.documents import decode_text
from okng.models.errors import ImportedModelError

MAX_BYTES = 1_000_000


def read_class_names(path: Path) -> list[str]:
    """Read the class names in the file's order; empty lines at the end do not count.

    Raises `ImportedModelError` for a file that cannot be read, an empty line between names, or a
    name that occurs twice.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ImportedModelError(f"{path}: has more than {MAX_BYTES} bytes; needed are names")
        lines = decode_text(path.read_bytes()).rstrip().splitlines()
    except OSError as error:
        raise ImportedModelError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ImportedModelError(
            f"{path}: is not text in UTF-8 or UTF-16; one name per line is needed"
        ) from None
    names: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        name = line.strip()
        if not name:
            raise ImportedModelError(
                f"{path}, line {number}: is empty; one name per line is needed"
            )
        if name in names:
            raise ImportedModelError(
                f"{path}, line {number}: {name!r} stands in line {names[name]} already"
            )
        names[name] = number
    return list(names)


def check_class_count(names: list[str], path: Path, needed: int) -> None:
    """Raise `ImportedModelError` unless the file has a name for each class of the network."""
    if len(names) != needed:
        raise ImportedModelError(
            f"{path}: has {len(names)} names; the network tells {needed} classes apart"
        )
