"""Metadata of an ONNX export, which Ultralytics writes into the file as text."""

from __future__ import annotations

import ast
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import onnx
from pydantic import ValidationError

from okng.models.bundles.manifest import ModelInput
from okng.models.errors import ImportedModelError


@dataclass(frozen=True)
class ExportMetadata:
    """Metadata on how the outputs are to be read; None where the file has none."""

    names: list[str] | None = None
    """Class names, by number."""
    task: str | None = None
    """The task, such as detect, segment, pose or obb."""
    size: ModelInput | None = None
    """The input size of the export, which is used where the graph leaves it open."""
    end_to_end: bool = False
    """Whether each object is found once, so that no suppression is needed."""
    is_rtdetr: bool = False

    @classmethod
    def of(cls, model: onnx.ModelProto) -> ExportMetadata:
        """Read the metadata of a model; unreadable entries count as missing."""
        entries = {entry.key: entry.value for entry in model.metadata_props}
        arguments = _literal(entries.get("args", ""))
        nms = arguments.get("nms") if isinstance(arguments, dict) else None
        text = " ".join(entries.get(key, "") for key in ("head", "description")).lower()
        return cls(
            names=_names(_literal(entries.get("names", ""))),
            task=entries.get("task") or None,
            size=_size(_literal(entries.get("imgsz", ""))),
            end_to_end=nms is True or entries.get("end2end", "").lower() == "true",
            is_rtdetr="rtdetr" in text.replace("-", ""),
        )


def agreed_names(
    inside: Sequence[str] | None, given: Sequence[str] | None, file: Path | None
) -> list[str]:
    """The class names by number, from the export and the class file.

    A class file may rename classes (into another language), but may not reorder them. Raises
    `ImportedModelError` where the two contradict each other, or neither has names.
    """
    if given is None:
        if inside is None:
            raise ImportedModelError("the file does not name its classes: give a class file")
        twice = sorted({name for name in inside if inside.count(name) > 1})
        if twice:
            raise ImportedModelError(
                f"the file gives several classes the name {twice[0]!r}: give a class file"
            )
        return list(inside)
    if inside is None or _agree(inside, given):
        return list(given)
    raise ImportedModelError(
        f"the classes of {file} are not those that the ONNX file itself names in this order.\n"
        f"  in the ONNX file: {_listed(inside)}\n"
        f"  in {file}: {_listed(given)}\n"
        "Leave the class file out, or bring its lines into the order of the ONNX file"
    )


def _agree(inside: Sequence[str], given: Sequence[str]) -> bool:
    if len(inside) != len(given):
        return False
    places = {name.strip().casefold(): number for number, name in enumerate(inside)}
    return all(
        places.get(name.strip().casefold(), number) == number for number, name in enumerate(given)
    )


def _listed(names: Sequence[str], most: int = 20) -> str:
    listed = ", ".join(f"{number} {name}" for number, name in enumerate(names[:most]))
    return f"{listed}, ... ({len(names)} in all)" if len(names) > most else listed


def _literal(text: str) -> Any:
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError, TypeError):
        pass
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _names(value: Any) -> list[str] | None:
    """Names from `{0: 'person', ...}`, also with keys as text, or from a list."""
    if isinstance(value, Mapping):
        try:
            numbered = {int(number): str(name) for number, name in value.items()}
        except (TypeError, ValueError):
            return None
        if sorted(numbered) != list(range(len(value))):
            return None
        return [numbered[number] for number in range(len(numbered))] or None
    if isinstance(value, list | tuple):
        return [str(name) for name in value] or None
    return None


def _size(value: Any) -> ModelInput | None:
    try:
        height, width = value if isinstance(value, list | tuple) else (value, value)
        return ModelInput(height=height, width=width)
    except (TypeError, ValueError, ValidationError):
        return None
