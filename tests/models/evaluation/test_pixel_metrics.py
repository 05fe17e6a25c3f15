import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from okng.models.evaluation.pixel_metrics import pixel_metrics


def map_of(*rows: list[float]) -> npt.NDArray[np.float32]:
    return np.array(rows, np.float32)


def mask_of(*rows: list[int]) -> npt.NDArray[np.bool_]:
    return np.array(rows, np.bool_)


def test_by_hand() -> None:
    # Regions {4, 1} and {3}, good pixels 2, 0, 0, 0, 0; thresholds from the highest down:
    # 4 -> PRO 1/4 at FPR 0; 3 -> 3/4 at 0; 2 -> 3/4 at 0.2; 1 -> 1 at 0.2; 0 -> 1 at 1.
    anomaly_map = map_of([4, 1, 2, 3], [0, 0, 0, 0])
    mask = mask_of([1, 1, 0, 1], [0, 0, 0, 0])
    metrics = pixel_metrics([anomaly_map], [mask])
    assert (metrics.pictures, metrics.regions) == (1, 2)
    assert metrics.aupro == pytest.approx((0.2 * 0.75 + 0.1 * 1) / 0.3)
    # Of the 15 pairs of a defective and a good pixel one is in the wrong order: 1 and 2.
    assert metrics.pixel_auroc == pytest.approx(14 / 15)


def test_the_limit_cuts_a_slope() -> None:
    # All values equal: the curve is the diagonal, its mean up to 0.3 is 0.15.
    metrics = pixel_metrics([np.ones((4, 4), np.float32)], [np.eye(4, dtype=np.bool_)])
    assert metrics.aupro == pytest.approx(0.15)
    assert metrics.pixel_auroc == pytest.approx(0.5)


def test_a_small_region_counts_as_much_as_a_large_one() -> None:
    mask = np.zeros((20, 20), np.bool_)
    mask[2:12, 2:12] = mask[18, 18] = True
    found_large = np.where(mask, 1, 0).astype(np.float32)
    found_large[18, 18] = 0
    metrics = pixel_metrics([found_large], [mask])
    # One of two regions at FPR 0, the other only together with all good pixels.
    assert metrics.aupro == pytest.approx(0.5 + 0.5 * 0.15)
    assert metrics.pixel_auroc > 0.99


def test_diagonal_neighbours_are_one_region() -> None:
    assert pixel_metrics([np.ones((3, 3), np.float32)], [np.eye(3, dtype=np.bool_)]).regions == 1


def test_normal_pictures_add_good_pixels_and_maps_are_enlarged() -> None:
    maps = [map_of([0, 9]), map_of([0, 0])]
    masks = [np.zeros((8, 16), np.bool_), np.zeros((4, 4), np.bool_)]
    masks[0][:, 12:] = True
    metrics = pixel_metrics(maps, masks)
    assert (metrics.pixel_auroc, metrics.aupro) == pytest.approx((1, 1))
    assert metrics.pictures == 2


@given(st.integers(0, 2**32 - 1), st.floats(0.1, 50), st.floats(-5, 5))
def test_only_the_order_of_values_counts(seed: int, scale: float, shift: float) -> None:
    generator = np.random.default_rng(seed)
    anomaly_map = generator.integers(0, 50, (12, 12)).astype(np.float32)
    mask = generator.random((12, 12)) < 0.2
    mask[0, 0], mask[0, 1] = True, False
    first = pixel_metrics([anomaly_map], [mask])
    moved = pixel_metrics([(anomaly_map * scale + shift).astype(np.float32)], [mask])
    assert moved.pixel_auroc == pytest.approx(first.pixel_auroc, abs=1e-6)
    assert moved.aupro == pytest.approx(first.aupro, abs=1e-6)
    pairs = anomaly_map[mask][:, None] - anomaly_map[~mask][None]
    assert first.pixel_auroc == pytest.approx(np.mean((pairs > 0) + (pairs == 0) / 2))


@pytest.mark.parametrize("value", [True, False])
def test_masks_of_one_kind_are_refused(value: bool) -> None:
    with pytest.raises(ValueError, match=r"defective regions and .* good pixels"):
        pixel_metrics([np.ones((2, 2), np.float32)], [np.full((2, 2), value)])
