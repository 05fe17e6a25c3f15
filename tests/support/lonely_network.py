"""Runs a command in an isolated network that records all traffic and lets none out.

    unshare --net --mount python lonely_network.py RESULT COMMAND...

The network has the loopback interface, a default route that leads nowhere, and a name server that
resolves every name. RESULT becomes a JSON file with the names that were looked up and the outside
addresses that packets were sent to. Needs root.
"""

from __future__ import annotations

import json
import os
import selectors
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

OUTSIDE, ANY_HOST = "192.0.2.1", "192.0.2.77"
ETH_P_ALL = 3
LISTEN_ON_S = 1.0


def set_up() -> tuple[socket.socket, socket.socket]:
    """Sets up the network; returns the name server's socket, and one that sees leaving packets."""
    for command in (
        "ip link set lo up",
        # A virtual cable whose other end nobody reads.
        "ip link add outside type veth peer name nowhere",
        "ip link set nowhere up",
        "ip link set outside arp off",
        f"ip address add {OUTSIDE}/24 dev outside",
        "ip link set outside up",
        "ip route add default dev outside",
    ):
        subprocess.run(command.split(), check=True)
    resolver = Path(tempfile.mkdtemp()) / "resolv.conf"
    resolver.write_text("nameserver 127.0.0.1\n")
    subprocess.run(["mount", "--bind", str(resolver), "/etc/resolv.conf"], check=True)
    names = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    names.bind(("127.0.0.1", 53))
    packets = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
    packets.bind(("outside", 0))
    return names, packets


def answer(names: socket.socket) -> str:
    """Answers one DNS query with an outside address; returns the name."""
    query, sender = names.recvfrom(4096)
    labels, at = [], 12
    while length := query[at]:
        labels.append(query[at + 1 : at + 1 + length].decode())
        at += 1 + length
    question = query[12 : at + 5]
    is_a = question[-4:-2] == b"\x00\x01"
    record = b"\xc0\x0c\x00\x01\x00\x01\x00\x00\x00\x3c\x00\x04" + socket.inet_aton(ANY_HOST)
    head = query[:2] + b"\x81\x80\x00\x01" + (b"\x00\x01" if is_a else b"\x00\x00") + bytes(4)
    names.sendto(head + question + (record if is_a else b""), sender)
    return ".".join(labels)


def destination(frame: bytes) -> str | None:
    """Destination of an IP packet; None for neighbour discovery and multicast."""
    kind = frame[12:14]
    if kind == b"\x08\x00":
        address = socket.inet_ntop(socket.AF_INET, frame[30:34])
        return None if address.startswith("224.") else address
    if kind == b"\x86\xdd":
        address = socket.inet_ntop(socket.AF_INET6, frame[38:54])
        return None if address.startswith("ff02:") else address
    return None


def main(result: str, *command: str) -> int:
    names, packets = set_up()
    selector = selectors.DefaultSelector()
    selector.register(names, selectors.EVENT_READ)
    selector.register(packets, selectors.EVENT_READ)
    queried: list[str] = []
    sent_to: list[str] = []
    process = subprocess.Popen(command, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    until = float("inf")
    while time.monotonic() < until:
        for key, _ in selector.select(timeout=0.2):
            if key.fileobj is names:
                queried.append(answer(names))
            elif address := destination(packets.recv(4096)):
                sent_to.append(address)
        if until == float("inf") and process.poll() is not None:
            until = time.monotonic() + LISTEN_ON_S
    Path(result).write_text(json.dumps({"asked": queried, "sent_to": sent_to}))
    return process.returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
