"""Stored files, served only from within the data directory, whatever path a row has."""

from __future__ import annotations

from pathlib import Path

from flask import abort


def stored_file(data_dir: Path, relative_path: str) -> Path:
    """Resolves the path of a file in the data directory, links included; it need not exist.

    Ends the request with 404 if the path leads out of the data directory: by `..`, as an absolute
    path, or by a link.
    """
    root = data_dir.resolve()
    try:
        path = (root / relative_path).resolve()
    except (OSError, RuntimeError, ValueError) as error:
        abort(404, f"the path {relative_path!r} of a stored file can't be used: {error}")
    if not path.is_relative_to(root):
        abort(
            404,
            f"the path {relative_path!r} of a stored file leads out of the data directory {root}; "
            "it is not served",
        )
    return path
