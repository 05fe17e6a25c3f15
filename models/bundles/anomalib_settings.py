"""Settings of anomalib's methods that can be trained here, as stored in the manifest.

Only methods without downloads are listed: they use EfficientNet-Lite0, whose weights come as a
package, and return a score and a map. Each was trained, exported and compared
(docs/models.md). anomalib itself runs in a process of its own: `okng.models.training.anomalib`.
"""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias, get_args

from pydantic import Field, JsonValue

from okng.models.anomaly.method import MethodSettings

PREFIX = "anomalib:"

STRIDE4, STRIDE8, STRIDE16 = "blocks.1", "blocks.2", "blocks.4"
"""timm's names of the backbone's feature maps, of 24, 40 and 112 channels."""
STRIDE16_CHANNELS = 112


class AnomalibSettings(MethodSettings):
    """Base of the settings of anomalib's methods."""

    model: ClassVar[str]
    """Name of the class in `anomalib.models`."""
    layers: ClassVar[list[str]]

    folds: int = Field(default=3, ge=2, le=10)
    """Number of additional models, each of which scores the good pictures it was not trained on."""
    batch_size: int = Field(default=8, ge=1, le=64)
    """Pictures per training step."""
    anomalib_version: str | None = None
    """The version of anomalib that trained the model, set by the training."""

    @property
    def passes(self) -> int:
        """How many times every picture is used in training."""
        return 1

    def arguments(self, height: int, width: int) -> dict[str, JsonValue]:
        """Arguments of anomalib's class for pictures of that size, without the backbone."""
        own = type(self).model_fields.keys() - AnomalibSettings.model_fields.keys() - {"epochs"}
        return {"layers": list(self.layers), **self.model_dump(mode="json", include=own)}


class GradientSettings(AnomalibSettings):
    """Base of the settings of methods that learn by gradient descent, for some epochs."""

    epochs: int = Field(default=100, ge=1, le=1000)
    """How many times every picture is used in training."""

    @property
    def passes(self) -> int:
        """How many times every picture is used in training."""
        return self.epochs


class AnomalibPatchcore(AnomalibSettings):
    """anomalib's PatchCore: the distance to the nearest normal feature in a memory bank."""

    model: ClassVar = "Patchcore"
    layers: ClassVar = [STRIDE8, STRIDE16]
    type: Literal["anomalib:patchcore"] = "anomalib:patchcore"
    coreset_sampling_ratio: float = Field(default=0.1, gt=0, le=1)
    """Share of the features that the memory bank keeps."""
    num_neighbors: int = Field(default=9, ge=1, le=50)
    """Neighbours for the re-weighting of the score (equation 7 of the paper)."""


class AnomalibPadim(AnomalibSettings):
    """anomalib's PaDiM: a Gaussian at every position, for parts in the same position."""

    model: ClassVar = "Padim"
    layers: ClassVar = [STRIDE4, STRIDE8, STRIDE16]
    type: Literal["anomalib:padim"] = "anomalib:padim"
    n_features: int = Field(default=100, ge=1, le=176)
    """Number of features that are drawn at random from 176."""


class AnomalibDfm(AnomalibSettings):
    """anomalib's DFM: reconstruction error by the principal components of normal features."""

    model: ClassVar = "Dfm"
    layers: ClassVar = [STRIDE16]
    type: Literal["anomalib:dfm"] = "anomalib:dfm"
    pca_level: float = Field(default=0.97, gt=0, lt=1)
    """Share of the variance that the components keep."""
    pooling_kernel_size: int = Field(default=4, ge=1, le=8)
    """Number of positions, in each direction, over which features are averaged."""

    def arguments(self, height: int, width: int) -> dict[str, JsonValue]:
        """Arguments with a single layer, as the class requires."""
        return _one_layer(super().arguments(height, width))


class AnomalibFre(GradientSettings):
    """anomalib's FRE: reconstruction error of a linear autoencoder of normal features."""

    model: ClassVar = "Fre"
    layers: ClassVar = [STRIDE16]
    type: Literal["anomalib:fre"] = "anomalib:fre"
    latent_dim: int = Field(default=220, ge=1, le=1024)
    """Size of the latent vector between encoder and decoder."""
    pooling_kernel_size: int = Field(default=2, ge=1, le=8)
    """Number of positions, in each direction, over which features are averaged."""

    def arguments(self, height: int, width: int) -> dict[str, JsonValue]:
        """Arguments with a single layer and its size, as the class requires."""
        rows, columns = (side // 16 // self.pooling_kernel_size for side in (height, width))
        return {
            **_one_layer(super().arguments(height, width)),
            "input_dim": STRIDE16_CHANNELS * rows * columns,
        }


class AnomalibStfpm(GradientSettings):
    """anomalib's STFPM: where a student network differs from its teacher."""

    model: ClassVar = "Stfpm"
    layers: ClassVar = [STRIDE4, STRIDE8, STRIDE16]
    type: Literal["anomalib:stfpm"] = "anomalib:stfpm"


class AnomalibSupersimplenet(GradientSettings):
    """anomalib's SuperSimpleNet: a small network that separates normal from disturbed features."""

    model: ClassVar = "Supersimplenet"
    layers: ClassVar = [STRIDE8, STRIDE16]
    type: Literal["anomalib:supersimplenet"] = "anomalib:supersimplenet"
    perlin_threshold: float = Field(default=0.2, ge=0, le=1)
    """Threshold of the Perlin noise above which features are disturbed."""


AnyAnomalibSettings: TypeAlias = (
    AnomalibPatchcore
    | AnomalibPadim
    | AnomalibDfm
    | AnomalibFre
    | AnomalibStfpm
    | AnomalibSupersimplenet
)

ANOMALIB_METHODS: dict[str, type[AnomalibSettings]] = {
    settings.model_fields["type"].default: settings for settings in get_args(AnyAnomalibSettings)
}
"""Every method by its `type`."""


def _one_layer(arguments: dict[str, JsonValue]) -> dict[str, JsonValue]:
    layers = arguments.pop("layers")
    assert isinstance(layers, list)
    (layer,) = layers
    return {**arguments, "layer": layer}
