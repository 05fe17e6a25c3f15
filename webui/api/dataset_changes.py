"""Bulk changes to the pictures of a dataset, their history, and undoing them."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import abort
from pydantic import Field

from okng.device.datasets.edit_history import DatasetChange
from okng.device.datasets.errors import DatasetError
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.splits import deal_splits
from okng.models.strict_model import StrictModel
from okng.webui.api.parameters import MAX_PAGE
from okng.webui.auth.current_user import user_name
from okng.webui.services import services

dataset_changes = APIBlueprint("dataset_changes", __name__, tag="Dataset changes")


class BulkChange(StrictModel):
    """One change for many pictures."""

    picture_ids: list[int] = Field(min_length=1)
    change: PictureChange


class AppliedChange(StrictModel):
    """The change as it was recorded; null if it changed nothing."""

    change: DatasetChange | None


class History(StrictModel):
    """The changes, the newest first."""

    changes: list[DatasetChange]


class HistoryFilter(StrictModel):
    """Which changes to list."""

    picture_id: int | None = None
    limit: int = Field(default=50, ge=1, le=MAX_PAGE)


class SplitRequest(StrictModel):
    """How to split the pictures into training and test sets."""

    test_share: float = Field(default=0.2, gt=0, lt=1)


@dataset_changes.post("/datasets/<name>/changes")
@dataset_changes.input(BulkChange, arg_name="bulk")
@dataset_changes.output(AppliedChange)
@dataset_changes.doc(responses=[409])
def change_pictures(name: str, bulk: BulkChange) -> AppliedChange:
    """Changes the label, batch, defect type or split of many pictures, or removes them."""
    pictures = services().datasets.with_ids(bulk.picture_ids)
    unknown = {
        key for key in bulk.picture_ids if key not in pictures or pictures[key].dataset != name
    }
    if unknown:
        abort(404, f"there is no picture {min(unknown)} in dataset {name!r}")
    return AppliedChange(
        change=services().dataset_changes.change(bulk.picture_ids, bulk.change, user_name())
    )


@dataset_changes.get("/datasets/<name>/changes")
@dataset_changes.input(HistoryFilter, location="query", arg_name="query")
@dataset_changes.output(History)
def list_changes(name: str, query: HistoryFilter) -> History:
    """Lists who changed what and when, in a dataset or in one of its pictures."""
    return History(changes=services().dataset_changes.history(name, query.picture_id, query.limit))


@dataset_changes.post("/datasets/<name>/changes/<int:change_id>/undo")
@dataset_changes.output(AppliedChange)
@dataset_changes.doc(responses=[409])
def undo(name: str, change_id: int) -> AppliedChange:
    """Undoes a change in all its pictures; refused if one of them has been changed since."""
    changes = services().dataset_changes
    try:
        exists = changes.get(change_id).dataset == name
    except DatasetError:
        exists = False
    if not exists:
        abort(404, f"there is no change {change_id} of dataset {name!r}")
    return AppliedChange(change=changes.undo(change_id, user_name()))


@dataset_changes.post("/datasets/<name>/splits")
@dataset_changes.input(SplitRequest, arg_name="request")
@dataset_changes.output(AppliedChange)
@dataset_changes.doc(responses=[409])
def split_pictures(name: str, request: SplitRequest) -> AppliedChange:
    """Splits the pictures into training and test sets, batches and near-duplicates together.

    Refused until a review has seen the pictures as they are now: it finds the near-duplicates.
    """
    standing = services().dataset_findings.standing(name)
    if standing is None or standing.unseen_files:
        abort(409, "review the pictures first, so that near-duplicates stay together")
    pictures = services().datasets.outlines(name)
    splits = deal_splits(pictures, request.test_share, standing.near_copies)
    changes = {key: PictureChange(split=split) for key, split in splits.items()}
    return AppliedChange(change=services().dataset_changes.change_each(changes, user_name()))
