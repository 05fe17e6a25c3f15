"""Reports are worded in every language, and no text is left over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from okng.device.reports.dataset_facts import _VALUES
from okng.device.reports.gaps import _ORDER
from okng.device.reports.languages import LANGUAGES, TEXTS, Wording
from okng.device.reports.render import TEMPLATES
from okng.device.reports.unknowns import UnknownKind
from okng.models.dataset_review.findings import FindingKind
from okng.models.scene.reference import MEASURES

MESSAGE = re.compile(r"^([a-z][\w-]*) = (?:.*\n)(?: .*\n)*", re.MULTILINE)


def messages(language: str) -> dict[str, set[str]]:
    text = (TEXTS / f"{language}.ftl").read_text(encoding="utf-8")
    return {match[1]: set(re.findall(r"\$(\w+)", match[0])) for match in MESSAGE.finditer(text)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_texts_with_the_same_variables(language: str) -> None:
    assert list(messages(language).items()) == list(messages("en").items())


def test_every_text_is_used() -> None:
    sources = "".join(path.read_text() for path in TEMPLATES.glob("*.html"))
    sources += "".join(path.read_text() for path in Path(TEXTS.parent).glob("*.py"))
    used = set(re.findall(r'["\']([a-z][\w-]*)["\']', sources))
    begun = tuple(re.findall(r't\("([a-z-]+-)" ~', sources))
    left = [key for key in messages("en") if key not in used and not key.startswith(begun)]
    assert left == []


def test_every_kind_has_its_words() -> None:
    from typing import get_args

    keys = set(messages("en"))
    wanted = {f"gap-{kind}" for kind in _ORDER} | {f"step-{kind}" for kind in _ORDER}
    wanted |= {f"unknown-{kind}" for kind in get_args(UnknownKind)}
    wanted |= {f"finding-{kind.value}" for kind in FindingKind}
    wanted |= {f"measure-{measure}" for measure in MEASURES}
    wanted |= {f"name-{name}" for name in _VALUES} | {f"group-{name}" for name in _VALUES}
    assert wanted - keys == set()


def test_a_text_without_its_variable_is_an_error() -> None:
    with pytest.raises(LookupError, match="score"):
        Wording("de").text("score")
    with pytest.raises(LookupError, match="no text"):
        Wording("de").text("nothing-of-the-kind")


def test_numbers_are_written_as_in_the_language() -> None:
    assert Wording("en").number(1234.5, 1) == "1,234.5"
    assert Wording("de").number(1234.5, 1) == "1.234,5"
