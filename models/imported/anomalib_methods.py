"""The methods of anomalib that can be trained here: their settings, as the manifest keeps them.

Only those are listed that need no download: they learn on EfficientNet-Lite0, whose weights come
as a package, and answer with a score and a map. Each was trained, exported and compared
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
    """What all methods of anomalib have in common."""

    model: ClassVar[str]
    """Its class in `anomalib.models`."""
    layers: ClassVar[list[str]]

    folds: int = Field(default=3, ge=2, le=10)
    """Models that learn besides, each without a part of the good pictures, to score that part."""
    batch_size: int = Field(default=8, ge=1, le=64)
    """Pictures that it learns from at once."""
    anomalib_version: str | None = None
    """Which anomalib trained it; to be filled in by the training."""

    @property
    def passes(self) -> int:
        """How often it sees every picture while it learns."""
        return 1

    def arguments(self, height: int, width: int) -> dict[str, JsonValue]:
        """What anomalib's class is made with, for pictures of that size, besides the backbone."""
        own = type(self).model_fields.keys() - AnomalibSettings.model_fields.keys() - {"epochs"}
        return {"layers": list(self.layers), **self.model_dump(mode="json", include=own)}


class GradientSettings(AnomalibSettings):
    """A method that learns by gradient descent, for some epochs."""

    epochs: int = Field(default=100, ge=1, le=1000)
    """How often it sees every picture while it learns."""

    @property
    def passes(self) -> int:
        """How often it sees every picture while it learns."""
        return self.epochs


class AnomalibPatchcore(AnomalibSettings):
    """anomalib's PatchCore: distance to the nearest of the normal features that were kept."""

    model: ClassVar = "Patchcore"
    layers: ClassVar = [STRIDE8, STRIDE16]
    type: Literal["anomalib:patchcore"] = "anomalib:patchcore"
    coreset_sampling_ratio: float = Field(default=0.1, gt=0, le=1)
    """Share of the features that is kept."""
    num_neighbors: int = Field(default=9, ge=1, le=50)
    """Neighbours that weigh the score (the paper's equation 7)."""


class AnomalibPadim(AnomalibSettings):
    """anomalib's PaDiM: a Gaussian at every position: parts that always lie alike."""

    model: ClassVar = "Padim"
    layers: ClassVar = [STRIDE4, STRIDE8, STRIDE16]
    type: Literal["anomalib:padim"] = "anomalib:padim"
    n_features: int = Field(default=100, ge=1, le=176)
    """Features kept of 176, drawn at random."""


class AnomalibDfm(AnomalibSettings):
    """anomalib's DFM: what the principal components of normal features can't reconstruct."""

    model: ClassVar = "Dfm"
    layers: ClassVar = [STRIDE16]
    type: Literal["anomalib:dfm"] = "anomalib:dfm"
    pca_level: float = Field(default=0.97, gt=0, lt=1)
    """Share of the variance that the components keep."""
    pooling_kernel_size: int = Field(default=4, ge=1, le=8)
    """Features are averaged over so many positions each way."""

    def arguments(self, height: int, width: int) -> dict[str, JsonValue]:
        """Its class takes one layer."""
        return _one_layer(super().arguments(height, width))


class AnomalibFre(GradientSettings):
    """anomalib's FRE: what a linear autoencoder of normal features can't reconstruct."""

    model: ClassVar = "Fre"
    layers: ClassVar = [STRIDE16]
    type: Literal["anomalib:fre"] = "anomalib:fre"
    latent_dim: int = Field(default=220, ge=1, le=1024)
    """Numbers between encoder and decoder."""
    pooling_kernel_size: int = Field(default=2, ge=1, le=8)
    """Features are averaged over so many positions each way."""

    def arguments(self, height: int, width: int) -> dict[str, JsonValue]:
        """Its class takes one layer, and how many numbers that has."""
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
    """anomalib's SuperSimpleNet: a small network that tells normal features from disturbed ones."""

    model: ClassVar = "Supersimplenet"
    layers: ClassVar = [STRIDE8, STRIDE16]
    type: Literal["anomalib:supersimplenet"] = "anomalib:supersimplenet"
    perlin_threshold: float = Field(default=0.2, ge=0, le=1)
    """How much of the noise disturbs."""


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
"""Every method by its `type` word."""


def _one_layer(arguments: dict[str, JsonValue]) -> dict[str, JsonValue]:
    layers = arguments.pop("layers")
    assert isinstance(layers, list)
    (layer,) = layers
    return {**arguments, "layer": layer}
