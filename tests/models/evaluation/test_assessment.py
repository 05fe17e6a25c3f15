"""A model that finds nothing is told from one of which nothing is known, by statistics."""

from __future__ import annotations

import numpy as np
import pytest

from okng.models.evaluation import Metrics, evaluate
from okng.models.evaluation.assessment import AssessmentState, assess

USABLE, UNUSABLE, UNKNOWN = (
    AssessmentState.USABLE,
    AssessmentState.UNUSABLE,
    AssessmentState.UNKNOWN,
)


def metrics(normal: int, rejected: int, anomaly: int, found: int, *, backwards: bool) -> Metrics:
    """Figures of so many pictures, whose scores below the threshold rank as told."""
    base = 0.1 if backwards else 0.5
    scores = np.linspace(base, base + 0.3, anomaly)
    scores[:found] = 2
    good = np.full(normal, 0.45)
    good[:rejected] = 1.5
    return evaluate(good, scores, 1.0)


@pytest.mark.parametrize(
    ("counts", "state"),
    [
        # Of few pictures and of many.
        ((20, 0, 1, 1), USABLE),
        ((20, 1, 3, 3), USABLE),
        ((300, 3, 200, 150), USABLE),
        ((20, 0, 1, 0), UNUSABLE),
        ((20, 0, 12, 0), UNUSABLE),
        ((100, 1, 20, 2), UNUSABLE),
        ((1_000, 10, 1_000, 100), UNUSABLE),
        # One of two: neither good nor bad is shown.
        ((20, 1, 2, 1), UNKNOWN),
        # A fifth of the defects: not surely less than half, but no more than chance finds.
        ((30, 2, 10, 2), UNUSABLE),
    ],
)
def test_what_the_test_pictures_show(counts: tuple[int, int, int, int], state: str) -> None:
    assert assess(metrics(*counts, backwards=True)).state is state


def test_without_anomalous_pictures_nothing_is_known() -> None:
    assessment = assess(None)
    assert assessment.state is UNKNOWN
    assert "tested on no anomalous pictures" in assessment.summary
    assert not assessment.labels_suspect


def test_scores_the_wrong_way_round_point_at_the_labels() -> None:
    assessment = assess(metrics(40, 0, 20, 0, backwards=True))
    assert assessment.labels_suspect
    assert "finds none of the 20 anomalous test pictures" in assessment.summary
    assert "as if labels contradicted each other" in assessment.summary


def test_scores_that_rank_well_point_at_the_threshold() -> None:
    assessment = assess(metrics(40, 0, 20, 0, backwards=False))
    assert assessment.state is UNUSABLE
    assert not assessment.labels_suspect
    assert "Try a lower threshold" in assessment.summary


def test_a_usable_model_has_nothing_said_against_it() -> None:
    assert assess(metrics(40, 0, 20, 18, backwards=False)).summary == ""
