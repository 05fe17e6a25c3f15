"""HTTPS with a limit of time and size, through the proxy that the environment names."""

from __future__ import annotations

import http.client
import ssl
import urllib.error
import urllib.request
from collections.abc import Mapping
from urllib.parse import urlsplit

from okng.cloud_sync.aws_connection.errors import AwsConnectionError, NoAddressError

TIMEOUT_S = 20.0
MAX_BYTES = 64 * 1024
"""A certificate with its key has 4 KiB, and credentials have 2 KiB."""
_REASON_CHARACTERS = 300


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """Neither of the two addresses redirects; another server must not be asked for a key."""

    def redirect_request(self, *_: object) -> None:
        """Makes a redirect an error."""


def get(url: str, context: ssl.SSLContext, headers: Mapping[str, str] | None = None) -> bytes:
    """The body of an answer with status 200.

    Raises:
        AwsConnectionError: the address isn't HTTPS, the server can't be reached or trusted, answers
            with another status, or sends more than `MAX_BYTES`.
    """
    host = _host(url)
    opener = urllib.request.build_opener(
        urllib.request.HTTPSHandler(context=context), _NoRedirects()
    )
    request = urllib.request.Request(url, headers=dict(headers or {}))
    try:
        with opener.open(request, timeout=TIMEOUT_S) as response:
            body: bytes = response.read(MAX_BYTES + 1)
    except urllib.error.HTTPError as error:
        with error:
            words = error.read(_REASON_CHARACTERS).decode("utf-8", errors="replace")
        raise AwsConnectionError(f"{host} answered with status {error.code}: {words}") from error
    except (OSError, ValueError, http.client.HTTPException) as error:
        reason = error.reason if isinstance(error, urllib.error.URLError) else error
        raise AwsConnectionError(f"{host} can't be reached: {reason}") from error
    if len(body) > MAX_BYTES:
        raise AwsConnectionError(f"{host} sent more than {MAX_BYTES // 1024} KiB")
    return body


def _host(url: str) -> str:
    """The host of the address, for messages: the rest of a presigned address is a secret."""
    try:
        parts = urlsplit(url)
        valid = parts.scheme == "https" and parts.port != 0
        host = parts.hostname
    except ValueError:
        valid, host = False, None
    if not valid or not host or not url.isascii() or any(c <= " " for c in url):
        raise NoAddressError(
            f"{url[:80]!r} is not the address of a device certificate, which begins with https://"
        )
    return host
