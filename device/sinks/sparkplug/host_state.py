"""The state of the primary host application, as its STATE messages tell it."""

from __future__ import annotations

from pydantic import BaseModel, ValidationError


class _State(BaseModel):
    """Payload of a STATE message; keys of later versions are ignored."""

    online: bool
    timestamp: int


class HostState:
    """Whether the primary host is online; older messages than the newest one don't count."""

    def __init__(self) -> None:
        self.online = False
        self._newest_ms: int | None = None

    @property
    def offline(self) -> bool:
        """Whether it has said that it is offline, and not only said nothing yet."""
        return self._newest_ms is not None and not self.online

    def hear(self, payload: bytes) -> None:
        """Takes one STATE message; what isn't one is ignored."""
        try:
            state = _State.model_validate_json(payload)
        except ValidationError:
            return
        if self._newest_ms is None or state.timestamp >= self._newest_ms:
            self.online, self._newest_ms = state.online, state.timestamp
