"""A small ledger with all that the Quality page counts: rejects by type and place, and reviews."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.store import DatasetStore
from okng.device.store.database import Database
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.pictures import save_picture
from okng.device.store.reviews import ReviewStore
from okng.device.types import (
    DetectedObject,
    Inspection,
    Label,
    Outcome,
    PixelBox,
    PixelSize,
    StageLatency,
    TriggerSource,
    Verdict,
)

RECIPES = ("discs", "rings")
RULES = ("dent", "scratch")
HUMAN_TYPES = ("crack", "stain", None)
SIZE = PixelSize(width=320, height=240)
TOGETHER = 500


class RecordedPart(NamedTuple):
    """A part as it was recorded, and what a person said of it."""

    seq: int
    inspection: Inspection
    region: int | None
    human: Verdict | None
    human_type: str | None


def record_parts(
    data_dir: Path,
    end: datetime,
    count: int,
    step: timedelta,
    rejects: float = 0.04,
    burst: int = 0,
) -> list[RecordedPart]:
    """Records `count` parts up to `end`, each `step` after the last, by a fixed seed.

    `rejects` is the share of NG parts; of the last `burst` parts it is eight times as much.
    """
    Database(data_dir).ensure_there()
    random = np.random.default_rng(7)
    shares = np.full(count, rejects)
    shares[count - burst :] *= 8
    drawn = [
        _part(random, number, end - step * (count - number), share)
        for number, share in enumerate(shares, 1)
    ]
    newest = max(index for index, (x, _) in enumerate(drawn) if x.inspection.outcome is Outcome.NG)
    entry, region = drawn[newest]
    drawn[newest] = (entry._replace(inspection=_with_picture(data_dir, entry.inspection)), region)
    ledger = Ledger(data_dir)
    seqs: list[int] = []
    for start in range(0, count, TOGETHER):
        seqs += ledger.record([entry for entry, _ in drawn[start : start + TOGETHER]], [])
    ledger.close()
    return _reviewed(data_dir, random, seqs, drawn)


def _part(
    random: np.random.Generator, number: int, at: datetime, rejects: float
) -> tuple[LedgerEntry, int | None]:
    """A part, and the cell of its defect."""
    chance = random.random()
    outcome = Outcome.NG if chance < rejects else Outcome.OK
    if chance > 0.995:
        outcome = Outcome.ERROR if chance > 0.9975 else Outcome.MISSED
    judged = outcome in (Outcome.OK, Outcome.NG)
    fields: dict[str, Any] = {}
    anomaly_map: NDArray[np.float32] | None = None
    region = None
    if outcome is Outcome.NG:
        place = random.choice(9, p=np.array([1, 2, 1, 1, 9, 3, 1, 1, 1]) / 20)
        row, column = divmod(int(place), 3)
        if random.random() < 0.5:
            rules = tuple(rule for rule in RULES if random.random() < 0.5) or RULES[:1]
            left, top = (column + 0.4) * SIZE.width / 3, (row + 0.4) * SIZE.height / 3
            box = PixelBox(left=left, top=top, right=left + 20, bottom=top + 16)
            found = DetectedObject(name=rules[0], score=0.9, box=box, counted_as=Verdict.NG)
            fields = {"failed_rules": rules, "detections": (found,)}
            region = 1 + int(place)
        elif random.random() < 0.8:
            anomaly_map = np.zeros((12, 12), np.float32)
            anomaly_map[4 * row + 1, 4 * column + 2] = 3
            region = 1 + int(place)
    return LedgerEntry(
        Inspection(
            inspection_id=uuid.uuid4().hex,
            trigger_id=number,
            station="test",
            source=TriggerSource.TIMER,
            triggered_at=at,
            outcome=outcome,
            recipe={"name": RECIPES[number % 5 == 0], "version": 1},  # type: ignore[arg-type]
            score=3.0 if outcome is Outcome.NG else 1.0 if judged else None,
            threshold=2.0,
            picture_size=SIZE,
            review=judged and random.random() < 0.04,
            latency=StageLatency(verdict_ms=float(20 + random.gamma(3, 4)))
            if judged
            else StageLatency(),
            **fields,
        ),
        anomaly_map,
    ), region


def _with_picture(data_dir: Path, inspection: Inspection) -> Inspection:
    """The part with a stored picture: a disc with a scratch."""
    image = np.full((SIZE.height, SIZE.width), 60, np.uint8)
    cv2.circle(image, (160, 120), 95, 190, -1)
    cv2.line(image, (150, 90), (190, 130), 110, 3)
    path = "images/newest.png"
    sha256 = save_picture(data_dir, path, image)
    return inspection.model_copy(update={"picture_path": path, "picture_sha256": sha256})


def _reviewed(
    data_dir: Path,
    random: np.random.Generator,
    seqs: list[int],
    drawn: list[tuple[LedgerEntry, int | None]],
) -> list[RecordedPart]:
    reviews, datasets = ReviewStore(data_dir), DatasetStore(data_dir)
    changes = DatasetChanges(data_dir)
    parts = []
    for seq, (entry, region) in zip(seqs, drawn, strict=True):
        human, human_type = None, None
        if entry.inspection.review and random.random() < 0.8:
            agrees = random.random() < 0.85
            human = Verdict(entry.inspection.outcome)
            if not agrees:
                human = Verdict.OK if human is Verdict.NG else Verdict.NG
            picture_id = None
            if human is Verdict.NG:
                human_type = HUMAN_TYPES[int(random.integers(3))]
                picture_id = _picture(datasets, changes, seq, human_type)
            reviews.settle(seq, human, "anna", picture_id)
        parts.append(RecordedPart(seq, entry.inspection, region, human, human_type))
    return parts


def _picture(
    datasets: DatasetStore, changes: DatasetChanges, number: int, human_type: str | None
) -> int:
    image = np.random.default_rng(number).integers(0, 255, (24, 32), np.uint8)
    added = datasets.add(image, "found", Label.ANOMALY, "anna")
    if human_type:
        changes.change([added.picture_id], PictureChange(defect_type=human_type), "anna")
    return added.picture_id
