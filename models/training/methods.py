"""What a training can be asked for: okng's own methods, and those of anomalib that work here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, Field

from okng.models.anomaly import AnomalySettings, MethodSettings
from okng.models.imported.anomalib_methods import ANOMALIB_METHODS, PREFIX, AnyAnomalibSettings

_DOWNLOADS = "would have to download weights or data, and nothing is downloaded here"
_UNTRIED = "has not been tried here"
_BACKBONE = "takes none of the backbones whose weights come as a package"

WHY_NOT = {
    "anomaly_dino": _DOWNLOADS,
    "anomalyvfm": _DOWNLOADS,
    "cfa": _BACKBONE,
    "cflow": "takes too long to export",
    "cfm": _DOWNLOADS,
    "csflow": _DOWNLOADS,
    "dfkde": "gives no anomaly map",
    "dinomaly": _DOWNLOADS,
    "draem": _DOWNLOADS,
    "dsr": _DOWNLOADS,
    "efficient_ad": _DOWNLOADS,
    "fastflow": _BACKBONE,
    "foundad": _DOWNLOADS,
    "ganomaly": _UNTRIED,
    "general_ad": _DOWNLOADS,
    "glass": _UNTRIED,
    "inp_former": _DOWNLOADS,
    "l2bt": _DOWNLOADS,
    "mh_patchcore": "takes 4 GB of memory",
    "patchflow": _UNTRIED,
    "rad": _DOWNLOADS,
    "reverse_distillation": _BACKBONE,
    "super_add": _DOWNLOADS,
    "uflow": _BACKBONE,
    "uninet": _BACKBONE,
    "vlm_ad": "asks a language model",
    "winclip": _DOWNLOADS,
}
"""anomalib's other models, by its own names."""


def _refuse_what_cannot_be_had(value: Any) -> Any:
    """Say why, and what there is, where pydantic would only name the words that it knows."""
    name = value.get("type") if isinstance(value, dict) else None
    if not isinstance(name, str) or not name.startswith(PREFIX) or name in ANOMALIB_METHODS:
        return value
    reason = WHY_NOT.get(name.removeprefix(PREFIX), "is no model that okng knows of anomalib")
    there = ", ".join(sorted(ANOMALIB_METHODS))
    raise ValueError(f"{name} {reason}; there are: {there}")


if TYPE_CHECKING:
    TrainingMethod = MethodSettings
else:
    TrainingMethod = Annotated[
        AnomalySettings | AnyAnomalibSettings,
        Field(discriminator="type"),
        BeforeValidator(_refuse_what_cannot_be_had),
    ]
