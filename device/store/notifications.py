"""The queue of one receiver's notifications: each is there until the receiver has taken it."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from okng.device.health.condition import Severity
from okng.device.store.database import Database
from okng.device.store.rows import reads_rows_of
from okng.device.store.timestamps import from_us, now_us, to_us

log = logging.getLogger(__name__)

MAX_PENDING = 500
"""Messages that may wait for one receiver; the oldest go for newer ones."""


class Notification(NamedTuple):
    """A condition that appeared or is over."""

    code: str
    appeared: bool
    severity: Severity
    message: str
    changed_at: datetime


class PendingNotification(NamedTuple):
    """A notification on its way."""

    notification_id: int
    notification: Notification


class NotificationQueue:
    """The messages of one receiver; usable from any thread."""

    def __init__(self, data_dir: Path, receiver: str) -> None:
        self._database = Database(data_dir)
        self._receiver = receiver

    def add(self, notifications: Sequence[Notification]) -> None:
        """Puts messages at the end; they are on the disk when this returns."""
        with self._database.transaction() as connection:
            connection.executemany(
                "INSERT INTO notifications "
                "(receiver, code, appeared, severity, message, changed_at_us) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                [
                    (
                        self._receiver,
                        notification.code,
                        notification.appeared,
                        notification.severity.value,
                        notification.message,
                        to_us(notification.changed_at),
                    )
                    for notification in notifications
                ],
            )
            dropped = connection.execute(
                "DELETE FROM notifications WHERE notification_id IN ("
                "SELECT notification_id FROM notifications WHERE receiver = ? "
                "AND delivered_at_us IS NULL ORDER BY notification_id DESC LIMIT -1 OFFSET ?)",
                (self._receiver, MAX_PENDING),
            ).rowcount
        if dropped:
            log.error("%d notifications to %s were dropped: too many wait", dropped, self._receiver)

    def pending(self, limit: int = 50) -> list[PendingNotification]:
        """The messages that wait, the oldest first."""
        rows = self._database.connection.execute(
            "SELECT * FROM notifications WHERE receiver = ? AND delivered_at_us IS NULL "
            "ORDER BY notification_id LIMIT ?",
            (self._receiver, limit),
        )
        return [PendingNotification(row["notification_id"], _notification(row)) for row in rows]

    def delivered(self, notification_id: int) -> None:
        """The receiver has taken a message; what it was told of the same code before goes."""
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE notifications SET delivered_at_us = ? WHERE notification_id = ?",
                (now_us(), notification_id),
            )
            connection.execute(
                "DELETE FROM notifications WHERE receiver = ? AND notification_id < ? AND code = "
                "(SELECT code FROM notifications WHERE notification_id = ?)",
                (self._receiver, notification_id, notification_id),
            )

    def newest(self) -> dict[str, Notification]:
        """By code the newest message, delivered or not."""
        rows = self._database.connection.execute(
            "SELECT * FROM notifications WHERE notification_id IN ("
            "SELECT max(notification_id) FROM notifications WHERE receiver = ? GROUP BY code)",
            (self._receiver,),
        )
        return {row["code"]: _notification(row) for row in rows}


@reads_rows_of("notifications", "notification_id")
def _notification(row: sqlite3.Row) -> Notification:
    return Notification(
        code=row["code"],
        appeared=bool(row["appeared"]),
        severity=Severity(row["severity"]),
        message=row["message"],
        changed_at=from_us(row["changed_at_us"]),
    )
