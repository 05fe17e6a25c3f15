"""A quick model's figures are those of models that had not seen the pictures, computed directly."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score
from support.pictures import scratched, texture

from okng.models.anomaly.graphs import EMBEDDING, SCORE, judgement_model
from okng.models.anomaly.patchcore import FittedPatchcore, PatchcoreSettings
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.evaluation.threshold import choose_threshold
from okng.models.preparation.preparation import NO_PREPARATION
from okng.models.quick_model.improvement import Improvement, Outlook, compare_auroc
from okng.models.quick_model.influence import InfluenceReason
from okng.models.quick_model.patch_distances import PatchDistances
from okng.models.quick_model.patch_features import (
    GRID,
    PatchExtractor,
    PatchFeatures,
    embedding_graph,
)
from okng.models.quick_model.quick_model import quick_model
from okng.models.quick_model.unseen_scores import (
    QuickPicture,
    UnseenScores,
    learnt_indices,
    unseen_scores,
)

NORMAL, ANOMALOUS = 12, 4


@pytest.fixture(scope="module")
def features() -> list[PatchFeatures]:
    """Of twelve textures, then of four scratched ones."""
    extractor = PatchExtractor(embedding_graph(), NO_PREPARATION)
    images = [texture(i) for i in range(NORMAL)] + [scratched(50 + i) for i in range(ANOMALOUS)]
    return [extractor.extract(image, 0, None) for image in images]


@pytest.fixture
def pictures() -> list[QuickPicture]:
    return [QuickPicture(key=100 + i, anomalous=i >= NORMAL) for i in range(NORMAL + ANOMALOUS)]


def scored(pictures: Sequence[QuickPicture], features: Sequence[PatchFeatures]) -> UnseenScores:
    distances = PatchDistances(features, learnt_indices(pictures))
    return unseen_scores(pictures, distances, len(pictures))


def direct_score(picture: PatchFeatures, learnt: Sequence[PatchFeatures]) -> float:
    """By the ONNX graph of a PatchCore model whose bank is the coresets of the learnt pictures."""
    bank = np.concatenate([other.vectors[other.coreset] for other in learnt])
    center = bank.mean(axis=0)
    fitted = FittedPatchcore(
        PatchcoreSettings(), center, bank - center, GRID, GRID, np.zeros(len(bank), np.int64)
    )
    embedding = picture.vectors.T.reshape(1, -1, GRID, GRID)
    engine = OnnxRuntimeEngine(judgement_model(fitted, embedding.shape), 1)
    return float(engine.run({EMBEDDING: np.ascontiguousarray(embedding)})[SCORE][0])


def test_scores_are_those_of_patchcore_models_that_lack_the_picture(
    pictures: list[QuickPicture], features: list[PatchFeatures]
) -> None:
    unseen = scored(pictures, features)
    for i in range(NORMAL):
        others = [features[j] for j in range(NORMAL) if j != i]
        assert unseen.scores[i] == pytest.approx(direct_score(features[i], others), rel=2e-3)
    for i in range(NORMAL, NORMAL + ANOMALOUS):
        # As many pictures as the models of the normal ones learnt from.
        (left_out,) = np.flatnonzero(~unseen.allowed[i])
        others = [features[j] for j in range(NORMAL) if j != left_out]
        assert unseen.scores[i] == pytest.approx(direct_score(features[i], others), rel=2e-3)


def test_figures_are_those_of_the_scores(
    pictures: list[QuickPicture], features: list[PatchFeatures]
) -> None:
    unseen, model = scored(pictures, features), quick_model(pictures, features)
    assert model
    assert model.figures.auroc
    assert model.figures.found_share
    labels = [picture.anomalous for picture in pictures]
    assert model.figures.auroc.value == pytest.approx(roc_auc_score(labels, unseen.scores))
    threshold = choose_threshold(unseen.scores[:NORMAL], 0.01)
    assert model.figures.found == int((unseen.scores[NORMAL:] > threshold).sum()) > 0
    assert (model.figures.normal, model.figures.anomalous) == (NORMAL, ANOMALOUS)
    assert model.figures.false_rejects.unseen == NORMAL
    assert 0.1 < model.figures.false_rejects.interval.high < 0.5


def test_the_growth_is_what_was_known_at_that_time(
    pictures: list[QuickPicture], features: list[PatchFeatures]
) -> None:
    """Also when anomalous pictures came first; below five normal ones there are no figures."""
    order = [12, 0, 1, 2, 13, 3, 4, 5, 14, 6, 7, 8, 9, 15, 10, 11]
    arrived = [pictures[i] for i in order], [features[i] for i in order]
    model = quick_model(*arrived)
    assert model
    assert [figures.pictures for figures in model.growth] == [10, 15, 16]
    for figures in model.growth:
        then = quick_model(arrived[0][: figures.pictures], arrived[1][: figures.pictures])
        assert then
        assert then.figures == figures
    assert [figures.auroc is not None for figures in model.growth] == [True, True, True]
    normal_only = quick_model(pictures[:7], features[:7])
    assert normal_only
    (first, last) = normal_only.growth
    assert (first.pictures, first.auroc, first.found, last.pictures) == (5, None, None, 7)
    assert normal_only.improvement is None
    assert quick_model(pictures[:4], features[:4]) is None
    assert quick_model(pictures[NORMAL:], features[NORMAL:]) is None


def test_a_batch_is_unseen_as_a_whole_and_test_pictures_are_never_learnt(
    features: list[PatchFeatures],
) -> None:
    pictures = [
        QuickPicture(
            key=i, anomalous=i >= NORMAL, batch=f"lot {i % 3}", held_out=i in (10, 11, NORMAL)
        )
        for i in range(NORMAL + ANOMALOUS)
    ]
    unseen = scored(pictures, features)
    assert unseen.by == "batch"
    for i, picture in enumerate(pictures):
        allowed = [pictures[j] for j in np.flatnonzero(unseen.allowed[i])]
        assert not any(other.held_out for other in allowed)
        if picture.held_out:
            assert len(allowed) == 10
        else:
            assert allowed
            assert all(other.batch != picture.batch for other in allowed)
    model = quick_model(pictures, features)
    assert model
    assert model.figures.false_rejects.unseen == 10
    assert model.figures.normal == NORMAL


def test_what_is_named_as_influential_would_really_change_the_threshold(
    pictures: list[QuickPicture], features: list[PatchFeatures]
) -> None:
    # One normal picture is scratched, as if its label were wrong; another is an exact copy.
    odd = QuickPicture(key=7, anomalous=False)
    some = [*pictures[:8], odd, *pictures[NORMAL:]]
    chosen = [*features[:8], features[NORMAL], *features[NORMAL:]]
    chosen[-1] = features[NORMAL + 1]
    model = quick_model(some, chosen)
    assert model
    by_reason = {influence.reason: influence for influence in reversed(model.influential)}
    raising = by_reason[InfluenceReason.RAISES_THRESHOLD]
    assert raising.picture == 7
    without = [i for i, picture in enumerate(some) if picture.key != 7]
    again = scored([some[i] for i in without], [chosen[i] for i in without])
    expected = choose_threshold(again.learnt_scores, 0.01)
    assert raising.threshold_without == pytest.approx(expected, rel=1e-4)
    assert expected < 0.99 * raising.threshold
    hard = by_reason[InfluenceReason.HARD_TO_FIND]
    lowest = min(range(9, len(some)), key=lambda i: float(scored(some, chosen).scores[i]))
    assert hard.picture == some[lowest].key


def test_no_more_is_said_of_further_pictures_than_the_interval_allows() -> None:
    generator = np.random.default_rng(3)

    def compared(count: int, gain: float, apart: float = 1.5) -> Improvement:
        normal = generator.normal(0, 1, count)
        anomaly = generator.normal(apart, 1, count)
        return compare_auroc(normal, anomaly, normal, anomaly + gain, 20)

    few = compared(8, 0.05)
    assert few.outlook is Outlook.UNKNOWN
    assert few.interval.low < few.change < few.interval.high
    assert compared(1500, 0.01).outlook is Outlook.SATURATED
    assert compared(300, 1.0).outlook is Outlook.HELPS
    # All told apart before and after: nothing was gained, which proves little with ten pictures.
    perfect = compared(10, 0, apart=50)
    assert (perfect.change, perfect.outlook) == (0, Outlook.UNKNOWN)


def test_the_interval_of_a_change_holds_it() -> None:
    """Of the difference of two correlated areas, in 400 draws with a known difference."""
    generator = np.random.default_rng(5)

    def draw(count: int) -> Improvement:
        shared_normal, shared_anomaly = generator.normal(0, 1, count), generator.normal(1, 1, count)
        noise = generator.normal(0, 1, (2, count))
        first = shared_normal + noise[0], shared_anomaly + noise[1]
        # Without the noise the two classes are further apart, for all parts alike.
        return compare_auroc(*first, shared_normal, shared_anomaly, 20)

    truth = draw(3_000).change
    held = [
        improvement.interval.low <= truth <= improvement.interval.high
        for improvement in (draw(25) for _ in range(400))
    ]
    assert np.mean(held) > 0.93
