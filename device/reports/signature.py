"""The signature of a report: its last line, over every byte before it.

HTML carries it as a comment behind `</html>`, PDF as a comment line behind `%%EOF`. The line holds
the station's public key and an Ed25519 signature (RFC 8032), so that a reader who has only the file
can check it. No byte of the file is left out: of a line that isn't written exactly as `sign` writes
it, nothing is believed.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from enum import StrEnum

from okng.models.exchange.errors import PackageError
from okng.models.exchange.signatures import PublicKey, SigningKey, decode
from okng.models.strict_model import StrictModel

CONTEXT = b"okng report 1\n"
"""Signed before the report, so that no signature of anything else fits one."""
PDF_START = b"%PDF-"
LONGEST_LINE = 512
_WORDS = rb"okng-report-signature (okng-ed25519 [A-Za-z0-9+/=]+) ([A-Za-z0-9+/=]+)"
_HTML_LINE = re.compile(rb"\n<!-- " + _WORDS + rb" -->\n\Z")
_PDF_LINE = re.compile(rb"\n%" + _WORDS + rb"\n\Z")


class SignatureState(StrEnum):
    """What a check of a report found."""

    UNCHANGED = "unchanged"
    """Not a byte was changed since a trusted station signed it."""
    UNKNOWN_KEY = "unknown_key"
    """Not a byte was changed since it was signed, but with a key that nobody here trusts."""
    CHANGED = "changed"
    """It was changed after it was signed."""
    UNSIGNED = "unsigned"
    """It has no signature: none was made, or it was cut off."""


class SignatureCheck(StrictModel):
    """The result of checking a report."""

    state: SignatureState
    signer: str | None = None
    """Name of the trusted key that signed it."""
    key: str | None = None
    """The key that it names, `okng-ed25519 BASE64`; null where it is unsigned."""
    fingerprint: str | None = None
    """The same key's fingerprint, as the report shows it."""


def fingerprint(key: PublicKey) -> str:
    """The SHA-256 of a public key's 32 bytes in groups of four hexadecimal digits."""
    digits = hashlib.sha256(key.raw).hexdigest()
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def sign(report: bytes, key: SigningKey) -> bytes:
    """The report, HTML or PDF, with the line of its signature."""
    return report + _line(report, key.public, key.sign(CONTEXT + report))


def verify(signed: bytes, trusted: Mapping[str, PublicKey]) -> SignatureCheck:
    """Checks a report against the keys that are trusted, by name.

    Raises:
        PackageError: the package that checks signatures isn't installed.
    """
    line = _HTML_LINE if not signed.startswith(PDF_START) else _PDF_LINE
    match = line.search(signed, max(0, len(signed) - LONGEST_LINE))
    if match is None:
        state = SignatureState.CHANGED if _names_one(signed) else SignatureState.UNSIGNED
        return SignatureCheck(state=state)
    try:
        key, signature = PublicKey.parse(match[1].decode()), decode(match[2].decode())
    except PackageError:
        return SignatureCheck(state=SignatureState.CHANGED)
    report = signed[: match.start()]
    # Base64 can be written in several ways: only the one of `sign` counts.
    is_whole = _line(report, key, signature) == match[0] and len(signature) == 64
    if not is_whole or not key.verify(signature, CONTEXT + report):
        return SignatureCheck(state=SignatureState.CHANGED, key=str(key))
    signer = next((name for name, known in trusted.items() if known == key), None)
    return SignatureCheck(
        state=SignatureState.UNCHANGED if signer else SignatureState.UNKNOWN_KEY,
        signer=signer,
        key=str(key),
        fingerprint=fingerprint(key),
    )


def _names_one(signed: bytes) -> bool:
    """Whether a signature stands near the end in some form: then it was changed, not left out."""
    return b"okng-report-signature" in signed[-2 * LONGEST_LINE :]


def _line(report: bytes, key: PublicKey, signature: bytes) -> bytes:
    words = f"okng-report-signature {key} {base64.b64encode(signature).decode()}".encode()
    if report.startswith(PDF_START):
        return b"\n%" + words + b"\n"
    return b"\n<!-- " + words + b" -->\n"
