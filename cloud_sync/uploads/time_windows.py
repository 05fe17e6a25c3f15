"""Time windows: the times of day when files may be sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from okng.device.store.sync_settings import window_times


def local_time() -> datetime:
    """The station's present time of day."""
    return datetime.now().astimezone()


def is_open(windows: Sequence[str], moment: datetime) -> bool:
    """Whether a local time is in a window such as `22:00-06:00`; without windows it always is."""
    if not windows:
        return True
    now = moment.time()
    for window in windows:
        begin, end = window_times(window)
        # A window that ends before it begins crosses midnight.
        if begin <= now < end if begin < end else now >= begin or now < end:
            return True
    return False
