"""Puts the documents of the repository's top level into the site, where `docs/` links to them.

A hook of MkDocs (https://www.mkdocs.org/user-guide/configuration/#hooks).
"""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

NAMES = ("CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "LICENSE")
FROM_DOCS = re.compile(rf"\]\(((?:\.\./)*)\.\./({'|'.join(map(re.escape, NAMES))})\b")
FROM_THE_TOP = re.compile(r"\]\(docs/")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the documents beside those of `docs/`."""
    top = Path(config.config_file_path or "").parent
    for name in NAMES:
        files.append(File.generated(config, name, abs_src_path=str(top / name)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Makes links lead to the place in the site."""
    if page.file.src_uri in NAMES:
        return FROM_THE_TOP.sub("](", markdown)
    return FROM_DOCS.sub(r"](\1\2", markdown)
