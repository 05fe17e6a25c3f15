"""CSV files as answers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import chain

from flask import Response, stream_with_context

from okng.device.store.database import StoreError
from okng.device.store.database_errors import explain
from okng.models.errors import OkngError


class IncompleteAnswerError(OkngError):
    """A response that has begun can't be finished; the server cuts it off and logs the reason."""


def csv_file(name: str, text: str) -> Response:
    """A CSV file that the browser saves under that name."""
    return _as_file(name, text)


def long_csv_file(name: str, pieces: Iterator[str]) -> Response:
    """The same of a file that is made while it is sent; its header and first rows come at once.

    They are read before the response begins, so that an unreadable store is answered with its
    status.
    """
    header, rows = next(pieces), next(pieces, "")
    return _as_file(name, stream_with_context(_whole_or_cut_off(chain([header, rows], pieces))))


def _as_file(name: str, content: str | Iterator[str]) -> Response:
    headers = {"Content-Disposition": f"attachment; filename={name}"}
    return Response(content, mimetype="text/csv", headers=headers)


def _whole_or_cut_off(pieces: Iterator[str]) -> Iterator[str]:
    """Yields the pieces; if the store fails in between, the last chunk is never sent.

    So the client sees that the file is not whole (RFC 9112, 8: an incomplete chunked message).
    """
    try:
        yield from pieces
    except (StoreError, sqlite3.DatabaseError) as error:
        raise IncompleteAnswerError(f"an export was cut off: {explain(error)}") from None
