"""`[convolutional]`: a convolution, with batch normalisation folded into its weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from okng.models.arrays import AnyArray
from okng.models.detection.darknet.activation import activate, activation_of
from okng.models.detection.darknet.cfg_file import CfgSection
from okng.models.detection.darknet.layer import (
    DarknetLayer,
    FeatureShape,
    OnnxEmission,
    PrecedingLayers,
)

_CHANGES_THE_ARITHMETIC = (
    *("antialiasing", "assisted_excitation", "binary", "deform", "rotate", "share_index"),
    *("stretch", "stretch_sway", "stride_x", "stride_y", "sway", "xnor"),
)


@dataclass(frozen=True)
class DarknetConvolution(DarknetLayer):
    """A convolution over zero-padded input, with or without batch normalisation."""

    channels: int
    size: int
    stride: int
    padding: int
    groups: int
    batch_normalize: bool
    activation: str

    @classmethod
    def read(cls, section: CfgSection, before: PrecedingLayers) -> DarknetConvolution:
        """The convolution that a section describes, as `DarknetLayer.read` has it."""
        section.refuse(*_CHANGES_THE_ARITHMETIC)
        if section.integer("dilation", 1) != 1:
            raise section.error("dilation", "is not supported; allowed is 1")
        incoming = before.shape(before.last)
        filters = section.integer("filters", 1, minimum=1)
        size = section.integer("size", 1, minimum=1)
        stride = section.integer("stride", 1, minimum=1)
        groups = section.integer("groups", 1, minimum=1)
        # `pad=1` means padding that keeps the size; `padding` only counts without it.
        padding = size // 2 if section.integer("pad", 0) else section.integer("padding", 0)
        if incoming.channels % groups or filters % groups:
            raise section.error(
                "groups", f"does not divide {incoming.channels} channels and {filters} filters"
            )

        def extent(length: int) -> int:
            return (length + 2 * padding - size) // stride + 1

        output = FeatureShape(filters, extent(incoming.height), extent(incoming.width))
        if min(output.height, output.width) < 1:
            raise section.error("size", f"is larger than its padded input of {incoming}")
        return cls(
            section,
            (before.last,),
            output,
            channels=incoming.channels,
            size=size,
            stride=stride,
            padding=padding,
            groups=groups,
            batch_normalize=section.integer("batch_normalize", 0) != 0,
            activation=activation_of(section, "logistic"),
        )

    @property
    def float_count(self) -> int:
        """Number of floats of biases, batch normalisation and kernel."""
        return self.output.channels * (4 if self.batch_normalize else 1) + int(
            np.prod(self.kernel_shape)
        )

    def emit(self, to: OnnxEmission, inputs: Sequence[str]) -> str:
        """Add a Conv node with normalisation folded in, as `DarknetLayer.emit` has it."""
        kernel, bias = self._folded(to)
        convolved = to.graph.add(
            "Conv",
            *inputs,
            to.graph.constant(kernel),
            to.graph.constant(bias),
            kernel_shape=[self.size] * 2,
            strides=[self.stride] * 2,
            pads=[self.padding] * 4,
            group=self.groups,
        )
        return activate(to, convolved, self.activation)

    @property
    def kernel_shape(self) -> tuple[int, int, int, int]:
        """Filters, channels of a group, height and width."""
        return (self.output.channels, self.channels // self.groups, self.size, self.size)

    def _folded(self, to: OnnxEmission) -> tuple[AnyArray, AnyArray]:
        """Kernel and bias, float64: gamma (x - mean) / sqrt(variance + eps) + beta of Wx."""
        filters = self.output.channels
        bias = to.weights.take(filters).astype(np.float64)
        if not self.batch_normalize:
            return to.weights.take(*self.kernel_shape), bias
        gamma, mean, variance = to.weights.take(3, filters).astype(np.float64)
        if variance.min() < 0:
            raise self.section.error(None, f"its weights have a variance of {variance.min():g}")
        scale = gamma / np.sqrt(variance + to.epsilon)
        kernel = to.weights.take(*self.kernel_shape) * scale[:, None, None, None]
        return kernel, bias - mean * scale
