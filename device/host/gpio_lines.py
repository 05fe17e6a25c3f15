"""Several GPIO lines that belong together, each by the name of its signal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, ClassVar, NamedTuple

from okng.device.host.gpio import (
    GpioError,
    GpioLineId,
    find_line,
    gpio_errors,
    import_gpiod,
    request_lines,
)
from okng.device.host.guardian import Guarded

Levels = dict[str, bool]
"""Whether each signal is active, by its name."""

BUFFERED_EVENTS = 512
"""Edges of a chip that the kernel keeps while this process does something else."""


class _Requested(NamedTuple):
    """The lines of one chip."""

    request: Any
    names: dict[int, str]
    """Of the signals, by the line's number."""


class GpioInputs:
    """Input lines, on one chip or several: every edge counts, however short the level was."""

    def __init__(
        self,
        chip: str,
        lines: Mapping[str, GpioLineId],
        bias: str,
        debouncer_us: int,
        active_low: bool,
    ) -> None:
        """Requests the lines.

        Args:
            chip: That the lines are on; a pin of a Jetson's header names its own.
            lines: By the names of their signals.
            bias: Name of a `gpiod.line.Bias`.
            debouncer_us: Shorter levels are ignored, by the kernel.
            active_low: Whether a signal is active while its line is low.

        Raises:
            okng.device.host.gpio.GpioError: one of them can't be used.
        """
        gpiod = import_gpiod()
        settings = gpiod.LineSettings(
            direction=gpiod.line.Direction.INPUT,
            edge_detection=gpiod.line.Edge.BOTH,
            bias=getattr(gpiod.line.Bias, bias.upper()),
            debounce_period=timedelta(microseconds=debouncer_us),
            active_low=active_low,
        )
        self._active = gpiod.line.Value.ACTIVE
        self._rising = gpiod.EdgeEvent.Type.RISING_EDGE
        self._chips = _request(chip, lines, settings, event_buffer_size=BUFFERED_EVENTS)
        try:
            self.levels = self._read()
            """As of now, or of the last edge that `edges` gave."""
        except GpioError:
            self.close()
            raise

    @property
    def file_descriptors(self) -> list[int]:
        """Readable while there are edges."""
        return [request.fd for request, _ in self._chips]

    def edges(self) -> Iterator[Levels]:
        """The levels after each edge since the last call, in their order; doesn't wait.

        Raises:
            okng.device.host.gpio.GpioError: a chip can't be read any more.
        """
        events = []
        with gpio_errors("the inputs can't be read"):
            for request, names in self._chips:
                while request.wait_edge_events(timedelta()):
                    events += [(event, names) for event in request.read_edge_events()]
        for event, names in sorted(events, key=lambda one: one[0].timestamp_ns):
            active = event.event_type is self._rising
            self.levels = {**self.levels, names[event.line_offset]: active}
            yield self.levels

    def close(self) -> None:
        """Gives the lines back to the kernel."""
        _release(self._chips)

    def _read(self) -> Levels:
        levels: Levels = {}
        with gpio_errors("the inputs can't be read"):
            for request, names in self._chips:
                values = request.get_values(list(names))
                active = [value is self._active for value in values]
                levels |= zip(names.values(), active, strict=True)
        return levels


class GpioOutputs:
    """Output lines, on one chip or several; those of one chip change together."""

    def __init__(self, chip: str, lines: Mapping[str, GpioLineId], active_low: bool) -> None:
        """Requests the lines, all of them inactive.

        Args:
            chip: That the lines are on; a pin of a Jetson's header names its own.
            lines: By the names of their signals.
            active_low: Whether a signal is active while its line is low.

        Raises:
            okng.device.host.gpio.GpioError: one of them can't be used.
        """
        gpiod = import_gpiod()
        self._values = gpiod.line.Value
        settings = gpiod.LineSettings(
            direction=gpiod.line.Direction.OUTPUT,
            output_value=self._values.INACTIVE,
            active_low=active_low,
        )
        self._chips = _request(chip, lines, settings)

    def write(self, levels: Mapping[str, bool]) -> None:
        """Sets every line.

        Raises:
            okng.device.host.gpio.GpioError: a line was not set.
        """
        with gpio_errors("the outputs were not written"):
            for request, names in self._chips:
                request.set_values(
                    {
                        offset: self._values.ACTIVE if levels[name] else self._values.INACTIVE
                        for offset, name in names.items()
                    }
                )

    def close(self) -> None:
        """Sets every line inactive, as far as its chip is there, and gives it back."""
        for request, names in self._chips:
            with suppress(OSError):
                request.set_values(dict.fromkeys(names, self._values.INACTIVE))
        _release(self._chips)


@dataclass
class GuardedOutputs(Guarded):
    """Output lines, which stay as they were when their process dies."""

    library: ClassVar[str] = "gpiod"

    chip: str
    lines: dict[str, GpioLineId]
    active_low: bool

    @property
    def place(self) -> str:
        """Chip and lines."""
        return f"{self.chip}, lines {', '.join(map(str, self.lines.values()))},"

    def silence(self) -> None:
        """Sets every line inactive.

        Raises:
            okng.device.host.gpio.GpioError: one of them can't be used.
        """
        GpioOutputs(self.chip, self.lines, self.active_low).close()


def _request(
    chip: str, lines: Mapping[str, GpioLineId], settings: Any, **options: Any
) -> Sequence[_Requested]:
    chips: list[_Requested] = []
    try:
        for path, names in _by_chip(chip, lines).items():
            request = request_lines(path, tuple(names), settings, **options)
            chips.append(_Requested(request, names))
    except BaseException:
        _release(chips)
        raise
    return chips


def _by_chip(chip: str, lines: Mapping[str, GpioLineId]) -> dict[str, dict[int, str]]:
    """The names of the signals by the path of their chip and the number of their line."""
    by_chip: dict[str, dict[int, str]] = {}
    for name, line in lines.items():
        found = find_line(chip, line)
        names = by_chip.setdefault(found.path, {})
        if found.offset in names:
            taken = f"{names[found.offset]} and {name} have the same line"
            raise GpioError(f"{taken}, {found.offset} of {found.path}")
        names[found.offset] = name
    return by_chip


def _release(chips: Sequence[_Requested]) -> None:
    for request, _ in chips:
        request.release()
