"""What is done to many pictures of a dataset at once, and the way back."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import abort
from pydantic import Field

from okng.device.store.dataset_changes import DatasetChange
from okng.device.store.dataset_splits import deal_splits
from okng.device.store.datasets import DatasetError
from okng.device.store.picture_changes import PictureChange
from okng.device.types import Message
from okng.webui.access import user_name
from okng.webui.api.parameters import MAX_PAGE
from okng.webui.services import services

dataset_changes = APIBlueprint("dataset_changes", __name__, tag="Dataset changes")


class BulkChange(Message):
    """The same for all these pictures."""

    picture_ids: list[int] = Field(min_length=1)
    change: PictureChange


class Done(Message):
    """What was changed; null when all was so already."""

    change: DatasetChange | None


class History(Message):
    """The newest changes first."""

    changes: list[DatasetChange]


class HistoryFilter(Message):
    """Which changes."""

    picture_id: int | None = None
    limit: int = Field(default=50, ge=1, le=MAX_PAGE)


class Dealing(Message):
    """How many of the pictures are for testing."""

    test_share: float = Field(default=0.2, gt=0, lt=1)


@dataset_changes.post("/datasets/<name>/changes")
@dataset_changes.input(BulkChange, arg_name="bulk")
@dataset_changes.output(Done)
@dataset_changes.doc(responses=[409])
def change_pictures(name: str, bulk: BulkChange) -> Done:
    """Changes label, batch, type of defect or split of many pictures, or removes them."""
    strange = set(bulk.picture_ids) - _picture_ids(name)
    if strange:
        abort(404, f"there is no picture {min(strange)} in dataset {name!r}")
    return Done(
        change=services().dataset_changes.change(bulk.picture_ids, bulk.change, user_name())
    )


@dataset_changes.get("/datasets/<name>/changes")
@dataset_changes.input(HistoryFilter, location="query", arg_name="wanted")
@dataset_changes.output(History)
def list_changes(name: str, wanted: HistoryFilter) -> History:
    """Who changed what and when, of a dataset or of one of its pictures."""
    return History(
        changes=services().dataset_changes.history(name, wanted.picture_id, wanted.limit)
    )


@dataset_changes.post("/datasets/<name>/changes/<int:change_id>/undo")
@dataset_changes.output(Done)
@dataset_changes.doc(responses=[409])
def undo(name: str, change_id: int) -> Done:
    """Takes a change back, of all its pictures; refused where one was changed again since."""
    changes = services().dataset_changes
    try:
        found = changes.get(change_id).dataset == name
    except DatasetError:
        found = False
    if not found:
        abort(404, f"there is no change {change_id} of dataset {name!r}")
    return Done(change=changes.undo(change_id, user_name()))


@dataset_changes.post("/datasets/<name>/splits")
@dataset_changes.input(Dealing, arg_name="dealing")
@dataset_changes.output(Done)
@dataset_changes.doc(responses=[409])
def deal(name: str, dealing: Dealing) -> Done:
    """Deals the pictures into training and testing, batches and near copies together.

    Refused before a review of the pictures as they are now, which knows the near copies.
    """
    standing = services().dataset_findings.standing(name)
    if standing is None or standing.unseen_files:
        abort(409, "review the pictures first, so that near copies stay together")
    pictures = services().datasets.pictures(name)
    splits = deal_splits(pictures, dealing.test_share, standing.near_copies)
    changes = {key: PictureChange(split=split) for key, split in splits.items()}
    return Done(change=services().dataset_changes.change_each(changes, user_name()))


def _picture_ids(dataset: str) -> set[int]:
    store = services().datasets
    pictures = [*store.pictures(dataset), *store.pictures(dataset, removed=True)]
    return {picture.picture_id for picture in pictures}
