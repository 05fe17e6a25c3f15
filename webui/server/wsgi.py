"""WSGI (PEP 3333): the environment of a request, and the application's response."""

from __future__ import annotations

import re
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextvars import Context, copy_context
from dataclasses import dataclass, field
from typing import IO, Any, Protocol, runtime_checkable
from urllib.parse import unquote_to_bytes, urlsplit

import h11

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

HOST = re.compile(
    r"(?=.{1,255}$)(\[[0-9A-Fa-f:.]+\]|[\w-]{1,63}(\.[\w-]{1,63})*\.?)(:\d{1,5})?", re.ASCII
)
"""The header `Host` (RFC 9110, 7.2): a DNS name or an address, optionally with a port."""
BLOCK_BYTES = 256 * 1024


@runtime_checkable
class AsyncBody(Protocol):
    """A body that the event loop iterates: it holds no thread, however long it lasts."""

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Yields the pieces, each of which is sent at once."""

    def close(self) -> None:
        """Called once, after the last piece or when the client is gone."""


class FileBody:
    """An open file as a body (`wsgi.file_wrapper`), which the event loop sends."""

    def __init__(self, file: IO[bytes], block_bytes: int = BLOCK_BYTES) -> None:
        self.file = file
        self._block_bytes = block_bytes

    def __iter__(self) -> Iterator[bytes]:
        while block := self.file.read(self._block_bytes):
            yield block

    def read(self) -> bytes:
        """Returns the next block; empty at the end of the file."""
        return self.file.read(BLOCK_BYTES)

    def close(self) -> None:
        """Closes the file."""
        self.file.close()


@dataclass
class WsgiResponse:
    """The response of the application, whose `body` must be closed."""

    status: int
    reason: bytes
    headers: list[tuple[bytes, bytes]]
    body: Iterable[bytes] | FileBody | AsyncBody
    context: Context
    """Context variables of the call, in which a body that is made later must run."""

    def close(self) -> None:
        """Closes the body, which tells the application that its response was sent or can't be."""
        if close := getattr(self.body, "close", None):
            close()


@dataclass
class Peer:
    """The addresses of both ends of a connection, as (host, port)."""

    client: tuple[str, int]
    server: tuple[str, int]
    tls: bool


@dataclass
class _Started:
    """The `start_response` of PEP 3333: keeps status and headers."""

    status: str = ""
    headers: list[tuple[str, str]] = field(default_factory=list)

    def __call__(
        self, status: str, headers: list[tuple[str, str]], exc_info: object = None
    ) -> Callable[[bytes], None]:
        self.status, self.headers = status, headers
        return self._no_write

    def _no_write(self, data: bytes) -> None:
        raise NotImplementedError("write() of PEP 3333 is for old applications only")


def call(application: Application, environ: Environ) -> WsgiResponse:
    """Calls the application and returns its response; its errors pass through."""
    started, context = _Started(), copy_context()
    body = context.run(application, environ, started)
    code, _, reason = started.status.partition(" ")
    headers = [(name.encode("latin-1"), text.encode("latin-1")) for name, text in started.headers]
    return WsgiResponse(int(code), reason.encode("latin-1"), headers, body, context)


def environ_of(
    request: h11.Request, body: IO[bytes] | None, body_bytes: int, peer: Peer
) -> Environ:
    """Builds the WSGI environment of a request; `body` is None while it has not been read."""
    path, query = _target(request.target.decode("latin-1"))
    environ: Environ = {
        "REQUEST_METHOD": request.method.decode("latin-1"),
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": query,
        # Not of PEP 3333, but usual: what is signed is the address as it was sent.
        "REQUEST_URI": f"{path}?{query}" if query else path,
        "SERVER_NAME": peer.server[0],
        "SERVER_PORT": str(peer.server[1]),
        "SERVER_PROTOCOL": f"HTTP/{request.http_version.decode('latin-1')}",
        "REMOTE_ADDR": peer.client[0],
        "REMOTE_PORT": str(peer.client[1]),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "https" if peer.tls else "http",
        "wsgi.input": body,
        "wsgi.input_terminated": True,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        "wsgi.file_wrapper": FileBody,
    }
    for raw_name, raw_text in request.headers:
        name, text = raw_name.decode("latin-1"), raw_text.decode("latin-1")
        # `X_Real_IP` would be mistaken for `X-Real-IP`: only attackers send underscores.
        if "_" in name or name == "transfer-encoding":
            continue
        key = name.upper().replace("-", "_")
        if key not in ("CONTENT_TYPE", "CONTENT_LENGTH"):
            key = f"HTTP_{key}"
        separator = "; " if key == "HTTP_COOKIE" else ","
        environ[key] = f"{environ[key]}{separator}{text}" if key in environ else text
    if body_bytes or "CONTENT_LENGTH" in environ:
        environ["CONTENT_LENGTH"] = str(body_bytes)
    return environ


def _target(target: str) -> tuple[str, str]:
    """Splits a request target into path and query; accepts the absolute form (RFC 9112, 3.2.2)."""
    if not target.startswith("/"):
        try:
            target = urlsplit(target)._replace(scheme="", netloc="").geturl()
        except ValueError:
            target = "/"
        target = target if target.startswith("/") else f"/{target}"
    path, _, query = target.partition("?")
    return path, query
