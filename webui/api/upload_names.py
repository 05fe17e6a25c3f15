"""File names of uploads: in any script, without what could lead to another folder."""

from __future__ import annotations

import re
import unicodedata

_LONGEST_BYTES = 150
"""In UTF-8, of the 255 that file systems allow; the end of a longer name stays, with its ending."""


def upload_name(sent: str) -> str:
    """The last part of the path that the client sent; empty if nothing of it can be a file name."""
    part = re.split(r"[/\\]", unicodedata.normalize("NFC", sent))[-1]
    visible = "".join(character for character in part if character.isprintable())
    end = visible.encode()[-_LONGEST_BYTES:].decode(errors="ignore")
    return end.strip(" ").lstrip(".")
