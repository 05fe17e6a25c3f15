"""What a camera adjusted is told with the names and units of the pages."""

from __future__ import annotations

import pytest

from okng.device.cameras.applied_acquisition import Correction, limited, unavailable


@pytest.mark.parametrize(
    ("correction", "told"),
    [
        (
            limited("exposure_us", 99_999_999, 1e7, 1, 1e7),
            "Exposure: you asked for 99,999,999 µs, the camera uses 10,000,000 µs. "
            "The camera allows 1 to 10,000,000.",
        ),
        (
            limited("offset_x", 3, 4, 0, 64, 4),
            "Region, left: you asked for 3, the camera uses 4. "
            "The camera allows 0 to 64 in steps of 4.",
        ),
        (
            unavailable("gain_db", 2.5),
            "Gain: you asked for 2.5 dB. Not available on this camera.",
        ),
    ],
)
def test_a_correction_in_words(correction: Correction, told: str) -> None:
    assert correction.in_words == told
