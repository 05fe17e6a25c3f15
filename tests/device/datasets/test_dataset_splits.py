from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okng.device.datasets.errors import DatasetError
from okng.device.datasets.splits import deal_splits
from okng.device.types import DatasetPicture, Label, Split


def picture(
    picture_id: int, label: Label = Label.NORMAL, batch: str | None = None
) -> DatasetPicture:
    return DatasetPicture(
        picture_id=picture_id,
        dataset="cells",
        label=label,
        path=f"datasets/cells/{label}/{picture_id}.png",
        sha256=f"{picture_id:064x}",
        width=9,
        height=9,
        perceptual_hash="0" * 16,
        batch=batch,
        author="ann",
        created_at="2026-03-01T12:00:00Z",
    )


def for_testing(splits: dict[int, Split]) -> set[int]:
    return {key for key, split in splits.items() if split is Split.TEST}


@given(
    st.lists(
        st.tuples(st.sampled_from(Label), st.sampled_from([None, "a", "b", "c", "d"])), min_size=1
    ),
    st.lists(st.lists(st.integers(1, 30), min_size=2, max_size=4), max_size=6),
    st.floats(0.05, 0.95),
)
def test_what_hangs_together_is_never_parted(
    rows: list[tuple[Label, str | None]], near_copies: list[list[int]], share: float
) -> None:
    pictures = [picture(i, *row) for i, row in enumerate(rows, 1)]
    try:
        splits = deal_splits(pictures, share, near_copies)
    except DatasetError:
        return
    assert splits == deal_splits(pictures[::-1], share, near_copies[::-1])
    assert splits.keys() == {picture.picture_id for picture in pictures}
    for label in Label:
        of_label = {picture.picture_id for picture in pictures if picture.label is label}
        assert len(for_testing(splits) & of_label) <= round(share * len(of_label))
    batches = [[p.picture_id for p in pictures if p.batch == name] for name in "abcd"]
    for together in [*near_copies, *batches]:
        assert len({splits[key] for key in together if key in splits}) <= 1


def test_the_share_is_met_for_each_label() -> None:
    pictures = [picture(i, Label.ANOMALY if i > 100 else Label.NORMAL) for i in range(1, 151)]
    test = for_testing(deal_splits(pictures, 0.2, []))
    assert (len(test & set(range(1, 101))), len(test)) == (20, 30)
    # Not by when they were taken.
    assert any(key < 50 for key in test)
    assert any(50 <= key < 100 for key in test)


def test_groups_too_large_for_testing_are_refused_with_their_size() -> None:
    pictures = [picture(i, batch="ab"[i % 2]) for i in range(1, 11)]
    with pytest.raises(DatasetError, match=r"at most 20% of 10 may, and the smallest .* has 5"):
        deal_splits(pictures, 0.2, [])
    assert len(for_testing(deal_splits(pictures, 0.5, []))) == 5
    with pytest.raises(DatasetError, match="has 10"):
        deal_splits(pictures, 0.5, [[1, 2]])
