"""Train an anomaly model from pictures and write it as a bundle."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

import numpy as np
import numpy.typing as npt
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from okng.models.anomaly import create_method
from okng.models.anomaly.composition import whole_model
from okng.models.anomaly.embeddings import Embeddings, ScratchError
from okng.models.anomaly.method import AnomalyMethod, FittedMethod
from okng.models.anomaly.tiling import Tiling, tiling_for_defect
from okng.models.augmentation import augment
from okng.models.backbone.backbone import load_backbone
from okng.models.bundle import AnomalyBundle, write_bundle
from okng.models.evaluation import evaluate, histogram
from okng.models.evaluation.review import measure_review_band
from okng.models.evaluation.worst import worst_pictures
from okng.models.manifest import (
    AnomalyDescription,
    BackboneReference,
    CrossValidation,
    DatasetImage,
    ModelInput,
)
from okng.models.picture_format import PictureFormat
from okng.models.preprocessing import Image, ImageError, read_image
from okng.models.scene.growing import SceneGrower
from okng.models.scene.learning import SceneLearner
from okng.models.training.cross_validation import Learner, cross_validate, score
from okng.models.training.embedder import Embedder
from okng.models.training.folds import Folds, deal_folds
from okng.models.training.measurement import (
    measure_defect_types,
    measure_put_aside,
    score_statistics,
)
from okng.models.training.picture_formats import format_warnings, usual_format
from okng.models.training.pictures import (
    common_folder,
    dataset_image,
    dataset_warnings,
    read_pictures,
    scored_pictures,
)
from okng.models.training.request import (
    Label,
    Progress,
    TrainingCancelled,
    TrainingError,
    TrainingRequest,
    need_normal_pictures,
)
from okng.models.training.threshold import (
    choose_threshold,
    measure_false_rejects,
    review_distance,
)

# Where in the whole each part of the work ends, by the time that it was measured to take.
READ, TESTED, LEARNT = 0.4, 0.9, 0.95

Indices = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float64]


def train(
    request: TrainingRequest,
    on_progress: Progress = lambda share, message: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> AnomalyBundle:
    """Train, cross-validate, choose the threshold and write the next version of the bundle.

    Raises `TrainingError` for fewer than 20 normal pictures or bad ones (all are named),
    `TrainingCancelled` soon after `is_cancelled` says so, `okng.models.bundle.BundleError` and
    `OSError` where the bundle cannot be written. Nothing half-made is left in any case.
    """
    # On shared cores, BLAS threads that wait for each other make small matrices 50 times slower.
    with threadpool_limits(limits=1, user_api="blas"):
        return Training(request, on_progress, is_cancelled).run()


class Training:
    """One training, from the pictures to the bundle."""

    def __init__(
        self, request: TrainingRequest, on_progress: Progress, is_cancelled: Callable[[], bool]
    ) -> None:
        self._request = request
        self._on_progress = on_progress
        self._is_cancelled = is_cancelled
        self._backbone = load_backbone()
        self._method: AnomalyMethod = create_method(request.settled_method)
        self._learner: Learner = self._method
        self._scene: SceneLearner | SceneGrower = SceneLearner()
        self._formats: dict[str, PictureFormat] = {}
        self._copies = request.augmentation.copies_made
        self._tiling = request.tiling

    def run(self) -> AnomalyBundle:
        """Learn and write; what `train` says of errors holds."""
        request = self._request
        description, model = self.learn()
        self._stop_if_cancelled()
        bundle = write_bundle(request.root, request.name, description, model)
        self._on_progress(1.0, f"{request.name} version {bundle.manifest.version} is trained")
        return bundle

    def learn(self) -> tuple[AnomalyDescription, bytes]:
        """The model and what its manifest will say, not written yet."""
        self._need_normal_pictures()
        embeddings, dataset = self._embed_images()
        folds = self._deal_folds()
        fitted, dataset = self._learn_and_score(embeddings, dataset, folds)
        return self._describe(dataset, folds), self._whole_model(fitted)

    def _learn_and_score(
        self, embeddings: Embeddings, dataset: Sequence[DatasetImage], folds: Folds
    ) -> tuple[FittedMethod, list[DatasetImage]]:
        """What is learnt from all normal pictures, and the pictures with their unseen scores."""
        request = self._request
        learnt, anomaly = self._indices("normal"), self._indices("anomaly")
        with_copies = np.append(learnt, np.arange(len(dataset), len(embeddings)))
        scores = np.empty(len(dataset))
        scores[learnt], scores[anomaly] = cross_validate(
            self._learner,
            embeddings[with_copies],
            embeddings[anomaly],
            folds,
            request.seed,
            request.threads,
            lambda fold: self._report_fold(fold, len(folds)),
        )
        self._report(TESTED, "Learning from all normal pictures")
        fitted = self._learner.fit(embeddings[with_copies], request.seed)
        held_out = self._held_out()
        scores[held_out] = score(fitted, embeddings[held_out], request.threads)
        return fitted, _with_scores(dataset, scores)

    def _whole_model(self, fitted: FittedMethod) -> bytes:
        self._report(LEARNT, "Writing the model")
        return whole_model(self._backbone, self._method, fitted, self._tiling)

    def _describe(self, dataset: list[DatasetImage], folds: Folds) -> AnomalyDescription:
        """What the unseen scores of the pictures, by `folds`, say of the model."""
        request, rate = self._request, self._request.allowed_false_reject_rate
        normal, anomaly = _scores(dataset, "normal"), _scores(dataset, "anomaly")
        threshold = choose_threshold(normal, rate)
        return AnomalyDescription(
            method=request.settled_method,
            backbone=BackboneReference(name=self._backbone.name, sha256=self._backbone.sha256),
            input=ModelInput(height=self._tiling.input_height, width=self._tiling.input_width),
            tiling=self._tiling,
            augmentation=request.augmentation,
            threshold=threshold,
            allowed_false_reject_rate=rate,
            normal_scores=score_statistics(normal),
            false_rejects=measure_false_rejects(
                normal, threshold, rate, _batches(dataset) if folds.by == "batch" else None
            ),
            cross_validation=CrossValidation(by=folds.by, folds=len(folds)),
            review_band=measure_review_band(
                normal, threshold, review_distance(normal, threshold, rate)
            ),
            metrics=evaluate(normal, anomaly, threshold) if len(anomaly) else None,
            defect_types=measure_defect_types(
                [one for one in dataset if not one.held_out], threshold
            ),
            held_out=measure_put_aside(dataset, threshold),
            histogram=histogram(normal, anomaly),
            worst_pictures=worst_pictures(scored_pictures(dataset), threshold),
            scene=self._scene.reference(),
            picture_format=usual_format(self._formats),
            dataset=dataset,
            seed=request.seed,
            author=request.author,
            created_at=datetime.now(UTC),
            warnings=[
                *filter(None, [folds.warning]),
                *dataset_warnings(dataset),
                *format_warnings(self._formats),
            ],
        )

    def _need_normal_pictures(self) -> None:
        need_normal_pictures(self._request.pictures)

    def _indices(self, label: Label, held_out: bool = False) -> Indices:
        pictures = enumerate(self._request.pictures)
        found = (i for i, p in pictures if (p.label, p.split == "test") == (label, held_out))
        return np.fromiter(found, np.int64)

    def _deal_folds(self) -> Folds:
        learnt, anomaly = (
            [self._request.pictures[i].batch for i in self._indices(label)]
            for label in ("normal", "anomaly")
        )
        return deal_folds(learnt, anomaly, self._request.seed)

    def _held_out(self) -> Indices:
        """The pictures that only the final model is measured on."""
        labels: tuple[Label, ...] = ("normal", "anomaly")
        return np.concatenate([self._indices(label, held_out=True) for label in labels])

    def _report(self, share: float, message: str) -> None:
        self._stop_if_cancelled()
        self._on_progress(share, message)

    def _report_picture(self, number: int) -> None:
        count = len(self._request.pictures)
        self._report(READ * number / count, f"Reading picture {number + 1} of {count}")

    def _report_fold(self, fold: int, folds: int) -> None:
        share = READ + (TESTED - READ) * fold / folds
        self._report(share, f"Testing on unseen pictures, {fold + 1} of {folds}")

    def _stop_if_cancelled(self) -> None:
        if self._is_cancelled():
            raise TrainingCancelled(f"the training of {self._request.name} was cancelled")

    def _choose_tiling(self) -> Tiling:
        """The input that was asked for, or that shows the smallest defect large enough."""
        request = self._request
        tiling = request.tiling
        if request.smallest_defect_px is not None:
            height, width = self._usual_picture().shape[:2]
            try:
                tiling = tiling_for_defect(height, width, request.smallest_defect_px)
            except ValueError as error:
                raise TrainingError(
                    f"a defect of {request.smallest_defect_px:g} px in pictures of {width} x "
                    f"{height} px: {error}; give a larger defect"
                ) from None
        most = self._method.most_positions
        if most is not None and tiling.positions > most:
            raise TrainingError(
                f"{request.method.type} learns every position apart, and an input of {tiling} has "
                f"{tiling.positions:,}; allowed are {most:,}: take a smaller one or another method"
            )
        return tiling

    def _usual_picture(self) -> Image:
        """The first picture to learn from that can be read."""
        errors = []
        for i in self._indices("normal"):
            try:
                return read_image(self._request.pictures[i].path)
            except ImageError as error:
                errors.append(str(error))
        raise TrainingError(f"{len(errors)} bad pictures:\n" + "\n".join(errors))

    def _embed_images(self) -> tuple[Embeddings, list[DatasetImage]]:
        """Embeddings of all pictures and then of the copies, and what the manifest keeps of them.

        The copies are ordered as `cross_validate` takes them.
        """
        request, pictures = self._request, self._request.pictures
        self._tiling = self._choose_tiling()
        embedder = Embedder(
            self._backbone, self._method, self._tiling, request.significant_bits, request.threads
        )
        folder = common_folder([picture.path for picture in pictures])
        places = {int(i): place for place, i in enumerate(self._indices("normal"))}
        embeddings = self._room(embedder, len(pictures) + len(places) * self._copies)
        dataset: list[DatasetImage] = []

        def use(i: int, image: Image) -> None:
            embeddings.put(i, embedder.embed(image))
            dataset.append(dataset_image(pictures[i], folder))
            self._formats[dataset[-1].name] = PictureFormat.of(image)
            if i in places:
                self._scene.add(image, request.significant_bits)
                first = len(pictures) + places[i]
                for copy, varied in enumerate(self._varied(image, i)):
                    embeddings.put(first + copy * len(places), embedder.embed(varied))

        read_pictures(pictures, use, self._report_picture)
        return embeddings, dataset

    def _varied(self, image: Image, index: int) -> Iterator[Image]:
        request = self._request
        generator = np.random.default_rng([request.seed, index])
        for _ in range(self._copies):
            self._stop_if_cancelled()
            yield augment(image, request.augmentation, generator, request.significant_bits)

    def _room(self, embedder: Embedder, count: int) -> Embeddings:
        try:
            return embedder.room(self._request.root, count)
        except ScratchError as error:
            raise TrainingError(str(error)) from error


def _with_scores(dataset: Sequence[DatasetImage], scores: Scores) -> list[DatasetImage]:
    return [
        image.model_copy(update={"score": score})
        for image, score in zip(dataset, scores.tolist(), strict=True)
    ]


def _scores(dataset: Sequence[DatasetImage], label: Label) -> Scores:
    """The scores [n] of the pictures with that label that were not put aside."""
    chosen = (one for one in dataset if (one.label, one.held_out) == (label, False))
    return np.array([one.score for one in chosen], dtype=np.float64)


def _batches(dataset: Sequence[DatasetImage]) -> list[str | None]:
    """The batches of the pictures whose scores chose the threshold."""
    return [one.batch for one in dataset if (one.label, one.held_out) == ("normal", False)]
