"""Records parts in groups until it is killed; says each id once it is recorded."""

import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.store import DatasetStore
from okng.device.store.inspection_writer import SafeRecorder
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.recording import Recording
from okng.device.store.storage_settings import StorageSettings
from okng.device.store.trigger_journal import TriggerJournal
from okng.device.types import Inspection, Label, Outcome, TriggerEdge, TriggerSource


def inspection(edge: TriggerEdge, outcome: Outcome) -> Inspection:
    return Inspection(
        inspection_id=uuid.uuid4().hex,
        trigger_id=edge.trigger_id,
        station="line-3",
        source=edge.source,
        triggered_at=edge.at,
        outcome=outcome,
    )


def run(data_dir: Path) -> None:
    ledger, journal = Ledger(data_dir), TriggerJournal(data_dir)
    unfinished = journal.unfinished(ledger)
    ledger.record([LedgerEntry(inspection(edge, Outcome.MISSED)) for edge in unfinished], ["mqtt"])
    journal.discard_finished(ledger)
    recorder = SafeRecorder(data_dir, StorageSettings(min_free_mb=0, ballast_mb=1), ["mqtt"])
    datasets, changes = DatasetStore(data_dir), DatasetChanges(data_dir)
    generator = np.random.default_rng()
    trigger_id = journal.next_trigger_id(ledger)
    while True:
        group = []
        for _ in range(generator.integers(1, 9)):
            edge = TriggerEdge(trigger_id, TriggerSource.TIMER, datetime.now(UTC), 0)
            journal.append(edge)
            print("edge", trigger_id, flush=True)
            trigger_id += 1
            image = generator.integers(0, 255, (120, 160), dtype=np.uint8)
            scores = generator.random((14, 14), dtype=np.float32)
            group.append(Recording(inspection(edge, Outcome.OK), image, scores))
        for recorded in recorder.record(group):
            print("recorded", recorded.inspection.inspection_id, flush=True)
        picture = datasets.add(group[0].image, "cells", Label.NORMAL, "ann")
        changes.change([picture.picture_id], PictureChange(label=Label.ANOMALY), "ann")
        print("labelled", picture.picture_id, flush=True)


if __name__ == "__main__":
    run(Path(sys.argv[1]))
