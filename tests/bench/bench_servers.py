"""Which WSGI server goes on answering while strangers keep connections half open?

    python tests/bench/bench_servers.py [--quick] [SERVER...]

Sixty connections of one address do each of these to a server of its own: drip a header, drip a
body, begin a TLS handshake, stay open after an answer, read nothing of a large answer. Meanwhile
somebody else asks for a page four times a second. Servers that are not installed are left out.
The other servers run a small application, okng's runs it too.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import json
import os
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from support.station import free_port

HERE = Path(__file__).parent
CONNECTIONS = 60
VIEWERS = 10


@dataclass(frozen=True)
class Durations:
    """How long each part is looked at."""

    probed_s: float = 20.0
    """Pages are asked for under each attack."""
    held_s: float = 60.0
    """After so long it is counted which of the sixty connections are still open."""
    watched_s: float = 10.0


QUICK = Durations(probed_s=2.0, held_s=3.0, watched_s=2.0)

GUNICORN = "gunicorn -w1 --timeout 0 --no-control-socket -b 127.0.0.1:{port}"
TLS = "--certfile {certificate} --keyfile {key}"
COMMANDS = {
    "gunicorn gthread": (f"{GUNICORN} -k gthread --threads 40", TLS, "gunicorn"),
    "gunicorn gevent": (f"{GUNICORN} -k gevent", TLS, "gevent"),
    "waitress": ("waitress-serve --host 127.0.0.1 --port {port} --threads 40", None, "waitress"),
    "cheroot": (
        "cheroot --bind 127.0.0.1:{port} --threads 40 --max-threads 40",
        None,
        "cheroot",
    ),
    "granian": (
        "granian --interface wsgi --host 127.0.0.1 --port {port} --blocking-threads 40",
        "--ssl-certificate {certificate} --ssl-keyfile {key}",
        "granian",
    ),
    "hypercorn": (
        "hypercorn -b 127.0.0.1:{port} -w 0",
        TLS,
        "hypercorn",
    ),
    "uvicorn + a2wsgi": (
        "uvicorn --host 127.0.0.1 --port {port}",
        "--ssl-certfile {certificate} --ssl-keyfile {key}",
        "a2wsgi",
    ),
    "okng": ("okng", "", "okng"),
}
TARGETS = {
    "hypercorn": "wsgi:application:application",
    "uvicorn + a2wsgi": "application:asgi",
}


@contextlib.contextmanager
def serving(server: str, tls: tuple[Path, Path] | None) -> Iterator[tuple[int, int]]:
    """Port and process id of a server of the application."""
    port = free_port()
    command, tls_options, _ = COMMANDS[server]
    if server == "okng":
        arguments = ["-m", "beside_servers.serve_by_okng", str(port)]
        arguments += [str(path) for path in tls or ()]
    else:
        target = TARGETS.get(server, "application:application")
        words = f"{command} {tls_options if tls else ''}".split()
        certificate, key = tls or ("", "")
        words = [word.format(port=port, certificate=certificate, key=key) for word in words]
        arguments = [str(Path(sys.executable).parent / words[0]), *words[1:], target]
    environment = {**os.environ, "PYTHONPATH": f"{HERE}:{HERE / 'beside_servers'}"}
    process = subprocess.Popen(
        [sys.executable, *arguments],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        deadline = time.monotonic() + 30
        while not port_open(port):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{server} does not start: {arguments}")
            time.sleep(0.1)
        time.sleep(0.5)
        yield port, process.pid
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, 9)
        process.wait()


def port_open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def ask(port: int, tls: bool) -> float | None:
    """Milliseconds until the page is there; None when it is not within two seconds."""
    started = time.monotonic()
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2) as plain:
            connection: socket.socket = plain
            if tls:
                context = ssl._create_unverified_context()
                connection = context.wrap_socket(plain)
            connection.sendall(b"GET /page HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            answer = b""
            while time.monotonic() - started < 2 and (data := connection.recv(65536)):
                answer += data
            done = answer.startswith(b"HTTP/1.1 200") and answer.count(b"x") >= 10_000
            return (time.monotonic() - started) * 1000 if done else None
    except OSError:
        return None


class Attack:
    """Sixty connections that say `first`, and then `drip` each second, and read nothing."""

    def __init__(self, port: int, first: bytes, drip: bytes = b"") -> None:
        self._drip = drip
        self.sockets = []
        for _ in range(CONNECTIONS):
            connection = socket.socket()
            if first.startswith(b"GET /large"):
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.settimeout(2)
            with contextlib.suppress(OSError):
                connection.connect(("127.0.0.1", port))
                connection.sendall(first)
            self.sockets.append(connection)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._drop, daemon=True)
        self._thread.start()

    def _drop(self) -> None:
        while self._drip and not self._over.wait(1.0):
            for connection in self.sockets:
                with contextlib.suppress(OSError):
                    connection.send(self._drip)

    def still_open(self) -> int:
        """Connections that the server has not ended."""
        return sum(_established(connection) for connection in self.sockets)

    def end(self) -> None:
        self._over.set()
        self._thread.join()
        for connection in self.sockets:
            connection.close()


def _established(connection: socket.socket) -> bool:
    # tcp_info's first byte is the state; 1 is ESTABLISHED (linux/tcp.h).
    try:
        return connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0] == 1
    except OSError:
        return False


ATTACKS: dict[str, tuple[bool, bytes, bytes]] = {
    "half headers": (False, b"GET /page HTTP/1.1\r\nHost: x\r\nX-Long: ", b"a"),
    "slow bodies": (False, b"POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n", b"a"),
    "half TLS handshakes": (True, b"\x16\x03\x01\x02\x00\x01", b"\x00"),
    "idle keep-alives": (False, b"GET /page HTTP/1.1\r\nHost: x\r\n\r\n", b""),
    "slow readers": (False, b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n", b""),
}


def under_attack(
    server: str, attack: str, tls_files: tuple[Path, Path], durations: Durations
) -> str:
    """What a table's cell says."""
    tls, first, drip = ATTACKS[attack]
    if tls and COMMANDS[server][1] is None:
        return "no TLS"
    with serving(server, tls_files if tls else None) as (port, _):
        attackers = Attack(port, first, drip)
        started = time.monotonic()
        answers = []
        while time.monotonic() - started < durations.probed_s:
            answers.append(ask(port, tls))
            time.sleep(0.25)
        time.sleep(max(0.0, durations.held_s - (time.monotonic() - started)))
        left = attackers.still_open()
        attackers.end()
    times_ms = sorted(ms for ms in answers if ms is not None)
    median = f", {times_ms[len(times_ms) // 2]:.0f} ms" if times_ms else ""
    return f"{100 * len(times_ms) / len(answers):.0f} %{median}; {left} open"


