import numpy as np
import pytest

from okng.models.training.anomaly.folds import Batches, make_folds


def batches_in(batches: Batches, indices: np.ndarray[tuple[int], np.dtype[np.int64]]) -> set[str]:
    return {str(batches[i]) for i in indices}


@pytest.mark.parametrize(("batches", "folds"), [(24, 10), (6, 6), (2, 2)])
def test_no_batch_is_in_two_folds(batches: int, folds: int) -> None:
    names = [f"lot {i % batches}" for i in range(120)]
    defects = ["lot 0", "lot 1", None, "another"]
    dealt = make_folds(names, defects, seed=1)
    assert (dealt.by, len(dealt), dealt.warning) == ("batch", folds, None)
    assert sorted(np.concatenate(dealt.normal)) == list(range(120))
    assert sorted(np.concatenate(dealt.anomaly)) == list(range(4))
    held_out = [batches_in(names, fold) for fold in dealt.normal]
    assert sum(len(names_in_fold) for names_in_fold in held_out) == batches
    for own, fold in zip(held_out, dealt.anomaly, strict=True):
        # A defect is scored by a model that had not seen its batch either.
        assert all(defects[i] in own for i in fold if defects[i] in ("lot 0", "lot 1"))


def test_unequal_batches_make_folds_of_about_one_size() -> None:
    lots = enumerate([40, 30, 20, 10, *[5] * 12])
    names = [f"lot {lot}" for lot, size in lots for _ in range(size)]
    sizes = sorted(len(fold) for fold in make_folds(names, [], seed=1).normal)
    assert sizes == [10] * 7 + [20, 30, 40]


@pytest.mark.parametrize(
    ("names", "why"),
    [
        (["Monday"] * 40, "all normal pictures are from batch 'Monday'"),
        (["Monday"] * 21 + ["Tuesday"] * 19, "21 of 40 normal pictures are from batch 'Monday'"),
        (["Monday"] * 20 + [None] * 20, "the batch of 20 of 40 normal pictures is unknown"),
    ],
)
def test_batches_that_can_not_be_dealt_whole_are_said(names: Batches, why: str) -> None:
    dealt = make_folds(names, [None] * 3, seed=1)
    assert (dealt.by, len(dealt)) == ("picture", 10)
    assert dealt.warning is not None
    assert dealt.warning.startswith(why)
    assert "unseen" in dealt.warning


def test_without_batches_pictures_are_dealt_at_random() -> None:
    dealt = make_folds([None] * 25, [None] * 12, seed=1)
    assert (dealt.by, dealt.warning) == ("picture", None)
    assert sorted(len(fold) for fold in dealt.normal) == [2] * 5 + [3] * 5
    reshuffled = make_folds([None] * 25, [], seed=2)
    assert any((a != b).any() for a, b in zip(dealt.normal, reshuffled.normal, strict=True))


def test_many_pictures_are_dealt_into_fewer_folds() -> None:
    counts = (20, 999, 1000, 5000)
    assert [len(make_folds([None] * n, [], seed=1)) for n in counts] == [10, 10, 5, 5]
