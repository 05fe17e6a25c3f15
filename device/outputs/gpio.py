"""A GPIO line of the machine as an output."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from okng.device.host.gpio import (
    GpioChip,
    GpioError,
    GpioLineId,
    find_line,
    gpio_errors,
    import_gpiod,
    unavailable_reason,
)
from okng.device.outputs.digital_line import LineDriver
from okng.device.outputs.digital_output import DigitalOutput, DigitalOutputSettings
from okng.device.outputs.output import OutputError
from okng.device.outputs.output_lines import Address


class GpioOutputSettings(DigitalOutputSettings):
    """A GPIO line that tells a verdict, or that the station is ready."""

    type: Literal["gpio"] = "gpio"
    chip: GpioChip = "gpiochip0"
    """The chip, by device (`gpiochip0`) or label (`tegra234-gpio`)."""
    line: GpioLineId
    """The line, by number, name (`PQ.06`) or pin of a Jetson's header (`header pin 29`, on whatever
    chip it is)."""


class GpioOutput(DigitalOutput):
    """Requests the line with its inactive level, and gives it back inactive.

    What level a line has that nobody requests is up to the chip and the wiring.
    """

    settings_class: ClassVar = GpioOutputSettings

    @classmethod
    def unavailable_reason(cls) -> str | None:
        """Why GPIO can't be used here, with the install command; None when it can."""
        return unavailable_reason()

    @property
    def address(self) -> Address:
        """Chip and line, as the recipe names them."""
        assert isinstance(self.settings, GpioOutputSettings)
        return "gpio", self.settings.chip, str(self.settings.line)

    def connect(self, high: bool) -> LineDriver:
        """The requested line."""
        assert isinstance(self.settings, GpioOutputSettings)
        try:
            line = find_line(self.settings.chip, self.settings.line)
            gpiod = import_gpiod()
            values = gpiod.line.Value
            level = values.ACTIVE if high else values.INACTIVE
            settings = gpiod.LineSettings(direction=gpiod.line.Direction.OUTPUT, output_value=level)
            return _RequestedLine(line.request(settings), line.offset)
        except GpioError as error:
            raise OutputError(str(error)) from error


class _RequestedLine(LineDriver):
    def __init__(self, request: Any, offset: int) -> None:
        self._request, self._offset = request, offset
        self._values = import_gpiod().line.Value

    def write(self, high: bool) -> None:
        """Sets the level at once."""
        level = self._values.ACTIVE if high else self._values.INACTIVE
        try:
            with gpio_errors(f"GPIO line {self._offset} was not written"):
                self._request.set_value(self._offset, level)
        except GpioError as error:
            raise OutputError(str(error)) from error

    def close(self) -> None:
        """Gives the line back to the kernel."""
        self._request.release()