def watched(server: str, watched_s: float) -> str:
    """Pictures per second of the slowest of ten viewers, and the processor time that they take."""
    with serving(server, None) as (port, process_id):
        time.sleep(1)
        before_s = cpu_s(process_id)
        with ThreadPoolExecutor(VIEWERS) as pool:
            rates = list(pool.map(view, [port] * VIEWERS, [watched_s] * VIEWERS))
        used = (cpu_s(process_id) - before_s) / watched_s
    return f"{min(rates):.1f} fps at {100 * used:.0f} %"


def view(port: int, watched_s: float) -> float:
    count = 0
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(b"GET /preview.mjpeg HTTP/1.1\r\nHost: x\r\n\r\n")
        until = time.monotonic() + watched_s
        try:
            while time.monotonic() < until:
                data = connection.recv(1 << 20)
                if not data:
                    break
                count += len(data)
        except OSError:
            pass
    return count / 100_000 / watched_s


def cpu_s(leader: int) -> float:
    """User and system seconds of a process and its children, by its session."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = stat.read_text().rpartition(")")[2].split()
            if int(fields[3]) == leader:
                ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def certificate(folder: Path) -> tuple[Path, Path]:
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


def measure(server: str, tls_files: tuple[Path, Path], durations: Durations) -> dict[str, str]:
    def of_attack(attack: str) -> str:
        return cell(lambda: under_attack(server, attack, tls_files, durations))

    def cell(look: Callable[[], str]) -> str:
        try:
            return look()
        except RuntimeError as error:
            return f"failed: {error}"

    with ThreadPoolExecutor(len(ATTACKS)) as pool:
        cells = {attack: pool.submit(of_attack, attack) for attack in ATTACKS}
        figures = {attack: future.result() for attack, future in cells.items()}
    return figures | {"10 viewers": cell(lambda: watched(server, durations.watched_s))}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("servers", nargs="*", help="by default all that are installed")
    parser.add_argument("--quick", action="store_true", help="okng's alone, for some seconds")
    args = parser.parse_args()
    installed = [
        server for server, (_, _, module) in COMMANDS.items() if importlib.util.find_spec(module)
    ]
    servers = args.servers or (["okng"] if args.quick else installed)
    durations = QUICK if args.quick else Durations()
    with tempfile.TemporaryDirectory() as folder:
        tls_files = certificate(Path(folder))
        for server in servers:
            print(
                json.dumps({"server": server, **measure(server, tls_files, durations)}), flush=True
            )


if __name__ == "__main__":
    main()
