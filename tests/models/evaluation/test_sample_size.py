"""The number of pictures that would make an interval narrow enough is the least one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okng.models.evaluation.intervals import NEXT_PARTS, prediction_interval, wilson
from okng.models.evaluation.sample_size import pictures_for_next_parts, pictures_for_share


@given(st.floats(0, 1), st.sampled_from([0.02, 0.05, 0.1, 0.2]))
def test_one_picture_less_is_too_few(share: float, half_width: float) -> None:
    count = pictures_for_share(share, half_width)
    assert count is not None
    enough = wilson(share, count)
    assert enough.high - enough.low <= 2 * half_width
    if count > 1:
        fewer = wilson(share, count - 1)
        assert fewer.high - fewer.low > 2 * half_width


@settings(max_examples=15)
@given(st.sampled_from([0.0, 0.005, 0.01, 0.02]), st.sampled_from([0.01, 0.02]))
def test_rejects_of_the_next_parts_are_known_with_so_many_pictures(
    share: float, half_width: float
) -> None:
    count = pictures_for_next_parts(share, half_width)
    if count is None:
        # The chance in the next parts alone is wider, however many pictures there are.
        limits = prediction_interval(share * 20_000, 20_000, NEXT_PARTS)
        assert limits.high - limits.low > 2 * half_width
        return
    limits = prediction_interval(share * count, count, NEXT_PARTS)
    assert limits.high - limits.low <= 2 * half_width


@pytest.mark.parametrize("share", [-0.1, 1.1])
def test_a_share_outside_0_to_1_is_refused(share: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        pictures_for_share(share, 0.1)


def test_nobody_is_asked_for_a_million_pictures() -> None:
    assert pictures_for_share(0.5, 0.001) is None
