"""Sections of documents that are generated: what is between two marks, such as comments."""

from __future__ import annotations


def replace_section(document: str, begin: str, end: str, section: str) -> str:
    """The document with `section` in place of what is between the two marks.

    Raises:
        ValueError: it lacks the marks.
    """
    before, begun, rest = document.partition(begin)
    _, ended, after = rest.partition(end)
    if not (begun and ended):
        raise ValueError(f"the document lacks {begin} or {end}")
    return f"{before}{begin}\n\n{section}\n{end}{after}"
