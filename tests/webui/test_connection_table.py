"""Which connection is closed when there are too many."""

from __future__ import annotations

import ipaddress

from okng.webui.server.connection_table import ConnectionSlot, ConnectionTable

PROXY = ipaddress.ip_network("10.0.0.1")


class Closed(list[str]):
    """The connections that were closed, in order."""

    def admit(self, table: ConnectionTable, address: str, name: str) -> ConnectionSlot | None:
        return table.admit(address, lambda: self.append(name))


def test_the_one_that_waited_longest_goes_and_none_that_is_owed_an_answer() -> None:
    table, closed = ConnectionTable(10, 3), Closed()
    first, second, third = (closed.admit(table, "192.0.2.1", name) for name in "abc")
    assert first
    assert second
    assert third
    table.waits(first, False)
    assert closed.admit(table, "192.0.2.1", "d")
    assert closed == ["b"]
    table.waits(first, True)
    assert closed.admit(table, "192.0.2.1", "e")
    assert closed == ["b", "c"], "a began to wait only now"
    assert closed.admit(table, "192.0.2.2", "f")
    assert closed == ["b", "c"], "others have slots of their own"


def test_nobody_is_let_in_where_all_are_owed_an_answer() -> None:
    table, closed = ConnectionTable(10, 2), Closed()
    slots = [closed.admit(table, "192.0.2.1", name) for name in "ab"]
    for slot in slots:
        assert slot
        table.waits(slot, False)
    assert closed.admit(table, "192.0.2.1", "c") is None
    assert slots[0]
    table.release(slots[0])
    table.release(slots[0])
    assert closed.admit(table, "192.0.2.1", "d")
    assert closed == []
    assert len(table) == 2


def test_a_full_table_takes_from_who_has_most() -> None:
    table, closed = ConnectionTable(5, 4), Closed()
    assert closed.admit(table, "192.0.2.9", "lonely")
    for number in range(4):
        assert closed.admit(table, "192.0.2.1", f"many {number}")
    assert closed.admit(table, "192.0.2.2", "new")
    assert closed == ["many 0"]


def test_addresses_of_one_ipv6_network_are_one_and_a_proxy_is_many() -> None:
    table, closed = ConnectionTable(100, 2, [PROXY]), Closed()
    for number in range(4):
        assert closed.admit(table, f"2001:db8::{number}", f"v6 {number}")
        assert closed.admit(table, "::ffff:192.0.2.1", f"mapped {number}")
        assert closed.admit(table, "10.0.0.1", f"proxy {number}")
        assert closed.admit(table, "fe80::1%eth0", f"link {number}")
    assert sorted(closed) == [
        *("link 0", "link 1", "mapped 0", "mapped 1", "v6 0", "v6 1"),
    ]
