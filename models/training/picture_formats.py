"""Pictures of another size, colour or bit depth than the others of a training."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from okng.models.picture_format import PictureFormat

NAMED = 5
"""So many pictures are named in a warning."""

CONSEQUENCES = {
    "size": "so the same part is squeezed otherwise in them",
    "colour": "so colour would count as a defect or go unseen",
    "bit depth": "so their brightness may mean something else",
}
"""By what `PictureFormat.differences` says."""


def usual_format(formats: Mapping[str, PictureFormat]) -> PictureFormat:
    """That of most pictures, by their names."""
    return Counter(formats.values()).most_common(1)[0][0]


def format_warnings(formats: Mapping[str, PictureFormat]) -> list[str]:
    """One sentence for each respect in which some pictures differ from most."""
    usual = usual_format(formats)
    warnings = []
    for word, consequence in CONSEQUENCES.items():
        odd = [f"{name} ({one})" for name, one in formats.items() if word in one.differences(usual)]
        if odd:
            named = odd[:NAMED] + ([f"{len(odd) - NAMED} more"] if len(odd) > NAMED else [])
            warnings.append(
                f"{len(odd)} of {len(formats)} pictures are of another {word} than most "
                f"({usual}), {consequence}: {', '.join(named)}"
            )
    return warnings
