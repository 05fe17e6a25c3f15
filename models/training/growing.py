"""A model learns further normal pictures, without those which it has learnt from.

Its threshold comes from scores of unseen pictures, as that of a training does. Those of the further
pictures are cross-validated: each fold is scored by the model before, grown with the other folds.
Those of the pictures that it had learnt can't be made again without reading them. They are taken
from the version before, and changed by as much as growing changed the unseen scores of the further
pictures that are like them (`good_score_ratio`); docs/models.md has what that is worth.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from okng.models.anomaly import methods
from okng.models.anomaly.embeddings import Embeddings
from okng.models.anomaly.method import FittedMethod, GrowingMethod
from okng.models.augmentation import Augmentation
from okng.models.backbone.backbone import load_backbone
from okng.models.bundle import AnomalyBundle, load_bundle
from okng.models.growth import GrownBank, Growth
from okng.models.imported.settings import ImportedSettings
from okng.models.manifest import AnomalyDescription, AnomalyManifest, BundleName, DatasetImage
from okng.models.onnx_graph import constants
from okng.models.scene.growing import SceneGrower
from okng.models.training.cross_validation import score
from okng.models.training.folds import Folds
from okng.models.training.growth_difference import (
    ScoredTwice,
    good_score_ratio,
    growth_difference,
)
from okng.models.training.request import Progress, TrainingError, TrainingPicture, TrainingRequest
from okng.models.training.training import Training


class GrowingRequest(BaseModel):
    """Which model is to learn which pictures; everything else is as in the version that grows."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    root: Path
    """The models folder; the next version of the bundle goes there too."""
    name: BundleName
    version: int = Field(ge=1)
    pictures: list[TrainingPicture]
    """None that it has learnt: further normal ones, and all that it is to be measured on."""
    significant_bits: int | None = None
    """Of uint16 pictures, as `okng.models.preprocessing.to_model_input` takes them."""
    author: str = ""
    threads: int = Field(default=2, ge=1)


