"""Discovery: which cameras pylon enumerates, and which of them the settings mean."""

from __future__ import annotations

import os
from typing import Any

from okng.device.cameras.camera import CameraAbsentError, CameraError, CameraInfo
from okng.device.cameras.pylon.instant_camera import import_pypylon
from okng.device.cameras.pylon.settings import PylonCameraSettings

_EMULATOR_CLASS = "BaslerCamEmu"
_INTERFACES = {"BaslerUsb": "USB", "BaslerGigE": "GigE", _EMULATOR_CLASS: "emulator"}


def enumerate_devices(*, emulated: bool) -> list[Any]:
    """The device information (pylon's `DeviceInfo`) of the real or of the emulated cameras."""
    pylon = import_pypylon()
    factory = pylon.TlFactory.GetInstance()
    if not emulated:
        return [d for d in factory.EnumerateDevices() if d.GetDeviceClass() != _EMULATOR_CLASS]
    # pylon reads the number of emulated cameras from the environment at each enumeration.
    os.environ.setdefault("PYLON_CAMEMU", "1")
    emulated_class = pylon.DeviceInfo()
    emulated_class.SetDeviceClass(_EMULATOR_CLASS)
    return list(factory.EnumerateDevices([emulated_class]))


def find_device(settings: PylonCameraSettings) -> Any:
    """The device information of the configured camera; no other camera takes its place.

    Raises:
        CameraAbsentError: it isn't there.
        CameraError: several are there and the settings name no serial number.
    """
    kind = "emulated" if settings.emulate else "real"
    devices = enumerate_devices(emulated=settings.emulate)
    names = ", ".join(display_name(camera_info(device)) for device in devices)
    present = f"there are {names}" if names else f"no {kind} camera is there"
    matching = [d for d in devices if settings.serial in (None, d.GetSerialNumber())]
    if not matching:
        serial = f"serial {settings.serial}" if settings.serial else "any serial"
        raise CameraAbsentError(f"the configured {kind} camera ({serial}) is absent: {present}")
    if len(matching) > 1:
        raise CameraError(f"the camera's serial must be configured: {present}")
    return matching[0]


def camera_info(device: Any) -> CameraInfo:
    """The camera info from a camera's enumeration."""
    device_class = device.GetDeviceClass()
    return CameraInfo(
        type="pylon",
        model=device.GetModelName(),
        serial=device.GetSerialNumber(),
        user_id=device.GetUserDefinedName(),
        interface=_INTERFACES.get(device_class, device_class),
        simulated=device_class == _EMULATOR_CLASS,
    )


def display_name(info: CameraInfo | None) -> str:
    """Model and serial number, as messages name a camera."""
    return f"{info.model} ({info.serial})" if info else "the camera"
