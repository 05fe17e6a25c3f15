"""Dataset snapshots: comparing a dataset with what a model was trained on, and restoring it."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import abort

from okng.device.datasets.snapshots import DatasetSince
from okng.models.strict_model import StrictModel
from okng.webui.api.dataset_changes import AppliedChange
from okng.webui.api.models import manifest_of
from okng.webui.auth.current_user import user_name
from okng.webui.services import services

dataset_snapshots = APIBlueprint("dataset_snapshots", __name__, tag="Dataset snapshots")


class DatasetDifference(StrictModel):
    """The difference; null if this station has none of the pictures."""

    since: DatasetSince | None


@dataset_snapshots.get("/models/<name>/<int:version>/dataset")
@dataset_snapshots.output(DatasetDifference)
@dataset_snapshots.doc(responses=[409])
def get_difference(name: str, version: int) -> DatasetDifference:
    """Compares the dataset with the one that this version was trained on."""
    manifest = manifest_of(name, version)
    dataset = services().dataset_snapshots.dataset_of(manifest)
    return DatasetDifference(
        since=services().dataset_snapshots.since(manifest, dataset) if dataset else None
    )


@dataset_snapshots.post("/models/<name>/<int:version>/dataset/restore")
@dataset_snapshots.output(AppliedChange)
@dataset_snapshots.doc(responses=[409])
def restore_snapshot(name: str, version: int) -> AppliedChange:
    """Restores the dataset that this version was trained on; one change, which can be undone."""
    manifest = manifest_of(name, version)
    dataset = services().dataset_snapshots.dataset_of(manifest)
    if dataset is None:
        abort(404, f"no dataset of this station has pictures that {name} {version} was trained on")
    return AppliedChange(
        change=services().dataset_snapshots.restore(manifest, dataset, user_name())
    )
