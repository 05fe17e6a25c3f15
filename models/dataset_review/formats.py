"""Pictures that are no picture of a part, or of another kind than the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from okng.models.dataset_review.findings import Finding, FindingKind, count_words
from okng.models.dataset_review.measurements import Measurements

EMPTY = 1 / 255
"""Standard deviation of the pixels, of the full range, of a picture with nothing on it."""
BLACK, WHITE = 0.02, 0.98


def empty_pictures(measured: Measurements) -> Iterator[Finding]:
    """Black, white and even grey ones."""
    for picture, (mean, deviation) in zip(measured.pictures, measured.levels, strict=True):
        if deviation < EMPTY:
            looks = "black" if mean < BLACK else "white" if mean > WHITE else "of one even grey"
            yield Finding(
                kind=FindingKind.EMPTY,
                pictures=[picture.key],
                problem=f"The picture is {looks}: no part can be seen",
                advice="Remove it, and look at the lamp and the exposure.",
                evidence=f"Mean {mean:.1%} and standard deviation {deviation:.2%} of the full "
                f"range; less than {EMPTY:.2%} is empty.",
            )


def odd_formats(measured: Measurements) -> Iterator[Finding]:
    """Those of another size, colour or bit depth than most, a finding for each format."""
    counts = Counter(measured.formats)
    if len(counts) < 2:
        return
    usual, count = counts.most_common(1)[0]
    for odd in counts:
        if odd == usual:
            continue
        differing = " and ".join(odd.differences(usual))
        keys = measured.keys(i for i, one in enumerate(measured.formats) if one == odd)
        yield Finding(
            kind=FindingKind.ODD_FORMAT,
            pictures=keys,
            problem=f"{count_words(keys)} of another {differing} than most",
            advice="A model learns the difference instead of the part. Remove them, or take all "
            "pictures with the same camera settings.",
            evidence=f"{odd}; {count} pictures are {usual}.",
        )
