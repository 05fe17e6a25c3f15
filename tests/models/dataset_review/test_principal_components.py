"""The map's projection, compared with scikit-learn's principal component analysis."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.decomposition import PCA

from okng.models.dataset_review.principal_components import project


def vectors(count: int, length: int, seed: int = 3) -> np.ndarray:
    random = np.random.default_rng(seed)
    spread = np.linspace(3, 0.1, length)
    return (random.normal(0, 1, (count, length)) * spread + 5).astype(np.float32)


@pytest.mark.parametrize(("count", "length"), [(200, 30), (12, 176), (3, 2)])
def test_the_projection_is_that_of_scikit_learn_up_to_the_sign(count: int, length: int) -> None:
    given = vectors(count, length)
    projection = project(given)
    assert projection is not None
    expected = PCA(n_components=2).fit(given.astype(np.float64))
    points = expected.transform(given.astype(np.float64))
    for axis in range(2):
        ours, theirs = projection.points[:, axis], points[:, axis]
        assert np.allclose(ours, theirs, atol=1e-3) or np.allclose(ours, -theirs, atol=1e-3)
    assert projection.explained == pytest.approx(expected.explained_variance_ratio_, abs=1e-4)


def test_the_sign_does_not_depend_on_the_order_of_the_pictures() -> None:
    given = vectors(50, 20)
    order = np.random.default_rng(8).permutation(50)
    projection, shuffled = project(given), project(given[order])
    assert projection is not None
    assert shuffled is not None
    assert np.allclose(projection.points[order], shuffled.points, atol=1e-3)


def test_there_is_no_map_of_one_picture_nor_of_equal_ones() -> None:
    assert project(np.zeros((0, 0), np.float32)) is None
    assert project(vectors(1, 20)) is None
    assert project(np.tile(vectors(1, 20), (4, 1))) is None


def test_two_pictures_lie_on_one_axis() -> None:
    projection = project(vectors(2, 20))
    assert projection is not None
    assert projection.explained == pytest.approx((1, 0), abs=1e-5)
    assert projection.points[:, 0].sum() == pytest.approx(0, abs=1e-4)
    assert abs(projection.points[0, 0]) > 1