def grow(
    request: GrowingRequest,
    on_progress: Progress = lambda share, message: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> AnomalyBundle:
    """Learn the further pictures and write the next version of the bundle.

    Its manifest says in `growth` how it differs from the version that it grew from.

    Raises `TrainingError` where the model cannot grow, nothing is there to learn, a picture was
    learnt before or is bad, `TrainingCancelled` soon after `is_cancelled` says so,
    `okng.models.bundle.BundleError` where the version that is to grow or the next one is none, and
    `OSError` as the disk does. Nothing half-made is left in any case.
    """
    base = load_bundle(request.root / request.name / str(request.version), AnomalyManifest)
    if reason := why_not(base.manifest):
        raise TrainingError(reason)
    # As in a training.
    with threadpool_limits(limits=1, user_api="blas"):
        return _Growing(base, request, on_progress, is_cancelled).run()


def why_not(manifest: AnomalyManifest) -> str | None:
    """Why this version cannot learn further pictures, in words; None where it can."""
    reason = _obstacle(manifest)
    if reason is None:
        return None
    version = f"{manifest.name} version {manifest.version}"
    return f"{version} cannot learn further pictures: {reason}. Train from all pictures instead"


def _obstacle(manifest: AnomalyManifest) -> str | None:
    if isinstance(manifest.method, ImportedSettings):
        return "it was imported, and what it has learnt is known to the program that trained it"
    method = methods().get(manifest.method.type)
    if method is None or not issubclass(method, GrowingMethod):
        return f"the method {manifest.method.type} cannot grow"
    if manifest.tiling is None:
        return f"it is of bundle format {manifest.format_version}, whose features were others"
    backbone = load_backbone()
    if manifest.backbone is None or manifest.backbone.sha256 != backbone.sha256:
        return f"its features are of another backbone than {backbone.name} as it is now"
    return None


def learnt_pictures(manifest: AnomalyManifest) -> list[DatasetImage]:
    """The normal pictures that shaped the model."""
    return [one for one in manifest.dataset if (one.label, one.split) == ("normal", "train")]


def request_like(
    manifest: AnomalyManifest, root: Path, pictures: list[TrainingPicture], threads: int
) -> TrainingRequest:
    """A training from these pictures, with everything else as in the version `manifest`.

    That must be one that can grow: `why_not`.
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
        seed=manifest.seed,
        threads=threads,
    )


class _Continued:
    """A method that goes on from what a model has learnt: to fit is to grow."""

    def __init__(self, method: GrowingMethod, before: FittedMethod, learnt: int) -> None:
        self._method, self._before, self._learnt = method, before, learnt

    def fit(self, embeddings: Embeddings, seed: int) -> FittedMethod:
        if not len(embeddings):
            return self._before
        return self._method.grow(self._before, self._learnt, embeddings, seed)


class _Growing(Training):
    def __init__(
        self,
        base: AnomalyBundle,
        request: GrowingRequest,
        on_progress: Progress,
        is_cancelled: Callable[[], bool],
    ) -> None:
        like = request_like(base.manifest, request.root, request.pictures, request.threads)
        own = {"significant_bits": request.significant_bits, "author": request.author}
        super().__init__(like.model_copy(update=own), on_progress, is_cancelled)
        self._base = base
        self._learnt = learnt_pictures(base.manifest)
        if base.manifest.scene:
            self._scene = SceneGrower(base.manifest.scene)

    def learn(self) -> tuple[AnomalyDescription, bytes]:
        self._need_normal_pictures()
        embeddings, dataset = self._embed_images()
        self._need_unlearnt(dataset)
        before = self._go_on_from_base(embeddings.rows, embeddings.columns)
        scores_before = score(before, embeddings[: len(dataset)], self._request.threads)
        folds = self._deal_folds()
        fitted, dataset = self._learn_and_score(embeddings, dataset, folds)
        others = [ScoredTwice(*pair) for pair in zip(dataset, scores_before.tolist(), strict=True)]
        ratio = self._ratio_of_learnt(folds, others)
        learnt = [ScoredTwice.rescaled(image, ratio) for image in self._learnt]
        description = self._describe(
            [*(one.image for one in learnt), *dataset],
            replace(folds, by=folds.by if self._dealt_by == "batch" else "picture"),
        )
        growth = growth_difference(
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
        return description, self._whole_model(fitted)

    @property
    def _dealt_by(self) -> str:
        dealt = self._base.manifest.cross_validation
        return dealt.by if dealt else "picture"

    def _ratio_of_learnt(self, folds: Folds, others: Sequence[ScoredTwice]) -> float:
        """What the scores of the learnt pictures are multiplied by.

        Where they are by models that had not seen the batch, and those of the others are not, these
        say nothing of them.
        """
        if self._dealt_by == "batch" and folds.by == "picture":
            return 1.0
        return good_score_ratio(self._base.manifest.threshold, others)

    def _need_normal_pictures(self) -> None:
        if not len(self._indices("normal")):
            manifest = self._base.manifest
            raise TrainingError(
                f"there is nothing new: {manifest.name} version {manifest.version} has learnt from "
                "all normal pictures that are there"
            )

    def _need_unlearnt(self, dataset: Sequence[DatasetImage]) -> None:
        learnt = {image.sha256 for image in self._learnt}
        known = [image for image in dataset if image.sha256 in learnt]
        if not known:
            return
        names = ", ".join(f"{image.name} ({image.label})" for image in known)
        raise TrainingError(
            f"{len(known)} of the pictures are among those that {self._request.name} version "
            f"{self._base.manifest.version} has learnt as normal, and growing unlearns nothing: "
            f"{names}. Train from all pictures instead"
        )

    def _go_on_from_base(self, rows: int, columns: int) -> FittedMethod:
        """What the version before has learnt, from where the learner goes on."""
        method = self._method
        assert isinstance(method, GrowingMethod)
        try:
            before = method.restore(constants(self._base.model_path.read_bytes()), rows, columns)
        except KeyError as error:
            raise TrainingError(
                f"{self._base.path}: the model's graph has no constant {error}. "
                "Train from all pictures instead"
            ) from error
        self._learner = _Continued(method, before, len(self._learnt) * (1 + self._copies))
        return before

    def _no_longer_measured(self, dataset: Sequence[DatasetImage]) -> list[str]:
        there = {image.sha256 for image in [*self._learnt, *dataset]}
        gone = sum(image.sha256 not in there for image in self._base.manifest.dataset)
        if not gone:
            return []
        return [
            f"{gone} pictures that version {self._base.manifest.version} was measured on are not "
            "in the dataset any more: they are left out of the figures"
        ]


def _lost_anomalies(growth: Growth) -> list[str]:
    lost = sum(one.label == "anomaly" and one.score < one.score_before for one in growth.changed)
    if not lost:
        return []
    return [
        f"{lost} anomalous pictures that version {growth.version} caught are called normal now: "
        "look whether the added pictures are good"
    ]


def _grown_bank(before: FittedMethod, after: FittedMethod) -> GrownBank | None:
    first, second, kept = before.bank_vectors, after.bank_vectors, after.bank_vectors_of(before)
    if first is None or second is None or kept is None:
        return None
    return GrownBank(before=first, after=second, kept=kept)
