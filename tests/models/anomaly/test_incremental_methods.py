"""Methods that learn further pictures: what they keep of the old, and take of the new."""

import numpy as np
import pytest

from okng.models.anomaly import create_method, methods
from okng.models.anomaly.embeddings import Embeddings
from okng.models.anomaly.graphs import judgement_model
from okng.models.anomaly.method import FittedMethod, IncrementalMethod
from okng.models.anomaly.padim import PadimSettings
from okng.models.anomaly.patchcore import FittedPatchcore, PatchcoreSettings
from okng.models.onnx.graph import constants
from okng.models.training.anomaly.cross_validation import score

ROWS, COLUMNS = 5, 6

growing = pytest.mark.parametrize(
    "type_",
    sorted(name for name, method in methods().items() if issubclass(method, IncrementalMethod)),
)


def embeddings(count: int, seed: int, shift: float = 0) -> Embeddings:
    generator = np.random.default_rng(seed)
    mixing = np.random.default_rng(99).normal(size=(176, 176)) / 4
    values = generator.normal(shift, 1, (count, ROWS, COLUMNS, 176)) @ mixing
    return Embeddings.of(values.astype(np.float32).transpose(0, 3, 1, 2))


def method_of(type_: str) -> IncrementalMethod:
    method = create_method(methods()[type_].settings_class())
    assert isinstance(method, IncrementalMethod)
    return method


@growing
def test_what_was_learnt_is_in_the_graph(type_: str) -> None:
    method, shape = method_of(type_), (1, 176, ROWS, COLUMNS)
    model = judgement_model(method.fit(embeddings(30, 0), 0), shape)
    restored = method.restore(constants(model), ROWS, COLUMNS)
    assert judgement_model(restored, shape) == model


@growing
def test_a_graph_without_the_constants_is_told(type_: str) -> None:
    with pytest.raises(KeyError, match=type_):
        method_of(type_).restore({}, ROWS, COLUMNS)


@pytest.mark.parametrize("pooling", [0, 0.5, 1])
def test_grown_padim_is_padim_of_all_pictures(pooling: float) -> None:
    method = create_method(PadimSettings(pooling=pooling))
    assert isinstance(method, IncrementalMethod)
    both = Embeddings.of(
        np.concatenate([*embeddings(100, 0), *embeddings(30, 1, shift=0.3), *embeddings(1, 2)])
    )
    first = method.fit(both[:100], 5)
    stored = method.restore(
        constants(judgement_model(first, (1, 176, ROWS, COLUMNS))), ROWS, COLUMNS
    )
    grown = method.partial_fit(
        method.partial_fit(stored, 100, both[100:130], 5), 130, both[130:], 5
    )
    unseen = embeddings(10, 3, shift=0.2)
    expected = score(method.fit(both, 5), unseen, 1)
    np.testing.assert_allclose(score(grown, unseen, 1), expected, rtol=2e-3)
    assert np.abs(score(first, unseen, 1) / expected - 1).max() > 0.01


def test_patchcore_knows_the_picture_of_each_vector_also_of_what_was_added() -> None:
    method = create_method(PatchcoreSettings(coreset_size=40))
    assert isinstance(method, IncrementalMethod)
    first, added = embeddings(10, 0), embeddings(6, 1)
    grown = method.partial_fit(method.fit(first, 0), 10, added, 0)
    assert isinstance(grown, FittedPatchcore)
    pictures = [*first, *added]
    assert {source >= 10 for source in grown.sources} == {False, True}
    for vector, source in zip(grown.bank + grown.center, grown.sources, strict=True):
        its_own = pictures[source].reshape(176, -1).T
        assert np.abs(its_own - vector).max(axis=1).min() < 1e-5


def test_grown_patchcore_keeps_of_old_and_new() -> None:
    method = create_method(PatchcoreSettings(coreset_size=400))
    assert isinstance(method, IncrementalMethod)
    old, new = embeddings(30, 0), embeddings(10, 1, shift=0.5)
    first = method.fit(old, 0)
    grown = method.partial_fit(first, 30, new, 0)
    assert isinstance(first, FittedPatchcore)
    assert isinstance(grown, FittedPatchcore)
    assert grown.bank_vectors == 400
    assert 40 < grown.bank_vectors_of(first) < 360
    more_of_new, more_of_old = embeddings(10, 2, shift=0.5), embeddings(10, 3)
    before, after = (score(model, more_of_new, 1).mean() for model in (first, grown))
    assert after < 0.95 * before
    before, after = (score(model, more_of_old, 1).mean() for model in (first, grown))
    assert after < 1.05 * before


def test_a_bank_with_room_keeps_all_that_it_had() -> None:
    method = create_method(PatchcoreSettings(coreset_size=2000))
    assert isinstance(method, IncrementalMethod)
    first = method.fit(embeddings(20, 0), 0)
    grown = method.partial_fit(first, 20, embeddings(5, 1), 0)
    assert (first.bank_vectors, grown.bank_vectors) == (600, 750)


def test_a_grown_bank_covers_old_and_new_as_one_of_all_does() -> None:
    method = create_method(PatchcoreSettings(coreset_size=150))
    assert isinstance(method, IncrementalMethod)
    old, new = embeddings(30, 0), embeddings(20, 1, shift=2)
    both = Embeddings.of(np.concatenate([*old, *new]))
    first = method.fit(old, 0)
    grown, full = method.partial_fit(first, 30, new, 0), method.fit(both, 0)
    assert farthest(grown, both) < 1.2 * farthest(full, both)
    assert farthest(first, both) > 1.3 * farthest(full, both)


def farthest(fitted: FittedMethod, pictures: Embeddings) -> float:
    """Of all vectors of the pictures, the greatest distance to the bank."""
    assert isinstance(fitted, FittedPatchcore)
    vectors = pictures.values.reshape(-1, pictures.channels) - fitted.center
    squared = (vectors**2).sum(axis=1)[:, None] - 2 * vectors @ fitted.bank.T
    squared += (fitted.bank**2).sum(axis=1)
    return float(np.sqrt(squared.min(axis=1).max()))
