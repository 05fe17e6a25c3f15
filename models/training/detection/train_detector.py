"""Fine-tune a darknet network on a station's own boxes and write it as a bundle."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from okng.models.arrays import Image
from okng.models.bundles.bundle import Bundle, BundleError, check_task, write_bundle
from okng.models.bundles.manifest import (
    MODEL,
    DetectionDescription,
    DetectionManifest,
    ModelInput,
    SourceFile,
)
from okng.models.bundles.training_records import (
    NETWORK_CFG,
    NETWORK_WEIGHTS,
    BoxedManifestPicture,
    DetectorTrainingRecord,
    boxes_sha256,
)
from okng.models.detection.darknet import DarknetError, DarknetNetwork, read_network
from okng.models.detection.darknet.transfer_learning import retargeted_cfg, retargeted_weights
from okng.models.detection.resize import to_detector_input
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.evaluation.average_precision import DetectionMetrics
from okng.models.progress import Progress
from okng.models.training.detection.measure_detector import (
    check_answers,
    choose_minimum_score,
    measure_detector,
    objects_of,
)
from okng.models.training.detection.request import DetectorTrainingRequest, classes_of
from okng.models.training.detection.splits import DetectorSplit, split_checked
from okng.models.training.request import TrainingError
from okng.models.training.subprocess.environment import TrainingEnvironment
from okng.models.training.subprocess.worker_process import run_worker, scratch_folder
from okng.models.training.training_pictures import common_folder, read_pictures
from okng.models.training.training_progress import TrainingProgress

WORKER = "okng.models.training.detection.fine_tuning_worker"
PICTURES, BEGIN, LEARNT = "pictures.npy", "begin.weights", NETWORK_WEIGHTS
ANSWERS, ANSWERED = "answers.npy", 4
"""The torch module's scores of the last pictures, and how many pictures those are."""
READ, TRAINED = 0.03, 0.95
"""The share of the whole work at which each part ends."""


