"""An HTTP/1.1 connection: reads requests and writes responses, each wait with a timeout."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import tempfile
import time
from collections.abc import Callable, Coroutine, Iterator
from email.utils import formatdate
from http import HTTPStatus
from typing import IO, Any, Protocol

import h11

from okng.models.errors import OkngError
from okng.webui.server.body_memory import BodyMemory
from okng.webui.server.server_limits import ServerLimits
from okng.webui.server.wsgi import (
    HOST,
    AsyncBody,
    Environ,
    FileBody,
    Peer,
    WsgiResponse,
    environ_of,
)

log = logging.getLogger(__name__)

READ_BYTES = 256 * 1024
"""What the event loop receives at a time: a body of 1 MB takes four turns."""
LINGER_S = 2.0
"""How long to read on after a refusal: closing at once would reset the connection, and the client
would never read the refusal."""
WHOLE_BYTES = 1_000_000
"""Bodies up to this size are made as a whole, so that their thread is free while they are sent."""


class RequestRefusedError(OkngError):
    """The server refuses a request before the application has seen it."""

    def __init__(self, status: int, message: str, retry_after_s: int | None = None) -> None:
        super().__init__(message)
        self.http_status = HTTPStatus(status)
        self.retry_after_s = retry_after_s


class ClientGoneError(OkngError):
    """The client has closed its connection, or reads too slowly."""


class ApplicationRunner(Protocol):
    """Runs the WSGI application for the connections, in threads."""

    async def answer(self, environ: Environ) -> WsgiResponse:
        """Runs the application; raises `RequestRefusedError` when too many requests wait."""

    async def body_limit(self, environ: Environ) -> int:
        """Returns the largest body, in bytes, that this sender may send to this address."""

    async def iterate(
        self, answer: WsgiResponse, send: Callable[[bytes], Coroutine[Any, Any, None]]
    ) -> None:
        """Sends a body piece by piece while the application makes it."""

    async def read(self, file: FileBody) -> bytes:
        """Returns the next piece of a file; empty at its end."""


class Connection:
    """Serves one client until either side closes the connection."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        peer: Peer,
        runner: ApplicationRunner,
        limits: ServerLimits,
        body_memory: BodyMemory,
        waits_for_client: Callable[[bool], None],
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._peer = peer
        self._runner = runner
        self._limits = limits
        self._body_memory = body_memory
        self._waits_for_client = waits_for_client
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=limits.head_bytes)

    async def serve(self) -> None:
        """Answers requests one after the other, including pipelined ones.

        Raises:
            ClientGoneError: the client is gone; unsent data can be dropped.
            ConnectionError: likewise.
        """
        wait_s = self._limits.head_s
        while await self._exchange(wait_s):
            self._http.start_next_cycle()
            self._waits_for_client(True)
            wait_s = self._limits.keep_alive_s

    async def _exchange(self, wait_s: float) -> bool:
        """Handles one request; returns whether another may follow on this connection."""
        try:
            request = await self._head(wait_s)
            announced = next((int(t) for n, t in request.headers if n == b"content-length"), 0)
            allowed = await self._allowed(request, announced)
            with self._body_file(announced) as body:
                size = await self._read_body(request, body, allowed)
                self._waits_for_client(False)
                environ = environ_of(request, body, size, self._peer)
                answer = await self._runner.answer(environ)
                try:
                    await self._send(answer, head_only=request.method == b"HEAD")
                finally:
                    answer.close()
        except RequestRefusedError as refusal:
            await self._refuse(refusal)
            return False
        except h11.RemoteProtocolError as error:
            await self._refuse(
                RequestRefusedError(error.error_status_hint, f"this is no HTTP/1.1: {error}")
            )
            return False
        # Both are DONE unless one side asked to close.
        return self._http.our_state is h11.DONE and self._http.their_state is h11.DONE

    async def _head(self, wait_s: float) -> h11.Request:
        """Reads the next request line and headers, and checks them against the limits."""
        limits, begun = self._limits, False
        deadline = time.monotonic() + wait_s
        while (event := self._http.next_event()) is h11.NEED_DATA:
            # An idle client may wait for `wait_s`; with the first byte the shorter limit begins.
            if not begun and self._http.trailing_data[0]:
                begun, deadline = True, time.monotonic() + limits.head_s
            if not await self._received(deadline):
                if not begun:
                    raise ClientGoneError
                raise RequestRefusedError(
                    408, f"the headers did not arrive within {limits.head_s:g} s"
                )
        if not isinstance(event, h11.Request):
            raise ClientGoneError
        if event.http_version not in (b"1.0", b"1.1"):
            raise RequestRefusedError(
                505, f"HTTP/{event.http_version.decode()}: only HTTP/1.1 is supported"
            )
        size = len(event.target) + sum(len(name) + len(text) for name, text in event.headers)
        if size > limits.head_bytes:
            raise RequestRefusedError(
                431,
                f"address and headers have {size} bytes; at most {limits.head_bytes} are allowed",
            )
        if len(event.headers) > limits.headers:
            raise RequestRefusedError(
                431,
                f"the request has {len(event.headers)} headers; "
                f"at most {limits.headers} are allowed",
            )
        for name, text in event.headers:
            if name == b"host" and not HOST.fullmatch(text.decode("latin-1")):
                raise RequestRefusedError(
                    400, f"{text[:100].decode('latin-1')!r} is not a host name"
                )
        return event

    async def _allowed(self, request: h11.Request, size: int) -> int:
        """How many bytes the body may have; the application is asked only where it is large.

        Raises:
            RequestRefusedError: `size` is more than that.
        """
        if size <= self._limits.small_body_bytes:
            return self._limits.small_body_bytes
        allowed = await self._runner.body_limit(environ_of(request, None, 0, self._peer))
        if size > allowed:
            most = max(allowed, self._limits.small_body_bytes)
            raise RequestRefusedError(
                413, f"the request has {size} bytes or more; at most {most} are allowed here"
            )
        # The sender has a login, so the upload is not closed to make room for new connections.
        self._waits_for_client(False)
        return allowed

    @contextlib.contextmanager
    def _body_file(self, announced: int) -> Iterator[IO[bytes]]:
        """A file for a body: in memory while it is small, or as large as announced and with room.

        A body of unknown size is announced with 0.
        """
        small = self._limits.small_body_bytes
        large = announced if announced > small else 0
        with (
            self._body_memory.reserve(large) as has_room,
            tempfile.SpooledTemporaryFile(max(small, large if has_room else 0)) as file,
        ):
            yield file

    async def _read_body(self, request: h11.Request, body: IO[bytes], allowed: int) -> int:
        """Reads the body into a file; returns its size, in bytes."""
        limits, size = self._limits, 0
        if self._http.they_are_waiting_for_100_continue:
            self._write(self._http.send(h11.InformationalResponse(status_code=100, headers=[])))
        deadline = time.monotonic() + limits.body_s
        while True:
            event = self._http.next_event()
            if event is h11.NEED_DATA:
                if not await self._received(deadline + size / limits.body_rate):
                    raise RequestRefusedError(
                        408, f"the body came too slowly: {size} bytes have arrived"
                    )
            elif isinstance(event, h11.Data):
                size += len(event.data)
                if size > allowed:
                    allowed = await self._allowed(request, size)
                try:
                    body.write(event.data)
                except OSError as error:
                    raise RequestRefusedError(
                        503, f"the request can't be stored: {error.strerror}"
                    ) from None
            else:
                body.seek(0)
                return size

    async def _received(self, deadline: float) -> bool:
        """Feeds the parser with the next bytes or the end of the stream; False at the deadline."""
        try:
            async with asyncio.timeout(deadline - time.monotonic()):
                self._http.receive_data(await self._reader.read(READ_BYTES))
        except TimeoutError:
            return False
        return True

    async def _send(self, answer: WsgiResponse, head_only: bool) -> None:
        body = answer.body
        if isinstance(body, AsyncBody):
            # A stream has no known length, so closing the connection marks its end.
            answer.headers.append((b"Connection", b"close"))
            self._begin(answer.status, answer.reason, answer.headers)
            await self._until_gone(self._send_stream(body))
            return
        self._begin(answer.status, answer.reason, answer.headers)
        if head_only:
            pass
        elif isinstance(body, FileBody):
            while block := await self._runner.read(body):
                await self._send_data(block)
        elif isinstance(body, list):
            await self._send_data(b"".join(body))
        else:
            await self._runner.iterate(answer, self._send_data)
        self._write(self._http.send(h11.EndOfMessage()))
        await self._drain()

    def _begin(self, status: int, reason: bytes, headers: list[tuple[bytes, bytes]]) -> None:
        dated = [*headers, (b"Date", formatdate(usegmt=True).encode())]
        response = h11.Response(status_code=status, headers=dated, reason=reason)
        self._write(self._http.send(response))

    async def _send_stream(self, body: AsyncBody) -> None:
        async for piece in body:
            await self._send_data(piece)

    async def _until_gone(self, sending: Coroutine[Any, Any, None]) -> None:
        """Sends a stream until it ends or the client closes the connection.

        A viewer sends nothing more, so any read that returns means that the client is gone.
        """
        tasks = [asyncio.ensure_future(sending), asyncio.ensure_future(self._reader.read(1))]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            if tasks[0].done():
                await tasks[0]
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _send_data(self, data: bytes) -> None:
        if data:
            pieces = self._http.send_with_data_passthrough(h11.Data(data=data))
            self._writer.writelines(pieces or [])
            await self._drain()

    def _write(self, data: bytes | None) -> None:
        if data:
            self._writer.write(data)

    async def _drain(self) -> None:
        try:
            async with asyncio.timeout(self._limits.send_s):
                await self._writer.drain()
        except TimeoutError:
            raise ClientGoneError from None

    async def _refuse(self, refusal: RequestRefusedError) -> None:
        """Answers with the API's error document, then reads on for a moment (see `LINGER_S`)."""
        if self._http.our_state not in (h11.IDLE, h11.SEND_RESPONSE):
            raise ClientGoneError
        text = json.dumps({"message": str(refusal), "detail": {}}).encode()
        headers = [(b"Content-Type", b"application/json"), (b"Connection", b"close")]
        headers.append((b"Content-Length", str(len(text)).encode()))
        if refusal.retry_after_s is not None:
            headers.append((b"Retry-After", str(refusal.retry_after_s).encode()))
        self._begin(refusal.http_status, b"", headers)
        await self._send_data(text)
        self._write(self._http.send(h11.EndOfMessage()))
        await self._drain()
        self._waits_for_client(True)
        if self._writer.can_write_eof():
            self._writer.write_eof()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LINGER_S):
                while await self._reader.read(READ_BYTES):
                    pass
