"""A cache of results computed from rows, valid as long as the rows' change counter stays."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

KeyT = TypeVar("KeyT", bound=Hashable)
ResultT = TypeVar("ResultT")


class VersionedCache(Generic[KeyT, ResultT]):
    """Least-recently-used cache of the newest result by key; usable from any thread.

    It holds at most `entries` results.
    """

    def __init__(self, entries: int = 16) -> None:
        self._entries = entries
        self._lock = threading.Lock()
        self._results: OrderedDict[KeyT, tuple[Hashable, ResultT]] = OrderedDict()

    def get(self, key: KeyT, version: Hashable, make: Callable[[], ResultT]) -> ResultT:
        """The result for this version of the rows, computed if absent; callers wait for each other.

        Read the version before the rows: a result that is newer than its version is only made
        again; one that is older would be returned for ever.
        """
        with self._lock:
            entry = self._results.get(key)
            if entry is None or entry[0] != version:
                entry = self._results[key] = (version, make())
            self._results.move_to_end(key)
            if len(self._results) > self._entries:
                self._results.popitem(last=False)
            return entry[1]
