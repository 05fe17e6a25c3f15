"""Ed25519 signatures (RFC 8032) of model packages, and the text form of their public keys."""

from __future__ import annotations

import base64
import binascii
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from okng.models.exchange.errors import PackageError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ALGORITHM = "okng-ed25519"
PUBLIC_KEY_BYTES = 32


class PublicKey(NamedTuple):
    """The key that verifies what one station signed."""

    raw: bytes
    """32 bytes."""

    @classmethod
    def parse(cls, text: str) -> PublicKey:
        """Reads the text form, `okng-ed25519 BASE64`, with or without a comment behind it.

        Raises:
            PackageError: it is not a public key.
        """
        words = text.split()
        if len(words) < 2 or words[0] != ALGORITHM:
            raise PackageError(f"{text[:80]!r} is not a public key; one begins with {ALGORITHM}")
        raw = decode(words[1])
        if len(raw) != PUBLIC_KEY_BYTES:
            raise PackageError(
                f"{text[:80]!r} is not a public key: it has {len(raw)} bytes, not 32"
            )
        return cls(raw)

    def __str__(self) -> str:
        """The text form, which `parse` reads."""
        return f"{ALGORITHM} {base64.b64encode(self.raw).decode()}"

    def verify(self, signature: bytes, signed: bytes) -> bool:
        """Whether the private key of this one signed these bytes."""
        _check_installed()
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, signed)
        except InvalidSignature:
            return False
        return True


class SigningKey:
    """The private key of a station."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key

    @classmethod
    def generate(cls) -> SigningKey:
        """A new key."""
        _check_installed()
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def from_bytes(cls, raw: bytes) -> SigningKey:
        """The key of these 32 bytes.

        Raises:
            ValueError: they are no key.
        """
        _check_installed()
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return cls(Ed25519PrivateKey.from_private_bytes(raw))

    def to_bytes(self) -> bytes:
        """32 bytes, to be kept secret."""
        return self._key.private_bytes_raw()

    @property
    def public(self) -> PublicKey:
        """The key that verifies what this one signs."""
        return PublicKey(self._key.public_key().public_bytes_raw())

    def sign(self, signed: bytes) -> bytes:
        """The signature, 64 bytes."""
        return self._key.sign(signed)


def decode(text: str) -> bytes:
    """The bytes of base64.

    Raises:
        PackageError: it is not base64.
    """
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise PackageError(f"{text[:80]!r} is not base64: {error}") from None


def _check_installed() -> None:
    """The package isn't needed by a station that exchanges no models, and so is an extra."""
    if find_spec("cryptography") is None:
        raise PackageError(
            "models are signed and verified by the package cryptography, which is not installed: "
            "pip install 'okng[exchange]'"
        )
