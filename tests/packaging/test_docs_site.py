"""The documents build as a site without a warning, and the site needs no other host."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
TOP = ("mkdocs.yml", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "LICENSE")
RESOURCE = re.compile(r'<(?:script|img|iframe|link)\b[^>]*?(?:src|href)="((?:https?:)?//[^"]+)"')


def build(repository: Path, site: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("mkdocs"), "build", "--strict", "--site-dir", site],
        cwd=repository,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    for name in ("docs", ".mkdocs"):
        shutil.copytree(REPOSITORY / name, folder / name)
    for name in TOP:
        shutil.copy(REPOSITORY / name, folder / name)
    return folder


def test_every_document_is_a_page_and_nothing_comes_from_elsewhere(tmp_path: Path) -> None:
    done = build(REPOSITORY, tmp_path / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    pages = {path.relative_to(tmp_path / "site") for path in (tmp_path / "site").rglob("*.html")}
    docs = REPOSITORY / "docs"
    documents = {path.relative_to(docs) for path in docs.rglob("*.md")} - {Path("README.md")}
    assert {path.with_suffix(".html") for path in documents} | {Path("CONTRIBUTING.html")} <= pages
    for page in pages:
        assert RESOURCE.findall((tmp_path / "site" / page).read_text()) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("\n[gone](gone.md)\n", "gone.md"),
        ("\n[gone](store.md#gone)\n", "#gone"),
        ("\n[gone](../gone.md)\n", "../gone.md"),
    ],
)
def test_a_link_that_leads_nowhere_fails_the_build(
    change: str, message: str, copy: Path, tmp_path: Path
) -> None:
    with (copy / "docs" / "glossary.md").open("a") as document:
        document.write(change)
    done = build(copy, tmp_path / "site")
    assert done.returncode != 0
    assert message in done.stderr


def test_a_document_outside_of_the_menu_fails_the_build(copy: Path, tmp_path: Path) -> None:
    (copy / "docs" / "forgotten.md").write_text("# Forgotten\n")
    done = build(copy, tmp_path / "site")
    assert done.returncode != 0
    assert "forgotten.md" in done.stderr
