"""Every altered byte of a signed report is seen, and by whom it was signed is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okng.device.reports.signature import SignatureState, fingerprint, sign, verify
from okng.models.exchange.signatures import SigningKey

KEY = SigningKey.generate()
TRUSTED = {"line-3": KEY.public}
HTML = sign(b"<!doctype html><html><p>99 of 100</p></html>\n", KEY)
PDF = sign(b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n", KEY)


@pytest.mark.parametrize("report", [HTML, PDF])
def test_an_unchanged_report_says_who_signed_it(report: bytes) -> None:
    check = verify(report, TRUSTED)
    assert (check.state, check.signer) == (SignatureState.UNCHANGED, "line-3")
    assert check.fingerprint == fingerprint(KEY.public)


@pytest.mark.parametrize("report", [HTML, PDF])
def test_no_byte_can_be_altered_unseen(report: bytes) -> None:
    for place in range(len(report)):
        for bit in (0x01, 0x20, 0x80):
            altered = bytearray(report)
            altered[place] ^= bit
            check = verify(bytes(altered), TRUSTED)
            assert check.state in (SignatureState.CHANGED, SignatureState.UNSIGNED), place


@given(
    st.sampled_from([HTML, PDF]),
    st.integers(0, len(PDF)),
    st.integers(0, 40),
    st.binary(max_size=40),
)
def test_nothing_can_be_replaced_put_in_or_cut_out(
    report: bytes, start: int, length: int, inserted: bytes
) -> None:
    altered = report[:start] + inserted + report[start + length :]
    check = verify(altered, TRUSTED)
    assert (check.state is SignatureState.UNCHANGED) == (altered == report)


@given(st.binary(max_size=300))
def test_any_file_can_be_asked_about(file: bytes) -> None:
    assert verify(file, TRUSTED).state is SignatureState.UNSIGNED


def test_whoever_signs_a_changed_report_anew_is_an_unknown_signer() -> None:
    stranger = SigningKey.generate()
    check = verify(sign(HTML.replace(b"99", b"12"), stranger), TRUSTED)
    assert check.state is SignatureState.UNKNOWN_KEY
    assert check.key == str(stranger.public)
    assert check.fingerprint == fingerprint(stranger.public)


def test_base64_that_is_written_otherwise_is_a_change() -> None:
    # The last two letters before "==" stand for one byte: four bits of them say nothing.
    assert HTML.endswith(b"== -->\n")
    letter = HTML[-8]
    for other in range(128):
        altered = HTML[:-8] + bytes([other]) + HTML[-7:]
        if other != letter:
            assert verify(altered, TRUSTED).state is not SignatureState.UNCHANGED


def test_a_signature_of_a_model_package_signs_no_report() -> None:
    import base64

    report = b"<html></html>\n"
    line = f"\n<!-- okng-report-signature {KEY.public} "
    signature = base64.b64encode(KEY.sign(report)).decode()
    forged = report + line.encode() + signature.encode() + b" -->\n"
    assert verify(forged, TRUSTED).state is SignatureState.CHANGED
