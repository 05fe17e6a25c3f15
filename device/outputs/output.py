"""The interface of an output: it gives the signal for a part to the line."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from okng.device.types import TriggerEdge
from okng.models.errors import OkngError
from okng.models.strict_model import StrictModel

if TYPE_CHECKING:
    from okng.device.cameras import Camera
    from okng.device.outputs.output_lines import OutputLines


class Signal(StrEnum):
    """The signal for a part; NONE leaves every output inactive."""

    OK = "OK"
    NG = "NG"
    NONE = "NONE"


class OutputError(OkngError):
    """An output could not be written; the message says which and why."""


class OutputSettingsBase(StrictModel):
    """The settings that every kind of output has."""

    type: str


@dataclass(frozen=True, slots=True)
class OutputContext:
    """What outputs are made of."""

    camera: Camera
    lines: OutputLines
    """The station's digital lines."""


class Output(ABC):
    """One output of the station."""

    settings_class: ClassVar[type[OutputSettingsBase]]

    @classmethod
    def unavailable_reason(cls) -> str | None:
        """Why this kind can't be used here, with the install command; None when it can."""
        return None

    def __init__(self, settings: OutputSettingsBase, context: OutputContext) -> None:
        self.settings = settings
        self.camera = context.camera

    def open(self) -> None:  # noqa: B027
        """Takes what the output needs, before the first part; harmless when it is open.

        Raises:
            OutputError: it can't be had; the recipe is refused.
        """

    def expect(self, edge: TriggerEdge, safe: Signal) -> None:  # noqa: B027
        """Hears of a part whose verdict is still to come, and of its safe signal; never blocks."""

    def late_ns(self, edge: TriggerEdge, verdict_ns: int) -> int:
        """How long after the moment at which the part's signal was due a verdict came, or 0."""
        return 0

    @abstractmethod
    def write(self, signal: Signal, edge: TriggerEdge) -> None:
        """Gives the signal; returns when the output has its level, not when a pulse has ended.

        Raises:
            OutputError: the signal could not be given.
        """

    def close(self) -> None:  # noqa: B027
        """Sets the output inactive, after what is still to be given, and frees what it holds."""


@contextmanager
def opened(outputs: Iterable[Output]) -> Iterator[None]:
    """Opens outputs; an error in the block closes them again.

    Raises:
        OutputError: one can't be opened; then none is.
    """
    with ExitStack() as stack:
        for output in outputs:
            output.open()
            stack.callback(output.close)
        yield
        stack.pop_all()
