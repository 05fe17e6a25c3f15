import math
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from okng.models.evaluation.intervals import (
    Interval,
    auroc_interval,
    clopper_pearson,
    f1_interval,
    wilson,
)
from okng.models.evaluation.ranking import auroc

counts = st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def near(interval: Interval, low: float, high: float) -> bool:
    expected = pytest.approx((low, high), abs=1e-4)
    return bool((interval.low, interval.high) == expected)


def test_wilson_by_hand() -> None:
    # Newcombe, Statistics in Medicine 17 (1998), 857-872, table I: 81 of 263, 15 of 148, 0 of 20.
    assert near(wilson(81 / 263, 263), 0.2553, 0.3662)
    assert near(wilson(15 / 148, 148), 0.0624, 0.1605)
    assert near(wilson(0.0, 20), 0.0, 0.1611)


def test_clopper_pearson_by_hand() -> None:
    # The same table; and of none: 1 - 0.025 ** (1 / n).
    assert near(clopper_pearson(81, 263), 0.2527, 0.3676)
    assert near(clopper_pearson(15, 148), 0.0578, 0.1617)
    assert near(clopper_pearson(0, 20), 0.0, 1 - 0.025 ** (1 / 20))
    assert near(clopper_pearson(20, 20), 0.025 ** (1 / 20), 1.0)
    assert near(clopper_pearson(1, 1), 0.025, 1.0)


@given(counts)
def test_a_clopper_pearson_limit_leaves_one_fortieth_beyond(drawn: tuple[int, int]) -> None:
    k, n = drawn
    interval = clopper_pearson(k, n)
    for limit, beyond in ((interval.low, range(k, n + 1)), (interval.high, range(k + 1))):
        if 0 < limit < 1:
            tail = math.fsum(math.comb(n, i) * limit**i * (1 - limit) ** (n - i) for i in beyond)
            assert tail == pytest.approx(0.025, rel=1e-6)


@given(counts)
def test_intervals_hold_the_share_and_mirror_it(drawn: tuple[int, int]) -> None:
    k, n = drawn
    for interval, mirrored in (
        (wilson(k / n, n), wilson((n - k) / n, n)),
        (clopper_pearson(k, n), clopper_pearson(n - k, n)),
    ):
        assert 0 <= interval.low <= k / n <= interval.high <= 1
        assert interval.high - interval.low > 0
        assert near(mirrored, 1 - interval.high, 1 - interval.low)


@given(st.floats(0, 1), st.integers(1, 500), st.integers(1, 500))
def test_an_auroc_interval_holds_the_area_and_mirrors_it(area: float, n: int, m: int) -> None:
    interval = auroc_interval(area, n, m)
    assert 0 <= interval.low <= area <= interval.high <= 1
    assert interval.high - interval.low > 0
    assert near(auroc_interval(1 - area, m, n), 1 - interval.high, 1 - interval.low)


def test_an_auroc_limit_is_z_errors_away() -> None:
    low = auroc_interval(1.0, 10, 10).low
    # Of 10 and 10 separate scores: (1 - t)^2 = z^2 t (1 - t) (1 + 9 ((1-t)/(2-t) + t/(1+t))) / 100.
    spread = 1 + 9 * ((1 - low) / (2 - low) + low / (1 + low))
    z = NormalDist().inv_cdf(0.975)
    assert (1 - low) ** 2 == pytest.approx(z**2 * low * (1 - low) * spread / 100, rel=1e-6)
    assert 0.6 < low < 0.9


@pytest.mark.parametrize(("shift", "normal", "anomaly"), [(1.0, 20, 20), (2.5, 40, 10)])
def test_the_auroc_interval_covers_the_true_area(shift: float, normal: int, anomaly: int) -> None:
    """Two normal distributions `shift` apart, 1,000 draws; the true area is known."""
    generator = np.random.default_rng(0)
    true = NormalDist().cdf(shift / math.sqrt(2))
    covered = 0
    for _ in range(1000):
        area = auroc(generator.normal(0, 1, normal), generator.normal(shift, 1, anomaly))
        interval = auroc_interval(area, normal, anomaly)
        covered += interval.low <= true <= interval.high
    assert 0.93 <= covered / 1000 <= 0.99


def test_f1_interval_by_hand() -> None:
    # 5 of 10 counts are true positives: F1 = 2 * 5 / (2 * 5 + 2 + 3) = 2/3; Wilson of 5 of 10.
    assert near(wilson(0.5, 10), 0.2366, 0.7634)
    assert near(f1_interval(5, 2, 3), 2 * 0.2366 / 1.2366, 2 * 0.7634 / 1.7634)


def test_nothing_gives_no_interval() -> None:
    for call in (
        lambda: wilson(0.0, 0),
        lambda: clopper_pearson(0, 0),
        lambda: auroc_interval(0.5, 0, 3),
        lambda: f1_interval(0, 0, 0),
    ):
        with pytest.raises(ValueError, match="at least one picture, not 0"):
            call()
