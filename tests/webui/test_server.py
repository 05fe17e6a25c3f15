"""The HTTP server: whatever clients leave unfinished, it answers others, and it stops."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from support.station import eventually

from okng.webui.server.server import Server, listen
from okng.webui.server.server_limits import PoolSize, ServerLimits

LIMITS = ServerLimits(
    handshake_s=1.5,
    head_s=10.0,
    keep_alive_s=10.0,
    body_s=10.0,
    send_s=1.0,
    stop_s=1.0,
    connections=60,
    connections_per_address=40,
    small_body_bytes=1000,
    requests=PoolSize(threads=4, queue=4),
    downloads=PoolSize(threads=2, queue=0),
)
IMPATIENT = replace(LIMITS, head_s=2.5, keep_alive_s=2.5, body_s=2.5)
PAGE_S = 5.0
"""For a page on a busy machine; half of what `LIMITS` give a client who stops half way."""
MANY = 70
"""More than may be connected."""
UPLOAD_BYTES = 5_000_000


class Application:
    """A WSGI application with responses of each kind that okng has."""

    def __init__(self) -> None:
        self.proceed = threading.Event()
        self.closed = 0
        self.ends: list[str] = []
        self.environ: dict[str, Any] = {}

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        self.environ = environ
        path = environ["PATH_INFO"]
        if path == "/fail":
            raise RuntimeError("the application's own fault")
        if path == "/stream":
            start_response("200 OK", [("Content-Type", "text/event-stream")])
            return Stream(self)  # type: ignore[return-value]
        if path in ("/download", "/broken"):
            start_response("200 OK", [("Content-Type", "text/csv")])
            return self.download(path == "/broken")
        if path == "/slow" or path.startswith("/password"):
            assert self.proceed.wait(20)
        if path == "/file":
            file = environ["FILE"] = Path(__file__).open("rb")  # noqa: SIM115
            start_response("200 OK", [])
            return environ["wsgi.file_wrapper"](file)  # type: ignore[no-any-return]
        text = environ["wsgi.input"].read() if path == "/echo" else b"page"
        start_response("200 OK", [("Content-Length", str(len(text)))])
        return [text]

    def download(self, broken: bool) -> Iterator[bytes]:
        thread = threading.get_ident()
        try:
            for _ in range(100):
                yield bytes(1_000_000)
                assert thread == threading.get_ident()
                if broken:
                    raise RuntimeError("the disk is gone")
        finally:
            self.ends.append("here" if thread == threading.get_ident() else "elsewhere")


class Stream:
    def __init__(self, application: Application) -> None:
        self._application = application

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b"hello"
        await asyncio.Event().wait()

    def close(self) -> None:
        self._application.closed += 1


def body_limit(environ: dict[str, Any]) -> int:
    if environ["PATH_INFO"] == "/lost":
        raise OSError("the store can't be read")
    return UPLOAD_BYTES if environ["PATH_INFO"] == "/echo" else 1000


class Running:
    """A server in a thread of the test."""

    def __init__(self, tls: ssl.SSLContext | None = None, limits: ServerLimits = LIMITS) -> None:
        self.application = Application()
        self.port = 0
        self.all_answered: bool | None = None
        self._connections: list[socket.socket] = []
        passwords = ("passwords", PoolSize(threads=1, queue=2))
        pools = {"/password": passwords, "/password/": passwords}
        self._server = Server(
            self.application,
            body_limit,
            tls,
            pools,
            limits=limits,
        )
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()))
        self._thread.start()
        assert self._ready.wait(10)

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        listener = listen("127.0.0.1", 0)
        self.port = listener.getsockname()[1]
        self._ready.set()
        self.all_answered = await self._server.serve(listener, self._stop)

    def stop(self) -> float:
        """Stops the server; returns the seconds until it has stopped."""
        started = time.monotonic()
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join(20)
        assert not self._thread.is_alive()
        stopped_s = time.monotonic() - started
        self.application.proceed.set()
        for connection in self._connections:
            connection.close()
        return stopped_s

    def connect(self, say: bytes = b"", receive_buffer: int | None = None) -> socket.socket:
        connection = socket.socket()
        self._connections.append(connection)
        if receive_buffer:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        connection.settimeout(10)
        connection.connect(("127.0.0.1", self.port))
        connection.sendall(say)
        return connection

    def ask(self, say: bytes) -> bytes:
        """Sends data; returns everything that the server sends until it closes."""
        with self.connect(say) as connection:
            # Its end is read, also while the server stops.
            self._connections.remove(connection)
            return read_all(connection)

    def page(self) -> bool:
        """Whether it answers within `PAGE_S`."""
        started = time.monotonic()
        answer = self.ask(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        return answer.endswith(b"page") and time.monotonic() - started < PAGE_S


def read_all(connection: socket.socket) -> bytes:
    parts = []
    with contextlib.suppress(ConnectionResetError):
        while part := connection.recv(1 << 16):
            parts.append(part)
    return b"".join(parts)


def ended(connection: socket.socket) -> bool:
    """Whether the server has closed its side."""
    # The first byte of tcp_info is the state; 1 is ESTABLISHED (linux/tcp.h).
    return connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0] != 1


@pytest.fixture
def server() -> Iterator[Running]:
    running = Running()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("tls")
    paths = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"),
            *("-subj", "/CN=localhost", "-out", str(paths[0]), "-keyout", str(paths[1])),
        ],
        check=True,
        capture_output=True,
    )
    return paths


HALF_DONE = {
    "nothing": (b"", b""),
    "half a request line": (b"GET / HT", b""),
    "dripped headers": (b"GET / HTTP/1.1\r\nHost: x\r\nX: ", b"a"),
    "dripped header lines": (b"GET / HTTP/1.1\r\nHost: x\r\n", b"X: a\r\n"),
    "half a body": (b"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n", b""),
    "dripped body": (b"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n", b"a"),
    "dripped chunks": (
        b"POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"1\r\na\r\n",
    ),
    "idle after an answer": (b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b""),
    "half an upload": (
        b"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\nExpect: 100-continue\r\n\r\n",
        b"a",
    ),
    "unread answers": (b"GET /download HTTP/1.1\r\nHost: x\r\n\r\n", b""),
}
FIRST_ANSWERS = {
    "idle after an answer": b"HTTP/1.1 200 ",
    "half an upload": b"HTTP/1.1 100 ",
}
"""Awaited before the next client connects: all at once would be refused as too many."""


@pytest.mark.parametrize("kind", HALF_DONE)
def test_pages_are_answered_beside_many_who_stop_half_way_and_those_end(kind: str) -> None:
    server = Running(limits=IMPATIENT)
    first, drip = HALF_DONE[kind]
    # Connections that wait for an answer are never closed to make room, so there are fewer of them.
    count = {"half an upload": 30, "unread answers": 6}.get(kind, MANY)
    connections = []
    for _ in range(count):
        connections.append(server.connect(first, receive_buffer=4096))
        if answer := FIRST_ANSWERS.get(kind):
            assert connections[-1].recv(4096).startswith(answer)

    def all_ended() -> bool:
        for connection in connections:
            with contextlib.suppress(OSError):
                connection.send(drip)
        assert server.page()
        return all(ended(connection) for connection in connections)

    try:
        eventually(all_ended, timeout_s=60, period_s=0.2)
    finally:
        server.stop()


def test_half_tls_handshakes_hold_up_nobody_and_end(certificate: tuple[Path, Path]) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*certificate)
    server = Running(context)
    client = ssl.create_default_context(cafile=str(certificate[0]))

    def page() -> bool:
        with client.wrap_socket(server.connect(), server_hostname="localhost") as connection:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            return read_all(connection).endswith(b"page")

    connections = [server.connect(b"\x16\x03\x01\x02\x00\x01") for _ in range(MANY)]
    assert page()
    assert server.application.environ["wsgi.url_scheme"] == "https"
    eventually(lambda: page() and all(map(ended, connections)), timeout_s=20, period_s=0.2)
    assert server.ask(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").find(b"page") == -1
    assert page()
    server.stop()


def test_who_comes_last_takes_the_place_of_who_waited_longest(server: Running) -> None:
    per_address = LIMITS.connections_per_address
    connections = [server.connect() for _ in range(per_address)]
    eventually(lambda: server.page())
    assert ended(connections[0])
    assert not ended(connections[-1])


def test_requests_in_work_are_not_closed_for_newcomers(server: Running) -> None:
    slow = server.connect(b"GET /slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    time.sleep(0.1)
    connections = [server.connect() for _ in range(MANY)]
    server.application.proceed.set()
    assert read_all(slow).endswith(b"page")
    assert len(connections) == MANY


@pytest.mark.parametrize("path", [b"/password", b"/password/of/bert"])
def test_what_takes_long_keeps_only_its_own_kind_waiting(server: Running, path: bytes) -> None:
    end = b" HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    post = b"POST " + path + end
    waiting = [server.connect(post) for _ in range(3)]
    time.sleep(0.2)
    refused = server.ask(post)
    assert refused.startswith(b"HTTP/1.1 503")
    assert b"Retry-After: 2" in refused
    assert b"3 passwords already" in refused
    assert server.page()
    server.application.proceed.set()
    assert all(read_all(connection).endswith(b"page") for connection in waiting)


def test_too_many_requests_are_refused_at_once(server: Running) -> None:
    slow = b"GET /slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    waiting = [server.connect(slow) for _ in range(8)]
    time.sleep(0.2)
    assert server.ask(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").startswith(b"HTTP/1.1 503")
    # The thread of a client that hangs up is still busy, but nothing else is.
    for connection in waiting[4:]:
        connection.close()
    server.application.proceed.set()
    assert all(read_all(connection).endswith(b"page") for connection in waiting[:4])
    eventually(server.page)


BAD_REQUESTS = {
    "not HTTP": (b"\x00\x01\x02\r\n\r\n", 400),
    "another protocol": (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", 400),
    "no host": (b"GET / HTTP/1.1\r\n\r\n", 400),
    "two hosts": (b"GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400),
    "header name": (b"GET / HTTP/1.1\r\nHost: x\r\nA B: c\r\n\r\n", 400),
    "folded header": (b"GET / HTTP/1.1\r\n Host: x\r\n\r\n", 400),
    "control character": (b"GET / HTTP/1.1\r\nHost: x\r\nA: b\x00\r\n\r\n", 400),
    "space in target": (b"GET /a b HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    "long target": (b"GET /%b HTTP/1.1\r\nHost: x\r\n\r\n" % (b"a" * 20_000), 431),
    "long header": (b"GET / HTTP/1.1\r\nHost: x\r\nA: %b\r\n\r\n" % (b"a" * 20_000), 431),
    "many headers": (b"GET / HTTP/1.1\r\nHost: x\r\n%b\r\n" % (b"A: b\r\n" * 101), 431),
    "negative length": (b"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400),
    "length in words": (b"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: ten\r\n\r\n", 400),
    "two lengths": (
        b"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        400,
    ),
    "chunk size": (
        b"POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        400,
    ),
    "negative chunk size": (
        b"POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\na\r\n",
        400,
    ),
    "huge chunk size": (
        b"POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n%b\r\n" % (b"f" * 40),
        400,
    ),
    "chunk without its end": (
        b"POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n",
        400,
    ),
    "unknown coding": (
        b"POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n",
        501,
    ),
    "large body": (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n", 413),
    "limit unknown": (b"POST /lost HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n", 503),
    "huge body": (b"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n", 413),
    "large chunks": (
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n%b" % bytes(2000),
        413,
    ),
    "HTTP/2": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
    "tunnel": (b"CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n", 200),
}


@pytest.mark.parametrize("kind", BAD_REQUESTS)
def test_what_is_no_request_is_refused_and_told(server: Running, kind: str) -> None:
    sent, status = BAD_REQUESTS[kind]
    answer = server.ask(sent)
    assert answer.startswith(b"HTTP/1.1 %d" % status), answer
    assert b'{"message": "' in answer or status == 200
    assert server.page()


@pytest.mark.parametrize(
    "host", ["h" * 5000, "a b", "a/b", "", "a" * 64 + ".example", ".", "[::", "x:y", "a,b", "\xe4"]
)
def test_odd_hosts_are_refused(server: Running, host: str) -> None:
    answer = server.ask(b"GET / HTTP/1.1\r\nHost: %b\r\n\r\n" % host.encode("latin-1"))
    assert answer.startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize("host", ["x", "station-1.local:8080", "10.0.0.7", "[::1]:8080", "a_b.c."])
def test_real_hosts_are_not(server: Running, host: str) -> None:
    request = f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    assert server.ask(request.encode()).endswith(b"page")


def test_pipelined_requests_are_answered_in_order(server: Running) -> None:
    echo = b"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n"
    last = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    answer = server.ask(b"".join(echo + b"%d" % number for number in range(5)) + last)
    assert [part[-1:] for part in answer.split(b"HTTP/1.1 200")[1:-1]] == [
        b"%d" % n for n in range(5)
    ]
    assert answer.endswith(b"page")


@pytest.mark.parametrize("coding", ["length", "chunks", "expecting"])
def test_bodies_arrive_whole(server: Running, coding: str) -> None:
    data = bytes(range(256)) * 10_000
    head = b"POST /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
    with server.connect() as connection:
        if coding == "chunks":
            connection.sendall(head + b"Transfer-Encoding: chunked\r\n\r\n")
            for start in range(0, len(data), 100_000):
                piece = data[start : start + 100_000]
                connection.sendall(b"%x\r\n%b\r\n" % (len(piece), piece))
            connection.sendall(b"0\r\n\r\n")
        else:
            expect = b"Expect: 100-continue\r\n" if coding == "expecting" else b""
            connection.sendall(head + expect + b"Content-Length: %d\r\n\r\n" % len(data))
            if expect:
                assert connection.recv(100).startswith(b"HTTP/1.1 100")
            connection.sendall(data)
        answer = read_all(connection)
    assert answer.endswith(data)
    assert server.application.environ["CONTENT_LENGTH"] == str(len(data))


def test_uploads_stay_in_memory_while_all_together_find_room() -> None:
    server = Running(limits=replace(LIMITS, memory_body_bytes=5000, body_memory_bytes=6000))
    head = b"POST /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: %d\r\n"

    def stays_in_memory(size: int) -> bool:
        data = b"%d" % size * (size // 4)
        assert server.ask(head % len(data) + b"\r\n" + data).endswith(data)
        # A temporary file that was never written to the disk has no descriptor.
        return server.application.environ["wsgi.input"].name is None

    try:
        assert stays_in_memory(5000)
        assert not stays_in_memory(5004)
        with server.connect(head % 4000 + b"Expect: 100-continue\r\n\r\n") as half_done:
            assert half_done.recv(100).startswith(b"HTTP/1.1 100")
            assert stays_in_memory(2000)
            assert not stays_in_memory(2004)
        eventually(lambda: stays_in_memory(4000))
    finally:
        server.stop()


def test_the_environment_is_what_was_sent(server: Running) -> None:
    server.ask(
        b"GET http://other.example/a%20b/%C3%A4?c=%20d HTTP/1.1\r\nHost: x\r\nX-Two: 1\r\n"
        b"X-Two: 2\r\nX_Two: 3\r\nCookie: a=1\r\nCookie: b=2\r\nConnection: close\r\n\r\n"
    )
    environ = server.application.environ
    assert environ["PATH_INFO"].encode("latin-1").decode() == "/a b/ä"
    assert environ["QUERY_STRING"] == "c=%20d"
    assert environ["HTTP_X_TWO"] == "1,2"
    assert environ["HTTP_COOKIE"] == "a=1; b=2"
    assert environ["REMOTE_ADDR"] == "127.0.0.1"


def test_files_and_answers_to_head_and_of_old_clients(server: Running) -> None:
    file = server.ask(b"GET /file HTTP/1.0\r\n\r\n")
    assert file.endswith(b"\r\n\r\n" + Path(__file__).read_bytes())
    assert server.application.environ["FILE"].closed
    head = server.ask(b"HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert head.endswith(b"\r\n\r\n")
    assert b"Content-Length: 4" in head


def test_an_error_of_the_application_ends_one_connection(
    server: Running, caplog: pytest.LogCaptureFixture
) -> None:
    assert server.ask(b"GET /fail HTTP/1.1\r\nHost: x\r\n\r\n").startswith(b"HTTP/1.1 500")
    assert "the application's own fault" in caplog.text
    cut = server.ask(b"GET /broken HTTP/1.1\r\nHost: x\r\n\r\n")
    assert cut.startswith(b"HTTP/1.1 200")
    assert not cut.endswith(b"0\r\n\r\n"), "nobody takes it for whole"
    assert server.page()


def test_downloads_are_made_and_closed_in_one_thread_and_few_at_a_time(server: Running) -> None:
    download = b"GET /download HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    unread = [server.connect(download) for _ in range(2)]
    time.sleep(0.3)
    assert server.ask(download).startswith(b"HTTP/1.1 503")
    assert server.page()
    unread[0].close()
    eventually(lambda: server.application.ends == ["here"])
    whole = server.ask(download)
    assert whole.count(b"\x00") == 100_000_000
    assert set(server.application.ends) == {"here"}


def test_streams_hold_no_thread_and_end_with_their_viewer(server: Running) -> None:
    viewers = [server.connect(b"GET /stream HTTP/1.1\r\nHost: x\r\n\r\n") for _ in range(30)]
    assert all(b"\r\n\r\n" in viewer.recv(1000) for viewer in viewers)
    time.sleep(2 * LIMITS.send_s)
    assert server.page()
    assert not any(map(ended, viewers))
    assert server.application.closed == 0
    for viewer in viewers[:20]:
        viewer.close()
    eventually(lambda: server.application.closed == 20)
    assert server.stop() < 2 * LIMITS.stop_s + 1
    assert server.application.closed == 30


def test_it_stops_in_time_whatever_is_under_way(server: Running) -> None:
    server.connect(b"GET / HT")
    server.connect(b"GET /stream HTTP/1.1\r\nHost: x\r\n\r\n")
    server.connect(b"GET /download HTTP/1.1\r\nHost: x\r\n\r\n")
    with ThreadPoolExecutor(1) as pool:
        slow = b"GET /slow HTTP/1.1\r\nHost: x\r\n\r\n"
        answer = pool.submit(server.ask, slow)
        time.sleep(0.3)
        assert server.stop() < 3 * LIMITS.stop_s
        assert server.all_answered is False
        assert answer.result() == b""
