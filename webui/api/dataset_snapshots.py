"""The dataset that a model version was trained from: how it differs now, and the way back."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import abort

from okng.device.dataset_snapshots import DatasetSince
from okng.device.types import Message
from okng.webui.access import user_name
from okng.webui.api.dataset_changes import Done
from okng.webui.api.models import manifest_of
from okng.webui.services import services

dataset_snapshots = APIBlueprint("dataset_snapshots", __name__, tag="Dataset snapshots")


class Since(Message):
    """Null where this station has none of the pictures."""

    since: DatasetSince | None


@dataset_snapshots.get("/models/<name>/<int:version>/dataset")
@dataset_snapshots.output(Since)
@dataset_snapshots.doc(responses=[409])
def get_difference(name: str, version: int) -> Since:
    """How the dataset differs from what this version was trained from."""
    manifest = manifest_of(name, version)
    dataset = services().dataset_snapshots.dataset_of(manifest)
    return Since(since=services().dataset_snapshots.since(manifest, dataset) if dataset else None)


@dataset_snapshots.post("/models/<name>/<int:version>/dataset/restore")
@dataset_snapshots.output(Done)
@dataset_snapshots.doc(responses=[409])
def restore_snapshot(name: str, version: int) -> Done:
    """Makes the dataset what this version was trained from; one change, which can be undone."""
    manifest = manifest_of(name, version)
    dataset = services().dataset_snapshots.dataset_of(manifest)
    if dataset is None:
        abort(404, f"no dataset of this station has pictures that {name} {version} learnt from")
    return Done(change=services().dataset_snapshots.restore(manifest, dataset, user_name()))
