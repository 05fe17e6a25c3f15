"""Incremental training: a model learns further normal pictures, without those learnt before.

As in a full training, the threshold comes from scores of unseen pictures. The further pictures are
cross-validated: each fold is scored by the previous model, grown with the other folds. The pictures
learnt before are not read again, so their scores are those of the version before, multiplied by the
change that growing made to unseen scores of similar pictures (`good_score_ratio`). docs/models.md
says how accurate that is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from pydantic import Field
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from okng.models.anomaly import methods
from okng.models.anomaly.augmentation import Augmentation
from okng.models.anomaly.embeddings import Embeddings
from okng.models.anomaly.method import FittedMethod, IncrementalMethod
from okng.models.backbone.backbone import load_backbone
from okng.models.bundles.bundle import AnomalyBundle, load_bundle
from okng.models.bundles.imported_settings import ImportedSettings
from okng.models.bundles.manifest import (
    AnomalyDescription,
    AnomalyManifest,
    ManifestPicture,
)
from okng.models.bundles.training_records import IncrementalTrainingRecord, MemoryBankGrowth
from okng.models.images.significant_bits import ALL
from okng.models.names import Name
from okng.models.onnx.graph import constants
from okng.models.preparation.preparation import NO_PREPARATION
from okng.models.progress import Progress
from okng.models.scene.incremental_learning import IncrementalSceneLearner
from okng.models.strict_model import StrictModel
from okng.models.training.anomaly.bank_origin import sources_of
from okng.models.training.anomaly.cross_validation import score
from okng.models.training.anomaly.folds import Folds
from okng.models.training.anomaly.incremental_comparison import (
    ScoreChange,
    good_score_ratio,
    incremental_training_record,
)
from okng.models.training.anomaly.train_anomaly_model import Training
from okng.models.training.request import TrainingError, TrainingPicture, TrainingRequest


class IncrementalTrainingRequest(StrictModel):
    """A request for incremental training; other options are those of the version continued."""

    root: Path
    """The models folder, with the version to continue; the next version is written there too."""
    name: Name
    version: int = Field(ge=1)
    pictures: list[TrainingPicture]
    """Pictures not learnt yet: further normal ones, and all that the model is measured on."""
    significant_bits: int | None = None
    """Of uint16 pictures, as `okng.models.images.preprocessing.to_model_input` takes them."""
    author: str = ""
    threads: int = Field(default=2, ge=1)


def train_incrementally(
    request: IncrementalTrainingRequest,
    on_progress: Progress = lambda share, message: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> AnomalyBundle:
    """Learn the further pictures and write the next version of the bundle.

    `growth` in its manifest records how it differs from the version that it continues.

    Raises `TrainingError` where the model cannot grow, there is nothing to learn, or a picture was
    learnt before or is unusable; `TrainingCancelledError` soon after `is_cancelled` returns true;
    `BundleError` where the version cannot be read or the next one not written; and `OSError`. No
    incomplete bundle is left in any case.
    """
    base = load_bundle(request.root / request.name / str(request.version), AnomalyManifest)
    if reason := why_not(base.manifest):
        raise TrainingError(reason)
    # As in a full training (`train_anomaly_model.train`).
    with threadpool_limits(limits=1, user_api="blas"):
        return _IncrementalTraining(base, request, on_progress, is_cancelled).run()


def why_not(manifest: AnomalyManifest) -> str | None:
    """The reason why this version cannot learn further pictures; None where it can."""
    reason = _obstacle(manifest)
    if reason is None:
        return None
    version = f"{manifest.name} version {manifest.version}"
    return f"{version} cannot learn further pictures: {reason}. Train on all pictures instead"


def _obstacle(manifest: AnomalyManifest) -> str | None:
    if isinstance(manifest.method, ImportedSettings):
        return "it was imported, so only the program that trained it can continue its training"
    method = methods().get(manifest.method.type)
    if method is None or not issubclass(method, IncrementalMethod):
        return f"the method {manifest.method.type} does not support incremental training"
    if manifest.tiling is None:
        return f"its bundle format {manifest.format_version} has different features"
    backbone = load_backbone()
    if manifest.backbone is None or manifest.backbone.sha256 != backbone.sha256:
        return f"it was trained on another backbone than the present {backbone.name}"
    return None


def learnt_pictures(manifest: AnomalyManifest) -> list[ManifestPicture]:
    """The normal pictures that shaped the model."""
    return [
        picture
        for picture in manifest.dataset
        if (picture.label, picture.split) == ("normal", "train")
    ]


def request_like(
    manifest: AnomalyManifest, root: Path, pictures: list[TrainingPicture], threads: int
) -> TrainingRequest:
    """A full training from these pictures, with the options of the version `manifest`.

    The version must be able to grow (`why_not` returns None).
    """
    tiling = manifest.tiling
    assert tiling
    return TrainingRequest(
        name=manifest.name,
        root=root,
        pictures=pictures,
        method=manifest.method,
        input_height=tiling.height,
        input_width=tiling.width,
        tile_rows=tiling.rows,
        tile_columns=tiling.columns,
        augmentation=manifest.augmentation or Augmentation(),
        allowed_false_reject_rate=manifest.allowed_false_reject_rate,
        preparation=manifest.preparation or NO_PREPARATION,
        seed=manifest.seed,
        threads=threads,
    )


class _Continued:
    """A learner that continues from a fitted model: fitting it grows that model."""

    def __init__(self, method: IncrementalMethod, before: FittedMethod, learnt: int) -> None:
        self._method, self._before, self._learnt = method, before, learnt

    def fit(self, embeddings: Embeddings, seed: int) -> FittedMethod:
        if not len(embeddings):
            return self._before
        return self._method.partial_fit(self._before, self._learnt, embeddings, seed)


class _IncrementalTraining(Training):
    def __init__(
        self,
        base: AnomalyBundle,
        request: IncrementalTrainingRequest,
        on_progress: Progress,
        is_cancelled: Callable[[], bool],
    ) -> None:
        like = request_like(base.manifest, request.root, request.pictures, request.threads)
        learnt = base.manifest.picture_format
        bits = request.significant_bits or (learnt.significant_bits if learnt else None)
        # New pictures are read with the bits of the first ones, or their brightness would differ.
        own = {"significant_bits": bits or ALL, "author": request.author}
        super().__init__(like.model_copy(update=own), on_progress, is_cancelled)
        self._base = base
        self._learnt = learnt_pictures(base.manifest)
        if base.manifest.scene:
            self._scene = IncrementalSceneLearner(base.manifest.scene)

    def learn(self) -> tuple[AnomalyDescription, dict[str, bytes]]:
        self._need_normal_pictures()
        embeddings, dataset = self._embed_images()
        self._need_unlearnt(dataset)
        before = self._go_on_from_base(embeddings.rows, embeddings.columns)
        scores_before = score(before, embeddings[: len(dataset)], self._request.threads)
        folds = self._deal_folds()
        fitted, dataset = self._learn_and_score(embeddings, dataset, folds)
        others = [ScoreChange(*pair) for pair in zip(dataset, scores_before.tolist(), strict=True)]
        ratio = self._ratio_of_learnt(folds, others)
        learnt = [ScoreChange.rescaled(image, ratio) for image in self._learnt]
        description = self._describe(
            [*(change.image for change in learnt), *dataset],
            replace(folds, by=folds.by if self._split_by == "batch" else "picture"),
        )
        growth = incremental_training_record(
            self._base.manifest,
            description.threshold,
            learnt,
            others,
            ratio,
            _grown_bank(before, fitted),
        )
        warnings = [
            *description.warnings,
            *_lost_anomalies(growth),
            *self._no_longer_measured(dataset),
        ]
        description = description.model_copy(update={"growth": growth, "warnings": warnings})
        model = self._whole_model(fitted)
        return self._measured(description, model), self._files(fitted, model, dataset)

    @property
    def _split_by(self) -> str:
        folds = self._base.manifest.cross_validation
        return folds.by if folds else "picture"

    def _ratio_of_learnt(self, folds: Folds, others: Sequence[ScoreChange]) -> float:
        """The factor for the scores of the learnt pictures.

        It is 1 where their scores come from models that had not seen the batch and those of the
        other pictures do not: the two then can't be compared.
        """
        if self._split_by == "batch" and folds.by == "picture":
            return 1.0
        return good_score_ratio(self._base.manifest.threshold, others)

    def _need_normal_pictures(self) -> None:
        if not len(self._indices("normal")):
            manifest = self._base.manifest
            raise TrainingError(
                f"there is nothing new: {manifest.name} version {manifest.version} has learnt all "
                "normal pictures of the dataset"
            )

    def _need_unlearnt(self, dataset: Sequence[ManifestPicture]) -> None:
        learnt = {image.sha256 for image in self._learnt}
        repeated = [image for image in dataset if image.sha256 in learnt]
        if not repeated:
            return
        names = ", ".join(f"{image.name} ({image.label})" for image in repeated)
        raise TrainingError(
            f"{len(repeated)} of the pictures are among those that {self._request.name} version "
            f"{self._base.manifest.version} has learnt as normal, which can't be unlearnt: "
            f"{names}. Train on all pictures instead"
        )

    def _go_on_from_base(self, rows: int, columns: int) -> FittedMethod:
        """Restore what the version before has learnt, and let the learner continue from it."""
        method = self._method
        assert isinstance(method, IncrementalMethod)
        try:
            before = method.restore(constants(self._base.model_path.read_bytes()), rows, columns)
        except KeyError as error:
            raise TrainingError(
                f"{self._base.path}: the model's graph has no constant {error}. "
                "Train on all pictures instead"
            ) from error
        hashes = [image.sha256 for image in self._learnt]
        before = before.with_bank_sources(sources_of(self._base, hashes, before.bank_vectors or 0))
        self._learner = _Continued(method, before, len(self._learnt) * (1 + self._copies))
        return before

    def _no_longer_measured(self, dataset: Sequence[ManifestPicture]) -> list[str]:
        present = {image.sha256 for image in [*self._learnt, *dataset]}
        missing = sum(image.sha256 not in present for image in self._base.manifest.dataset)
        if not missing:
            return []
        return [
            f"{missing} pictures that version {self._base.manifest.version} was measured on are "
            "no longer in the dataset, so they are left out of the metrics"
        ]


def _lost_anomalies(growth: IncrementalTrainingRecord) -> list[str]:
    lost = sum(
        picture.label == "anomaly" and picture.score < picture.score_before
        for picture in growth.changed
    )
    if not lost:
        return []
    return [
        f"{lost} anomalous pictures that version {growth.version} caught now pass as normal: "
        "check whether the added pictures are good"
    ]


def _grown_bank(before: FittedMethod, after: FittedMethod) -> MemoryBankGrowth | None:
    first, second, kept = before.bank_vectors, after.bank_vectors, after.bank_vectors_of(before)
    if first is None or second is None or kept is None:
        return None
    return MemoryBankGrowth(before=first, after=second, kept=kept)
