"""What a dataset has: its pictures counted by label, type of defect, batch, day and person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Literal

from pydantic import AwareDatetime

from okng.device.datasets.snapshots import day_of
from okng.device.reports.picture_groups import Appendix
from okng.device.types import DatasetPicture, Label
from okng.models.strict_model import StrictModel

MOST_VALUES = 8
"""Most values of a facet that are counted each; those of the fewest pictures are summed up."""

ALL_PICTURES = "files"
"""Part of the document that lists all pictures."""

FacetName = Literal["label", "type", "batch", "day", "person"]
_VALUES: dict[FacetName, Callable[[DatasetPicture], str | None]] = {
    "label": lambda picture: picture.label.value,
    "type": lambda picture: picture.defect_type,
    "batch": lambda picture: picture.batch,
    "day": day_of,
    "person": lambda picture: picture.author,
}


class FacetValue(StrictModel):
    """The pictures of one batch, type, ...."""

    value: str | None
    """Null where nobody named one."""
    pictures: int
    anomalous: int
    anchor: str | None
    """Group of the appendix."""


class Facet(StrictModel):
    """The pictures counted by one of their properties, the most frequent values first."""

    name: FacetName
    values: tuple[FacetValue, ...]
    others: int
    """Pictures of the values that are not among these."""
    named: int
    """Number of different values that somebody named."""


class DatasetFacts(StrictModel):
    """Counts of the pictures that a dataset has now."""

    normal: int
    anomaly: int
    masked: int
    """Anomalous pictures with a mask."""
    first_at: AwareDatetime
    last_at: AwareDatetime
    facets: tuple[Facet, ...]
    anchors: dict[str, str | None]
    """Group of the appendix by label."""

    @property
    def pictures(self) -> int:
        """All of them."""
        return self.normal + self.anomaly

    def facet(self, name: FacetName) -> Facet:
        """The counts by one property."""
        return next(facet for facet in self.facets if facet.name == name)


def dataset_facts(pictures: Sequence[DatasetPicture], appendix: Appendix) -> DatasetFacts:
    """Counts at least one picture."""
    labelled = {
        label: [picture for picture in pictures if picture.label is label] for label in Label
    }
    times = [picture.created_at for picture in pictures]
    anchors = {
        label.value: appendix.add("label", own, label.value) for label, own in labelled.items()
    }
    return DatasetFacts(
        normal=len(labelled[Label.NORMAL]),
        anomaly=len(labelled[Label.ANOMALY]),
        masked=sum(picture.mask is not None for picture in pictures),
        first_at=min(times),
        last_at=max(times),
        facets=tuple(
            _facet(name, labelled[Label.ANOMALY], appendix, anchors[Label.ANOMALY.value])
            if name == "type"
            else _facet(name, pictures, appendix, ALL_PICTURES)
            for name in _VALUES
        ),
        anchors=anchors,
    )


def _facet(
    name: FacetName, pictures: Sequence[DatasetPicture], appendix: Appendix, whole: str | None
) -> Facet:
    """`whole` is where all these pictures are shown: a value that all have needs no group."""
    by_value: defaultdict[str | None, list[DatasetPicture]] = defaultdict(list)
    for picture in pictures:
        by_value[_VALUES[name](picture)].append(picture)
    ordered = sorted(by_value.items(), key=lambda item: (-len(item[1]), item[0] or ""))
    shown = ordered[:MOST_VALUES]
    return Facet(
        name=name,
        values=tuple(
            FacetValue(
                value=value,
                pictures=len(own),
                anomalous=sum(picture.label is Label.ANOMALY for picture in own),
                anchor=whole if len(own) == len(pictures) else appendix.add(name, own, value),
            )
            for value, own in shown
        ),
        others=sum(len(own) for _, own in ordered[MOST_VALUES:]),
        named=len(by_value.keys() - {None}),
    )
