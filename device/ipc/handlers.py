"""Handlers of commands: what a process does for each, registered by being written down."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from okng.device.ipc.commands import Answer

CommandT = TypeVar("CommandT", covariant=True)
AnswerT = TypeVar("AnswerT", covariant=True)
ServedT = TypeVar("ServedT")


@dataclass(frozen=True)
class DeferredAnswer(Generic[Answer]):
    """An answer that becomes complete later; who waits for it holds no thread."""

    end: Future[Any]
    """Done when the answer is complete."""
    answer: Callable[[], Answer]
    """Gives the answer as far as it is known by now.

    Raises:
        RefusedError: nothing came of the command.
    """


class CommandClass(Protocol[CommandT, AnswerT]):
    """A command's class as the type checker sees it: what it makes, and what that is answered."""

    def __call__(self, *args: Any, **fields: Any) -> CommandT:
        """Makes the command."""

    def answer_type(self) -> type[AnswerT]:
        """The class of its answer."""


Handler = Callable[[ServedT, CommandT], Answer | DeferredAnswer[Answer]]


class Handlers(dict[CommandClass[Any, Any], Callable[[ServedT, Any], Any]], Generic[ServedT]):
    """The handlers of one process by the command's class; each takes what the process serves."""

    def handles(
        self, command_class: CommandClass[CommandT, Answer]
    ) -> Callable[[Handler[ServedT, CommandT, Answer]], Handler[ServedT, CommandT, Answer]]:
        """Registers a function as the handler of a command.

        It may raise `RefusedError`; what else it raises is answered as a refusal too.
        """

        def register(
            handler: Handler[ServedT, CommandT, Answer],
        ) -> Handler[ServedT, CommandT, Answer]:
            self[command_class] = handler
            return handler

        return register
