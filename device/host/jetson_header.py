"""The 40-pin header of Jetson developer kits: which line of which GPIO chip a pin is.

Facts from the tables of NVIDIA's Jetson.GPIO (github.com/NVIDIA/jetson-gpio, gpio_pin_data.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

COMPATIBLE = Path("/proc/device-tree/compatible")
"""What the device tree says of the board: names that end with a zero byte each."""

_PIN = re.compile(r"header pin (\d{1,3})")
_NO_GPIO = {
    "a 3.3 V supply": (1, 17),
    "a 5 V supply": (2, 4),
    "ground": (6, 9, 14, 20, 25, 30, 34, 39),
    "an I2C bus": (3, 5, 27, 28),
    "the UART": (8, 10),
}

HeaderLine = tuple[str, int | str]
"""Label of the chip, and the line's name on it; its number where the kernel has no names."""


def _table(**chips: Mapping[int, int | str]) -> dict[int, HeaderLine]:
    return {
        pin: (label.replace("_", "-"), line)
        for label, lines in chips.items()
        for pin, line in lines.items()
    }


# fmt: off
_NANO = _table(tegra_gpio={
    7: 216, 11: 50, 12: 79, 13: 14, 15: 194, 16: 232, 18: 15, 19: 16, 21: 17, 22: 13, 23: 18,
    24: 19, 26: 20, 29: 149, 31: 200, 32: 168, 33: 38, 35: 76, 36: 51, 37: 12, 38: 77, 40: 78,
})
_XAVIER_NX = _table(
    tegra194_gpio={
        7: "PS.04", 11: "PR.04", 12: "PT.05", 13: "PY.00", 16: "PY.04", 18: "PY.03", 19: "PZ.05",
        21: "PZ.04", 22: "PY.01", 23: "PZ.03", 24: "PZ.06", 26: "PZ.07", 29: "PQ.05", 31: "PQ.06",
        32: "PR.00", 33: "PN.01", 35: "PU.00", 36: "PR.05", 37: "PY.02", 38: "PT.07", 40: "PT.06",
    },
    tegra194_gpio_aon={15: "PCC.04"},
)
_ORIN_NANO_AND_NX = _table(tegra234_gpio={
    7: "PAC.06", 11: "PR.04", 12: "PH.07", 13: "PY.00", 15: "PN.01", 16: "PY.04", 18: "PY.03",
    19: "PZ.05", 21: "PZ.04", 22: "PY.01", 23: "PZ.03", 24: "PZ.06", 26: "PZ.07", 29: "PQ.05",
    31: "PQ.06", 32: "PG.06", 33: "PH.00", 35: "PI.02", 36: "PR.05", 37: "PY.02", 38: "PI.01",
    40: "PI.00",
})
_AGX_ORIN = _table(
    tegra234_gpio={
        7: "PQ.06", 11: "PR.04", 12: "PH.07", 13: "PR.00", 15: "PN.01", 18: "PH.00", 19: "PZ.05",
        21: "PZ.04", 22: "PP.04", 23: "PZ.03", 24: "PZ.06", 26: "PZ.07", 35: "PI.02", 36: "PR.05",
        38: "PI.01", 40: "PI.00",
    },
    tegra234_gpio_aon={
        16: "PBB.01", 29: "PAA.01", 31: "PAA.00", 32: "PBB.00", 33: "PAA.02", 37: "PAA.03",
    },
)
# fmt: on

_KITS = {
    "Jetson Nano": (re.compile(r"nvidia,p3450-"), _NANO),
    "Jetson Xavier NX": (re.compile(r"nvidia,p(3509|3449)-\d+\+p3668-"), _XAVIER_NX),
    "Jetson Orin Nano or NX": (re.compile(r"nvidia,p(3509|3768)-\d+\+p3767-"), _ORIN_NANO_AND_NX),
    "Jetson AGX Orin": (re.compile(r"nvidia,p3737-\d+\+p3701-"), _AGX_ORIN),
}
"""Developer kits by how their device tree names carrier board and module."""


def header_pin(line: int | str) -> int | None:
    """The pin that a line is named by, as in "header pin 29"; None for another name.

    Raises:
        ValueError: the header has no such pin, or it is no GPIO; the message says what it is.
    """
    if isinstance(line, int) or not line.startswith("header pin"):
        return None
    match = _PIN.fullmatch(line)
    if match is None or not 1 <= (pin := int(match[1])) <= 40:
        raise ValueError(f"{line!r}: the header has the pins 1 to 40, as in 'header pin 29'")
    for what, pins in _NO_GPIO.items():
        if pin in pins:
            raise ValueError(f"pin {pin} of the header is {what}, no GPIO")
    return pin


def header_line(pin: int) -> HeaderLine:
    """Where a GPIO pin of this board's header is.

    Raises:
        ValueError: this is no developer kit that the table has.
    """
    try:
        names = COMPATIBLE.read_text().split("\0")
    except OSError:
        names = []
    for pattern, table in _KITS.values():
        if any(pattern.match(name) for name in names):
            return table[pin]
    board = names[0] if names else "no board with a device tree"
    raise ValueError(
        f"header pins are known of {', '.join(_KITS)} (developer kits); this is {board}. Name chip "
        "and line as `gpioinfo` shows them"
    )
