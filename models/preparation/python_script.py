"""A preparation as a Python script that repeats it with okng's own functions."""

from __future__ import annotations

from pydantic import BaseModel

from okng.models.preparation.preparation import Preparation

_LINE = 100

_SCRIPT = '''"""{title}

Run it where okng is installed:

    python {file} SOURCE_FOLDER OUTPUT_FOLDER
"""

import sys
from pathlib import Path

from okng.models.preparation import (
{imports}
)

PREPARATION = {preparation}


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(f"usage: python {{sys.argv[0]}} SOURCE_FOLDER OUTPUT_FOLDER")
    try:
        count = prepare_folder(PREPARATION, Path(sys.argv[1]), Path(sys.argv[2]))
    except (OkngError, OSError) as error:
        sys.exit(str(error))
    print(f"{{count}} pictures prepared")


if __name__ == "__main__":
    main()
'''


def python_script(preparation: Preparation, title: str, file: str) -> str:
    """The script: it prepares the pictures of one folder into another.

    Args:
        preparation: What it repeats.
        title: Its first line, a sentence.
        file: The name under which it is saved.
    """
    names = {"Preparation", *(name for step in preparation.steps for name in _classes(step))}
    imports = [*sorted({*names, "OkngError"}), "prepare_folder"]
    return _SCRIPT.format(
        title=_plain(title),
        file=_plain(file),
        imports="\n".join(f"    {name}," for name in imports),
        preparation=_source(preparation, 0),
    )


def _plain(text: str) -> str:
    """Text that can't end the docstring that it stands in."""
    return text.replace("\\", "/").replace('"""', "'''").replace("\n", " ").rstrip('"')


def _classes(value: object) -> set[str]:
    if isinstance(value, tuple):
        return {name for entry in value for name in _classes(entry)}
    if isinstance(value, BaseModel):
        inner = [_classes(getattr(value, field)) for field in type(value).model_fields]
        return {type(value).__name__}.union(*inner)
    return set()


def _source(value: object, depth: int) -> str:
    """The value as Python's source, on one line or with an entry a line."""
    if isinstance(value, BaseModel):
        given = {
            field: getattr(value, field)
            for field in type(value).model_fields
            if field != "type" and getattr(value, field) is not None
        }
        parts = [f"{name}={_source(entry, depth + 1)}" for name, entry in given.items()]
        head, tail = f"{type(value).__name__}(", ")"
    elif isinstance(value, tuple):
        parts = [_source(entry, depth + 1) for entry in value]
        head, tail = "(", ",)" if len(parts) == 1 else ")"
    else:
        return repr(value)
    line = head + ", ".join(parts) + tail
    if "\n" not in line and 4 * depth + len(line) <= _LINE - 20:
        return line
    indent = "    " * (depth + 1)
    return f"{head}\n" + "".join(f"{indent}{part},\n" for part in parts) + f"{'    ' * depth})"
