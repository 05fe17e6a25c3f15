"""A darknet network as a PyTorch module: its weights are read, trained and written again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import torch
from torch import nn

from okng.models.detection.darknet import DarknetNetwork
from okng.models.detection.darknet.activation import LEAKY_SLOPE
from okng.models.detection.darknet.convolution import DarknetConvolution
from okng.models.detection.darknet.layer import NETWORK_INPUT
from okng.models.detection.darknet.maxpool_and_upsample import MaxPool, Upsample
from okng.models.detection.darknet.network import BATCH_NORM_EPSILON
from okng.models.detection.darknet.route_and_shortcut import Route, Shortcut
from okng.models.detection.darknet.weights_file import DarknetWeights, encode_weights
from okng.models.detection.darknet.yolo_head import YoloHead

ACTIVATIONS = {
    "linear": nn.Identity,
    "leaky": lambda: nn.LeakyReLU(LEAKY_SLOPE),
    "logistic": nn.Sigmoid,
    "mish": nn.Mish,
    "relu": nn.ReLU,
    "swish": nn.SiLU,
    "tanh": nn.Tanh,
}


class DarknetModule(nn.Module):  # type: ignore[misc]
    """Pictures float32 [B, 3, H, W], 0 to 1 -> the raw heads [B, anchors * (5 + classes), h, w]."""

    def __init__(self, network: DarknetNetwork, encode_weights: Path) -> None:
        """Load the weights.

        Raises `okng.models.detection.darknet.DarknetError` for weights that do not fit.
        """
        super().__init__()
        weights = DarknetWeights(encode_weights, network.float_count)
        self.network = network
        self.blocks = nn.ModuleList(_block(layer, weights) for layer in network.layers)

    def forward(self, pictures: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Run the layers in order, and return the raw heads."""
        outputs = {NETWORK_INPUT: pictures}
        heads = []
        for number, (layer, block) in enumerate(zip(self.network.layers, self.blocks, strict=True)):
            inputs = [outputs[source] for source in layer.sources]
            match layer:
                case Route():
                    size = [channels // layer.groups for channels in layer.channels]
                    parts = [
                        source[:, layer.group * width : (layer.group + 1) * width]
                        for source, width in zip(inputs, size, strict=True)
                    ]
                    outputs[number] = torch.cat(parts, dim=1)
                case Shortcut():
                    outputs[number] = block(sum(inputs[1:], inputs[0]))
                case _:
                    outputs[number] = block(inputs[0])
            if isinstance(layer, YoloHead):
                heads.append(outputs[number])
        return tuple(heads)

    def shared_layers(self) -> list[int]:
        """The numbers of the layers that all heads are built on: the backbone."""
        above = []
        for number, layer in enumerate(self.network.layers):
            if isinstance(layer, YoloHead):
                # With a single head, its own convolution would count as shared.
                above.append(set(self._sources(number)) - {number, layer.sources[0]})
        return sorted(set.intersection(*above) - {NETWORK_INPUT})

    def _sources(self, number: int) -> Iterator[int]:
        waiting, met = [number], {NETWORK_INPUT}
        while waiting:
            source = waiting.pop()
            if source not in met:
                met.add(source)
                yield source
                waiting += self.network.layers[source].sources

    def to_weights(self) -> bytes:
        """The content of a `.weights` file with the module's weights."""
        return encode_weights(
            part.detach().cpu().numpy().ravel()
            for layer, block in zip(self.network.layers, self.blocks, strict=True)
            if isinstance(layer, DarknetConvolution)
            for part in _numbers(layer, block)
        )


def _block(layer: object, weights: DarknetWeights) -> nn.Module:
    match layer:
        case DarknetConvolution():
            return _convolution(layer, weights)
        case MaxPool():
            top, left, bottom, right = layer.pads
            pool = nn.MaxPool2d(layer.size, layer.stride)
            padding = (left, right, top, bottom)
            if not any(padding):
                return pool
            return nn.Sequential(nn.ConstantPad2d(padding, -torch.inf), pool)
        case Upsample():
            return nn.Upsample(scale_factor=layer.stride, mode="nearest")
        case Shortcut():
            return ACTIVATIONS[layer.activation]()
        case _:
            return nn.Identity()


def _convolution(layer: DarknetConvolution, weights: DarknetWeights) -> nn.Sequential:
    filters = layer.output.channels
    convolution = nn.Conv2d(
        layer.channels,
        filters,
        layer.size,
        layer.stride,
        layer.padding,
        groups=layer.groups,
        bias=not layer.batch_normalize,
    )
    parts: list[nn.Module] = [convolution]
    bias = torch.tensor(weights.take(filters))
    if layer.batch_normalize:
        normalisation = nn.BatchNorm2d(filters, eps=BATCH_NORM_EPSILON)
        gamma, mean, variance = (torch.tensor(part) for part in weights.take(3, filters))
        normalisation.load_state_dict(
            {"weight": gamma, "bias": bias, "running_mean": mean, "running_var": variance},
            strict=False,
        )
        parts.append(normalisation)
    else:
        convolution.bias = nn.Parameter(bias)
    convolution.weight = nn.Parameter(torch.tensor(weights.take(*layer.kernel_shape)))
    return nn.Sequential(*parts, ACTIVATIONS[layer.activation]())


def _numbers(layer: DarknetConvolution, block: nn.Sequential) -> list[torch.Tensor]:
    """A convolution's parameters in the order of a `.weights` file."""
    convolution = block[0]
    if not layer.batch_normalize:
        return [convolution.bias, convolution.weight]
    normalisation = block[1]
    return [
        normalisation.bias,
        normalisation.weight,
        normalisation.running_mean,
        normalisation.running_var,
        convolution.weight,
    ]
