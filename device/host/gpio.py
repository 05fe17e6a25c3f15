"""GPIO lines of the machine, over the kernel's character devices by libgpiod 2."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from okng.device.host.jetson_header import header_line, header_pin
from okng.models.errors import OkngError

CONSUMER = "okng"
"""What `gpioinfo` shows as the user of a line."""

GpioChip = Annotated[str, Field(min_length=1, max_length=64)]
"""A chip by its device (`gpiochip0`) or its label (`tegra234-gpio`), which no restart changes."""


def _checked(line: str) -> str:
    header_pin(line)
    return line


GpioLineId = (
    Annotated[int, Field(ge=0, le=1023)]
    | Annotated[str, Field(min_length=1), AfterValidator(_checked)]
)
"""A line by its number on the chip or its name (`PQ.06`), as `gpioinfo` shows them, or by its pin
on the header of a Jetson (`header pin 29`), which names the chip, too."""


class GpioError(OkngError):
    """A GPIO line can't be used; the message says why, and what there is."""


def import_gpiod() -> Any:
    """The module `gpiod`, imported when the first line is looked for.

    Raises:
        GpioError: it isn't there; the message has the install command.
    """
    try:
        import gpiod
    except ImportError as error:
        raise GpioError(f"gpiod can't be imported ({error}): pip install 'okng[gpio]'") from error
    return gpiod


def unavailable_reason() -> str | None:
    """Why GPIO can't be used here, with the install command; None when it can."""
    try:
        import_gpiod()
    except GpioError as error:
        return str(error)
    return None


def chip_paths() -> list[Path]:
    """The GPIO character devices of the machine."""
    return sorted(Path("/dev").glob("gpiochip*"))


@dataclass(frozen=True, slots=True)
class GpioLine:
    """One line of a chip that is there."""

    path: str
    """Of the chip's device."""
    offset: int

    def request(self, settings: Any, **options: Any) -> Any:
        """Requests the line from the kernel: a `gpiod.LineRequest`, to be released.

        Args:
            settings: `gpiod.LineSettings`.
            options: Of `gpiod.request_lines`.

        Raises:
            GpioError: it is in use, or doesn't take the settings.
        """
        return request_lines(self.path, (self.offset,), settings, **options)


def request_lines(path: str, offsets: Sequence[int], settings: Any, **options: Any) -> Any:
    """Requests lines of one chip as one: a `gpiod.LineRequest`, to be released.

    Args:
        path: Of the chip's device.
        offsets: Numbers of the lines.
        settings: `gpiod.LineSettings` of each.
        options: Of `gpiod.request_lines`.

    Raises:
        GpioError: one of them is in use, or doesn't take the settings.
    """
    lines = "line" if len(offsets) == 1 else "lines"
    with gpio_errors(f"{lines} {', '.join(map(str, offsets))} of {path} can't be used"):
        return import_gpiod().request_lines(
            path, config=dict.fromkeys(offsets, settings), consumer=CONSUMER, **options
        )


def find_line(chip: str, line: int | str) -> GpioLine:
    """The line of a chip.

    Args:
        chip: Its device, with or without `/dev/`, or its label.
        line: Its number or its name; a pin of a Jetson's header is on the chip where it is.

    Raises:
        GpioError: there is no such chip or line (the message lists what there is), or it can't be
            read.
    """
    try:
        if pin := header_pin(line):
            chip, line = header_line(pin)
    except ValueError as error:
        raise GpioError(str(error)) from error
    present = []
    for path in map(str, chip_paths()):
        with gpio_errors(f"{path} can't be read"), import_gpiod().Chip(path) as opened:
            info = opened.get_info()
            if chip in (path, info.name, info.label):
                return GpioLine(path, _offset(opened, info, line))
            present.append(f"{info.name} ({info.label})")
    raise GpioError(f"no GPIO chip {chip!r}; there are: {', '.join(present) or 'none'}")


@contextmanager
def gpio_errors(failure: str) -> Iterator[None]:
    """Turns the kernel's errors into GpioError, with `failure` before what to do."""
    try:
        yield
    except PermissionError as error:
        why = "no permission; the user of the service has to be in the group gpio"
        raise GpioError(f"{failure}: {why}") from error
    except OSError as error:
        in_use = error.errno == errno.EBUSY
        raise GpioError(f"{failure}: {'it is in use' if in_use else error.strerror}") from error


def _offset(chip: Any, info: Any, line: int | str) -> int:
    if isinstance(line, int):
        if line < info.num_lines:
            return line
        raise GpioError(f"{info.name} has no line {line}; its lines are 0 to {info.num_lines - 1}")
    names = {chip.get_line_info(offset).name: offset for offset in range(info.num_lines)}
    if line in names:
        return int(names[line])
    known = ", ".join(sorted(name for name in names if name)) or "none"
    raise GpioError(f"{info.name} has no line named {line!r}; named are: {known}")
