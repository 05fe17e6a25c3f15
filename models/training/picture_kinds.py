"""Pictures of another size, bit depth or colour than the others of a training."""

from __future__ import annotations

from collections import Counter

from okng.models.preprocessing import Image

NAMED = 5
"""So many pictures are named in a warning."""


class PictureKinds:
    """Notes every picture's kind, and says which differ from most."""

    def __init__(self) -> None:
        self._sizes: dict[str, str] = {}
        self._depths: dict[str, str] = {}
        self._colours: dict[str, str] = {}

    def add(self, name: str, image: Image) -> None:
        """Note the kind of one picture."""
        height, width = image.shape[:2]
        self._sizes[name] = f"{width} x {height} px"
        self._depths[name] = f"{image.dtype.itemsize * 8} bit"
        self._colours[name] = "grey" if image.ndim == 2 else "colour"

    def warnings(self) -> list[str]:
        """One sentence for each respect in which some pictures differ from most."""
        found = (
            _odd_ones(self._sizes, "so the same part is squeezed otherwise in them"),
            _odd_ones(self._depths, "so their brightness may mean something else"),
            _odd_ones(self._colours, "so colour would count as a defect or go unseen"),
        )
        return [warning for warning in found if warning]


def _odd_ones(kinds: dict[str, str], consequence: str) -> str | None:
    counts = Counter(kinds.values())
    if len(counts) < 2:
        return None
    usual, _ = counts.most_common(1)[0]
    odd = [f"{name} ({kind})" for name, kind in kinds.items() if kind != usual]
    named = odd[:NAMED] + ([f"{len(odd) - NAMED} more"] if len(odd) > NAMED else [])
    count = f"{len(odd)} of {len(kinds)} pictures"
    return f"{count} are not {usual} as most are, {consequence}: {', '.join(named)}"
