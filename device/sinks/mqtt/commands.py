"""Commands over MQTT: triggers a part, changes recipe or mode, says whether the station is ready.

Every command is answered on its response topic, and a refused one is logged. A command is carried
out at once or not at all: what waited somewhere would be about a part that is long gone.
"""

from __future__ import annotations

import logging
import sqlite3
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple

from paho.mqtt.client import MQTTMessage
from pydantic import ValidationError

from okng.device.handshake.line import LineControl
from okng.device.ipc.errors import RefusedError
from okng.device.sinks.mqtt.command_messages import (
    COMMANDS,
    Answer,
    Command,
    ModeCommand,
    RecipeCommand,
    Refusal,
    RequestId,
    TriggerCommand,
)
from okng.device.sinks.mqtt.messages import Topics
from okng.device.sinks.mqtt.publication import Publication, json_properties
from okng.device.sinks.mqtt.token_bucket import TokenBucket
from okng.device.types import Mode, TriggerSource
from okng.models.errors import OkngError
from okng.models.validation_words import dotted, requirement

MAX_PER_S = 20
"""Commands in a second that are carried out, and in one burst."""
FLOOD_LOGGED_S = 10.0
"""The log names a flood of commands so often."""
REMEMBERED, REMEMBERED_S = 1_000, 300.0
"""So many commands are known again when they are delivered twice, and for so long."""
MAX_PAYLOAD_BYTES = 4_096

_log = logging.getLogger(__name__)


class _Request(NamedTuple):
    """One command as it arrived."""

    name: str
    message: MQTTMessage

    @property
    def response_topic(self) -> str | None:
        topic: str | None = getattr(self.message.properties, "ResponseTopic", None)
        return topic

    @property
    def correlation_data(self) -> bytes | None:
        data: bytes | None = getattr(self.message.properties, "CorrelationData", None)
        return data

    def key(self, request_id: RequestId | None) -> tuple[object, ...] | None:
        """What makes it the same command again; None when nothing tells it from another one."""
        if self.correlation_data is None and request_id is None:
            return None
        return self.name, self.response_topic, self.correlation_data, request_id


