"""Picture address of a Label Studio task, and the file name in it."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from urllib.parse import parse_qs, unquote, urlsplit

from okng.models.detection.annotation_formats.annotation_file import AnnotationError, shortened

_DRIVE = re.compile(r"^[A-Za-z]:[\\/]")
_UPLOAD = re.compile(r"^/?data/upload/(?:\d+/)?")
"""Label Studio's own upload folder, which is not part of the picture's original path."""


def picture_name(address: str) -> str:
    """The path in a URL, in `?d=` of local files, in `?fileuri=` of a proxied store, or a path.

    https://labelstud.io/guide/tasks: uploads are `/data/upload/<project>/<8 hex digits>-<name>`,
    local files `/data/local-files/?d=<path>`. A presigned URL's query is no part of the name.
    Raises `AnnotationError` where the address names no file.
    """
    if address.startswith("data:"):
        raise AnnotationError("its picture is in the file itself (data:) and has no name")
    name = address if _DRIVE.match(address) else _of_url(address)
    if not name.replace("\\", "/").rpartition("/")[2]:
        raise AnnotationError(f"the address {shortened(address)} names no picture")
    return name


def _of_url(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        raise AnnotationError(f"{shortened(address)} is no address of a picture") from None
    query = parse_qs(parts.query)
    if "d" in query and "local-files" in parts.path:
        return query["d"][0]
    if "fileuri" in query:
        return _of_url(_decoded(query["fileuri"][0]))
    if not parts.scheme and not address.startswith("/"):
        # A plain path may contain characters that have a meaning in URLs.
        return address
    return unquote(_UPLOAD.sub("", parts.path))


def _decoded(text: str) -> str:
    """The address of a proxied store, base64-encoded or plain."""
    try:
        return b64decode(text, validate=True).decode()
    except (binascii.Error, ValueError):
        return text
