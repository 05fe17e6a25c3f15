"""GenApi's locks between processes, where a killed process has left one locked for ever.

GenApi takes a named semaphore while it reads a description of nodes (`/dev/shm/sem.*GenICam_XML`):
of a camera, of its transport layer, and, when pypylon is imported, of the image format converter.
The kernel doesn't give it back when its holder is killed, so no process on the machine could list
or open cameras, or import pypylon, until the next start of the machine.
"""

from __future__ import annotations

import logging
import struct
import time
from pathlib import Path

log = logging.getLogger(__name__)

FOLDER = Path("/dev/shm")
NAME = "sem.*GenICam_XML"
LONGEST_HELD_S = 5.0
"""A description is read in well under a second; a lock that nobody gives back for so long is
abandoned."""
_PERIOD_S = 0.1


def remove_abandoned_locks(folder: Path = FOLDER, longest_held_s: float = LONGEST_HELD_S) -> None:
    """Removes the locks that are held all the time; waits only while one is held.

    Whoever opens a camera next makes the lock anew. Were one removed that is in use after all, two
    processes would read the same description at a time, which does no harm.
    """
    held = _held(folder)
    end = time.monotonic() + longest_held_s
    while held and time.monotonic() < end:
        time.sleep(_PERIOD_S)
        held &= _held(folder)
    for lock in held:
        log.warning("%s was left locked by a process that was killed: removed", lock)
        lock.unlink(missing_ok=True)


def _held(folder: Path) -> set[Path]:
    return {lock for lock in folder.glob(NAME) if _value(lock) == 0}


def _value(lock: Path) -> int | None:
    """The low half of the first eight bytes (glibc, `struct new_sem` of 64-bit machines)."""
    try:
        return int(struct.unpack("<Q", lock.read_bytes()[:8])[0]) & 0xFFFF_FFFF
    except (OSError, struct.error):
        return None
