"""A job's pictures are chosen by its rule when it is made, and stay."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.picture_changes import PictureChange
from okng.device.labelling.errors import LabellingError
from okng.device.labelling.sampling import RuleKind, Sampling, SamplingRule, Scores
from okng.device.labelling.steps import Step
from okng.device.types import Label, ModelReference

from .conftest import DATASET, Bench


def choose(bench: Bench, rule: SamplingRule, step: Step = Step.LABEL) -> list[int]:
    return Sampling(bench.data_dir).choose(DATASET, rule, step, None)


def test_all_every_nth_and_at_most(bench: Bench) -> None:
    bench.add(7)
    DatasetChanges(bench.data_dir).change([2], PictureChange(removed=True), "ann")
    assert choose(bench, SamplingRule()) == [1, 3, 4, 5, 6, 7]
    assert choose(bench, SamplingRule(at_most=2)) == [1, 3]
    nth = SamplingRule(kind=RuleKind.EVERY_NTH, every=3)
    assert choose(bench, nth) == [1, 5]
    bench.add(1, Label.ANOMALY)
    assert choose(bench, SamplingRule(), Step.DEFECT_TYPE) == [8]


def test_nearest_to_the_threshold_of_a_model(bench: Bench) -> None:
    ids = bench.add(4)
    hashes = [bench.datasets.get(key).sha256 for key in ids]
    rule = SamplingRule(kind=RuleKind.NEAR_THRESHOLD, at_most=2)
    # The last one came after the training.
    by_hash = dict(zip(hashes[:3], (0.2, 1.1, 0.7), strict=True))
    scores = Scores(ModelReference(name="m", version=1), 1.0, by_hash)
    assert Sampling(bench.data_dir).choose(DATASET, rule, Step.LABEL, scores) == [ids[1], ids[2]]
    with pytest.raises(LabellingError, match="no model of this station has scored the pictures"):
        choose(bench, rule)


def test_least_certain_by_what_persons_said_last(bench: Bench) -> None:
    bench.add(4)
    for certainties in (["unsure", "fairly", "sure", None], ["sure", "fairly", "unsure", None]):
        job = bench.job()
        for certainty in certainties:
            bench.say(job, "bert", "normal", attributes={"certainty": certainty})
    assert choose(bench, SamplingRule(kind=RuleKind.LEAST_CERTAIN)) == [3, 2]


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "every_nth"},
        {"kind": "all", "every": 3},
        {"kind": "near_threshold"},
        {"kind": "every_nth", "every": 1},
        {"kind": "all", "at_most": 0},
    ],
)
def test_a_rule_that_says_too_little_or_too_much(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        SamplingRule.model_validate(fields)