class CommandHandler:
    """Carries out commands in the thread that receives them; only changes take a thread."""

    def __init__(self, topics: Topics, author: str, send: Callable[[Publication], None]) -> None:
        """Args:
        topics: Of the station.
        author: Of changes, for the record.
        send: Takes an answer, from any thread.
        """
        self._topics = topics
        self._author = author
        self._send = send
        self.control: LineControl | None = None
        """The station; None before it has started."""
        self._bucket = TokenBucket(MAX_PER_S)
        self._flood_logged_s = -FLOOD_LOGGED_S
        self._answered: OrderedDict[tuple[object, ...], tuple[float, str | None]] = OrderedDict()
        """When a command came, and its answer; None while it is being carried out."""
        self._changer = ThreadPoolExecutor(1, thread_name_prefix=f"{author}-change")
        self._changing: str | None = None
        """The change that is going on, in words."""

    def receive(self, message: MQTTMessage) -> None:
        """Carries out one command, or refuses it; never raises."""
        request = _Request(message.topic.removeprefix(f"{self._topics.command}/"), message)
        if not self._bucket.take():
            self._refuse_flood(request)
            return
        try:
            command = self._checked(request)
        except OkngError as error:
            self._refuse(request, None, str(error))
            return
        key = request.key(command.id)
        if key is not None and self._is_repeated(request, key):
            return
        try:
            self._carry_out(request, command)
        except (OkngError, OSError, sqlite3.Error) as error:
            self._refuse(request, command.id, str(error))

    def stop(self) -> None:
        """Waits for a change that has begun."""
        self._changer.shutdown()

    def _checked(self, request: _Request) -> Command:
        """The command's payload.

        Raises:
            RefusedError: it must not be carried out.
        """
        message = request.message
        kind = COMMANDS.get(request.name)
        if kind is None:
            raise RefusedError(f"unknown command; there are: {', '.join(COMMANDS)}")
        if message.retain:
            raise RefusedError(
                "the command is retained, so it would be carried out at every reconnection; "
                "publish it without the retain flag, and remove this one by an empty retained "
                f"message on {message.topic}"
            )
        if getattr(message.properties, "MessageExpiryInterval", 1) == 0:
            raise RefusedError("the command has expired")
        if len(message.payload) > MAX_PAYLOAD_BYTES:
            raise RefusedError(
                f"the payload has {len(message.payload):,} bytes, at most {MAX_PAYLOAD_BYTES:,} "
                "are allowed"
            )
        try:
            command = kind.model_validate_json(message.payload or b"{}")
        except ValidationError as error:
            raise RefusedError(f"the payload is wrong: {_explained(error)}") from error
        if command.not_after and datetime.now(UTC) > command.not_after:
            raise RefusedError(f"the command was to be carried out by {command.not_after}")
        return command

    def _is_repeated(self, request: _Request, key: tuple[object, ...]) -> bool:
        """Whether the command came before; then its answer is sent again."""
        now_s = time.monotonic()
        while self._answered and (
            len(self._answered) >= REMEMBERED
            or now_s - next(iter(self._answered.values()))[0] > REMEMBERED_S
        ):
            self._answered.popitem(last=False)
        if key not in self._answered:
            self._answered[key] = now_s, None
            return False
        answer = self._answered[key][1]
        if answer is not None:
            self._publish(request, answer)
        return True

    def _carry_out(self, request: _Request, command: Command) -> None:
        if self.control is None:
            raise RefusedError("the station is starting")
        if isinstance(command, TriggerCommand):
            if self._changing:
                raise RefusedError(self._changing)
            trigger_id = self.control.fire(TriggerSource.MQTT, command.part_id)
            self._answer(request, Answer(command="trigger", id=command.id, trigger_id=trigger_id))
        elif isinstance(command, RecipeCommand | ModeCommand):
            self._begin_change(self.control, request, command)
        else:
            reason = self._changing or self.control.obstacle()
            answer = Answer(
                command="status",
                id=command.id,
                recipe=self.control.recipe().reference,
                ready=reason is None,
                not_ready_reason=reason,
            )
            self._answer(request, answer)

    def _begin_change(
        self, control: LineControl, request: _Request, command: RecipeCommand | ModeCommand
    ) -> None:
        if self._changing:
            raise RefusedError(self._changing)
        change: Callable[[], Answer]
        if isinstance(command, RecipeCommand):
            recipe = control.find_recipe(command.recipe)
            change, self._changing = (
                partial(self._load, control, recipe),
                "a recipe is being loaded",
            )
        else:
            change = partial(self._switch, control, command.mode)
            self._changing = "the mode is being changed"
        self._changer.submit(self._change, request, command.id, change)

    def _change(
        self, request: _Request, request_id: RequestId | None, change: Callable[[], Answer]
    ) -> None:
        try:
            answer = change()
        except OkngError as error:
            self._refuse(request, request_id, str(error))
        else:
            self._answer(request, answer.model_copy(update={"id": request_id}))
        finally:
            self._changing = None

    def _load(self, control: LineControl, recipe: str) -> Answer:
        control.change_recipe(recipe, self._author)
        return Answer(command="recipe", recipe=control.recipe().reference)

    def _switch(self, control: LineControl, mode: Mode) -> Answer:
        control.set_mode(mode, self._author)
        return Answer(command="mode", mode=mode)

    def _refuse_flood(self, request: _Request) -> None:
        reason = f"more than {MAX_PER_S} commands came in a second"
        now_s = time.monotonic()
        if now_s - self._flood_logged_s > FLOOD_LOGGED_S:
            self._flood_logged_s = now_s
            _log.warning("%s: commands are refused: %s", self._author, reason)
        self._answer(request, Refusal(command=request.name[:64], error=reason))

    def _refuse(self, request: _Request, request_id: RequestId | None, reason: str) -> None:
        _log.warning("%s: the command %r is refused: %s", self._author, request.name[:64], reason)
        self._answer(request, Refusal(command=request.name[:64], id=request_id, error=reason))

    def _answer(self, request: _Request, answer: Answer | Refusal) -> None:
        text = answer.model_dump_json(exclude_none=True)
        key = request.key(answer.id)
        if key is not None and key in self._answered:
            self._answered[key] = self._answered[key][0], text
        self._publish(request, text)

    def _publish(self, request: _Request, answer: str) -> None:
        topic = request.response_topic or self._topics.answer
        if not self._may_answer_on(topic):
            _log.warning("%s: no answer is published on %r", self._author, topic[:256])
            return
        properties = json_properties({}, correlation_data=request.correlation_data)
        self._send(Publication(topic, answer, properties=properties))

    def _may_answer_on(self, topic: str) -> bool:
        """Whether nobody takes an answer there for something else that a station says."""
        answers = self._topics.answer
        if topic == answers or topic.startswith(f"{answers}/"):
            return True
        return not (topic.startswith((f"{self._topics.prefix}/", "$")) or set(topic) & set("#+"))


def _explained(error: ValidationError) -> str:
    """The first error of a payload, in a sentence."""
    first = error.errors(include_url=False)[0]
    where = dotted(first)
    return f"{where}: {requirement(first)}" if where else requirement(first)
