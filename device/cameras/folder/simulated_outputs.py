"""User outputs that are wired to nothing: each remembers its level."""

from __future__ import annotations

import threading

from okng.device.cameras.camera import CameraError

USER_OUTPUTS = ("UserOutput1", "UserOutput2", "UserOutput3", "UserOutput4")


class SimulatedOutputs:
    """The levels last set; thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._levels = dict.fromkeys(USER_OUTPUTS, False)

    def reset(self) -> None:
        """Sets all of them low."""
        with self._lock:
            self._levels = dict.fromkeys(USER_OUTPUTS, False)

    def set(self, user_output: str, level: bool) -> None:
        """Remembers a level; CameraError for another name."""
        _check(user_output)
        with self._lock:
            self._levels[user_output] = level

    def level(self, user_output: str) -> bool:
        """The level of an output; CameraError for another name."""
        _check(user_output)
        with self._lock:
            return self._levels[user_output]


def _check(user_output: str) -> None:
    if user_output not in USER_OUTPUTS:
        present = ", ".join(USER_OUTPUTS)
        raise CameraError(f"no user output {user_output!r}; this camera has {present}")
