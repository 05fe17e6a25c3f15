"""The server: accepts connections, runs requests in worker pools, and stops in bounded time."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import resource
import socket
import ssl
import struct
from collections.abc import Callable, Collection, Coroutine, Mapping
from types import MappingProxyType
from typing import Any

from okng.models.errors import OkngError
from okng.webui.server.body_memory import BodyMemory
from okng.webui.server.connection import (
    WHOLE_BYTES,
    ClientGoneError,
    Connection,
    RequestRefusedError,
)
from okng.webui.server.connection_table import (
    ConnectionSlot,
    ConnectionTable,
    Network,
    plain_address,
)
from okng.webui.server.server_limits import DEFAULT_LIMITS, PoolSize, ServerLimits
from okng.webui.server.worker_pool import WorkerPool
from okng.webui.server.wsgi import (
    Application,
    AsyncBody,
    Environ,
    FileBody,
    Peer,
    WsgiResponse,
    call,
)

log = logging.getLogger(__name__)

BACKLOG = 256
FILE_THREADS = 2
SPARE_FILES = 3072
"""File descriptors besides those of connections: each thread opens the database in each store."""
UNACKNOWLEDGED_MS = 20_000
"""A client that acknowledges no data for this long is gone (`TCP_USER_TIMEOUT`, tcp(7))."""
NO_DESCRIPTOR_PAUSE_S = 0.1


class Server:
    """Serves one WSGI application on one socket."""

    def __init__(
        self,
        application: Application,
        body_limit: Callable[[Environ], int],
        tls: ssl.SSLContext | None = None,
        pools: Mapping[str, tuple[str, PoolSize]] = MappingProxyType({}),
        proxies: Collection[Network] = (),
        limits: ServerLimits = DEFAULT_LIMITS,
    ) -> None:
        """Creates the worker pools; nothing is served before `serve`.

        Args:
            application: Called in threads; a body that is an `AsyncBody` is sent by the event loop.
            body_limit: Returns the largest body, in bytes, that the sender of a request may send;
                called in a thread before a body of more than `limits.small_body_bytes` is read.
            tls: TLS context; None serves plain HTTP.
            pools: Name and size of the worker pool for POST requests to each of these paths, so
                that slow requests keep no others waiting; a path that ends with a slash stands for
                all paths below it.
            proxies: Networks of trusted proxies, exempt from the limit per address.
            limits: Timeouts, sizes and numbers.
        """
        self._application = application
        self._body_limit = body_limit
        self._tls = tls
        self._limits = limits
        self._table = ConnectionTable(limits.connections, limits.connections_per_address, proxies)
        self._body_memory = BodyMemory(limits.body_memory_bytes, limits.memory_body_bytes)
        self._requests = WorkerPool("requests", limits.requests)
        self._downloads = WorkerPool("downloads", limits.downloads)
        self._files = WorkerPool("files", PoolSize(FILE_THREADS, queue=limits.connections))
        by_name = {name: WorkerPool(name, size) for name, size in pools.values()}
        self._pools = {path: by_name[name] for path, (name, _) in pools.items()}
        self._all_pools = [self._requests, self._downloads, self._files, *by_name.values()]
        self._tasks: dict[asyncio.Task[None], ConnectionSlot] = {}

    async def serve(self, listener: socket.socket, stop: asyncio.Event) -> bool:
        """Serves until `stop` is set; returns whether every request was answered by then.

        Closes the listening socket. Requests in progress have `limits.stop_s` to end.
        """
        _raise_descriptor_limit(self._limits.connections + SPARE_FILES)
        listener.setblocking(False)
        self._listen(listener)
        await stop.wait()
        asyncio.get_running_loop().remove_reader(listener)
        listener.close()
        # New tasks take their first step: one that is cancelled before can't close its socket.
        await asyncio.sleep(0)
        await self._end_connections()
        return not any(pool.busy for pool in self._all_pools)

    def _listen(self, listener: socket.socket) -> None:
        if listener.fileno() >= 0:
            asyncio.get_running_loop().add_reader(listener, self._accept, listener)

    def _accept(self, listener: socket.socket) -> None:
        """Accepts one connection; its task takes its first step before the next accept."""
        try:
            client, address = listener.accept()
        except (BlockingIOError, ConnectionAbortedError):
            return
        except OSError as error:
            log.warning("a connection can't be accepted: %s", error)
            loop = asyncio.get_running_loop()
            loop.remove_reader(listener)
            loop.call_later(NO_DESCRIPTOR_PAUSE_S, self._listen, listener)
            return
        client.setblocking(False)
        self._begin(client, str(plain_address(address[0])), address[1])

    def _begin(self, client: socket.socket, address: str, port: int) -> None:
        """Starts the task of a connection, or closes it if the table has no room."""
        slot = self._table.admit(address, lambda: task.cancel())
        if slot is None:
            client.close()
            return
        with contextlib.suppress(OSError):
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNACKNOWLEDGED_MS)
        own = client.getsockname()
        peer = Peer((address, port), (own[0], own[1]), self._tls is not None)
        task = asyncio.create_task(self._serve(client, peer, slot))
        self._tasks[task] = slot
        task.add_done_callback(self._forget)

    def _forget(self, task: asyncio.Task[None]) -> None:
        self._table.release(self._tasks.pop(task))
        if not task.cancelled() and (error := task.exception()):
            # An error of okng explains itself; any other one needs its traceback.
            is_explained = isinstance(error, OkngError)
            log.error("a connection broke off: %s", error, exc_info=None if is_explained else error)

    async def _serve(self, client: socket.socket, peer: Peer, slot: ConnectionSlot) -> None:
        loop = asyncio.get_running_loop()
        reader = asyncio.StreamReader()
        protocol = asyncio.StreamReaderProtocol(reader)
        tls_options = (
            {
                "ssl": self._tls,
                "ssl_handshake_timeout": self._limits.handshake_s,
                "ssl_shutdown_timeout": self._limits.stop_s,
            }
            if self._tls
            else {}
        )
        try:
            transport, _ = await loop.connect_accepted_socket(
                lambda: protocol,
                client,
                **tls_options,  # type: ignore[arg-type]
            )
        except (OSError, ssl.SSLError) as error:
            log.debug("%s: no TLS connection: %s", peer.client[0], error)
            return
        writer = asyncio.StreamWriter(transport, protocol, reader, loop)
        connection = Connection(
            reader,
            writer,
            peer,
            self,
            self._limits,
            self._body_memory,
            lambda waits: self._table.waits(slot, waits),
        )
        try:
            await connection.serve()
            writer.close()
            await asyncio.wait_for(writer.wait_closed(), self._limits.send_s)
        except (ClientGoneError, OSError, TimeoutError) as error:
            log.debug("%s: %r", peer.client[0], error)
        finally:
            if transport.get_write_buffer_size():
                # Otherwise the kernel would keep the unsent data and retry for minutes.
                _reset_on_close(client)
            transport.abort()

    async def _end_connections(self) -> None:
        """Ends idle connections at once, and the others after their answer or `stop_s`."""
        for task, slot in self._tasks.items():
            if slot.waits_for_client:
                task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=self._limits.stop_s)
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for pool in self._all_pools:
            pool.close()
        # A transport closes its socket one turn of the loop after `abort`.
        await asyncio.sleep(0)

    async def answer(self, environ: Environ) -> WsgiResponse:
        """Runs the application in a thread, which also makes a body of known, small size."""
        posted = environ["REQUEST_METHOD"] == "POST"
        pool = self._pool_of(environ["PATH_INFO"]) if posted else None
        try:
            answer = await (pool or self._requests).run(lambda: _answer(self._application, environ))
        except RequestRefusedError:
            raise
        except Exception as error:
            log.exception("%s %s", environ["REQUEST_METHOD"], environ["PATH_INFO"])
            raise RequestRefusedError(
                500, "the station failed to answer; its log says why"
            ) from error
        if _is_download(answer):
            try:
                self._downloads.check_room()
            except RequestRefusedError:
                answer.close()
                raise
        return answer

    def _pool_of(self, path: str) -> WorkerPool | None:
        if path in self._pools:
            return self._pools[path]
        below = (prefix for prefix in self._pools if prefix.endswith("/"))
        return next((self._pools[prefix] for prefix in below if path.startswith(prefix)), None)

    async def body_limit(self, environ: Environ) -> int:
        """Asks the application for this sender's body limit, in bytes."""
        try:
            return await self._requests.run(lambda: self._body_limit(environ))
        except RequestRefusedError:
            raise
        except Exception as error:
            # Looking up the sender needs the store, which may be out of order.
            log.exception("%s %s", environ["REQUEST_METHOD"], environ["PATH_INFO"])
            raise RequestRefusedError(
                503, "the station can't tell now whether this may be sent"
            ) from error

    async def iterate(
        self, answer: WsgiResponse, send: Callable[[bytes], Coroutine[Any, Any, None]]
    ) -> None:
        """Iterates the body in one thread, since a generator must not be resumed from several."""
        loop = asyncio.get_running_loop()
        assert not isinstance(answer.body, AsyncBody)
        pieces = answer.body

        def send_all() -> None:
            try:
                for piece in pieces:
                    asyncio.run_coroutine_threadsafe(send(piece), loop).result()
            finally:
                answer.close()
                answer.body = []

        await self._downloads.run(lambda: answer.context.run(send_all))

    async def read(self, file: FileBody) -> bytes:
        """Reads the next block in the pool for files: a busy disk holds up this answer only."""
        return await self._files.run(file.read)


