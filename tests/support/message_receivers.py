"""Receivers of messages on loopback: a webhook over HTTP, and a mail server that takes all mail."""

from __future__ import annotations

import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast


class Webhook:
    """An HTTP server that keeps the JSON documents that are posted to it."""

    def __init__(self) -> None:
        self.documents: list[dict[str, Any]] = []
        self.status = 200
        """What it answers; documents that it refuses are not kept."""
        self.refused = 0


@contextmanager
def webhook(port: int = 0) -> Iterator[tuple[Webhook, int]]:
    """A webhook with its port."""
    hook = Webhook()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if hook.status == 200:
                hook.documents.append(json.loads(body))
            else:
                hook.refused += 1
            self.send_response(hook.status)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    with _serving(ThreadingHTTPServer(("127.0.0.1", port), Handler)) as server:
        yield hook, server.server_address[1]


@contextmanager
def mail_server() -> Iterator[tuple[list[EmailMessage], int]]:
    """A mail server (RFC 5321) with the mails that it took, and its port."""
    mails: list[EmailMessage] = []

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self._reply("220 ready")
            while line := self.rfile.readline():
                verb = line.strip().upper()
                if verb == b"DATA":
                    self._reply("354 go on")
                    mails.append(self._mail())
                    self._reply("250 taken")
                elif verb == b"QUIT":
                    self._reply("221 bye")
                    return
                else:
                    self._reply("250 fine")

        def _mail(self) -> EmailMessage:
            lines = []
            while (line := self.rfile.readline()) != b".\r\n":
                lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
            mail = message_from_bytes(b"".join(lines), policy=policy.default)
            return cast(EmailMessage, mail)

        def _reply(self, text: str) -> None:
            self.wfile.write(f"{text}\r\n".encode())

    with _serving(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)) as server:
        yield mails, server.server_address[1]


@contextmanager
def _serving(server: Any) -> Iterator[Any]:
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
