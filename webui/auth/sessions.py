"""Login sessions, kept in the database: after a logout no copy of the cookie is valid any more."""

from __future__ import annotations

import hashlib
import logging
import secrets
import sqlite3
import threading
import time
from collections.abc import Callable

from okng.device.store.database import Database, StoreError
from okng.device.store.state import set_state
from okng.device.store.timestamps import now_us

log = logging.getLogger(__name__)

IDLE_S = 7 * 24 * 3600
"""A session ends when unused for this long, counted while the web process runs."""
KEPT_PER_USER = 100
"""Above this number, the sessions unused for longest end."""
TOUCH_PERIOD_S = 600
"""Precision of the time of last use, so that not every request has to write."""
RAN_KEY = "web_ran_s"


class Sessions:
    """Begins, finds and ends sessions; usable from any thread.

    Only the time during which the process runs counts, and it is stored: the station's clock may be
    wrong by years until the network sets it, which would then end every session, or none.

    Changes that can't be written, because the disk is full, hold until the process ends.
    """

    def __init__(self, database: Database, clock_s: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._clock_s = clock_s
        self._started_s = clock_s()
        self._lock = threading.Lock()
        self._unsaved: dict[str, str] = {}
        self._ended: set[str] = set()
        self._ran_before_s: int | None = None

    def begin(self, user_name: str) -> str:
        """Begins a session; returns its secret for the cookie."""
        secret = secrets.token_urlsafe(32)
        sha256 = _sha256(secret)
        try:
            with self._database.transaction() as connection:
                ran_s = self._keep_ran_s(connection)
                connection.execute(
                    "INSERT INTO sessions VALUES (?, ?, ?, ?)",
                    (sha256, user_name, ran_s, now_us()),
                )
                connection.execute("DELETE FROM sessions WHERE used_s < ?", (ran_s - IDLE_S,))
                connection.execute(
                    "DELETE FROM sessions WHERE user_name = ? AND sha256 NOT IN (SELECT sha256 "
                    "FROM sessions WHERE user_name = ? ORDER BY used_s DESC, rowid DESC LIMIT ?)",
                    (user_name, user_name, KEPT_PER_USER),
                )
        except (sqlite3.OperationalError, StoreError) as error:
            log.warning("a session can't be written and ends with this process: %s", error)
            with self._lock:
                self._unsaved[sha256] = user_name
        return secret

    def user_of(self, secret: str) -> str | None:
        """Name of the session's user, or None if it has ended; records that it was used."""
        sha256 = _sha256(secret)
        with self._lock:
            if sha256 in self._ended:
                return None
            if user_name := self._unsaved.get(sha256):
                return user_name
        row = self._database.connection.execute(
            "SELECT user_name, used_s FROM sessions WHERE sha256 = ?", (sha256,)
        ).fetchone()
        ran_s = self._ran_s()
        if row is None or ran_s - row["used_s"] > IDLE_S:
            return None
        if ran_s - row["used_s"] > TOUCH_PERIOD_S:
            self._touch(sha256)
        name: str = row["user_name"]
        return name

    def end(self, secret: str) -> None:
        """Ends a session: its secret is invalid from now on, in every copy of the cookie."""
        self._end("sha256 = ?", _sha256(secret))

    def end_all(self, user_name: str) -> None:
        """Ends all sessions of a user."""
        self._end("user_name = ?", user_name)

    def _end(self, condition: str, value: str) -> None:
        with self._lock:
            for sha256, user_name in list(self._unsaved.items()):
                if value in (sha256, user_name):
                    del self._unsaved[sha256]
        rows = self._database.connection.execute(
            f"SELECT sha256 FROM sessions WHERE {condition}", (value,)
        ).fetchall()
        try:
            with self._database.transaction() as connection:
                connection.execute(f"DELETE FROM sessions WHERE {condition}", (value,))
        except sqlite3.OperationalError as error:
            log.warning("a session's end can't be written, and holds in this process: %s", error)
            with self._lock:
                self._ended.update(row["sha256"] for row in rows)

    def _touch(self, sha256: str) -> None:
        try:
            with self._database.transaction() as connection:
                connection.execute(
                    "UPDATE sessions SET used_s = ? WHERE sha256 = ?",
                    (self._keep_ran_s(connection), sha256),
                )
        except sqlite3.OperationalError as error:
            log.debug("a session's use can't be written: %s", error)

    def _ran_s(self) -> int:
        """Seconds that the web process has run, over all its starts."""
        if self._ran_before_s is None:
            row = self._database.connection.execute(
                "SELECT value FROM station_state WHERE key = ?", (RAN_KEY,)
            ).fetchone()
            self._ran_before_s = int(row["value"]) if row else 0
        return self._ran_before_s + int(self._clock_s() - self._started_s)

    def _keep_ran_s(self, connection: sqlite3.Connection) -> int:
        ran_s = self._ran_s()
        set_state(connection, RAN_KEY, str(ran_s))
        return ran_s


def _sha256(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
