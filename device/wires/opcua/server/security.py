"""Who may connect: certificates of server and clients, and the user's login."""

from __future__ import annotations

import hmac
import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import quote

from asyncua import Server, ua
from asyncua.common.utils import ServiceError
from asyncua.crypto import uacrypto
from asyncua.crypto.permission_rules import User, UserRole
from asyncua.server.internal_server import InternalServer
from cryptography import x509

from okng.device.wires.opcua.server.settings import OpcUaWireSettings

log = logging.getLogger(__name__)


class Login:
    """The configured user, or everyone if there is none; nobody may change the address space."""

    def __init__(self, settings: OpcUaWireSettings) -> None:
        self._settings = settings

    def get_user(
        self,
        iserver: InternalServer,
        username: str | None = None,
        password: str | None = None,
        certificate: Any = None,
    ) -> User | None:
        """A user of this session; None refuses it."""
        settings = self._settings
        if settings.username is None or settings.password is None:
            return User(UserRole.User)
        expected = f"{settings.username}\0{settings.password.get_secret_value()}"
        given = f"{username or ''}\0{password or ''}"
        if hmac.compare_digest(expected.encode(), given.encode()):
            return User(UserRole.User, username)
        log.warning("%s: login refused for user %.64r", settings.name, username or "")
        return None


async def secure(server: Server, settings: OpcUaWireSettings) -> None:
    """Sets the endpoint's security and its logins.

    Raises:
        OSError: a file can't be read.
        ValueError: a file is no certificate or private key.
    """
    policy = ua.SecurityPolicyType.NoSecurity
    if settings.certificate and settings.private_key:
        policy = ua.SecurityPolicyType.Basic256Sha256_SignAndEncrypt
        content, format_ = _read(settings.certificate)
        await server.load_certificate(content, format_)
        content, format_ = _read(settings.private_key)
        await server.load_private_key(content, format=format_)
    server.set_security_policy([policy])
    needs_login = settings.username is not None
    server.set_identity_tokens(
        [ua.UserNameIdentityToken if needs_login else ua.AnonymousIdentityToken]
    )
    if settings.certificate:
        files = [_read(path) for path in settings.client_certificates]
        known = [await uacrypto.load_certificate(*file) for file in files]
        server.set_certificate_validator(_only(known, settings.name))
        _warn_if_expired(server.iserver.certificate, settings)


def application_uri(certificate: x509.Certificate | None, station: str) -> str:
    """The URI of the application: that of the certificate, which clients compare with it."""
    if certificate is not None:
        try:
            names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)
        except x509.ExtensionNotFound:
            names = None
        uris = names.value.get_values_for_type(x509.UniformResourceIdentifier) if names else []
        if uris:
            return str(uris[0])
    # A URI is ASCII (RFC 3986).
    return f"urn:okng:{quote(station)}"


def _read(path: Path) -> tuple[bytes, str]:
    """Content and format of a file, whatever it is called."""
    content = path.read_bytes()
    return content, "pem" if b"-----BEGIN" in content else "der"


def _only(known: list[x509.Certificate], name: str) -> Any:
    """A check of clients: only these certificates, or all if there are none, while they hold."""

    async def check(certificate: x509.Certificate, _client: ua.ApplicationDescription) -> None:
        if known and certificate not in known:
            refuse(certificate, "it is not in client_certificates", "BadCertificateUntrusted")
        if reason := _outdated(certificate):
            refuse(certificate, reason, "BadCertificateTimeInvalid")

    def refuse(certificate: x509.Certificate, reason: str, status: str) -> NoReturn:
        subject = certificate.subject.rfc4514_string()
        log.warning("%s: client certificate refused: %.200s; %s", name, subject, reason)
        raise ServiceError(getattr(ua.StatusCodes, status))

    return check


def _warn_if_expired(certificate: x509.Certificate, settings: OpcUaWireSettings) -> None:
    if reason := _outdated(certificate):
        log.warning("%s: clients will refuse %s: %s", settings.name, settings.certificate, reason)


def _outdated(certificate: x509.Certificate) -> str | None:
    """Why a certificate doesn't hold now; None if it does."""
    now = datetime.now(UTC)
    if now > certificate.not_valid_after_utc:
        return f"it expired on {certificate.not_valid_after_utc:%Y-%m-%d %H:%M} UTC"
    if now < certificate.not_valid_before_utc:
        return f"it is valid from {certificate.not_valid_before_utc:%Y-%m-%d %H:%M} UTC on"
    return None
