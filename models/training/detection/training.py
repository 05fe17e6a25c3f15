"""Fine-tune a darknet network on a station's own boxes and write it as a bundle."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from okng.models.bundle import Bundle, BundleError, check_task, write_bundle
from okng.models.detection.darknet import DarknetError, DarknetNetwork, read_network
from okng.models.detection.darknet.retargeting import retargeted_cfg, retargeted_weights
from okng.models.detection.letterbox import letterbox
from okng.models.detection.training_record import (
    NETWORK_CFG,
    NETWORK_WEIGHTS,
    BoxedImage,
    DetectorTraining,
    boxes_sha256,
)
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.evaluation.detections import DetectionMetrics
from okng.models.manifest import (
    MODEL,
    DetectionDescription,
    DetectionManifest,
    ModelInput,
    SourceFile,
)
from okng.models.preprocessing import Image
from okng.models.training.detection.dealing import Dealt, deal_enough
from okng.models.training.detection.measuring import (
    check_answers,
    choose_minimum_score,
    measure_detector,
    objects_of,
)
from okng.models.training.detection.request import DetectorTrainingRequest, classes_of
from okng.models.training.environment import TrainingEnvironment
from okng.models.training.pictures import common_folder, read_pictures
from okng.models.training.request import Progress, TrainingCancelled, TrainingError
from okng.models.training.worker_process import run_worker, scratch_folder

WORKER = "okng.models.training.detection.learning"
PICTURES, BEGIN, LEARNT = "pictures.npy", "begin.weights", NETWORK_WEIGHTS
ANSWERS, ANSWERED = "answers.npy", 4
"""What the torch module answers to the last pictures that it had, and to how many."""
READ, TRAINED = 0.03, 0.95
"""Where in the whole each part of the work ends."""


def train_detector(
    request: DetectorTrainingRequest,
    environment: TrainingEnvironment,
    on_progress: Progress = lambda share, message: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Bundle[DetectionManifest]:
    """Fine-tune on the pictures' boxes and write the next version of the detector.

    The network learns in the training environment; what it has learnt becomes ONNX as any darknet
    network does, is held against the torch module, and measured on pictures that nothing has seen.
    Raises `TrainingError` for pictures, boxes or files that cannot be used, and
    `TrainingCancelled`; nothing is written then.
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
        self._on_progress, self._is_cancelled = on_progress, is_cancelled
        self._classes = classes_of(request.pictures)

    def run(self) -> Bundle[DetectionManifest]:
        request = self._request
        dealt = deal_enough(request.pictures)
        network = self._network()
        task = self._task(network, dealt)
        done = run_worker(
            self._environment,
            WORKER,
            task,
            self._scratch,
            lambda share, message: self._report(READ + (TRAINED - READ) * share, message),
            self._is_cancelled,
        )
        self._report(TRAINED, "Testing on unseen pictures")
        model = network.to_onnx(self._scratch / LEARNT)
        engine = OnnxRuntimeEngine(model, request.threads)
        pixels = np.load(self._scratch / PICTURES, mmap_mode="r")[-ANSWERED:]
        difference = check_answers(engine, pixels, self._scratch / ANSWERS)
        metrics = measure_detector(engine, _size(network), dealt.test, self._classes)
        self._report(1, "Writing the model")
        record = self._record(done, dealt, metrics, difference)
        minimum = choose_minimum_score(engine, _size(network), dealt.validation, self._classes)
        description = self._description(network, record, minimum)
        files = {name: (self._scratch / name).read_bytes() for name in (NETWORK_CFG, LEARNT)}
        bundle = write_bundle(request.root, request.name, description, {MODEL: model} | files)
        self._on_progress(1.0, f"{request.name} version {bundle.manifest.version} is trained")
        return bundle

    def _report(self, share: float, message: str) -> None:
        if self._is_cancelled():
            raise TrainingCancelled(f"the training of {self._request.name} was cancelled")
        self._on_progress(share, message)

    def _network(self) -> DarknetNetwork:
        """The network for the station's classes, its files in the scratch folder."""
        request = self._request
        given = read_network(request.cfg, height=request.input_height, width=request.input_width)
        cfg = self._scratch / NETWORK_CFG
        cfg.write_text(retargeted_cfg(given, len(self._classes)))
        known = {name: number for number, name in enumerate(request.known_classes)}
        kept = [known.get(name) for name in self._classes]
        weights = retargeted_weights(given, request.weights, kept, request.seed)
        (self._scratch / BEGIN).write_bytes(weights)
        return read_network(cfg)

    def _task(self, network: DarknetNetwork, dealt: Dealt) -> dict[str, Any]:
        request = self._request
        drawn = self._read_pictures(network, dealt)
        return {
            "cfg": NETWORK_CFG,
            "weights": BEGIN,
            "pictures": PICTURES,
            "learnt_weights": LEARNT,
            "answers": ANSWERS,
            "answered": ANSWERED,
            "learnt": drawn[: len(dealt.learnt)],
            "validation": drawn[len(dealt.learnt) :],
            "classes": self._classes,
            "epochs": request.epochs,
            "batch_size": request.batch_size,
            "mirror": request.mirror,
            "quarter_turns": request.quarter_turns,
            "seed": request.seed,
            "threads": request.threads,
        }

    def _read_pictures(self, network: DarknetNetwork, dealt: Dealt) -> list[dict[str, Any]]:
        """Leave the pictures as the network takes them; their boxes in its pixels, and classes.

        Those to test with are only looked at: the process that learns never has them.
        """
        height, width = network.picture.height, network.picture.width
        known, every = [*dealt.learnt, *dealt.validation], len(self._request.pictures)
        pixels = np.lib.format.open_memmap(
            self._scratch / PICTURES,
            mode="w+",
            dtype=np.uint8,
            shape=(len(known), height, width, 3),
        )
        drawn: list[dict[str, Any]] = []

        def use(i: int, image: Image) -> None:
            taken, place = letterbox(image, height, width)
            if i < len(known):
                pixels[i] = taken[0]
                there = objects_of(known[i], self._classes)
                boxes = place.to_input(there.boxes).tolist()
                drawn.append({"boxes": boxes, "classes": there.classes.tolist()})

        read_pictures(
            [*known, *dealt.test],
            use,
            lambda i: self._report(READ * i / every, f"Reading picture {i + 1} of {every}"),
        )
        pixels.flush()
        return drawn

    def _record(
        self, done: dict[str, Any], dealt: Dealt, metrics: DetectionMetrics, difference: float
    ) -> DetectorTraining:
        request = self._request
        folder = common_folder([one.path for one in request.pictures])
        dataset = [
            BoxedImage(
                sha256=one.sha256,
                name=str(one.path.absolute().relative_to(folder)),
                use=use,
                boxes=one.boxes,
            )
            for use, pictures in (
                ("learnt", dealt.learnt),
                ("validation", dealt.validation),
                ("test", dealt.test),
            )
            for one in pictures
        ]
        return DetectorTraining(
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
        self, network: DarknetNetwork, record: DetectorTraining, minimum_score: float
    ) -> DetectionDescription:
        request = self._request
        unseen = [one.name for one in record.metrics.classes if not one.boxes]
        return DetectionDescription(
            input=_size(network),
            author=request.author,
            created_at=datetime.now(UTC),
            classes=self._classes,
            layout="darknet",
            sources=[
                SourceFile(name=file.name, sha256=hashlib.sha256(file.read_bytes()).hexdigest())
                for file in (request.cfg, request.weights)
            ],
            minimum_score=minimum_score,
            training=record,
            warnings=[
                f"no test picture shows {', '.join(unseen)}: how well it is found is not known"
            ]
            if unseen
            else [],
        )


def _size(network: DarknetNetwork) -> ModelInput:
    return ModelInput(height=network.picture.height, width=network.picture.width)
