"""What conditions say: the pages' texts hold the station's sentences, and every other one whole."""

from __future__ import annotations

from typing import get_args

import pytest
from fluent.syntax.ast import (
    InlineExpression,
    NumberLiteral,
    Pattern,
    Placeable,
    SelectExpression,
    TextElement,
    VariableReference,
)
from support.page_texts import TEXTS, messages

from okng.device.health.condition import ConditionCode, Severity
from okng.device.health.conditions import Conditions
from okng.device.health.sentences import SENTENCES, joined, sentence

CODES: tuple[ConditionCode, ...] = get_args(ConditionCode)
ENGLISH = messages((TEXTS / "en.ftl").read_text())
WHOLE = "{problem}"
"""A message without fixed words, which comes as it is."""


def template(pattern: Pattern) -> str:
    """A text without choices as Python writes it: "{ $count } files" as "{count} files"."""
    return "".join(part_of(element) for element in pattern.elements)


def part_of(element: TextElement | Placeable) -> str:
    if isinstance(element, TextElement):
        return element.value
    assert isinstance(element.expression, VariableReference)
    return f"{{{element.expression.id.name}}}"


def cases(pattern: Pattern) -> dict[str, str]:
    """A text by the cases that it tells apart; `other` is what it says in all others."""
    (element, *others) = pattern.elements
    if not isinstance(element, Placeable) or not isinstance(element.expression, SelectExpression):
        return {"other": template(pattern)}
    assert not others
    assert selected(element.expression.selector) == "case"
    return {
        variant.key.value if isinstance(variant.key, NumberLiteral) else variant.key.name: template(
            variant.value
        )
        for variant in element.expression.variants
    }


def selected(selector: InlineExpression) -> str:
    assert isinstance(selector, VariableReference)
    return selector.id.name


@pytest.mark.parametrize("code", CODES)
def test_the_english_text_is_the_stations_own_message(code: ConditionCode) -> None:
    message = ENGLISH[f"condition-{code}"]
    assert message.value
    assert cases(message.value) == {**SENTENCES.get(code, {}), "other": WHOLE}


def test_every_sentence_is_of_a_code() -> None:
    assert set(SENTENCES) <= set(CODES)


def test_a_condition_has_the_values_of_its_sentence() -> None:
    conditions = Conditions()
    said = sentence("wire_away", "no_plc", name="plc-1")
    conditions.set("wire_away", Severity.WARNING, said)
    (condition,) = conditions.present()
    assert condition.message == "plc-1: no PLC is connected"
    assert condition.values == {"case": "no_plc", "name": "plc-1"}


def test_several_problems_and_those_of_others_have_none() -> None:
    said = sentence("wire_away", "no_plc", name="plc-1")
    conditions = Conditions()
    for message in (joined([said, "plc-2: unplugged"]), joined(["plc-2: unplugged"])):
        conditions.set("wire_away", Severity.WARNING, message)
        (condition,) = conditions.present()
        assert condition.message == message
        assert condition.values == {}
    assert joined([said, "plc-2: unplugged"]) == "plc-1: no PLC is connected; plc-2: unplugged"
