"""Forwarded headers of reverse proxies, trusted only if the settings name the proxy."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Collection, Iterable
from typing import Any

from okng.webui.server.connection_table import Network, plain_address
from okng.webui.server.wsgi import HOST, Application, Environ

FORWARDED = ("FORWARDED", "X_FORWARDED_FOR", "X_FORWARDED_PROTO", "X_FORWARDED_HOST")


class TrustedProxies:
    """WSGI middleware that replaces the proxy's address, scheme and host by the client's.

    The address is the last one of `X-Forwarded-For` that isn't a trusted proxy's: the client may
    have made up those before it. From any other sender the headers are dropped unread.
    """

    def __init__(self, application: Application, proxies: Collection[Network]) -> None:
        self._application = application
        self._proxies = proxies

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Resolves the headers, then calls the application."""
        self.resolve(environ)
        return self._application(environ, start_response)

    def resolve(self, environ: Environ) -> None:
        """Changes the environment in place; doing it again changes nothing more."""
        forwarded = {name: environ.pop(f"HTTP_{name}", "") for name in FORWARDED}
        if not self._trusted(environ.get("REMOTE_ADDR", "")):
            return
        for address in reversed(forwarded["X_FORWARDED_FOR"].split(",")):
            try:
                ip = plain_address(_without_port(address.strip()))
            except ValueError:
                break
            environ["REMOTE_ADDR"] = str(ip)
            if not self._trusted(str(ip)):
                break
        if (scheme := _last(forwarded["X_FORWARDED_PROTO"])) in ("http", "https"):
            environ["wsgi.url_scheme"] = scheme
        if HOST.fullmatch(host := _last(forwarded["X_FORWARDED_HOST"])):
            environ["HTTP_HOST"] = host

    def _trusted(self, address: str) -> bool:
        try:
            ip = plain_address(address)
        except ValueError:
            return False
        return any(ip in network for network in self._proxies)


def networks(addresses: Iterable[str]) -> tuple[Network, ...]:
    """Addresses and networks (`10.0.0.0/8`) as networks."""
    return tuple(ipaddress.ip_network(address, strict=False) for address in addresses)


def _without_port(address: str) -> str:
    """Drops the port, which some proxies send too: `192.0.2.1:5000`, `[2001:db8::1]:5000`."""
    if address.startswith("["):
        return address[1:].partition("]")[0]
    return address.partition(":")[0] if address.count(":") == 1 else address


def _last(values: str) -> str:
    """The value that the nearest proxy added."""
    return values.rpartition(",")[2].strip()
