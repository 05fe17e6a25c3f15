"""The table of open connections, which closes one when there are too many."""

from __future__ import annotations

import ipaddress
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

IPV6_SUBSCRIBER_BITS = 64
"""One subscriber has a whole network of this prefix (RFC 6177)."""


@dataclass(eq=False)
class ConnectionSlot:
    """The slot of one connection in the table."""

    owner: str
    close: Callable[[], object]
    waits_for_client: bool = field(default=True)
    """The server waits for the client, so closing the connection loses no work."""


class ConnectionTable:
    """Admits connections; makes room by closing the one that has waited longest for its client.

    So half-sent requests never lock anybody out: a new connection takes the slot of the oldest.
    Connections whose request is being answered are never closed. Not thread-safe.
    """

    def __init__(
        self, connections: int, per_address: int, unlimited: Collection[Network] = ()
    ) -> None:
        """Creates an empty table.

        Args:
            connections: Maximum in all.
            per_address: Maximum from one address, or from one /64 network of IPv6.
            unlimited: Networks that `per_address` doesn't apply to: those of trusted proxies, whose
                connections come from many clients.
        """
        self._connections = connections
        self._per_address = per_address
        self._unlimited = unlimited
        # In the order in which they began to wait, or were admitted.
        self._slots: dict[ConnectionSlot, None] = {}
        self._by_owner: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._slots)

    def admit(self, address: str, close: Callable[[], object]) -> ConnectionSlot | None:
        """Returns the slot of a new connection, or None if no room can be made for it.

        `close` is called when the connection has to make room for another one.
        """
        owner = self._owner(address)
        if owner and self._by_owner[owner] >= self._per_address and not self._evict(owner):
            return None
        if len(self._slots) >= self._connections:
            # Whoever has most connections loses one first, so that one client can't evict the rest.
            ((greediest, _),) = self._by_owner.most_common(1)
            if not (self._evict(greediest) or self._evict(None)):
                return None
        slot = ConnectionSlot(owner, close)
        self._slots[slot] = None
        self._by_owner[owner] += 1
        return slot

    def waits(self, slot: ConnectionSlot, waits_for_client: bool) -> None:
        """Records whether a connection waits for its client, from now on."""
        slot.waits_for_client = waits_for_client
        if slot in self._slots:
            del self._slots[slot]
            self._slots[slot] = None

    def release(self, slot: ConnectionSlot) -> None:
        """Frees the slot of a closed connection; a second call does nothing."""
        if slot in self._slots:
            del self._slots[slot]
            self._by_owner[slot.owner] -= 1
            if not self._by_owner[slot.owner]:
                del self._by_owner[slot.owner]

    def _evict(self, owner: str | None) -> bool:
        for slot in self._slots:
            if slot.waits_for_client and owner in (None, slot.owner):
                self.release(slot)
                slot.close()
                return True
        return False

    def _owner(self, address: str) -> str:
        """The key that connections of an address are counted under; empty for unlimited ones."""
        ip = plain_address(address)
        return "" if any(ip in network for network in self._unlimited) else subscriber(address)


def subscriber(address: str) -> str:
    """The subscriber behind an address: the IPv4 address itself, or the /64 network of an IPv6 one.

    Raises:
        ValueError: the text is not an IP address.
    """
    ip = plain_address(address)
    if ip.version == 6:
        return str(ipaddress.ip_network((ip, IPV6_SUBSCRIBER_BITS), strict=False))
    return str(ip)


def plain_address(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """Parses an address, dropping its zone, and turns IPv4-mapped IPv6 into IPv4.

    Raises:
        ValueError: the text is not an IP address.
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    return getattr(ip, "ipv4_mapped", None) or ip
