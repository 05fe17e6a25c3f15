"""Fine-tuning of a darknet network, epoch by epoch, in the training environment.

First the layers behind the backbone learn, then all of them. The learning rate warms up and follows
a cosine schedule (Loshchilov and Hutter, SGDR, 2017). Batch normalisation keeps its pretrained
statistics, since a station's batches are too small to estimate their own. The model is the moving
average of the weights (Polyak and Juditsky 1992), from the epoch with the best mAP on the
validation pictures.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from okng.models.arrays import Float32Array, Uint8Array
from okng.models.detection.darknet import read_network
from okng.models.detection.graph_outputs import BOXES, OBJECTNESS, SCORES
from okng.models.detection.nms import non_maximum_suppression
from okng.models.evaluation.average_precision import DetectionMetrics, Objects, evaluate_detections
from okng.models.training.detection.anchor_assignment import AnchorAssigner
from okng.models.training.detection.augmentation import Sample, SampleAugmentation
from okng.models.training.detection.box_decoding import BoxDecoder
from okng.models.training.detection.darknet_module import DarknetModule
from okng.models.training.detection.loss import DetectionLoss
from okng.models.training.detection.measure_detector import MINIMUM_SCORE, NMS_IOU
from okng.models.training.subprocess.worker import Report, Task

FROZEN_SHARE = 0.15
"""Share of the epochs in which the backbone is frozen."""
FROZEN_RATE, RATE = 2e-3, 5e-4
"""Highest learning rates of AdamW (Loshchilov and Hutter 2019)."""
WEIGHT_DECAY = 5e-4
WARM_UP_STEPS = 10
LAST_RATE = 0.02
"""The learning rate at the end, as a share of the highest."""
GRADIENT_NORM = 10.0
PATIENCE_SHARE, PATIENCE = 0.3, 10
"""Early stopping: share of the epochs, and least number of them, without an improvement."""
AVERAGING = 0.95
"""Decay of the moving average: the share of it that each step keeps."""


def work(task: Task, report: Report) -> dict[str, Any]:
    """Fine-tune on the task's pictures and write the weights to the file that it names."""
    torch.manual_seed(task["seed"])
    torch.set_num_threads(task["threads"])
    return _FineTuning(task, report).run()


