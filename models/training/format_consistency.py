"""Format consistency: warns of pictures with another size, colour or bit depth than most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from okng.models.images.image_format import ImageFormat

NAMED = 5
"""Most pictures that a warning names."""

CONSEQUENCES = {
    "size": "so the same part is distorted differently in them",
    "colour": "so colour would count as a defect or be ignored",
    "bit depth": "so their brightness may have another scale",
}
"""The consequences, by the words of `ImageFormat.differences`."""


def usual_format(formats: Mapping[str, ImageFormat]) -> ImageFormat:
    """The format of most pictures; `formats` has each picture's by its name."""
    return Counter(formats.values()).most_common(1)[0][0]


def model_format(formats: Mapping[str, ImageFormat], significant_bits: int | None) -> ImageFormat:
    """The picture format that a model trained on these pictures expects."""
    usual = usual_format(formats)
    if usual.bits == 8 or significant_bits in (None, usual.bits):
        return usual
    return usual.model_copy(update={"significant_bits": significant_bits})


def format_warnings(formats: Mapping[str, ImageFormat]) -> list[str]:
    """One sentence for each respect in which some pictures differ from most."""
    usual = usual_format(formats)
    warnings = []
    for word, consequence in CONSEQUENCES.items():
        odd = [
            f"{name} ({image_format})"
            for name, image_format in formats.items()
            if word in image_format.differences(usual)
        ]
        if odd:
            named = odd[:NAMED] + ([f"{len(odd) - NAMED} more"] if len(odd) > NAMED else [])
            warnings.append(
                f"{len(odd)} of {len(formats)} pictures have a different {word} than most "
                f"({usual}), {consequence}: {', '.join(named)}"
            )
    return warnings
