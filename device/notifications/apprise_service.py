"""Apprise, which is imported only where a receiver is configured: sends a message to one URL."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable

from pydantic import SecretStr

from okng.device.health.condition import Severity
from okng.device.store.notifications import Notification
from okng.models.errors import OkngError

INSTALL = "install it with: pip install 'okng[alarms]'"


class NotificationError(OkngError):
    """A receiver can't be used; the message says why, and has no secret in it."""


def open_service(url: SecretStr, station: str) -> Callable[[Notification], bool]:
    """A function that sends a message, and says whether the receiver has taken it.

    Raises:
        NotificationError: Apprise is not installed, or knows no such URL.
    """
    if importlib.util.find_spec("apprise") is None:
        raise NotificationError(f"Apprise is not installed; {INSTALL}")
    import apprise

    service = apprise.Apprise.instantiate(url.get_secret_value())
    if not isinstance(service, apprise.NotifyBase):
        raise NotificationError(
            "Apprise can't use this url: its service is unknown, or a part of it is missing or "
            "wrong. https://github.com/caronc/apprise/wiki has the form of each"
        )

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