class _FineTuning:
    def __init__(self, task: Task, report: Report) -> None:
        self._task, self._report = task, report
        self._device = "cuda" if torch.cuda.is_available() else "cpu"
        network = read_network(Path(task["cfg"]))
        self._module = DarknetModule(network, Path(task["weights"])).to(self._device).eval()
        self._average = AveragedModel(self._module, multi_avg_fn=get_ema_multi_avg_fn(AVERAGING))
        self._decoder = BoxDecoder(network.heads).to(self._device)
        self._loss = DetectionLoss(AnchorAssigner(network.heads))
        pixels = np.load(task["pictures"], mmap_mode="r")
        self._learnt = _samples(pixels, task["learnt"], 0)
        self._validation = _samples(pixels, task["validation"], len(self._learnt))
        self._augmentation = SampleAugmentation(
            mirror=task["mirror"], quarter_turns=task["quarter_turns"], seed=task["seed"]
        )
        self._order = np.random.default_rng(task["seed"])

    def run(self) -> dict[str, Any]:
        epochs, frozen = self._task["epochs"], round(FROZEN_SHARE * self._task["epochs"])
        best, best_epoch, metrics = -1.0, 0, None
        optimizer, rates = self._optimizer(FROZEN_RATE, frozen, freeze=True)
        patience = max(PATIENCE, PATIENCE_SHARE * epochs)
        epoch = 0
        for epoch in range(1, epochs + 1):
            if epoch == frozen + 1:
                optimizer, rates = self._optimizer(RATE, epochs - frozen, freeze=False)
            loss = self._epoch(optimizer, rates)
            measured = self._measure()
            quality = measured.map_50_95 or 0.0
            # Of equal epochs the later one is kept: it has learnt more.
            if quality >= best:
                best, best_epoch, metrics = quality, epoch, measured
                Path(self._task["learnt_weights"]).write_bytes(self._average.module.to_weights())
            self._report(
                epoch / epochs,
                f"Epoch {epoch} of {epochs}: loss {loss:.2f}, mAP@0.5 {measured.map_50 or 0:.2f}",
            )
            if epoch - max(best_epoch, frozen) > patience:
                break
        self._answer()
        assert metrics
        return {
            "epochs": epoch,
            "best_epoch": best_epoch,
            "validation": metrics.model_dump(mode="json"),
        }

    def _optimizer(
        self, rate: float, epochs: int, *, freeze: bool
    ) -> tuple[torch.optim.Optimizer, Iterator[float]]:
        shared = set(self._module.shared_layers())
        for number, block in enumerate(self._module.blocks):
            block.requires_grad_(not (freeze and number in shared))
        learning = [parameter for parameter in self._module.parameters() if parameter.requires_grad]
        # As is usual, biases and batch normalisation have no weight decay.
        groups = [
            {
                "params": [parameter for parameter in learning if parameter.ndim > 1],
                "weight_decay": WEIGHT_DECAY,
            },
            {
                "params": [parameter for parameter in learning if parameter.ndim <= 1],
                "weight_decay": 0.0,
            },
        ]
        steps = epochs * math.ceil(len(self._learnt) / self._task["batch_size"])
        return torch.optim.AdamW(groups, lr=rate), _rates(rate, steps)

    def _epoch(self, optimizer: torch.optim.Optimizer, rates: Iterator[float]) -> float:
        """Train for one pass over the pictures; returns the mean loss."""
        order = self._order.permutation(len(self._learnt))
        losses = []
        for start in range(0, len(order), self._task["batch_size"]):
            chosen = order[start : start + self._task["batch_size"]]
            batch = [self._augmentation.augment(self._learnt, int(i)) for i in chosen]
            rows = self._decoder(self._module(self._tensor(batch)))
            loss = self._loss(
                rows, [sample.boxes for sample in batch], [sample.classes for sample in batch]
            )
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self._module.parameters(), GRADIENT_NORM)
            rate = next(rates)
            for group in optimizer.param_groups:
                group["lr"] = rate
            optimizer.step()
            self._average.update_parameters(self._module)
            losses.append(float(loss.detach()))
        return float(np.mean(losses))

    def _tensor(self, samples: Sequence[Sample]) -> torch.Tensor:
        pixels = torch.from_numpy(np.stack([sample.pixels for sample in samples])).to(self._device)
        return pixels.permute(0, 3, 1, 2).float() / 255

    def _measure(self) -> DetectionMetrics:
        """Metrics of the averaged weights on the validation pictures, in input pixels."""
        truth = [Objects(sample.boxes, sample.classes) for sample in self._validation]
        detections = []
        for sample in self._validation:
            selected = non_maximum_suppression(self._outputs(sample), MINIMUM_SCORE, NMS_IOU)
            detections.append(Objects(selected.boxes, selected.classes, selected.scores))
        return evaluate_detections(truth, detections, self._task["classes"])

    def _outputs(self, sample: Sample) -> dict[str, Float32Array]:
        """The outputs that the ONNX graph will give (`okng.models.detection.graph_outputs`)."""
        with torch.no_grad():
            rows = self._decoder(self._average(self._tensor([sample])))
        objectness = rows.objectness.sigmoid()
        scores = rows.classes.sigmoid() * objectness[..., None]
        outputs = {BOXES: rows.boxes, OBJECTNESS: objectness, SCORES: scores}
        return {name: value.cpu().numpy() for name, value in outputs.items()}

    def _answer(self) -> None:
        """Write the kept weights' scores of the last pictures, computed in full precision."""
        network, learnt = self._module.network, Path(self._task["learnt_weights"])
        # The rounding of TF32 convolutions on GPUs exceeds the tolerance that the graph must meet.
        self._device = "cpu"
        self._decoder.cpu()
        self._average = DarknetModule(network, learnt).eval()
        every = [*self._learnt, *self._validation]
        answers = [self._outputs(sample)[SCORES] for sample in every[-self._task["answered"] :]]
        np.save(self._task["answers"], np.stack(answers))


def _samples(pixels: Uint8Array, drawn: Sequence[dict[str, Any]], first: int) -> list[Sample]:
    return [
        Sample(
            pixels[first + index],
            np.array(picture["boxes"], np.float64).reshape(-1, 4),
            np.array(picture["classes"], np.int64),
        )
        for index, picture in enumerate(drawn)
    ]


def _rates(highest: float, steps: int) -> Iterator[float]:
    for step in range(steps):
        warm = min(1.0, (step + 1) / WARM_UP_STEPS)
        cosine = (1 + math.cos(math.pi * step / steps)) / 2
        yield highest * warm * (LAST_RATE + (1 - LAST_RATE) * cosine)
