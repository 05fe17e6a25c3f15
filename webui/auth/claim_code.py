"""The claim code, which creates the first user: whoever sees the console owns the station."""

from __future__ import annotations

import hashlib
import hmac
import secrets

# Without the look-alikes 0 O, 1 I L.
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_GROUPS, _GROUP_LENGTH = 3, 4


class ClaimCode:
    """The claim code, stored as a hash only."""

    def __init__(self, code: str) -> None:
        self._sha256 = _sha256(code)

    def matches(self, typed: str) -> bool:
        """Whether this is the code; case, spaces and hyphens are ignored."""
        return hmac.compare_digest(self._sha256, _sha256(typed))


def new_claim_code() -> str:
    """Generates twelve random characters (59 bits) as `XXXX-XXXX-XXXX`."""
    return readable_code(_GROUPS)


def readable_code(groups: int) -> str:
    """Generates a random code that people can read to each other: groups of 4 characters, each
    group of 19.8 bits, joined by hyphens.
    """
    return "-".join(
        "".join(secrets.choice(_ALPHABET) for _ in range(_GROUP_LENGTH)) for _ in range(groups)
    )


def _sha256(code: str) -> bytes:
    canonical = "".join(character for character in code.upper() if character.isalnum())
    return hashlib.sha256(canonical.encode()).digest()
