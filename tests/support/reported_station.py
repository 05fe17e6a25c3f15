"""A station to report on: a dataset, the model that was trained from it, and inspected parts."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np

from okng.device.datasets.new_pictures import NewPicture, PictureNotes
from okng.device.datasets.store import DatasetStore
from okng.device.recipes.recipe import Recipe
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.recipes import RecipeStore
from okng.device.types import Label, ModelReference, Outcome, StageLatency
from okng.models.masks.class_mask import ClassMask, single_class
from support.inspections import NOON, inspection
from support.station import write_pictures

DATASET = "discs"
GOOD, ANOMALOUS = 30, 12
MASKED = (8, 20)
"""Sides in pixels of the square masks of the first anomalous pictures."""


def reported_pictures(folder: Path) -> list[tuple[NewPicture, PictureNotes]]:
    """The pictures that the model `discs` learnt from and was tested with."""
    good = write_pictures(folder / "good", GOOD)
    mixed = write_pictures(folder / "mixed", ANOMALOUS, defect_every=1)
    new = [
        (NewPicture.read(path), PictureNotes(Label.NORMAL, batch=f"lot {number % 3}"))
        for number, path in enumerate(sorted(good.iterdir()))
    ]
    for number, path in enumerate(sorted(mixed.iterdir())):
        mask = None
        if number < len(MASKED):
            indices = np.zeros((240, 320), np.uint8)
            indices[10 : 10 + MASKED[number], 10 : 10 + MASKED[number]] = 1
            indices[100:103, 100:103] = 1
            mask = ClassMask(indices, (single_class("scratch"),))
        kind = "scratch" if number % 2 else None
        notes = PictureNotes(Label.ANOMALY, batch="lot 0", defect_type=kind, mask=mask)
        new.append((NewPicture.read(path), notes))
    return new


def fill_station(
    data_dir: Path, trained_models: Path, pictures: list[tuple[NewPicture, PictureNotes]]
) -> None:
    """Gives a data directory the dataset, the model, and a recipe with it."""
    DatasetStore(data_dir).import_labelled(pictures, DATASET, "ann")
    shutil.copytree(trained_models, data_dir / "models", dirs_exist_ok=True)
    model = ModelReference(name=DATASET, version=1)
    RecipeStore(data_dir).save(Recipe(name="disc recipe", model=model), "ann")


def record(data_dir: Path, first: int, count: int, start: Any = NOON, **fields: Any) -> None:
    """Parts of the recipe every 200 ms; each tenth is NG, and part k takes k ms."""
    entries = [
        LedgerEntry(
            inspection(
                first + number,
                **{
                    "triggered_at": start + timedelta(milliseconds=200 * number),
                    "outcome": Outcome.NG if number % 10 == 9 else Outcome.OK,
                    "recipe": {"name": "disc recipe", "version": 1},
                    "model": {"name": DATASET, "version": 1, "sha256": "ab" * 32},
                    "latency": StageLatency(verdict_ms=float(number + 1)),
                    "score": 0.5,
                }
                | fields,
            )
        )
        for number in range(count)
    ]
    Ledger(data_dir).record(entries, ())
