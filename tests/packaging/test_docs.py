import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
DOCUMENTS = [REPOSITORY / "README.md", *sorted((REPOSITORY / "docs").glob("*.md"))]
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(document: Path) -> None:
    broken = [
        link for link in LINK.findall(document.read_text()) if not (document.parent / link).exists()
    ]
    assert not broken, f"{document}: no such file: {', '.join(broken)}"


def test_every_document_is_in_the_index() -> None:
    index = (REPOSITORY / "docs" / "README.md").read_text()
    others = {path.name for path in (REPOSITORY / "docs").glob("*.*")} - {"README.md"}
    assert [name for name in sorted(others) if f"({name})" not in index] == []
