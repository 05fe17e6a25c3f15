"""Control limits against scipy, and the charts' promise on simulated lines with fixed seeds."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.linalg import solve_banded
from scipy.stats import binom

from okng.models.evaluation.bernoulli_cusum import (
    average_run_length,
    cusum_for,
    parts_until_found,
    reference_value,
)
from okng.models.evaluation.control_charts import control_limits

HOURS = 8
"""Of a shift; a subgroup is an hour."""
CHART, CUSUM = 0.001, 0.0008
"""False alarms that each of both may raise in a shift."""


@pytest.mark.parametrize("share", [0.0, 0.0004, 0.003, 0.02, 0.3, 0.97, 1.0])
@pytest.mark.parametrize("parts", [1, 7, 60, 855, 20_000])
@pytest.mark.parametrize("chance", [0.00135, 6.25e-5])
def test_limits_are_the_quantiles_of_the_binomial_distribution(
    share: float, parts: int, chance: float
) -> None:
    limits = control_limits(share, share, parts, chance)
    assert binom.sf(limits.upper, parts, share) <= chance
    assert limits.upper == 0 or binom.sf(limits.upper - 1, parts, share) > chance
    assert binom.cdf(limits.lower - 1, parts, share) <= chance
    assert limits.lower == parts or binom.cdf(limits.lower, parts, share) > chance


def test_a_share_that_is_not_known_well_has_wider_limits() -> None:
    known, unsure = (control_limits(*shares, 500, 1e-3) for shares in [(0.02, 0.02), (0.01, 0.03)])
    assert unsure.lower <= known.lower
    assert unsure.upper > known.upper


@pytest.mark.parametrize(("share", "parts"), [(-0.1, 5), (1.1, 5), (0.5, 0)])
def test_limits_without_ground_are_refused(share: float, parts: int) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        control_limits(share, share, parts, 0.001)


@pytest.mark.parametrize(
    ("share", "steps", "interval"), [(0.1, 7, 5.0), (0.02, 35, 4.0), (0.005, 140, 6.0)]
)
def test_the_run_length_is_that_of_the_chain_of_all_parts(
    share: float, steps: int, interval: float
) -> None:
    """With a reference of 1/m, the sum has multiples of 1/m alone, and the chain is exact."""
    states = round(interval * steps)
    up = steps - 1
    bands = np.zeros((up + 2, states))
    bands[up] = 1.0
    bands[up, 0] = share
    bands[up + 1, :-1] = -(1 - share)
    bands[0, up:] = -share
    exact = solve_banded((1, up), bands, np.ones(states))[0]
    assert average_run_length(share, 1 / steps, interval) == pytest.approx(exact, rel=0.1)


def test_no_chart_is_made_where_a_doubled_share_is_nearly_all() -> None:
    assert cusum_for(0.45, 1e5) is None
    with pytest.raises(ValueError, match="above 0"):
        cusum_for(0.0, 1e5)
    assert 0.1 < reference_value(0.1) < 0.2


def test_the_course_is_that_of_the_definition_part_by_part() -> None:
    random = np.random.default_rng(5)
    rejected = random.random(4_000) < np.linspace(0.02, 0.3, 4_000)
    chart = cusum_for(0.05, 2e4)
    assert chart
    course, alarms = chart.course(rejected)
    value, expected_alarms = 0.0, []
    for position, reject in enumerate(rejected):
        value = max(0.0, value + reject - chart.reference)
        assert course[position] == pytest.approx(value, abs=1e-9)
        if value >= chart.decision_interval - 1e-9:
            expected_alarms.append(position)
            value = 0.0
    assert alarms == expected_alarms != []


def false_alarms(share: float, parts_a_shift: int, shifts: int, seed: int) -> int:
    """Alarms of both charts on a stable line."""
    random = np.random.default_rng(seed)
    chart = cusum_for(share, parts_a_shift / CUSUM)
    assert chart
    rejected = random.random(parts_a_shift * shifts) < share
    hours = rejected.reshape(shifts * HOURS, -1).sum(axis=1)
    limits = control_limits(share, share, parts_a_shift // HOURS, CHART / 2 / HOURS)
    out = np.sum((hours > limits.upper) | (hours < limits.lower))
    return int(out) + len(chart.course(rejected)[1])


@pytest.mark.parametrize(("share", "parts"), [(0.01, 800), (0.03, 800), (0.15, 400)])
def test_a_stable_line_raises_less_than_one_false_alarm_in_500_shifts(
    share: float, parts: int
) -> None:
    shifts = 5_000
    # At the promised rate 10 are expected; one fewer than 1 in 500 on average stays under these.
    assert false_alarms(share, parts, shifts, seed=3) <= shifts / 500


@pytest.mark.slow
@pytest.mark.parametrize("share", [0.002, 0.01, 0.03, 0.1, 0.2])
@pytest.mark.parametrize("parts", [200, 800, 4_000])
def test_a_stable_line_raises_less_than_one_false_alarm_in_500_shifts_on_any_line(
    share: float, parts: int
) -> None:
    shifts = 20_000
    assert false_alarms(share, parts, shifts, seed=11) <= shifts / 500


def found_after(share: float, parts_a_shift: int, runs: int) -> float:
    """Parts after which the doubled share is found in 90 % of runs."""
    chart = cusum_for(share, parts_a_shift / CUSUM)
    assert chart
    random = np.random.default_rng(17)
    most, taken = round(60 / share), []
    for _ in range(runs):
        rejected = random.random(most) < 2 * share
        _, alarms = chart.course(rejected)
        taken.append(alarms[0] + 1 if alarms else np.inf)
    return float(np.quantile(taken, 0.9))


@pytest.mark.parametrize(("share", "parts"), [(0.1, 100), (0.15, 1_000), (0.2, 10_000)])
def test_a_doubled_share_is_found_within_300_parts_where_rejects_are_frequent(
    share: float, parts: int
) -> None:
    assert found_after(share, parts, runs=400) <= 300


def test_a_doubled_share_of_one_in_a_hundred_takes_thousands_of_parts() -> None:
    """No chart with as few false alarms finds it in 300 parts, and this one says so."""
    chart = cusum_for(0.01, 1_000 / CUSUM)
    assert chart
    predicted = parts_until_found(chart)
    assert predicted is not None
    assert 2_500 < predicted < 4_000
    assert found_after(0.01, 1_000, runs=400) == pytest.approx(predicted, rel=0.1)
