"""Anomaly methods that can be trained: okng's own, and those of anomalib that work here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, Field

from okng.models.anomaly import AnomalySettings, MethodSettings
from okng.models.bundles.anomalib_settings import ANOMALIB_METHODS, PREFIX, AnyAnomalibSettings

_DOWNLOADS = "would have to download weights or data, which okng never does"
_UNTRIED = "has not been tried here"
_BACKBONE = "supports none of the backbones whose weights are available as a package"

WHY_NOT = {
    "anomaly_dino": _DOWNLOADS,
    "anomalyvfm": _DOWNLOADS,
    "cfa": _BACKBONE,
    "cflow": "takes too long to export",
    "cfm": _DOWNLOADS,
    "csflow": _DOWNLOADS,
    "dfkde": "returns no anomaly map",
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
    "vlm_ad": "needs a language model",
    "winclip": _DOWNLOADS,
}
"""anomalib's other models, by anomalib's names, and why they are not offered."""


def _refuse_what_cannot_be_had(value: Any) -> Any:
    """Refuse an unsupported method with its reason; pydantic would only list the allowed ones."""
    name = value.get("type") if isinstance(value, dict) else None
    if not isinstance(name, str) or not name.startswith(PREFIX) or name in ANOMALIB_METHODS:
        return value
    reason = WHY_NOT.get(name.removeprefix(PREFIX), "is not an anomalib model that okng knows")
    available = ", ".join(sorted(ANOMALIB_METHODS))
    raise ValueError(f"{name} {reason}; available are: {available}")


if TYPE_CHECKING:
    TrainingMethod = MethodSettings
else:
    TrainingMethod = Annotated[
        AnomalySettings | AnyAnomalibSettings,
        Field(discriminator="type"),
        BeforeValidator(_refuse_what_cannot_be_had),
    ]
