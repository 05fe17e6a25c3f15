"""The IPv4 addresses of this machine's network interfaces."""

from __future__ import annotations

import fcntl
import socket
import struct

SIOCGIFADDR = 0x8915
"""Asks for the address of an interface (netdevice(7))."""
_REQUEST = struct.Struct("16s2x2x4s232x")
"""`struct ifreq` with a `sockaddr_in`: family, port and address; longer than any kernel's."""


def network_addresses() -> dict[str, str]:
    """The address of each interface that has one, the loopback interface too, by its name."""
    addresses = {}
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        for _, name in socket.if_nameindex():
            request = _REQUEST.pack(name.encode()[:15], b"")
            try:
                answer = fcntl.ioctl(asking, SIOCGIFADDR, request)
            except OSError:
                # Without an IPv4 address.
                continue
            addresses[name] = socket.inet_ntoa(_REQUEST.unpack(answer)[1])
    return addresses
