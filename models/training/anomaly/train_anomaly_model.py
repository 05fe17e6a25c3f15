"""Train an anomaly model from pictures and write it as a bundle."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

import numpy as np
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from okng.models.anomaly import create_method
from okng.models.anomaly.augmentation import augment
from okng.models.anomaly.embedder import Embedder
from okng.models.anomaly.embeddings import Embeddings, ScratchError
from okng.models.anomaly.graphs import ANOMALY_MAP, IMAGE, SCORE, whole_model
from okng.models.anomaly.method import AnomalyMethod, FittedMethod
from okng.models.anomaly.score_range import ScoreRange, ThresholdError, measure_score_range
from okng.models.anomaly.tiling import Tiling, tiling_for_defect
from okng.models.arrays import Float32Array, Image, Int64Array
from okng.models.backbone.backbone import load_backbone
from okng.models.bundles.bundle import AnomalyBundle, write_bundle
from okng.models.bundles.manifest import (
    AnomalyDescription,
    BackboneReference,
    CrossValidation,
    ManifestPicture,
    ModelInput,
)
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.evaluation import evaluate, histogram
from okng.models.evaluation.pixel_metrics import PixelMetrics
from okng.models.evaluation.review_band import measure_review_band
from okng.models.evaluation.threshold import (
    choose_threshold,
    measure_false_rejects,
    review_distance,
)
from okng.models.evaluation.worst_pictures import worst_pictures
from okng.models.images.image_files import read_image
from okng.models.images.image_format import ImageFormat
from okng.models.images.preprocessing import ImageError, to_model_input
from okng.models.images.significant_bits import (
    bits_note,
    measure_significant_bits,
    odd_bits_warning,
    used_bits,
)
from okng.models.inference.manifest_metrics import (
    measure_defect_types,
    measure_held_out_pictures,
    score_statistics,
)
from okng.models.inference.measure_pixels import measure_pixels
from okng.models.preparation.steps.step import PictureSize
from okng.models.progress import Progress
from okng.models.scene.incremental_learning import IncrementalSceneLearner
from okng.models.scene.learn_reference import SceneLearner
from okng.models.training.anomaly.bank_origin import bundle_files
from okng.models.training.anomaly.cross_validation import Learner, cross_validate, score
from okng.models.training.anomaly.folds import Folds, make_folds
from okng.models.training.format_consistency import format_warnings, model_format
from okng.models.training.request import (
    Label,
    TrainingError,
    TrainingRequest,
    need_normal_pictures,
)
from okng.models.training.training_pictures import (
    common_folder,
    dataset_warnings,
    manifest_picture,
    normal_batches,
    read_pictures,
    scored_pictures,
    unseen_scores,
    with_scores,
)
from okng.models.training.training_progress import TrainingProgress

# The share of the whole work at which each part ends, by measured times.
READ, TESTED, LEARNT, MEASURED = 0.4, 0.9, 0.95, 0.97


def train(
    request: TrainingRequest,
    on_progress: Progress = lambda share, message: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> AnomalyBundle:
    """Train, cross-validate, choose the threshold and write the next version of the bundle.

    Raises `TrainingError` for fewer than 20 normal pictures, or for unusable ones, all of which it
    names; `TrainingCancelledError` soon after `is_cancelled` returns true; `BundleError` and
    `OSError` where the bundle cannot be written. No incomplete bundle is left in any case.
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
        self._progress = TrainingProgress(request.name, on_progress, is_cancelled)
        self._backbone = load_backbone()
        self._method: AnomalyMethod = create_method(request.settled_method)
        self._learner: Learner = self._method
        self._scene: SceneLearner | IncrementalSceneLearner = SceneLearner()
        self._formats: dict[str, ImageFormat] = {}
        self._used_bits: dict[str, int] = {}
        self._copies = request.augmentation.copies_made
        self._learnt: list[ManifestPicture] = []
        """Normal pictures that the version to continue has learnt; none in a full training."""
        self._tiling = request.tiling

    def run(self) -> AnomalyBundle:
        """Train and write the bundle; raises as `train` does."""
        request = self._request
        description, files = self.learn()
        self._progress.stop_if_cancelled()
        bundle = write_bundle(request.root, request.name, description, files, request.first_version)
        self._progress.end(bundle.manifest.version)
        return bundle

    def learn(self) -> tuple[AnomalyDescription, dict[str, bytes]]:
        """Train without writing: the description for the manifest, and the bundle's files."""
        self._need_normal_pictures()
        self._settle_significant_bits()
        embeddings, dataset = self._embed_images()
        folds = self._deal_folds()
        fitted, dataset = self._learn_and_score(embeddings, dataset, folds)
        model = self._whole_model(fitted)
        description = self._measured(self._describe(dataset, folds), model)
        return description, self._files(fitted, model, dataset)

    def _learn_and_score(
        self, embeddings: Embeddings, dataset: Sequence[ManifestPicture], folds: Folds
    ) -> tuple[FittedMethod, list[ManifestPicture]]:
        """The fit to all normal pictures, and the pictures with their unseen scores."""
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
        self._progress.report(TESTED, "Learning from all normal pictures")
        fitted = self._learner.fit(embeddings[with_copies], request.seed)
        held_out = self._held_out()
        scores[held_out] = score(fitted, embeddings[held_out], request.threads)
        return fitted, with_scores(dataset, scores)

    def _whole_model(self, fitted: FittedMethod) -> bytes:
        self._progress.report(LEARNT, "Writing the model")
        return whole_model(self._backbone, self._method, fitted, self._tiling)

    def _files(
        self, fitted: FittedMethod, model: bytes, dataset: Sequence[ManifestPicture]
    ) -> dict[str, bytes]:
        """The files of the bundle; `dataset` has the pictures of this training."""
        before = [image.sha256 for image in self._learnt]
        learnt = [dataset[i].sha256 for i in self._indices("normal")]
        return bundle_files(model, fitted.bank_sources, before, learnt, self._copies)

    def _describe(self, dataset: list[ManifestPicture], folds: Folds) -> AnomalyDescription:
        """The model's description, with all figures from the pictures' unseen scores."""
        request, rate = self._request, self._request.allowed_false_reject_rate
        normal, anomaly = unseen_scores(dataset, "normal"), unseen_scores(dataset, "anomaly")
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
                normal, threshold, rate, normal_batches(dataset) if folds.by == "batch" else None
            ),
            cross_validation=CrossValidation(by=folds.by, folds=len(folds)),
            review_band=measure_review_band(
                normal, threshold, review_distance(normal, threshold, rate)
            ),
            metrics=evaluate(normal, anomaly, threshold) if len(anomaly) else None,
            defect_types=measure_defect_types(
                [picture for picture in dataset if not picture.held_out], threshold
            ),
            held_out=measure_held_out_pictures(dataset, threshold),
            histogram=histogram(normal, anomaly),
            worst_pictures=worst_pictures(scored_pictures(dataset), threshold),
            scene=self._scene.reference(),
            preparation=request.preparation if request.preparation.steps else None,
            picture_format=model_format(self._formats, request.significant_bits),
            dataset=dataset,
            seed=request.seed,
            author=request.author,
            created_at=datetime.now(UTC),
            warnings=[
                *filter(None, [folds.warning]),
                *dataset_warnings(dataset),
                *format_warnings(self._formats),
                *filter(None, [bits_note(request.significant_bits)]),
                *filter(None, [odd_bits_warning(self._used_bits, request.significant_bits)]),
            ],
        )

    def _measured(self, description: AnomalyDescription, model: bytes) -> AnomalyDescription:
        """Add what the whole model tells: the range of its scores, and pixel metrics.

        Raises `TrainingError` where the range ends below the threshold.
        """
        self._progress.report(MEASURED, "Measuring the score range")
        engine = OnnxRuntimeEngine(model, self._request.threads)
        score_range = self._score_range(description, engine)
        return description.model_copy(
            update={"score_range": score_range, "pixels": self._pixels(description, engine)}
        )

    def _score_range(
        self, description: AnomalyDescription, engine: OnnxRuntimeEngine
    ) -> ScoreRange | None:
        size = description.input
        usual = to_model_input(self._usual_picture(), size.height, size.width, self._prepared_bits)
        score_range = measure_score_range(
            lambda pixels: float(engine.run({IMAGE: pixels})[SCORE][0]),
            size.height,
            size.width,
            [usual],
            [picture.score for picture in description.dataset if picture.score is not None],
        )
        try:
            if score_range:
                score_range.check(description.threshold)
        except ThresholdError as error:
            raise TrainingError(
                f"{error}. Add good pictures, or allow a larger share of false rejects"
            ) from None
        return score_range

    def _pixels(
        self, description: AnomalyDescription, engine: OnnxRuntimeEngine
    ) -> PixelMetrics | None:
        """Pixel metrics on the masked anomalous pictures and the normal ones put aside."""
        size, preparation = description.input, self._request.preparation

        def anomaly_map(image: Image) -> Float32Array:
            self._progress.stop_if_cancelled()
            pixels = to_model_input(
                preparation.apply(image), size.height, size.width, self._prepared_bits
            )
            result: Float32Array = engine.run({IMAGE: pixels})[ANOMALY_MAP][0]
            return preparation.restore(result, PictureSize.of(image))

        pictures = self._request.pictures
        try:
            return measure_pixels(
                [(picture.path, picture.mask) for picture in pictures if picture.mask],
                [
                    picture.path
                    for picture in pictures
                    if (picture.label, picture.split) == ("normal", "test")
                ],
                anomaly_map,
            )
        except ImageError as error:
            raise TrainingError(str(error)) from None

    def _settle_significant_bits(self) -> None:
        """Measure the significant bits over all pictures, unless the request gives them."""
        if self._request.significant_bits is None:
            self._progress.report(0, "Looking for 16-bit pictures")
            bits = measure_significant_bits(picture.path for picture in self._request.pictures)
            self._request = self._request.model_copy(update={"significant_bits": bits})

    @property
    def _prepared_bits(self) -> int | None:
        """Significant bits of the prepared pictures."""
        return self._request.preparation.bits_after(self._request.significant_bits)

    def _need_normal_pictures(self) -> None:
        need_normal_pictures(self._request.pictures)

    def _indices(self, label: Label, held_out: bool = False) -> Int64Array:
        pictures = enumerate(self._request.pictures)
        indices = (i for i, p in pictures if (p.label, p.split == "test") == (label, held_out))
        return np.fromiter(indices, np.int64)

    def _deal_folds(self) -> Folds:
        learnt, anomaly = (
            [self._request.pictures[i].batch for i in self._indices(label)]
            for label in ("normal", "anomaly")
        )
        return make_folds(learnt, anomaly, self._request.seed)

    def _held_out(self) -> Int64Array:
        """Indices of the pictures that only the final model is measured on."""
        labels: tuple[Label, ...] = ("normal", "anomaly")
        return np.concatenate([self._indices(label, held_out=True) for label in labels])

    def _report_picture(self, number: int) -> None:
        count = len(self._request.pictures)
        self._progress.report(READ * number / count, f"Reading picture {number + 1} of {count}")

    def _report_fold(self, fold: int, folds: int) -> None:
        share = READ + (TESTED - READ) * fold / folds
        self._progress.report(share, f"Testing on unseen pictures, {fold + 1} of {folds}")

    def _choose_tiling(self) -> Tiling:
        """The requested tiling, or the one that shows the smallest defect large enough."""
        request = self._request
        tiling = request.tiling
        if request.smallest_defect_px is not None:
            height, width = self._usual_picture().shape[:2]
            try:
                tiling = tiling_for_defect(height, width, request.smallest_defect_px)
            except ValueError as error:
                raise TrainingError(
                    f"a defect of {request.smallest_defect_px:g} px in pictures of {width} x "
                    f"{height} px: {error}; choose a larger smallest defect"
                ) from None
        most = self._method.most_positions
        if most is not None and tiling.positions > most:
            raise TrainingError(
                f"{request.method.type} learns each position separately, and an input of {tiling} "
                f"has {tiling.positions:,} positions, more than the {most:,} allowed: choose a "
                "smaller input or another method"
            )
        return tiling

    def _usual_picture(self) -> Image:
        """The first normal training picture that can be read and prepared, prepared."""
        errors = []
        for i in self._indices("normal"):
            path = self._request.pictures[i].path
            try:
                return self._request.preparation.apply(read_image(path))
            except ImageError as error:
                message = str(error)
                errors.append(message if str(path) in message else f"{path}: {message}")
        raise TrainingError(f"{len(errors)} bad pictures:\n" + "\n".join(errors))

    def _embed_images(self) -> tuple[Embeddings, list[ManifestPicture]]:
        """The embeddings of all pictures, then of their copies, and the manifest's pictures.

        The copies are in the order that `cross_validate` expects.
        """
        request, pictures = self._request, self._request.pictures
        self._tiling = self._choose_tiling()
        embedder = Embedder(
            self._backbone, self._method, self._tiling, self._prepared_bits, request.threads
        )
        folder = common_folder([picture.path for picture in pictures])
        places = {int(i): place for place, i in enumerate(self._indices("normal"))}
        embeddings = self._room(embedder, len(pictures) + len(places) * self._copies)
        dataset: list[ManifestPicture] = []

        def use(i: int, stored: Image) -> None:
            image = request.preparation.apply(stored)
            embeddings.put(i, embedder.embed(image))
            dataset.append(manifest_picture(pictures[i], folder))
            self._formats[dataset[-1].name] = ImageFormat.of(stored)
            self._used_bits[dataset[-1].name] = used_bits(stored)
            if i in places:
                self._scene.add(request.preparation.upright(image), self._prepared_bits)
                first = len(pictures) + places[i]
                for copy, varied in enumerate(self._varied(image, i)):
                    embeddings.put(first + copy * len(places), embedder.embed(varied))

        read_pictures(pictures, use, self._report_picture)
        return embeddings, dataset

    def _varied(self, image: Image, index: int) -> Iterator[Image]:
        request = self._request
        generator = np.random.default_rng([request.seed, index])
        for _ in range(self._copies):
            self._progress.stop_if_cancelled()
            yield augment(image, request.augmentation, generator, self._prepared_bits)

    def _room(self, embedder: Embedder, count: int) -> Embeddings:
        try:
            return embedder.room(self._request.root, count)
        except ScratchError as error:
            raise TrainingError(str(error)) from error
