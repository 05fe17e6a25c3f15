"""Lines that are named by a pin of a Jetson's header."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.fake_gpio import FakeGpio

from okng.device.host import jetson_header
from okng.device.host.gpio import GpioError, GpioLine, find_line
from okng.device.host.jetson_header import header_line, header_pin
from okng.device.recipes.recipe import Recipe

KITS = {
    "nano": "nvidia,p3450-0000\0nvidia,jetson-nano\0nvidia,tegra210\0",
    "xavier-nx": "nvidia,p3509-0000+p3668-0001\0nvidia,tegra194\0",
    "orin-nano": "nvidia,p3768-0000+p3767-0005-super\0nvidia,p3767-0005\0nvidia,tegra234\0",
    "agx-orin": "nvidia,p3737-0000+p3701-0005\0nvidia,p3701-0005\0nvidia,tegra234\0",
}


def board(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, compatible: str) -> None:
    file = tmp_path / "compatible"
    file.write_text(compatible)
    monkeypatch.setattr(jetson_header, "COMPATIBLE", file)


@pytest.mark.parametrize(
    ("kit", "pin", "line"),
    [
        ("nano", 29, ("tegra-gpio", 149)),
        ("xavier-nx", 15, ("tegra194-gpio-aon", "PCC.04")),
        ("xavier-nx", 32, ("tegra194-gpio", "PR.00")),
        ("orin-nano", 7, ("tegra234-gpio", "PAC.06")),
        ("orin-nano", 29, ("tegra234-gpio", "PQ.05")),
        ("agx-orin", 29, ("tegra234-gpio-aon", "PAA.01")),
        ("agx-orin", 7, ("tegra234-gpio", "PQ.06")),
    ],
)
def test_a_pin_is_the_line_of_its_board(
    kit: str, pin: int, line: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    board(monkeypatch, tmp_path, KITS[kit])
    assert header_line(pin) == line


@pytest.mark.parametrize("kit", KITS)
def test_every_pin_that_is_gpio_has_a_line_of_its_own(
    kit: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    board(monkeypatch, tmp_path, KITS[kit])
    lines = []
    for pin in range(1, 41):
        try:
            header_pin(f"header pin {pin}")
        except ValueError:
            continue
        lines.append(header_line(pin))
    assert len(lines) == len(set(lines)) == 22


def test_the_line_is_found_on_the_chip_of_its_pin(
    fake_gpio: FakeGpio, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake_gpio.label = "tegra234-gpio"
    board(monkeypatch, tmp_path, KITS["orin-nano"])
    assert find_line("gpiochip0", "header pin 31") == GpioLine("/dev/gpiochip0", 1)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("header pin 6", "pin 6 of the header is ground, no GPIO"),
        ("header pin 1", "pin 1 of the header is a 3.3 V supply"),
        ("header pin 27", "an I2C bus"),
        ("header pin 41", "has the pins 1 to 40"),
        ("header pin", "as in 'header pin 29'"),
    ],
)
def test_a_pin_that_is_no_gpio_is_refused_where_it_is_named(line: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Recipe.model_validate({"name": "r", "trigger": {"type": "gpio", "line": line}})


def test_another_board_is_told_what_is_known(
    fake_gpio: FakeGpio, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    board(monkeypatch, tmp_path, "raspberrypi,4-model-b\0brcm,bcm2711\0")
    with pytest.raises(GpioError, match=r"Nano, .*this is raspberrypi,4-model-b\. Name chip"):
        find_line("gpiochip0", "header pin 29")
    monkeypatch.setattr(jetson_header, "COMPATIBLE", tmp_path / "none")
    with pytest.raises(GpioError, match="no board with a device tree"):
        find_line("gpiochip0", "header pin 29")
