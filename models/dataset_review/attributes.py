"""Attributes of the pictures that a dataset or the files record: batch, day, camera, person."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import numpy as np

from okng.models.arrays import Float64Array
from okng.models.dataset_review.findings import ReviewedPicture, ShortcutTarget
from okng.models.images.exif_capture import Capture

SAME_OCCASION = timedelta(minutes=1)
"""Pictures that were added sooner after each other came together, as by an import."""

Attributes = Mapping[ShortcutTarget, Sequence[str | None]]
"""The value of each picture; None where it isn't recorded."""


def read_attributes(pictures: Sequence[ReviewedPicture], captures: Sequence[Capture]) -> Attributes:
    """The attributes of the pictures, whose files say how they were taken."""
    times: Sequence[datetime | None] | None = _times_of_files(captures)
    if times is None:
        times = [picture.added_at for picture in pictures]
    return {
        ShortcutTarget.LABEL: [picture.label for picture in pictures],
        ShortcutTarget.BATCH: [picture.batch for picture in pictures],
        ShortcutTarget.DAY: [time.date().isoformat() if time else None for time in times],
        ShortcutTarget.CAMERA: [capture.camera for capture in captures],
        ShortcutTarget.PERSON: [picture.person for picture in pictures],
    }


def times_of_day(
    pictures: Sequence[ReviewedPicture], captures: Sequence[Capture], least: int
) -> Float64Array | None:
    """Features [n, 3] of the time of day; None where it isn't known of all pictures.

    When a picture was added counts only if those of each label came on at least `least` occasions:
    two imports in a row would tell every label by their times.
    """
    times = _times_of_files(captures) or _times_of_occasions(pictures, least)
    if times is None:
        return None
    hours = [time.hour + time.minute / 60 + time.second / 3600 for time in times]
    turns = [hour / 24 * 2 * math.pi for hour in hours]
    return np.array([hours, [math.cos(turn) for turn in turns], [math.sin(t) for t in turns]]).T


def _times_of_files(captures: Sequence[Capture]) -> list[datetime] | None:
    times = [capture.taken_at for capture in captures if capture.taken_at]
    return times if len(times) == len(captures) else None


def _times_of_occasions(pictures: Sequence[ReviewedPicture], least: int) -> list[datetime] | None:
    times = [picture.added_at for picture in pictures if picture.added_at]
    if len(times) < len(pictures):
        return None
    occasions: dict[str, set[int]] = {}
    occasion, last = 0, None
    for time, picture in sorted(
        zip(times, pictures, strict=True), key=lambda pair: (pair[0], pair[1].key)
    ):
        occasion += last is not None and time - last > SAME_OCCASION
        occasions.setdefault(picture.label, set()).add(occasion)
        last = time
    return times if min(map(len, occasions.values())) >= least else None