def listen(host: str, port: int) -> socket.socket:
    """Opens a listening socket; `::` accepts IPv4 as well.

    Raises:
        OSError: the address is in use, or doesn't belong to this machine.
    """
    family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    both = host == "::" and socket.has_dualstack_ipv6()
    return socket.create_server(
        (str(address[0]), port), family=family, backlog=BACKLOG, dualstack_ipv6=both
    )


def _answer(application: Application, environ: Environ) -> WsgiResponse:
    """Calls the application, and makes a small body as a whole, to free the thread early."""
    answer = call(application, environ)
    if _is_download(answer) and _is_small(answer, environ):
        try:
            whole = list(answer.body)  # type: ignore[arg-type]
        finally:
            answer.close()
        answer.body = whole
    return answer


def _is_download(answer: WsgiResponse) -> bool:
    """Whether a thread has to make the body while it is sent."""
    return not isinstance(answer.body, list | FileBody | AsyncBody)


def _is_small(answer: WsgiResponse, environ: Environ) -> bool:
    if environ["REQUEST_METHOD"] == "HEAD" or answer.status in (204, 304):
        return True
    lengths = [int(text) for name, text in answer.headers if name.lower() == b"content-length"]
    return bool(lengths) and lengths[0] <= WHOLE_BYTES


def _reset_on_close(client: socket.socket) -> None:
    with contextlib.suppress(OSError):
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def _raise_descriptor_limit(needed: int) -> None:
    """Raises the limit of open files (RLIMIT_NOFILE): the usual 1024 are too few."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < needed:
        allowed = needed if hard == resource.RLIM_INFINITY else min(needed, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
