"""A name conflict: another station of the same name publishes on the same topics."""

from __future__ import annotations

import time

from pydantic import ValidationError

from okng.device.sinks.mqtt.messages import StateMessage

REMEMBERED_S = 3600.0
"""A station publishes its state when it connects and when it changes, which can be rare."""


class NameConflict:
    """Compares what others publish as this station's state with its own."""

    def __init__(self, topic: str) -> None:
        self._topic = topic
        self._heard: StateMessage | None = None
        self._heard_s = 0.0

    def hear(self, payload: bytes, own_state: str | None) -> None:
        """Takes a state that another client published; a bridge may echo our own."""
        try:
            state = StateMessage.model_validate_json(payload)
            own = StateMessage.model_validate_json(own_state) if own_state else None
        except ValidationError:
            return
        if own and state.started_at != own.started_at:
            self._heard, self._heard_s = state, time.monotonic()

    def warning(self) -> str | None:
        """What to do about the other station; None when there is none."""
        if self._heard is None or time.monotonic() - self._heard_s > REMEMBERED_S:
            return None
        return (
            f"another station is named {self._heard.station!r} too, and publishes on the same "
            f"topics ({self._topic}; it has run since {self._heard.started_at:%Y-%m-%d %H:%M} "
            "UTC): consumers can't tell the two apart. Give each station a name of its own: "
            "`station` in its settings"
        )
