"""The digital I/O wire: each signal of the handshake is a GPIO line of the machine.

One thread takes every edge of the inputs in its order, and sets the outputs after each.
"""

from __future__ import annotations

import logging
import os
import select
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from okng.device.handshake.line import Line, WireInput
from okng.device.handshake.signals import PlcSignals
from okng.device.host.gpio import GpioChip, GpioError, GpioLineId, unavailable_reason
from okng.device.host.gpio_lines import GpioInputs, GpioOutputs, GuardedOutputs, Levels
from okng.device.host.guardian import Guardian
from okng.device.types import Name, TriggerSource, WireStatus
from okng.device.wires.field_values import station_values
from okng.device.wires.wire import Wire, WireSettingsBase
from okng.models.strict_model import StrictModel

log = logging.getLogger(__name__)

REFRESH_S = 0.05
"""So often the thread looks for what no listener is told of."""
RETRY_S = 1.0
"""Pause until lines that can't be had are requested again."""
HEARTBEAT_S = 0.2
"""Time after which the output `heartbeat` toggles."""
VALUES = frozenset(
    {
        "result_ok",
        "result_ng",
        "result_late",
        "results_stale",
        "results_overrun",
        "acquisition_error",
        "recipe_load_failed",
    }
)
"""Outputs that are there before a signal rises that says to read them."""


class DigitalInputSettings(StrictModel):
    """The lines on which the PLC speaks; docs/plc.md has what the signals mean."""

    chip: GpioChip = "gpiochip0"
    """Their chip, by device (`gpiochip0`) or label (`tegra234-gpio`)."""
    bias: Literal["as_is", "disabled", "pull_up", "pull_down"] = "as_is"
    """Resistor of the chip that keeps an open line at its level."""
    debouncer_us: int = Field(default=0, ge=0, le=1_000_000)
    """Shorter levels are ignored, by the kernel."""
    active_low: bool = False
    """Whether a signal is active while its line is low."""
    trigger_enable: GpioLineId
    """The PLC takes part. A line by number, name (`PQ.06`) or pin of a Jetson's header
    (`header pin 29`), as all the others."""
    trigger: GpioLineId
    """A rising edge asks for the inspection of a part."""
    results_ack: GpioLineId
    """A rising edge says that the shown result was read."""
    load_recipe: GpioLineId | None = None
    """Its rising edge loads the recipe whose number `recipe_bits` show."""
    recipe_bits: tuple[GpioLineId, ...] = Field(default=(), max_length=8)
    """The recipe's number in binary, the lowest bit first."""

    @model_validator(mode="after")
    def _recipe_lines_go_together(self) -> DigitalInputSettings:
        if (self.load_recipe is None) != (not self.recipe_bits):
            raise ValueError("load_recipe and recipe_bits go together: name both or neither")
        return self

    @property
    def lines(self) -> dict[str, GpioLineId]:
        """The lines by their signals' names."""
        named = {"trigger_enable": self.trigger_enable, "trigger": self.trigger}
        named["results_ack"] = self.results_ack
        if self.load_recipe is not None:
            named["load_recipe"] = self.load_recipe
        return named | {_bit(number): line for number, line in enumerate(self.recipe_bits)}


class DigitalOutputLineSettings(StrictModel):
    """The lines on which the station speaks; docs/plc-digital-io.md has what they say."""

    chip: GpioChip = "gpiochip0"
    """Their chip, by device (`gpiochip0`) or label (`tegra234-gpio`)."""
    active_low: bool = False
    """Whether a signal is active while its line is low. A line that is cut or without power then
    looks active: for PLCs whose inputs are inverted only."""
    trigger_ready: GpioLineId
    """A trigger would be accepted now. A line by number, name (`PQ.06`) or pin of a Jetson's header
    (`header pin 29`), as all the others."""
    results_valid: GpioLineId
    """The result may be read."""
    result_ok: GpioLineId
    """The part is good; active only while the result is valid and that of the newest part."""
    result_ng: GpioLineId | None = None
    """The same for a part that is no good."""
    result_late: GpioLineId | None = None
    """The verdict came later than the recipe allows."""
    results_stale: GpioLineId | None = None
    """The shown result is not that of the newest part."""
    results_overrun: GpioLineId | None = None
    """Results were lost, since none was acknowledged for too long."""
    acquisition_error: GpioLineId | None = None
    """The last trigger was not accepted."""
    online: GpioLineId | None = None
    """The station could inspect a part."""
    trigger_ack: GpioLineId | None = None
    """The trigger was accepted; falls when `trigger` falls."""
    exposure_complete: GpioLineId | None = None
    """The picture of the newest part is taken: the part may move."""
    inspection_completed: GpioLineId | None = None
    """Toggles with every completed inspection."""
    recipe_loading: GpioLineId | None = None
    """A recipe is being loaded."""
    recipe_load_ack: GpioLineId | None = None
    """The load has ended, well or not; falls when `load_recipe` falls."""
    recipe_load_failed: GpioLineId | None = None
    """The last load failed: the station is not ready until one succeeds."""
    heartbeat: GpioLineId | None = None
    """Toggles five times a second while the station's process lives."""

    @property
    def lines(self) -> dict[str, GpioLineId]:
        """The lines by their signals' names."""
        signals = [name for name in type(self).model_fields if name not in ("chip", "active_low")]
        named = {name: getattr(self, name) for name in signals}
        return {name: line for name, line in named.items() if line is not None}


