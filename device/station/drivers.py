"""What the settings name, made and not yet started: camera, sinks, wires and notifiers."""

from __future__ import annotations

from okng.device.cameras import Camera, cameras
from okng.device.handshake.line import Line
from okng.device.notifications.apprise_service import NotificationError, open_service
from okng.device.notifications.notifier import Notifier
from okng.device.settings.settings import StationSettings
from okng.device.sinks import Sink, sinks
from okng.device.store.notifications import NotificationQueue
from okng.device.wires import Wire, wires
from okng.models.errors import OkngError


class DaemonError(OkngError):
    """The daemon can't start; the message says why and what to do."""


def make_camera(settings: StationSettings) -> Camera:
    """The configured camera, not yet open.

    Raises:
        DaemonError: its kind can't be used here; the message has the install command.
    """
    kind = cameras()[settings.camera.type]
    if reason := kind.unavailable_reason():
        raise DaemonError(f"camera type {settings.camera.type!r}: {reason}")
    return kind(settings.camera)


def make_sinks(settings: StationSettings) -> tuple[Sink, ...]:
    """The configured sinks, not yet started."""
    kinds = sinks()
    return tuple(
        kinds[sink_settings.type](sink_settings, settings.station, settings.data_dir)
        for sink_settings in settings.sinks
    )


def make_wires(settings: StationSettings, line: Line) -> tuple[Wire, ...]:
    """The configured wires to PLCs, not yet started.

    Raises:
        DaemonError: a kind can't be used here; the message has the install command.
    """
    made = []
    for wire_settings in settings.wires:
        kind = wires()[wire_settings.type]
        if reason := kind.unavailable_reason():
            raise DaemonError(f"wire {wire_settings.name!r}: {reason}")
        made.append(kind(wire_settings, line, settings.station, settings.data_dir))
    return tuple(made)


def make_notifiers(settings: StationSettings) -> tuple[Notifier, ...]:
    """A notifier for each configured receiver, not yet started.

    Raises:
        DaemonError: Apprise is not installed, or knows no such URL.
    """
    made = []
    for receiver in settings.notifications:
        try:
            send = open_service(receiver.apprise_url, settings.station)
        except NotificationError as error:
            raise DaemonError(f"notifications to {receiver.name!r}: {error}") from error
        queue = NotificationQueue(settings.data_dir, receiver.name)
        made.append(Notifier(receiver, queue, send))
    return tuple(made)
