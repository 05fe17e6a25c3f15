"""The journal of trigger edges: what came in, written before anything else is done with it.

An edge that is in the journal and not in the ledger belongs to a part that nobody judged because
the station stopped; the daemon records it as MISSED at its next start. A line is handed to the
kernel and not synced: it outlasts a killed process and costs microseconds, and a power cut may
take the last ones.
"""

from __future__ import annotations

import json
import logging
import os
import sqlite3
import threading
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from okng.device.challenge_part import ChallengeMark
from okng.device.store.database import StoreError
from okng.device.store.ledger import Ledger
from okng.device.store.quarantine import move_to_quarantine
from okng.device.types import TriggerEdge, TriggerSource
from okng.models.atomic_files import PRIVATE_FILE, make_folder
from okng.models.documents import parse_json

FOLDER = "journal"
_FILES = "*.journal"
SEGMENT_EDGES = 10_000

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Segment:
    """A file that gets no more lines."""

    path: Path
    open_ids: frozenset[int]
    """Trigger ids that had no end when last looked at."""


class TriggerJournal:
    """Files of one line an edge, each named by its first trigger id.

    A new file begins at each start and after `SEGMENT_EDGES`, so nothing is ever appended after
    a torn line, and a file whose edges have all ended goes as a whole.
    """

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / FOLDER
        make_folder(self._folder)
        self._lock = threading.Lock()
        files = {path: _read(path) for path in _readable_files(data_dir)}
        self._closed = [
            _Segment(path, frozenset(edge.trigger_id for edge in edges))
            for path, edges in files.items()
        ]
        self._left_over = [edge for edges in files.values() for edge in edges]
        self._last_id = max((edge.trigger_id for edge in self._left_over), default=0)
        self._path: Path | None = None
        self._descriptor = -1
        self._trigger_ids: list[int] = []
        self._after_torn_line = False
        self.fault: str | None = None
        """Why edges are not written down at present (a full disk); inspection goes on."""

    def append(self, edge: TriggerEdge) -> None:
        """Writes the edge down; it is safe from the end of this process when this returns.

        A disk that refuses never stops the line: `fault` says so until a write succeeds again.
        """
        line = json.dumps(
            {
                "trigger_id": edge.trigger_id,
                "source": edge.source,
                "at": edge.at.isoformat(),
                "part_id": edge.part_id,
                "challenge": edge.challenge and edge.challenge.model_dump(mode="json"),
            }
        )
        with self._lock:
            try:
                self._write(edge.trigger_id, f"{line}\n".encode())
                self._trigger_ids.append(edge.trigger_id)
                self.fault = None
            except OSError as error:
                if self.fault is None:
                    _log.error("trigger %d can't be journalled: %s", edge.trigger_id, error)
                self.fault = f"trigger edges can't be journalled in {self._folder}: {error}"
            self._last_id = max(self._last_id, edge.trigger_id)

    def unfinished(self, ledger: Ledger) -> list[TriggerEdge]:
        """Edges of earlier runs that are not in the ledger, in order of their ids.

        Their `at_ns` is 0: that clock began anew.
        """
        if not self._left_over:
            return []
        edges = {edge.trigger_id: edge for edge in self._left_over}
        ended = ledger.trigger_ids(min(edges), max(edges))
        return [edges[trigger_id] for trigger_id in sorted(edges.keys() - ended)]

    def next_trigger_id(self, ledger: Ledger) -> int:
        """The id that follows everything in the journal and the ledger.

        While the ledger can't be read the journal tells it: its newest file always stays.
        """
        try:
            recorded = ledger.last_trigger_id()
        except (sqlite3.DatabaseError, StoreError) as error:
            _log.error("trigger numbers go on after the journal's last one: %s", error)
            recorded = 0
        return max(self._last_id, recorded) + 1

    def edges(self, trigger_ids: Collection[int]) -> list[TriggerEdge]:
        """The edges of these numbers that are written down, in order; `at_ns` is 0."""
        edges = {
            edge.trigger_id: edge
            for path in sorted(self._folder.glob(_FILES))
            for edge in _read(path)
            if edge.trigger_id in trigger_ids
        }
        return [edges[trigger_id] for trigger_id in sorted(edges)]

    def discard_finished(self, ledger: Ledger) -> None:
        """Deletes the files whose edges have all ended; cheap enough to call often.

        The newest file stays: it tells the next trigger id when the ledger can't be read.
        """
        with self._lock:
            closed = self._closed[: None if self._path else -1]
        for segment in closed:
            # Only edges that were open are looked up again: seldom more than a few.
            segment.open_ids -= ledger.ended_of(segment.open_ids)
            if segment.open_ids:
                continue
            segment.path.unlink(missing_ok=True)
            with self._lock:
                self._closed.remove(segment)

    def try_again(self) -> None:
        """Clears `fault` if the disk takes a line, an empty one, though no edge comes.

        Raises:
            OSError: it does not.
        """
        with self._lock:
            if self.fault is not None:
                self._write(self._last_id + 1, b"\n")
                self.fault = None

    def close(self) -> None:
        """Closes the present file; the next edge begins another."""
        with self._lock:
            self._close_segment()

    def _write(self, trigger_id: int, line: bytes) -> None:
        if len(self._trigger_ids) >= SEGMENT_EDGES:
            self._close_segment()
        if self._path is None:
            path = self._folder / f"{trigger_id:012d}.journal"
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC
            self._descriptor = os.open(path, flags, PRIVATE_FILE)
            # An unfinished file of that name can only hold torn lines.
            self._after_torn_line = os.fstat(self._descriptor).st_size > 0
            self._path = path
        if self._after_torn_line:
            line = b"\n" + line
        written = os.write(self._descriptor, line)
        self._after_torn_line = written < len(line)
        if self._after_torn_line:
            raise OSError(f"only {written} of {len(line)} bytes were written")

    def _close_segment(self) -> None:
        if self._path is None:
            return
        os.close(self._descriptor)
        self._closed.append(_Segment(self._path, frozenset(self._trigger_ids)))
        self._path = None
        self._trigger_ids = []


def journalled_edges(data_dir: Path) -> list[TriggerEdge]:
    """All edges that are written down; changes nothing, and may run beside the daemon."""
    return [edge for path in sorted((data_dir / FOLDER).glob(_FILES)) for edge in _read(path)]


def _readable_files(data_dir: Path) -> list[Path]:
    """The journal's files; one in which nothing can be read is kept, but out of the way."""
    readable = []
    for path in sorted((data_dir / FOLDER).glob(_FILES)):
        if path.read_bytes().strip(b"\0 \n") and not _read(path):
            move_to_quarantine(data_dir, path, "no trigger edge in it can be read")
        else:
            readable.append(path)
    return readable


def _read(path: Path) -> list[TriggerEdge]:
    """The edges of one file; a torn line is left out: its edge was never accepted."""
    edges = []
    for line in path.read_bytes().splitlines():
        try:
            fields = parse_json(line)
            challenge = fields.get("challenge")
            edge = TriggerEdge(
                trigger_id=int(fields["trigger_id"]),
                source=TriggerSource(fields["source"]),
                at=datetime.fromisoformat(fields["at"]),
                at_ns=0,
                part_id=fields["part_id"],
                challenge=challenge and ChallengeMark.model_validate(challenge),
            )
        except (ValueError, KeyError, TypeError):
            if line.strip(b"\0 "):
                _log.warning("%s: a torn line is left out: %r", path, line[:80])
            continue
        edges.append(edge)
    return edges
