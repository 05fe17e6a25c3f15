"""Processes and clients of any version understand each other: the bytes on the wire."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from okng.device.hosting.commands import CodedRefusal
from okng.device.hosting.server import HOSTING_HANDLERS
from okng.device.ipc.commands import ObjectedRefusal, Refusal, TriggerAnswer
from okng.device.ipc.events import EVENT, PreviewHeader
from okng.device.station.command_handlers import HANDLERS

MESSAGES = json.loads((Path(__file__).parent / "ipc-messages.json").read_text())
COMMANDS: dict[str, Any] = {
    kind.model_fields["command"].default: kind for kind in (*HANDLERS, *HOSTING_HANDLERS)
}


def on_the_wire(message: Any) -> str:
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize("word", MESSAGES["commands"])
def test_a_command_and_its_answer_have_the_bytes_they_always_had(word: str) -> None:
    command = on_the_wire(MESSAGES["commands"][word]["command"])
    answer = on_the_wire(MESSAGES["commands"][word]["answer"])
    assert COMMANDS[word].model_validate_json(command).model_dump_json() == command
    answer_type = COMMANDS[word].answer_type()
    assert answer_type.model_validate_json(answer).model_dump_json() == answer


def test_every_command_is_held_to_its_bytes() -> None:
    assert set(COMMANDS) == set(MESSAGES["commands"])


@pytest.mark.parametrize("name", MESSAGES["trigger_answers"])
def test_what_came_of_a_trigger_has_the_bytes_it_always_had(name: str) -> None:
    answer = on_the_wire(MESSAGES["trigger_answers"][name])
    assert TriggerAnswer.model_validate_json(answer).model_dump_json() == answer


def test_a_refusal_has_the_bytes_it_always_had() -> None:
    refusal = on_the_wire(MESSAGES["refusal"])
    assert Refusal.model_validate_json(refusal).model_dump_json() == refusal
    assert refusal.startswith('{"error":'), "a client knows it by its beginning"
    coded = on_the_wire(MESSAGES["coded_refusal"])
    assert CodedRefusal.model_validate_json(coded).model_dump_json() == coded
    assert coded.startswith('{"error":')
    objected = on_the_wire(MESSAGES["objected_refusal"])
    assert ObjectedRefusal.model_validate_json(objected).model_dump_json() == objected
    assert objected.startswith('{"error":')


@pytest.mark.parametrize("word", MESSAGES["events"])
def test_an_event_has_the_bytes_it_always_had(word: str) -> None:
    event = on_the_wire(MESSAGES["events"][word])
    assert EVENT.validate_json(event).model_dump_json() == event


def test_the_header_of_a_live_picture_has_the_bytes_it_always_had() -> None:
    header = on_the_wire(MESSAGES["preview_header"])
    assert PreviewHeader.model_validate_json(header).model_dump_json() == header
