"""Idempotency tokens: a request that is sent again with its token gets its first answer again."""

from __future__ import annotations

import hashlib
from pathlib import Path

from okng.cloud_sync.lookout_vision.errors import ServiceValidationError
from okng.cloud_sync.lookout_vision.requests import Idempotent
from okng.device.store.database import Database
from okng.device.store.timestamps import now_us

VALID_US = 8 * 3600 * 1_000_000
"""Eight hours, as the service keeps tokens."""


class RememberedAnswers:
    """The answers to requests with a token, by key and operation."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def find(self, key_id: str, operation: str, request: Idempotent) -> str | None:
        """The answer that the request got before, as JSON; None for a new one.

        Raises:
            ServiceValidationError: the token was used for a request with other parameters.
        """
        row = self._database.connection.execute(
            "SELECT request_sha256, answer FROM lookout_answers WHERE key_id = ? "
            "AND operation = ? AND client_token = ? AND expires_at_us >= ?",
            (key_id, operation, request.client_token, now_us()),
        ).fetchone()
        if row is None:
            return None
        if row["request_sha256"] != _hash(request):
            raise ServiceValidationError(
                "The ClientToken was used before for a request with other parameters"
            )
        answer: str = row["answer"]
        return answer

    def keep(self, key_id: str, operation: str, request: Idempotent, answer: str) -> None:
        """Remembers the answer of a request that was carried out."""
        now = now_us()
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM lookout_answers WHERE expires_at_us < ?", (now,))
            connection.execute(
                "INSERT OR REPLACE INTO lookout_answers VALUES (?, ?, ?, ?, ?, ?)",
                (key_id, operation, request.client_token, _hash(request), answer, now + VALID_US),
            )


def _hash(request: Idempotent) -> str:
    return hashlib.sha256(request.model_dump_json().encode()).hexdigest()
