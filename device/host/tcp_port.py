"""Whether a TCP port can be listened on, and else which process has it."""

from __future__ import annotations

import errno
import socket
from pathlib import Path

from okng.models.errors import OkngError

LISTENING = "0A"
"""State of a socket in /proc/net/tcp (`TCP_LISTEN` of Linux' tcp_states.h)."""


class PortError(OkngError):
    """The port can't be listened on; the message says why, who has it, and what to set."""

    def __init__(self, reason: str, advice: str = "") -> None:
        super().__init__("; ".join(filter(None, [reason, advice])))
        self.reason = reason
        """Why, without what to set in the file."""


class HostError(PortError):
    """The host is not an address of this machine, whatever the port."""


def check_port(host: str, port: int) -> None:
    """Returns if a server could listen there now.

    Raises:
        HostError: the address is none of this machine's.
        PortError: another process listens there, or the port can't be had for another reason.
    """
    endpoint = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except socket.gaierror as error:
        raise HostError(
            f"{endpoint}: {host!r} is not an address of this machine: {error}"
        ) from error
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
            probe.listen(1)
        except OSError as error:
            raise _port_error(error, endpoint, port) from error


def _port_error(error: OSError, endpoint: str, port: int) -> PortError:
    if error.errno == errno.EADDRINUSE:
        return PortError(
            f"{endpoint} is in use by {_listener(port) or 'another process'}",
            "end that process, or set another `port` in [web]",
        )
    if error.errno == errno.EADDRNOTAVAIL:
        return HostError(
            f"{endpoint} is not an address of this machine", "set another `host` in [web]"
        )
    if error.errno == errno.EACCES:
        return PortError(
            f"{endpoint} is reserved for root", "set a `port` of 1024 or more in [web]"
        )
    return PortError(f"{endpoint} can't be listened on: {error.strerror}")


def _listener(port: int) -> str | None:
    """The process that listens on a port, if this user may see it: `process 4711 (okng web)`."""
    inodes = {
        fields[9]
        for table in ("tcp", "tcp6")
        for fields in _rows(Path("/proc/net") / table)
        if fields[3] == LISTENING and int(fields[1].rpartition(":")[2], 16) == port
    }
    links = {f"socket:[{inode}]" for inode in inodes}
    for descriptors in Path("/proc").glob("[0-9]*/fd"):
        try:
            if any(str(link.readlink()) in links for link in descriptors.iterdir()):
                process = descriptors.parent
                words = (
                    (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                )
                return f"process {process.name} ({words.strip()})"
        except OSError:
            # Another user's process, or one that has just ended.
            continue
    return None


def _rows(table: Path) -> list[list[str]]:
    try:
        return [line.split() for line in table.read_text().splitlines()[1:]]
    except OSError:
        return []
