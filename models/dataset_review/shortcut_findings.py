"""Findings of the shortcut check in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from okng.models.dataset_review.findings import (
    FindingKind,
    ReviewedPicture,
    ReviewFinding,
    Shortcut,
    ShortcutEvidence,
    ShortcutGroup,
    ShortcutSide,
    ShortcutTarget,
)
from okng.models.dataset_review.shortcuts import (
    LIMIT,
    OF_PICTURES,
    RECORDED,
    SIGNIFICANT,
    FoundShortcut,
    ShortcutCheck,
)
from okng.models.evaluation.dataset_bias import AttributeBias, DatasetBias
from okng.models.evaluation.separability import PERMUTATIONS

_SUBJECTS: dict[ShortcutGroup, str] = {
    ShortcutGroup.BORDER: "the border",
    ShortcutGroup.OUTSIDE: "the background outside the part",
    ShortcutGroup.LIGHT: "the lighting",
    ShortcutGroup.SHARPNESS: "the sharpness",
    ShortcutGroup.FILE: "the file format",
    ShortcutGroup.BATCH: "the batch",
    ShortcutGroup.DAY: "the day",
    ShortcutGroup.TIME: "the time of day",
    ShortcutGroup.CAMERA: "the camera",
    ShortcutGroup.PERSON: "the person who added it",
}
_SIDES: dict[ShortcutTarget, str] = {
    ShortcutTarget.LABEL: "{}",
    ShortcutTarget.BATCH: "batch {}",
    ShortcutTarget.DAY: "{}",
    ShortcutTarget.CAMERA: "camera {}",
    ShortcutTarget.PERSON: "pictures by {}",
}
_PLURALS: dict[ShortcutTarget, str] = {
    ShortcutTarget.LABEL: "labels",
    ShortcutTarget.BATCH: "batches",
    ShortcutTarget.DAY: "days",
    ShortcutTarget.CAMERA: "cameras",
    ShortcutTarget.PERSON: "persons",
}
_PICTURE_ADVICE = (
    "Compare the two pictures. Take normal and anomalous parts in turn, in the same place and "
    "light, and crop the pictures to the part. If the defect itself differs there, keep this."
)
_FILE_ADVICE = (
    "The files of the two labels were saved in different ways, which a model may notice. Take all "
    "pictures with the same program and settings, best with this station's camera."
)
_RECORDS_ADVICE = (
    "Whatever changed besides the part, such as light, dirt or position, then goes with the label. "
    "Take pictures of both labels each time, and test the model on some of them."
)
_OTHER_ADVICE = (
    "This does no harm where each of the {} has normal and anomalous pictures in like shares. "
    "Otherwise add pictures of the label that is missing, taken in the same way."
)


def shortcut_finding(
    found: FoundShortcut, pictures: Sequence[ReviewedPicture], bias: DatasetBias | None
) -> ReviewFinding:
    """The finding about a shortcut, with a typical picture of each side."""
    words = [_SIDES[found.target].format(side.value) for side in found.sides]
    keys = [pictures[side.picture].key for side in found.sides]
    return ReviewFinding(
        kind=FindingKind.SHORTCUT,
        pictures=keys,
        problem=_problem(found, words),
        advice=_advice(found),
        evidence=_evidence(found, bias),
        shortcut=Shortcut(
            target=found.target,
            groups=found.evidence,
            sides=[
                ShortcutSide(picture=key, words=side) for key, side in zip(keys, words, strict=True)
            ],
        ),
    )


def shortcuts_not_looked_for(check: ShortcutCheck) -> list[str]:
    """What the check could not test or compare, and why."""
    lines = []
    if check.not_tested:
        targets = _reasons(check.not_tested, {target: f"the {target}" for target in ShortcutTarget})
        lines.append(f"Not tested whether it can be told without the part: {targets}.")
    if check.not_compared:
        lines.append(f"Not compared for that: {_reasons(check.not_compared, _SUBJECTS)}.")
    return lines


_Key = TypeVar("_Key", ShortcutTarget, ShortcutGroup)


def _reasons(reasons: Mapping[_Key, str], names: Mapping[_Key, str]) -> str:
    return ", ".join(f"{names[key]} ({why})" for key, why in reasons.items())


def _problem(found: FoundShortcut, sides: Sequence[str]) -> str:
    first, *others = found.evidence
    subject = _SUBJECTS[first.group]
    subject = subject[0].upper() + subject[1:]
    what = f"{sides[0]} from {sides[1]} (AUROC {first.auroc:.2f})"
    if found.values > 2:
        what += f", most clearly of {found.values} {_PLURALS[found.target]}"
    do = "does" if len(others) == 1 else "do"
    so_do = f", and so {do} {_listed(others)}" if others else ""
    # No model sees the day itself.
    cause = "what changed with it" if first.group in RECORDED else "it"
    return f"{subject} alone tells {what}{so_do}: a model may learn {cause} instead of the part"


def _listed(evidence: Iterable[ShortcutEvidence]) -> str:
    *first, last = (f"{_SUBJECTS[each.group]} ({each.auroc:.2f})" for each in evidence)
    return f"{', '.join(first)} and {last}" if first else last


def _advice(found: FoundShortcut) -> str:
    if found.target is not ShortcutTarget.LABEL:
        return _OTHER_ADVICE.format(_PLURALS[found.target])
    group = found.evidence[0].group
    if group is ShortcutGroup.FILE:
        return _FILE_ADVICE
    return _PICTURE_ADVICE if group in OF_PICTURES else _RECORDS_ADVICE


def _evidence(found: FoundShortcut, bias: DatasetBias | None) -> str:
    figures = ", ".join(
        f"{_SUBJECTS[each.group]} {each.auroc:.3f} (p = {each.p_value:.2g})"
        for each in found.evidence
    )
    divergences = "".join(
        f" The Jensen-Shannon divergence of the labels between {_PLURALS[target]} is "
        f"{attribute.jensen_shannon:.2f} bit; with like shares it is 0."
        for target, attribute in _attributes(found, bias)
    )
    return (
        f"Cross-validated AUROC of a linear classifier on {found.pictures} pictures: {figures}. "
        f"0.5 is chance and 1 certain; {LIMIT} is reported if p is at most {SIGNIFICANT:g}, by "
        f"{PERMUTATIONS:,} permutations, corrected for the {found.groups} groups that were "
        f"compared.{divergences}"
    )


def _attributes(
    found: FoundShortcut, bias: DatasetBias | None
) -> Iterable[tuple[ShortcutTarget, AttributeBias]]:
    """The figures of the attributes that a finding is about."""
    about = {found.target.value, *(each.group.value for each in found.evidence)}
    for attribute in bias.attributes if bias else ():
        if attribute.attribute in about:
            yield ShortcutTarget(attribute.attribute), attribute
