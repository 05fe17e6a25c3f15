"""The machine's two clocks: how they relate, and whether its time can be believed."""

from __future__ import annotations

import ctypes
import time
from datetime import UTC, datetime, timedelta

TIME_ERROR = 5
"""The kernel's clock is not synchronized (adjtimex(2))."""
_STRUCT_TIMEX_BYTES = 256
"""More than `struct timex` takes on any Linux; with all zero nothing is set, only asked."""

_READ_WITHIN_NS = 200_000
"""The two clocks are read in a microsecond, unless the thread was put aside between them."""
_READINGS = 8

_LIBC = ctypes.CDLL(None)


def is_clock_synchronized() -> bool:
    """True while NTP, PTP or the like keeps the system's clock; takes microseconds."""
    state: int = _LIBC.ntp_adjtime(ctypes.create_string_buffer(_STRUCT_TIMEX_BYTES))
    return 0 <= state < TIME_ERROR


def utc_of(monotonic_ns: int) -> datetime:
    """The UTC time of a moment of `time.monotonic_ns()`, by the wall clock as it is set now."""
    shortest_ns = None
    for _ in range(_READINGS):
        before_ns = time.monotonic_ns()
        read = datetime.now(UTC)
        after_ns = time.monotonic_ns()
        if shortest_ns is None or after_ns - before_ns < shortest_ns:
            shortest_ns = after_ns - before_ns
            moment = read - timedelta(microseconds=(after_ns - monotonic_ns) / 1000)
        if shortest_ns < _READ_WITHIN_NS:
            break
    return moment
