"""What stands on the line, for each kind of output."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

import pytest
from support.fake_gpio import FakeGpio

from okng.device.cameras import Camera
from okng.device.host import gpio
from okng.device.outputs import OutputSettingsBase
from okng.device.outputs.camera_output import CameraOutputSettings
from okng.device.outputs.gpio import GpioOutputSettings


@dataclass(frozen=True)
class Receiver:
    """The other end of an output: settings that lead to it, and whether it is told NG."""

    settings: OutputSettingsBase
    is_active: Callable[[], bool]


@contextmanager
def camera_line(camera: Camera) -> Iterator[Receiver]:
    yield Receiver(CameraOutputSettings(), lambda: camera.user_output("UserOutput1"))


@contextmanager
def gpio_line(camera: Camera) -> Iterator[Receiver]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        fake = FakeGpio()
        monkeypatch.setitem(sys.modules, "gpiod", fake)
        monkeypatch.setattr(gpio, "chip_paths", fake.chip_paths)
        settings = GpioOutputSettings(line="PQ.06", active_low=True)
        yield Receiver(settings, lambda: fake.levels[1] is False)
        assert not fake.requests, "the line was given back"


RECEIVERS: dict[str, Callable[[Camera], AbstractContextManager[Receiver]]] = {
    "camera_output": camera_line,
    "gpio": gpio_line,
}
