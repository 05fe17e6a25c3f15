"""Follows a tutorial as its reader does: writes its files and runs its commands."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
BLOCK = re.compile(
    r'^```(?P<language>\w+)(?: title="(?P<title>[^"]+)")?\n(?P<text>.*?)^```$',
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True)
class Block:
    """A code block: a part of the file named in its title, or commands."""

    language: str
    title: str | None
    text: str


class Checkout:
    """A copy of the repository that may be changed; its commands run the copy's own code."""

    COPIED = ("device", "tests/device", "tests/conftest.py", "pyproject.toml")
    LINKED = ("models", "webui", "cloud_sync", "tests/support")

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "tests").mkdir(parents=True)
        for name in self.COPIED:
            source = REPOSITORY / name
            if source.is_dir():
                # With what Python has compiled: each of many commands would compile anew.
                shutil.copytree(source, folder / name)
            else:
                shutil.copy(source, folder / name)
        for name in self.LINKED:
            (folder / name).symlink_to(REPOSITORY / name)
        package = folder / ".okng" / "okng"
        package.mkdir(parents=True)
        for name in ("device", "models", "webui", "cloud_sync"):
            (package / name).symlink_to(folder / name)
        (folder / ".venv").symlink_to(sys.prefix)
        self.environment = {**os.environ, "PYTHONPATH": str(package.parent)}

    def follow(self, document: Path) -> None:
        """Writes all files of the tutorial and runs its commands, in their order."""
        for block in blocks(document):
            if block.title:
                file = self.folder / block.title
                file.parent.mkdir(parents=True, exist_ok=True)
                with file.open("a") as opened:
                    opened.write(block.text)
            elif block.language == "sh":
                self.run(block.text)

    def run(self, script: str, expected_status: int = 0) -> str:
        """Runs the commands and returns their output; an assertion error if one of them fails."""
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == expected_status, f"{script}\n{done.stdout}\n{done.stderr}"
        return done.stdout


def blocks(document: Path, chapter: str | None = None) -> Iterator[Block]:
    """The code blocks of a document, or those below one of its headings of the second level."""
    text = document.read_text()
    if chapter is not None:
        text = text.partition(f"\n## {chapter}\n")[2].partition("\n## ")[0]
    for match in BLOCK.finditer(text):
        yield Block(match["language"], match["title"], match["text"])
