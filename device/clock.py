"""Whether this machine's time can be believed."""

from __future__ import annotations

import ctypes

TIME_ERROR = 5
"""The kernel's clock is not synchronized (adjtimex(2))."""
_STRUCT_TIMEX_BYTES = 256
"""More than `struct timex` takes on any Linux; with all zero nothing is set, only asked."""

_LIBC = ctypes.CDLL(None)


def is_clock_synchronized() -> bool:
    """True while NTP, PTP or the like keeps the system's clock; takes microseconds."""
    state: int = _LIBC.ntp_adjtime(ctypes.create_string_buffer(_STRUCT_TIMEX_BYTES))
    return 0 <= state < TIME_ERROR
