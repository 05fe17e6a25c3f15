"""TLS to the broker."""

from __future__ import annotations

import select
import ssl
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from okng.models.errors import OkngError

if TYPE_CHECKING:
    from okng.device.sinks.mqtt.settings import BrokerSettings


class CertificateError(OkngError):
    """A certificate or key of the settings can't be used; the message says which and why."""


REFUSAL_S = 1.0
"""How long a connection by TLS 1.3 waits for the broker's opinion of the station's certificate."""


class _TlsSocket(ssl.SSLSocket):
    """Hears a broker that refuses the handshake, and closes itself, which paho would not do."""

    def do_handshake(self, block: bool = False) -> None:
        """Shakes hands, as `ssl.SSLSocket.do_handshake`."""
        try:
            super().do_handshake(block)
            if self.version() == "TLSv1.3":
                self._hear_refusal()
        except OSError:
            self.close()
            raise

    def _hear_refusal(self) -> None:
        """Reads the alert of a broker that refuses the station's certificate.

        The handshake is over for the client before the broker looks at the certificate. A CONNECT
        sent meanwhile would be answered by a reset, which discards the alert. A broker that agrees
        usually sends session tickets at once, and by MQTT nothing before CONNECT.
        """
        timeout_s = self.gettimeout()
        if select.select([self], [], [], REFUSAL_S)[0]:
            self.settimeout(0)
            with suppress(ssl.SSLWantReadError):
                self.recv(1)
            self.settimeout(timeout_s)


def tls_context(settings: BrokerSettings) -> ssl.SSLContext:
    """The context in which the broker's certificate is verified, and the station's own is shown.

    Raises:
        CertificateError: a file can't be read, or holds nothing that fits.
    """
    context = _trusting(settings.ca_certificate)
    context.sslsocket_class = _TlsSocket
    if settings.client_certificate and settings.client_key:
        _show(context, settings.client_certificate, settings.client_key)
    return context


def _trusting(authority: Path | None) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=authority)
    except OSError as error:
        raise CertificateError(f"ca_certificate {authority} can't be used: {error}") from error


def _show(context: ssl.SSLContext, certificate: Path, key: Path) -> None:
    try:
        # Without a passphrase of our own OpenSSL would ask for one at the terminal.
        context.load_cert_chain(certificate, key, password=_no_passphrase)
    except (OSError, ValueError) as error:
        reason = f": {error}"
        if getattr(error, "reason", None) == "KEY_VALUES_MISMATCH":
            reason = ": the key is that of another certificate"
        raise CertificateError(
            f"client_certificate {certificate} with client_key {key} can't be used{reason}"
        ) from error


def _no_passphrase() -> str:
    raise ValueError("the key has a passphrase; store it without one, readable by okng only")
