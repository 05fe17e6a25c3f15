"""Discovery of cameras: those that are connected, of every kind that can be used here."""

from __future__ import annotations

from okng.device.cameras import Camera, cameras
from okng.device.cameras.camera import CameraError, CameraInfo
from okng.models.strict_model import StrictModel


class FoundCameras(StrictModel):
    """The cameras that could be configured, and the kinds that can't be used here."""

    cameras: tuple[CameraInfo, ...]
    unavailable: dict[str, str]
    """Why, by the kind's `type` word."""


def discover_cameras() -> FoundCameras:
    """Lists the cameras of every kind; a network is searched for about a second."""
    found: list[CameraInfo] = []
    unavailable: dict[str, str] = {}
    for word, kind in sorted(cameras().items()):
        reason = _add_cameras(kind, found)
        if reason:
            unavailable[word] = reason
    return FoundCameras(cameras=tuple(found), unavailable=unavailable)


def _add_cameras(kind: type[Camera], found: list[CameraInfo]) -> str | None:
    """Adds the kind's cameras; gives the reason why they can't be used, if there is one."""
    reason = kind.unavailable_reason()
    if reason is None:
        try:
            found += kind.discover()
        except CameraError as fault:
            return str(fault)
    return reason
