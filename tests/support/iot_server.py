"""A stand-in for AWS IoT on this machine: hands certificates over, and credentials for them.

Like the credentials provider it wants the client's certificate by mutual TLS
(https://docs.aws.amazon.com/iot/latest/developerguide/authorizing-direct-aws.html).
"""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from support.certificates import Authority

ROLE_ALIAS = "okng-role-alias"
THING = "station-7"


class IotServer:
    """Serves `document` at `url`, and credentials at its role alias."""

    def __init__(self, folder: Path) -> None:
        self.authority = Authority()
        self.authority_file = folder / "authority.pem"
        self.authority_file.write_text(self.authority.certificate)
        self.station = self.authority.issue(THING)
        self.lifetime = timedelta(hours=1)
        self.credentials_status = 200
        self.keys: tuple[str, str] | None = None
        """Keys that a store knows, to be given instead of new ones that none knows."""
        self.given: list[str] = []
        """Access keys, in the order in which they were given."""
        identity = folder / "server.pem"
        identity.write_text(self.authority.issue("server").pem)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(identity)
        context.load_verify_locations(self.authority_file)
        # The document's address is asked without a certificate.
        context.verify_mode = ssl.CERT_OPTIONAL
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.address = f"127.0.0.1:{self._server.server_address[1]}"
        self.url = f"https://{self.address}/certificate?X-Amz-Signature=secret"
        self.document: Any = {
            "format": 1,
            "certificate": self.station.certificate,
            "private_key": self.station.private_key,
            "thing": THING,
            "role_alias": ROLE_ALIAS,
            "credentials_endpoint": self.address,
            "region": "eu-central-1",
            "bucket": "okng-station-7",
        }

    @contextmanager
    def running(self) -> Iterator[IotServer]:
        thread = threading.Thread(target=self._server.serve_forever)
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._server.server_close()
            thread.join()

    def _credentials(self, handler: BaseHTTPRequestHandler) -> tuple[int, Any]:
        connection = handler.connection
        assert isinstance(connection, ssl.SSLSocket)
        if self.credentials_status != 200:
            return self.credentials_status, {"message": "Invalid role alias"}
        names = [
            item for rdn in (connection.getpeercert() or {}).get("subject", ()) for item in rdn
        ]
        if ("commonName", THING) not in names:
            return 403, {"message": "Invalid certificate"}
        if handler.headers["x-amzn-iot-thingname"] != THING:
            return 403, {"message": "Invalid thing name passed"}
        key_id, secret = self.keys or (f"ASIA{len(self.given):016d}", "secret")
        self.given.append(key_id)
        return 200, {
            "credentials": {
                "accessKeyId": key_id,
                "secretAccessKey": secret,
                "sessionToken": "" if self.keys else "token",
                "expiration": f"{datetime.now(UTC) + self.lifetime:%Y-%m-%dT%H:%M:%SZ}",
            }
        }

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            timeout = 5

            def do_GET(self) -> None:
                if self.path.startswith("/certificate"):
                    status, answer = 200, server.document
                elif self.path == f"/role-aliases/{ROLE_ALIAS}/credentials":
                    status, answer = server._credentials(self)
                else:
                    status, answer = 404, {"message": "not found"}
                body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
                self.send_response(status)
                if status == 302:
                    self.send_header("Location", "https://127.0.0.1/")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Keeps the tests' output quiet."""

        return Handler
