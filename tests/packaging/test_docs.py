"""Everything that the documents name exists: files, folders, modules, links, rooms."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from support.tutorial import blocks

REPOSITORY = Path(__file__).parents[2]
DOCUMENTS = sorted(
    path
    for pattern in ("*.md", "docs/**/*.md", ".github/**/*.md", "webui/static/vendor/*.md")
    for path in REPOSITORY.glob(pattern)
)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)\s]+)\)")
CODE_BLOCK = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"`([^`\n]+)`")

FOLDERS = ("device", "models", "webui", "cloud_sync", "systemd", "tests", "docs", "typings")
PATH = re.compile(rf"({'|'.join(FOLDERS)})/[\w./*-]*")
FILE = re.compile(r"[\w*-]+\.(py|pyi|js|css|html|sh|sql|service)")
MODULE = re.compile(r"okng\.(device|models|webui|cloud_sync)(\.\w+)*")

IN_THE_DATA_DIRECTORY = {"models/cells/1/dataset"}
"""Paths in the data directory that look like paths of the repository."""


def relative(path: Path) -> str:
    return str(path.relative_to(REPOSITORY))


def anchors(document: Path) -> set[str]:
    """The anchors of a document's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", CODE_BLOCK.sub("", document.read_text()), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.strip().replace(" ", "-") for heading in plain}


def leads_nowhere(link: str, document: Path) -> bool:
    name, _, anchor = link.partition("#")
    target = document.parent / name
    return not target.exists() or bool(anchor and anchor not in anchors(target))


@cache
def file_names() -> frozenset[str]:
    return frozenset(path.name for folder in FOLDERS for path in (REPOSITORY / folder).rglob("*.*"))


def exists(word: str) -> bool:
    """Whether a word of inline code exists, if it is a path, a file or a module of okng."""
    if MODULE.fullmatch(word):
        return is_module(word)
    if PATH.fullmatch(word):
        return word in IN_THE_DATA_DIRECTORY or any(REPOSITORY.glob(word.rstrip("/")))
    if FILE.fullmatch(word) and "*" not in word:
        return word in file_names()
    return True


def is_module(name: str) -> bool:
    """Whether this is a module, or a name in one."""
    package, _, last = name.rpartition(".")
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        spec = find_spec(package)
        return bool(spec and spec.origin and f" {last}" in Path(spec.origin).read_text())


def missing(text: str) -> list[str]:
    words = {word for code in CODE.findall(CODE_BLOCK.sub("", text)) for word in code.split()}
    return sorted(word for word in words if not exists(word))


@pytest.mark.parametrize("document", DOCUMENTS, ids=relative)
def test_every_link_leads_somewhere(document: Path) -> None:
    links = LINK.findall(document.read_text())
    broken = [link for link in links if leads_nowhere(link, document)]
    assert not broken, f"{document}: no such file or heading: {', '.join(broken)}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=relative)
def test_every_file_folder_and_module_that_is_named_is_there(document: Path) -> None:
    written = {block.title for block in blocks(document)}
    assert [word for word in missing(document.read_text()) if word not in written] == []


def test_what_is_not_there_is_found() -> None:
    existing = "`device/pipeline/capture.py`, `tests/device/*/test_*.py`, `okng.device.types`"
    assert (
        missing(f"{existing} and `device/pipeline/`, `capture.py`, `bash tests/fuzz/fuzz.py 60`")
        == []
    )
    gone = {
        "device/pipeline/captures.py",
        "tests/nowhere/*.py",
        "webui/nowhere/",
        "captures.py",
        "okng.device.nowhere",
        "okng.device.types.Nowhere",
    }
    assert missing(" ".join(f"`{word}`" for word in gone)) == sorted(gone)
    assert leads_nowhere("../README.md#where-nothing-is", REPOSITORY / "docs" / "README.md")
    assert not leads_nowhere("../README.md#where-things-are", REPOSITORY / "docs" / "README.md")


def test_every_document_is_in_the_index() -> None:
    docs = REPOSITORY / "docs"
    index = (docs / "README.md").read_text()
    files = {str(path.relative_to(docs)) for path in docs.rglob("*.*")} - {"README.md"}
    assert [
        name for name in sorted(files) if f"({name})" not in index and "images/" not in name
    ] == []


@pytest.mark.parametrize("folder", ["device", "models", "webui"])
def test_the_architecture_shows_every_room(folder: str) -> None:
    shown = (REPOSITORY / "docs" / "architecture.md").read_text()
    rooms = {path.parent.name for path in (REPOSITORY / folder).glob("*/__init__.py")}
    assert len(rooms) > 3
    assert [room for room in sorted(rooms) if f"`{folder}/{room}/`" not in shown] == []
