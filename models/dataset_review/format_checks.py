"""Format checks: images that are empty, or of another size, colour or depth than most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import reduce
from operator import or_

from okng.models.dataset_review.findings import FindingKind, ReviewFinding, count_words
from okng.models.dataset_review.measurements import Measurements
from okng.models.images.image_format import MOST_UNUSED
from okng.models.images.significant_bits import ALL, significant_bits

EMPTY = 1 / 255
"""Largest standard deviation of an empty picture's pixels, as a share of the full range."""
BLACK, WHITE = 0.02, 0.98


def empty_pictures(measured: Measurements) -> Iterator[ReviewFinding]:
    """Findings about black, white and uniformly grey pictures."""
    for picture, (mean, deviation) in zip(measured.pictures, measured.levels, strict=True):
        if deviation < EMPTY:
            looks = "black" if mean < BLACK else "white" if mean > WHITE else "uniformly grey"
            yield ReviewFinding(
                kind=FindingKind.EMPTY,
                pictures=[picture.key],
                problem=f"The picture is {looks}: no part is visible",
                advice="Remove the picture, and check the lighting and the exposure.",
                evidence=f"The pixels have a mean of {mean:.1%} and a standard deviation of "
                f"{deviation:.2%} of the full range; below {EMPTY:.2%} a picture counts as empty.",
            )


def partly_used_bits(measured: Measurements) -> Iterator[ReviewFinding]:
    """Findings about pictures that use fewer bits, among others that use all 16."""
    deep = {index: used for index, used in enumerate(measured.used_bits) if used}
    if not deep or significant_bits(reduce(or_, deep.values(), 0)) < ALL:
        return
    dark = [index for index, used in deep.items() if significant_bits(used) <= MOST_UNUSED]
    if dark and len(dark) < len(deep):
        yield ReviewFinding(
            kind=FindingKind.ODD_FORMAT,
            pictures=measured.keys(dark),
            problem=f"{count_words(measured.keys(dark))} with only a few of the 16 bits used",
            advice="To a model they are almost black, because other pictures use all 16 bits. Save "
            "them again with values up to 65,535, or remove them.",
            evidence=f"They have no value above {2**MOST_UNUSED - 1:,} of 65,535.",
        )


def odd_formats(measured: Measurements) -> Iterator[ReviewFinding]:
    """Findings about pictures with a different size, colour or bit depth, one per format."""
    counts = Counter(measured.formats)
    if len(counts) < 2:
        return
    usual, count = counts.most_common(1)[0]
    for odd in counts:
        if odd == usual:
            continue
        differing = " and ".join(odd.differences(usual))
        keys = measured.keys(
            i for i, image_format in enumerate(measured.formats) if image_format == odd
        )
        yield ReviewFinding(
            kind=FindingKind.ODD_FORMAT,
            pictures=keys,
            problem=f"{count_words(keys)} with a different {differing} than most",
            advice="A model would learn this difference instead of the part. Remove these "
            "pictures, or take all pictures with the same camera settings.",
            evidence=f"The format is {odd}; {count} pictures are {usual}.",
        )
