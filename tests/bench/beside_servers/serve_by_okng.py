"""The same application behind okng's server."""

from __future__ import annotations

import asyncio
import ssl
import sys
import time
from collections.abc import AsyncIterator

from beside_servers.application import FRAME, FRAMES_PER_S, application
from flask import Response

from okng.webui.server.server import Server, listen


class Frames:
    """The live view as okng sends it: by the loop, without a thread of its own."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        due_s = time.monotonic()
        while True:
            yield FRAME
            due_s += 1 / FRAMES_PER_S
            await asyncio.sleep(max(0.0, due_s - time.monotonic()))

    def close(self) -> None:
        """Nothing to end."""


application.view_functions["preview"] = lambda: Response(
    Frames(),  # type: ignore[arg-type]
    mimetype="multipart/x-mixed-replace; boundary=f",
    direct_passthrough=True,
)


async def serve(server: Server, port: int) -> None:
    await server.serve(listen("127.0.0.1", port), asyncio.Event())


if __name__ == "__main__":
    port, *files = sys.argv[1:]
    tls = None
    if files:
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(*files)
    server = Server(application, lambda environ: 0, tls)
    asyncio.run(serve(server, int(port)))