class DigitalIoWireSettings(WireSettingsBase):
    """Digital lines between the PLC's inputs and outputs and those of this machine."""

    type: Literal["digital_io"] = "digital_io"
    name: Name = "digital-io"
    parts_in_flight: Literal[1] = 1
    """Lines carry no part's id, so that there is one part at a time."""
    settle_ms: int = Field(default=1, ge=0, le=50)
    """Milliseconds from the result's lines to `results_valid`; more than the filters of the PLC's
    inputs differ by."""
    inputs: DigitalInputSettings
    outputs: DigitalOutputLineSettings


class DigitalIoWire(Wire):
    """The handshake over digital lines; docs/plc-digital-io.md has the wiring."""

    settings_class: ClassVar[type[DigitalIoWireSettings]] = DigitalIoWireSettings
    settings: DigitalIoWireSettings
    source = TriggerSource.PLC

    def __init__(
        self, settings: DigitalIoWireSettings, line: Line, station: str, data_dir: Path
    ) -> None:
        super().__init__(settings, line, station, data_dir)
        self._thread = threading.Thread(target=self._run, name=settings.name, daemon=True)
        self._stopping = threading.Event()
        self._wake = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)
        """Readable when the station's signals have changed, or the wire is stopped."""
        self._error: str | None = "the lines were not requested yet"

    @classmethod
    def unavailable_reason(cls) -> str | None:
        """Why GPIO can't be used here, with the install command; None when it can."""
        return unavailable_reason()

    def start(self) -> None:
        """Requests the lines; those that can't be had yet are tried again each second."""
        outputs = self.settings.outputs
        self._guardian = Guardian(GuardedOutputs(outputs.chip, outputs.lines, outputs.active_low))
        self.port.listen(lambda _output: os.eventfd_write(self._wake, 1))
        self._thread.start()

    def stop(self) -> None:
        """Sets all outputs inactive and gives the lines back."""
        self._stopping.set()
        os.eventfd_write(self._wake, 1)
        self._thread.join()
        self._guardian.end(all_is_well=True)
        self.port.line.close_port(self.port)
        os.close(self._wake)

    def status(self) -> WireStatus:
        """Whether the lines are there. Never blocks."""
        return WireStatus(
            name=self.settings.name,
            type=self.settings.type,
            connected=self._error is None,
            last_error=self._error,
            not_ready_reason=self._error or self.port.output.not_ready_reason,
        )

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._exchange_until_stop()
            except GpioError as error:
                if str(error) != self._error:
                    log.warning("wire %s: %s", self.settings.name, error)
                self._error = str(error)
                self.port.disconnect()
                self._stopping.wait(RETRY_S)

    def _exchange_until_stop(self) -> None:
        inputs, outputs = self.settings.inputs, self.settings.outputs
        # The outputs first: from here on their levels are the station's and inactive.
        with (
            closing(GpioOutputs(outputs.chip, outputs.lines, outputs.active_low)) as answer,
            closing(
                GpioInputs(
                    inputs.chip, inputs.lines, inputs.bias, inputs.debouncer_us, inputs.active_low
                )
            ) as plc,
        ):
            self._error = None
            log.info("wire %s: the lines are there", self.settings.name)
            shown = dict.fromkeys(outputs.lines, False)
            while not self._stopping.is_set():
                for levels in plc.edges():
                    self.port.update(_wire_input(levels))
                    shown = self._show(answer, shown)
                self.port.update(_wire_input(plc.levels))
                shown = self._show(answer, shown)
                self._wait(plc)

    def _wait(self, plc: GpioInputs) -> None:
        """Waits for an edge, for a change of the station's signals, or a moment."""
        ready, _, _ = select.select([*plc.file_descriptors, self._wake], (), (), REFRESH_S)
        if self._wake in ready:
            os.eventfd_read(self._wake)

    def _show(self, answer: GpioOutputs, shown: Levels) -> Levels:
        """Sets the outputs: first the values and what falls, then what says to read them."""
        wanted = self._wanted()
        first = {
            name: active if name in VALUES else active and shown[name]
            for name, active in wanted.items()
        }
        if first != shown:
            answer.write(first)
        if first != wanted:
            if any(first[name] != shown[name] for name in VALUES & wanted.keys()):
                self._stopping.wait(self.settings.settle_ms / 1000)
            answer.write(wanted)
        return wanted

    def _wanted(self) -> Levels:
        output = self.port.output
        values = station_values(output, int(time.monotonic() / HEARTBEAT_S) % 2)
        if output.station.results_stale:
            # A PLC can't compare ids here: without either it takes no part for another one.
            values |= {"result_ok": False, "result_ng": False}
        return {name: bool(values[name]) for name in self.settings.outputs.lines}


def _bit(number: int) -> str:
    return f"recipe_bit_{number}"


def _wire_input(levels: Levels) -> WireInput:
    plc = PlcSignals(levels["trigger_enable"], levels["trigger"], levels["results_ack"])
    recipe = sum(1 << number for number in range(8) if levels.get(_bit(number), False))
    return WireInput(plc, levels.get("load_recipe", False), recipe)
