"""CSV files as answers."""

from __future__ import annotations

from flask import Response


def csv_file(name: str, text: str) -> Response:
    """A CSV file that the browser saves under that name."""
    headers = {"Content-Disposition": f"attachment; filename={name}"}
    return Response(text, mimetype="text/csv", headers=headers)
