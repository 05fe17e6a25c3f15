import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okng.models.evaluation.exact_tests import fisher_exact, mcnemar_exact

counts = st.integers(0, 40)


def test_fisher_by_hand() -> None:
    # Fisher's lady tasting tea: all 4 of 8 cups by chance 1 in 70, 3 or more 17 in 70.
    assert fisher_exact(4, 0, 0, 4) == pytest.approx(1 / 70)
    assert fisher_exact(3, 1, 1, 3) == pytest.approx(17 / 70)
    assert fisher_exact(0, 4, 4, 0) == pytest.approx(1)


@given(counts, counts, counts, counts)
def test_fisher_counts_the_ways(hits: int, misses: int, others: int, rest: int) -> None:
    group, other, drawn = hits + misses, others + rest, hits + others
    ways = sum(
        math.comb(group, k) * math.comb(other, drawn - k)
        for k in range(hits, min(group, drawn) + 1)
        if drawn - k >= 0
    )
    exact = float(Fraction(ways, math.comb(group + other, drawn)))
    assert fisher_exact(hits, misses, others, rest) == pytest.approx(exact, rel=1e-9)


def test_fisher_holds_for_many_pictures() -> None:
    assert fisher_exact(5_000, 5_000, 5_000, 5_000) == pytest.approx(0.5, abs=0.01)


def test_mcnemar_by_hand() -> None:
    assert mcnemar_exact(0, 0) == pytest.approx(1)
    assert mcnemar_exact(5, 0) == pytest.approx(1 / 32)
    assert mcnemar_exact(0, 5) == pytest.approx(1)
    assert mcnemar_exact(8, 2) == pytest.approx((45 + 10 + 1) / 1024)