def train_detector(
    request: DetectorTrainingRequest,
    environment: TrainingEnvironment,
    on_progress: Progress = lambda share, message: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Bundle[DetectionManifest]:
    """Fine-tune on the pictures' boxes and write the next version of the detector.

    The network is trained in the training environment. Its weights are converted to ONNX like those
    of any darknet network, the graph is checked against the torch module, and measured on the test
    set. Raises `TrainingError` for pictures, boxes or files that cannot be used, and
    `TrainingCancelledError`; nothing is written then.
    """
    try:
        check_task(request.root / request.name, "detection")
        with scratch_folder(request.root) as scratch:
            training = _Training(request, environment, scratch, on_progress, is_cancelled)
            return training.run()
    except (DarknetError, BundleError) as error:
        raise TrainingError(str(error)) from None


class _Training:
    def __init__(
        self,
        request: DetectorTrainingRequest,
        environment: TrainingEnvironment,
        scratch: Path,
        on_progress: Progress,
        is_cancelled: Callable[[], bool],
    ) -> None:
        self._request, self._environment, self._scratch = request, environment, scratch
        self._progress = TrainingProgress(request.name, on_progress, is_cancelled)
        self._classes = classes_of(request.pictures)

    def run(self) -> Bundle[DetectionManifest]:
        request = self._request
        split = split_checked(request.pictures)
        network = self._network()
        task = self._task(network, split)
        done = run_worker(
            self._environment,
            WORKER,
            task,
            self._scratch,
            lambda share, message: self._progress.report(READ + (TRAINED - READ) * share, message),
            self._progress.is_cancelled,
        )
        self._progress.report(TRAINED, "Testing on unseen pictures")
        model = network.to_onnx(self._scratch / LEARNT)
        engine = OnnxRuntimeEngine(model, request.threads)
        pixels = np.load(self._scratch / PICTURES, mmap_mode="r")[-ANSWERED:]
        difference = check_answers(engine, pixels, self._scratch / ANSWERS)
        metrics = measure_detector(
            engine, _size(network), network.resize, split.test, self._classes
        )
        self._progress.report(1, "Writing the model")
        record = self._record(done, split, metrics, difference)
        minimum = choose_minimum_score(
            engine, _size(network), network.resize, split.validation, self._classes
        )
        description = self._description(network, record, minimum)
        files = {name: (self._scratch / name).read_bytes() for name in (NETWORK_CFG, LEARNT)}
        bundle = write_bundle(request.root, request.name, description, {MODEL: model} | files)
        self._progress.end(bundle.manifest.version)
        return bundle

    def _network(self) -> DarknetNetwork:
        """The network with the station's classes; its files are written to the scratch folder."""
        request = self._request
        initial = read_network(
            request.cfg,
            height=request.input_height,
            width=request.input_width,
            resize=request.resize,
        )
        cfg = self._scratch / NETWORK_CFG
        cfg.write_text(retargeted_cfg(initial, len(self._classes)), "utf-8")
        numbers = {name: number for number, name in enumerate(request.known_classes)}
        kept = [numbers.get(name) for name in self._classes]
        weights = retargeted_weights(initial, request.weights, kept, request.seed)
        (self._scratch / BEGIN).write_bytes(weights)
        return read_network(cfg)

    def _task(self, network: DarknetNetwork, split: DetectorSplit) -> dict[str, Any]:
        request = self._request
        drawn = self._read_pictures(network, split)
        return {
            "cfg": NETWORK_CFG,
            "weights": BEGIN,
            "pictures": PICTURES,
            "learnt_weights": LEARNT,
            "answers": ANSWERS,
            "answered": ANSWERED,
            "learnt": drawn[: len(split.learnt)],
            "validation": drawn[len(split.learnt) :],
            "classes": self._classes,
            "epochs": request.epochs,
            "batch_size": request.batch_size,
            "mirror": request.mirror,
            "quarter_turns": request.quarter_turns,
            "seed": request.seed,
            "threads": request.threads,
        }

    def _read_pictures(self, network: DarknetNetwork, split: DetectorSplit) -> list[dict[str, Any]]:
        """Write the model inputs to a file; the pictures' boxes in input pixels, and classes.

        Test pictures are only read to check them: the training process never gets them.
        """
        height, width = network.input.height, network.input.width
        learning, every = [*split.learnt, *split.validation], len(self._request.pictures)
        pixels = np.lib.format.open_memmap(
            self._scratch / PICTURES,
            mode="w+",
            dtype=np.uint8,
            shape=(len(learning), height, width, 3),
        )
        drawn: list[dict[str, Any]] = []

        def use(i: int, image: Image) -> None:
            model_input, place = to_detector_input(image, height, width, network.resize)
            if i < len(learning):
                pixels[i] = model_input[0]
                objects = objects_of(learning[i], self._classes)
                boxes = place.to_input(objects.boxes).tolist()
                drawn.append({"boxes": boxes, "classes": objects.classes.tolist()})

        read_pictures(
            [*learning, *split.test],
            use,
            lambda i: self._progress.report(
                READ * i / every, f"Reading picture {i + 1} of {every}"
            ),
        )
        pixels.flush()
        return drawn

    def _record(
        self,
        done: dict[str, Any],
        split: DetectorSplit,
        metrics: DetectionMetrics,
        difference: float,
    ) -> DetectorTrainingRecord:
        request = self._request
        folder = common_folder([picture.path for picture in request.pictures])
        dataset = [
            BoxedManifestPicture(
                sha256=picture.sha256,
                name=str(picture.path.absolute().relative_to(folder)),
                use=use,
                boxes=picture.boxes,
            )
            for use, pictures in (
                ("learnt", split.learnt),
                ("validation", split.validation),
                ("test", split.test),
            )
            for picture in pictures
        ]
        return DetectorTrainingRecord(
            metrics=metrics,
            validation=DetectionMetrics.model_validate(done["validation"]),
            epochs=done["epochs"],
            best_epoch=done["best_epoch"],
            batch_size=request.batch_size,
            mirror=request.mirror,
            quarter_turns=request.quarter_turns,
            seed=request.seed,
            torch_version=self._environment.torch_version,
            onnx_difference=difference,
            dataset=dataset,
            dataset_sha256=boxes_sha256(dataset),
        )

    def _description(
        self, network: DarknetNetwork, record: DetectorTrainingRecord, minimum_score: float
    ) -> DetectionDescription:
        request = self._request
        unseen = [metrics.name for metrics in record.metrics.classes if not metrics.boxes]
        return DetectionDescription(
            input=_size(network),
            author=request.author,
            created_at=datetime.now(UTC),
            classes=self._classes,
            layout="darknet",
            resize=network.resize,
            sources=[
                SourceFile(name=file.name, sha256=hashlib.sha256(file.read_bytes()).hexdigest())
                for file in (request.cfg, request.weights)
            ],
            minimum_score=minimum_score,
            training=record,
            warnings=[
                f"no test picture shows {', '.join(unseen)}, so the accuracy for it is unknown"
            ]
            if unseen
            else [],
        )


def _size(network: DarknetNetwork) -> ModelInput:
    return ModelInput(height=network.input.height, width=network.input.width)
