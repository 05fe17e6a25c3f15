"""What the newest model of a dataset does, with 95 % intervals, from its manifest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import AwareDatetime

from okng.device.datasets.snapshots import DatasetSnapshots
from okng.device.reports.picture_groups import SHOWN, Appendix, ReportPicture
from okng.device.types import DatasetPicture
from okng.models.bundles.bundle import list_bundles
from okng.models.bundles.manifest import AnomalyManifest, ManifestPicture
from okng.models.evaluation.assessment import AssessmentState
from okng.models.evaluation.intervals import Interval
from okng.models.inference.assess_model import assess_model
from okng.models.strict_model import StrictModel


class CountedShare(StrictModel):
    """So many of so many pictures, and the 95 % interval of what that says."""

    count: int
    of: int
    interval: Interval
    anchor: str | None
    """Group of the appendix with the pictures that were counted."""

    @property
    def share(self) -> float:
        """The counted share."""
        return self.count / self.of


class TypeFound(CountedShare):
    """Anomalies of one type that the model finds."""

    name: str


class ChangedSince(StrictModel):
    """What was done to the dataset since the model was trained."""

    added: int
    removed: int
    relabelled: int
    other: int
    """Pictures with another batch, type of defect, split or mask."""

    @property
    def is_none(self) -> bool:
        """Whether the model's figures are about the dataset as it is."""
        return not (self.added or self.removed or self.relabelled or self.other)


class ModelFacts(StrictModel):
    """The newest anomaly model of a dataset."""

    name: str
    version: int
    content_hash: str
    created_at: AwareDatetime
    method: str
    threshold: float
    allowed_rate: float
    """Share of good parts that it was allowed to reject."""
    state: AssessmentState
    trained_from: int
    changed: ChangedSince
    lost: int
    """Pictures of the training that this station has no more."""
    good_rejected: CountedShare | None
    """The interval is of the share among the next 1,000 good parts; null without such figures."""
    independent: int | None
    """Effective number of the good pictures, where those of a batch are alike."""
    found: CountedShare | None
    """Anomalous pictures that it calls anomalous; null where it was tested on none."""
    auroc: float | None
    auroc_interval: Interval | None
    types: tuple[TypeFound, ...]
    missed_anchor: str | None
    held_out_normal: int
    held_out_anomaly: int

    @property
    def missed(self) -> int:
        """Anomalous pictures that it calls normal."""
        return self.found.of - self.found.count if self.found else 0


def newest_manifest(data_dir: Path, dataset: str) -> AnomalyManifest | None:
    """The manifest of the newest anomaly model that was trained from a dataset."""
    bundles, _ = list_bundles(data_dir / "models", AnomalyManifest)
    snapshots = DatasetSnapshots(data_dir)
    for bundle in sorted(bundles, key=lambda each: each.manifest.created_at, reverse=True):
        if snapshots.dataset_of(bundle.manifest) == dataset:
            return bundle.manifest
    return None


def model_facts(
    manifest: AnomalyManifest,
    data_dir: Path,
    dataset: str,
    pictures: Sequence[DatasetPicture],
    appendix: Appendix,
) -> ModelFacts:
    """The figures of a manifest, each with the pictures behind it."""
    since = DatasetSnapshots(data_dir).since(manifest, dataset)
    groups = _Groups(manifest, pictures, appendix)
    rejects, metrics = manifest.false_rejects, manifest.metrics
    anomalous = [picture for picture in manifest.dataset if picture.label == "anomaly"]
    missed = [picture for picture in anomalous if groups.is_called(picture) is False]
    found = None
    if metrics and metrics.intervals:
        found = CountedShare(
            count=metrics.true_positives,
            of=metrics.true_positives + metrics.false_negatives,
            interval=metrics.intervals.recall,
            anchor=groups.add("found", [p for p in anomalous if groups.is_called(p)]),
        )
    return ModelFacts(
        name=manifest.name,
        version=manifest.version,
        content_hash=manifest.content_hash,
        created_at=manifest.created_at,
        method=manifest.method.type,
        threshold=manifest.threshold,
        allowed_rate=manifest.allowed_false_reject_rate,
        state=assess_model(manifest).state,
        trained_from=len(manifest.dataset),
        changed=ChangedSince(
            added=len(since.difference.added),
            removed=len(since.difference.removed),
            relabelled=len(since.difference.relabelled),
            other=len(since.difference.reworded),
        ),
        lost=since.lost,
        good_rejected=CountedShare(
            count=rejects.rejected,
            of=rejects.unseen,
            interval=rejects.interval,
            anchor=groups.add(
                "rejected",
                [p for p in manifest.dataset if p.label == "normal" and groups.is_called(p)],
            ),
        )
        if rejects
        else None,
        independent=rejects.independent if rejects else None,
        found=found,
        auroc=metrics.image_auroc if metrics else None,
        auroc_interval=metrics.intervals.image_auroc if metrics and metrics.intervals else None,
        types=tuple(
            TypeFound(
                name=kind.name,
                count=kind.caught,
                of=kind.pictures,
                interval=kind.interval,
                anchor=groups.add(
                    "type-tested", [p for p in anomalous if p.defect_type == kind.name], kind.name
                ),
            )
            for kind in manifest.defect_types
        ),
        missed_anchor=groups.add("missed", missed),
        held_out_normal=manifest.held_out.normal if manifest.held_out else 0,
        held_out_anomaly=manifest.held_out.anomaly if manifest.held_out else 0,
    )


class _Groups:
    """Groups of the manifest's pictures, with the files of those that the dataset still has."""

    def __init__(
        self, manifest: AnomalyManifest, pictures: Sequence[DatasetPicture], appendix: Appendix
    ) -> None:
        self._threshold = manifest.threshold
        self._stored: Mapping[str, DatasetPicture] = {
            picture.sha256: picture for picture in pictures
        }
        self._appendix = appendix

    def is_called(self, picture: ManifestPicture) -> bool | None:
        """Whether its score calls it anomalous; None where it has none."""
        return None if picture.score is None else picture.score > self._threshold

    def add(
        self, kind: str, pictures: Sequence[ManifestPicture], value: str | None = None
    ) -> str | None:
        """The anchor of the pictures' group; None where there are none."""
        ordered = sorted(pictures, key=lambda picture: picture.score or 0.0)
        return self._appendix.add_shown(
            kind, len(ordered), [self._shown(picture) for picture in ordered[:SHOWN]], value
        )

    def _shown(self, picture: ManifestPicture) -> ReportPicture:
        stored = self._stored.get(picture.sha256)
        return ReportPicture(
            name=picture.name,
            sha256=picture.sha256,
            thumbnail=self._appendix.thumbnail(stored.path if stored else None),
            label=picture.label,
            score=picture.score,
            page=f"/api/v1/pictures/{stored.picture_id}/file" if stored else None,
        )
