"""Apprise, which is imported only where a receiver is configured: sends a message to one URL."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from pydantic import SecretStr

from okng.device.health.condition import Severity
from okng.device.store.notifications import Notification
from okng.models.errors import OkngError

if TYPE_CHECKING:
    from apprise import NotifyBase

INSTALL = "install it with: pip install 'okng[alarms]'"


class NotificationError(OkngError):
    """A receiver can't be used; the message says why, and has no secret in it."""


def open_service(url: SecretStr, station: str) -> Callable[[Notification], bool]:
    """A function that sends a message, and says whether the receiver has taken it.

    Raises:
        NotificationError: Apprise is not installed, or knows no such URL.
    """
    service = _service(url)

    import apprise

    def send(notification: Notification) -> bool:
        if not notification.appeared:
            kind, change = apprise.NotifyType.SUCCESS, "is over"
        elif notification.severity is Severity.FAULT:
            kind, change = apprise.NotifyType.FAILURE, "appeared"
        else:
            kind, change = apprise.NotifyType.WARNING, "appeared"
        at = notification.changed_at.astimezone().isoformat(sep=" ", timespec="seconds")
        return bool(
            service.notify(
                title=f"{station}: {notification.code} {change}",
                body=f"{notification.severity}: {notification.message}\n{at}",
                notify_type=kind,
            )
        )

    return send


def send_files(url: SecretStr, title: str, body: str, files: Mapping[str, Path]) -> bool:
    """Sends a message with files, each under its name; returns whether the receiver has taken it.

    A service that takes no files gets the message without them.

    Raises:
        NotificationError: as `open_service`.
    """
    service = _service(url)
    import apprise

    attachments = apprise.AppriseAttachment()
    for name, path in files.items():
        attachments.add(f"file://{quote(str(path))}?name={quote(name, safe='')}")
    return bool(service.notify(title=title, body=body, attach=attachments))


def _service(url: SecretStr) -> NotifyBase:
    if importlib.util.find_spec("apprise") is None:
        raise NotificationError(f"Apprise is not installed; {INSTALL}")
    import apprise

    service = apprise.Apprise.instantiate(url.get_secret_value())
    if not isinstance(service, apprise.NotifyBase):
        raise NotificationError(
            "Apprise can't use this url: its service is unknown, or a part of it is missing or "
            "wrong. https://github.com/caronc/apprise/wiki has the form of each"
        )
    return service
