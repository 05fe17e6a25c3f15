"""What the newest check of the pictures found: shortcuts first, and whether it is still true."""

from __future__ import annotations

from pydantic import AwareDatetime

from okng.device.datasets.review_results import OpenFinding, ReviewStanding
from okng.device.reports.picture_groups import Appendix, ReportPicture
from okng.models.dataset_review.findings import FindingKind
from okng.models.strict_model import StrictModel


class FoundShortcut(StrictModel):
    """A way to tell the label, or another record, without the part."""

    target: str
    auroc: float
    p_value: float
    problem: str
    """The station's own words, in English; so are the next two."""
    advice: str
    evidence: str
    sides: tuple[ReportPicture, ...]
    """A typical picture of each side, with that side in words."""


class ReviewFacts(StrictModel):
    """The newest check of a dataset's pictures."""

    reviewed_at: AwareDatetime
    pictures: int
    unseen: int
    """Pictures that were added or changed since: the check says nothing about them."""
    shortcuts: tuple[FoundShortcut, ...]
    others: dict[FindingKind, int]
    """Number of other open findings by kind."""
    kept: int
    """Findings that a person decided to keep as they are."""
    not_tested: tuple[str, ...]
    """What could not be tested, in the station's own words."""
    class_imbalance: float | None
    divergence: dict[str, float]
    """Jensen-Shannon divergence of the labels between batches, days, ..., in bits."""


def review_facts(standing: ReviewStanding, appendix: Appendix) -> ReviewFacts:
    """The open findings."""
    others: dict[FindingKind, int] = {}
    for finding in standing.findings:
        if finding.shortcut is None:
            others[finding.kind] = others.get(finding.kind, 0) + 1
    bias = standing.bias
    return ReviewFacts(
        reviewed_at=standing.reviewed_at,
        pictures=standing.pictures,
        unseen=standing.unseen,
        shortcuts=tuple(
            _shortcut(finding, appendix) for finding in standing.findings if finding.shortcut
        ),
        others=others,
        kept=standing.kept,
        not_tested=standing.not_looked_for,
        class_imbalance=bias.class_imbalance if bias else None,
        divergence={each.attribute: each.jensen_shannon for each in bias.attributes}
        if bias
        else {},
    )


def _shortcut(finding: OpenFinding, appendix: Appendix) -> FoundShortcut:
    shortcut = finding.shortcut
    assert shortcut
    pictures = {picture.picture_id: picture for picture in finding.pictures}
    clearest = shortcut.groups[0]
    return FoundShortcut(
        target=shortcut.target,
        auroc=clearest.auroc,
        p_value=clearest.p_value,
        problem=finding.problem,
        advice=finding.advice,
        evidence=finding.evidence,
        sides=tuple(
            ReportPicture(
                name=f"{side.picture}",
                sha256=picture.sha256 if picture else "",
                thumbnail=appendix.thumbnail(picture.path if picture else None),
                words=side.words,
                page=f"/api/v1/pictures/{side.picture}/file" if picture else None,
            )
            for side in shortcut.sides
            for picture in (pictures.get(side.picture),)
        ),
    )
