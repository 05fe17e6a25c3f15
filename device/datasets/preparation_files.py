"""A dataset's preparation as a file: TOML, or a Python script that repeats it."""

from __future__ import annotations

from enum import StrEnum

from okng.device.datasets.preparations import PreparationVersion
from okng.models.preparation.python_script import python_script
from okng.models.preparation.toml_file import to_toml


class PreparationFormat(StrEnum):
    """Format of the file."""

    TOML = "toml"
    PYTHON = "python"


SUFFIXES = {PreparationFormat.TOML: ".toml", PreparationFormat.PYTHON: ".py"}


def file_name(version: PreparationVersion, file_format: PreparationFormat) -> str:
    """Name of the file."""
    return f"{version.dataset}-preparation-{version.version}{SUFFIXES[file_format]}"


def file_text(version: PreparationVersion, file_format: PreparationFormat) -> str:
    """Content of the file, with a first line that says where it comes from."""
    told = (
        f"version {version.version} of the preparation of dataset {version.dataset}, saved by "
        f"{version.author} at {version.saved_at:%Y-%m-%dT%H:%M:%SZ}"
    )
    if file_format is PreparationFormat.TOML:
        line = " ".join(told.split())
        return f"# {line[0].upper()}{line[1:]}.\n\n{to_toml(version.preparation)}"
    name = file_name(version, file_format)
    return python_script(version.preparation, f"Prepares pictures by {told}.", name)
