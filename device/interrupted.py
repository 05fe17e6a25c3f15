"""Parts that a stop or a crash cut off: recorded at the next start, so that none is lost."""

from __future__ import annotations

import logging
import uuid

from okng.device.store.ledger import Ledger
from okng.device.store.recording import Recording, SafeRecorder
from okng.device.store.trigger_journal import TriggerJournal
from okng.device.types import Inspection, Outcome, TriggerEdge

log = logging.getLogger(__name__)

REASON = "the station stopped before the end of this part was recorded"
BATCH = 500


def record_interrupted(
    journal: TriggerJournal, ledger: Ledger, recorder: SafeRecorder, station: str
) -> int:
    """Records every edge of earlier runs that has no end as MISSED; returns how many."""
    edges = journal.unfinished(ledger)
    for start in range(0, len(edges), BATCH):
        batch = edges[start : start + BATCH]
        recorder.record([Recording(_missed(edge, station)) for edge in batch])
    journal.discard_finished(ledger)
    if edges:
        log.warning("%d parts were cut off by the last stop: recorded as MISSED", len(edges))
    return len(edges)


def _missed(edge: TriggerEdge, station: str) -> Inspection:
    return Inspection(
        inspection_id=uuid.uuid4().hex,
        trigger_id=edge.trigger_id,
        station=station,
        source=edge.source,
        part_id=edge.part_id,
        triggered_at=edge.at,
        outcome=Outcome.MISSED,
        reason=REASON,
    )
