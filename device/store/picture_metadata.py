"""The result inside its picture's file: from it a lost row of the ledger can be written again.

A PNG `iTXt` chunk (https://www.w3.org/TR/png-3/#11iTXt) behind the header holds the inspection as
JSON. The pixels are as they were; a program that doesn't know the chunk passes over it.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from pathlib import Path

from pydantic import ValidationError

from okng.device.store.ledger import LedgerEntry
from okng.device.types import Inspection

KEYWORD = "okng:inspection"

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_AFTER_HEADER = len(_SIGNATURE) + 25
# Keyword, no compression, neither language nor translated keyword.
_PREFIX = KEYWORD.encode() + b"\0\0\0\0\0"
_READ_AT_MOST = 1 << 20
# Where the file lies and its hash are not known when it is written; a reader finds both.
_LEFT_OUT = {"picture_path", "picture_sha256"}


def with_inspection(png: bytes, inspection: Inspection) -> bytes:
    """The PNG file with the inspection in it."""
    text = inspection.model_dump_json(exclude=_LEFT_OUT, exclude_defaults=True)
    body = b"iTXt" + _PREFIX + text.encode()
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return png[:_AFTER_HEADER] + chunk + png[_AFTER_HEADER:]


def read_inspection(path: Path) -> Inspection | None:
    """The inspection in a picture's file, without path and hash; None when there is none.

    Raises:
        OSError: the file can't be read.
    """
    with path.open("rb") as file:
        data = file.read(_READ_AT_MOST)
    head = data[_AFTER_HEADER : _AFTER_HEADER + 8 + len(_PREFIX)]
    if data[:8] != _SIGNATURE or head[4:] != b"iTXt" + _PREFIX:
        return None
    (length,) = struct.unpack(">I", head[:4])
    body = data[_AFTER_HEADER + 4 : _AFTER_HEADER + 8 + length]
    try:
        return Inspection.model_validate_json(body[4 + len(_PREFIX) :])
    except ValidationError:
        return None


def entry_of_picture(data_dir: Path, path: Path) -> LedgerEntry | None:
    """The ledger entry that a picture's file holds; None when it holds none.

    Raises:
        OSError: the file can't be read.
    """
    inspection = read_inspection(path)
    if inspection is None or inspection.inspection_id != path.stem:
        return None
    stored_file = {
        "picture_path": path.relative_to(data_dir).as_posix(),
        "picture_sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
    }
    return LedgerEntry(inspection.model_copy(update=stored_file))
