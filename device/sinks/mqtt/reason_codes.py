"""Reason codes of MQTT 5 and failures of the network, explained: what to check, what to change."""

from __future__ import annotations

import errno
import socket
import ssl
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from okng.device.sinks.mqtt.settings import BrokerSettings

PROTOCOL_NOT_SUPPORTED = 0x84
NOT_AUTHORIZED = 0x87
SESSION_TAKEN_OVER = 0x8E
QUOTA_EXCEEDED = 0x97
RETAIN_NOT_SUPPORTED = 0x9A
QOS_NOT_SUPPORTED = 0x9B

_CONNECT_ADVICE = {
    0x80: "see the broker's log",
    0x83: "see the broker's log",
    0x84: "it speaks neither MQTT 5 nor MQTT 3.1.1",
    0x85: "it does not allow this client ID",
    0x86: "check username and password",
    0x88: "it is not available now; the station tries again",
    0x89: "it is busy now; the station tries again",
    0x8A: "it has banned this client; see the broker's log",
    0x8C: "it wants another way of logging in",
    0x90: "its access rules do not allow the topic of `available`; check prefix and station",
    0x95: "the packet that connects is too large for it",
    0x97: "a quota of the broker is used up; the station tries again",
    0x9A: "it keeps no retained messages",
    0x9B: "it does not offer QoS 1",
    0x9C: "another server is to be used",
    0x9D: "the broker has moved to another server",
    0x9F: "too many clients connect at once; the station tries again",
}
"""By reason code of CONNACK (MQTT 5, 3.2.2.2)."""


def refused_connection(code: int, name: str, settings: BrokerSettings, detail: str) -> str:
    """Why a broker refuses CONNECT.

    Args:
        code: Reason code of CONNACK.
        name: The code's name.
        settings: How the station logged in.
        detail: Reason string and server reference of the broker, if it gave any.
    """
    if code == NOT_AUTHORIZED:
        advice = (
            f"check username and password, and that the broker allows {settings.username!r} to "
            "connect"
            if settings.username is not None
            else "it wants a username and a password"
        )
    else:
        advice = _CONNECT_ADVICE.get(code, "see the broker's log")
    said = f" ({detail})" if detail else ""
    return f"the broker refuses the connection: {name}{said}; {advice}"


def ended_connection(code: int, name: str, client_id: str, detail: str) -> str:
    """Why a broker ended a connection by DISCONNECT."""
    if code == SESSION_TAKEN_OVER:
        return (
            f"another client with the client ID {client_id} took this connection over (Session "
            "taken over): a copy of this station seems to run elsewhere. Stop it, or give it a "
            "data directory and a `station` name of its own"
        )
    said = f" ({detail})" if detail else ""
    return f"the broker ended the connection: {name}{said}"


def ends_at_once(times: int, client_id: str) -> str:
    """The likely reason where a broker ends connection after connection and gives none."""
    return (
        f"the broker ended {times} connections soon after they were made and gave no reason; its "
        "log says why. Usual causes are access rules, and another client with the client ID "
        f"{client_id}"
    )


def unreachable(error: OSError | ValueError, settings: BrokerSettings) -> str:
    """Why no connection to the broker could be made."""
    where = f"{settings.host}:{settings.port}"
    return f"{where} can't be reached: {_network_reason(error, settings)}"


def _network_reason(error: OSError | ValueError, settings: BrokerSettings) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return _certificate_reason(error, settings)
    if isinstance(error, ssl.SSLError | ConnectionResetError) and settings.tls:
        return _tls_reason(error, settings)
    if isinstance(error, socket.gaierror):
        return f"the name {settings.host!r} is not known here ({error.strerror}); check host"
    if isinstance(error, TimeoutError):
        return "nothing answers there; check host, and that no firewall stands between"
    if isinstance(error, ConnectionRefusedError):
        return "no broker listens on that port; check host and port, and that the broker runs"
    if isinstance(error, OSError) and error.errno in (errno.EHOSTUNREACH, errno.ENETUNREACH):
        return f"{error.strerror}; check this station's network and host"
    return str(error)


_EXPIRED, _NOT_YET_VALID = 10, 9
_UNKNOWN_AUTHORITY = (2, 18, 19, 20, 21)
_OTHER_NAME = (62, 64)
"""OpenSSL's X509_V_ERR_... (x509_vfy.h)."""


def _certificate_reason(error: ssl.SSLCertVerificationError, settings: BrokerSettings) -> str:
    clock = f"this station's clock says {datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    code = error.verify_code
    if code == _EXPIRED:
        return f"the broker's certificate has expired, or the clock is wrong: {clock}"
    if code == _NOT_YET_VALID:
        return f"the broker's certificate is not yet valid, or the clock is wrong: {clock}"
    if code in _UNKNOWN_AUTHORITY:
        known = settings.ca_certificate or "the system's authorities"
        return (
            f"the broker's certificate is signed by none of {known} ({error.verify_message}); set "
            "ca_certificate to the certificate of the authority that signed it"
        )
    if code in _OTHER_NAME:
        return (
            f"the broker's certificate is for another name than {settings.host!r} "
            f"({error.verify_message}); set host to a name in the certificate"
        )
    return f"the broker's certificate can't be trusted: {error.verify_message}"


_ALERTS = {
    "CERTIFICATE_REQUIRED": "it asks for a certificate of the station",
    "CERTIFICATE_EXPIRED": "{shown} has expired, or the broker's clock is wrong",
    "CERTIFICATE_REVOKED": "{shown} is revoked",
    "CERTIFICATE_UNKNOWN": "it does not accept {shown}; see the broker's log",
    "BAD_CERTIFICATE": "it does not accept {shown}; see the broker's log",
    "UNSUPPORTED_CERTIFICATE": "{shown} is not one for a TLS client",
    "UNKNOWN_CA": "it does not know the authority that signed {shown}",
}
"""What a broker says by a TLS alert (RFC 8446, 6.2), by OpenSSL's name of it."""


def _tls_refusal(error: ssl.SSLError, settings: BrokerSettings) -> str:
    reason = error.reason or str(error)
    alert = next((text for name, text in _ALERTS.items() if name in reason), None)
    if settings.client_certificate is None and (alert or "HANDSHAKE_FAILURE" in reason):
        advice = "it asks for a certificate of the station: set client_certificate and client_key"
    elif alert:
        advice = alert.format(shown=f"the station's certificate {settings.client_certificate}")
    else:
        advice = "see the broker's log"
    return f"the broker refuses the TLS connection ({reason}): {advice}"


def _tls_reason(error: OSError, settings: BrokerSettings) -> str:
    if isinstance(error, ssl.SSLError) and "ALERT" in (error.reason or ""):
        return _tls_refusal(error, settings)
    return (
        f"port {settings.port} does not answer in TLS; set tls = false, or the broker's port for "
        "TLS (8883 is usual)"
    )
