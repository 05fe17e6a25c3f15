"""Changes of a dataset picture: label, batch, defect type, split, boxes, mask, and removal."""

from __future__ import annotations

import json
import sqlite3
from typing import Annotated, Any

from pydantic import ConfigDict, Field, JsonValue, model_validator

from okng.device.datasets.dataset_folders import stored_path
from okng.device.datasets.errors import DatasetError
from okng.device.store.timestamps import now_us
from okng.device.types import Label, PictureMask, Split, Words
from okng.models.boxes import BOXES, Boxes
from okng.models.strict_model import StrictModel

Fields = dict[str, JsonValue]
"""Values by name: a subset of the fields of `PictureChange`."""
MAX_BOXES = 2_000
"""Largest number of boxes in one picture."""


def _without_defaults(schema: dict[str, Any]) -> None:
    for field in schema["properties"].values():
        field.pop("default", None)


class PictureChange(StrictModel):
    """New values of a picture's fields; one that isn't given stays, and null clears a text."""

    # A default in the API schema would look as if an omitted field were reset to it.
    model_config = ConfigDict(json_schema_extra=_without_defaults)

    label: Label = Label.NORMAL
    """A picture that becomes normal loses its type of defect and its mask."""
    batch: Words | None = None
    defect_type: Words | None = None
    """Of anomalous pictures only."""
    split: Split | None = None
    boxes: Annotated[Boxes, Field(max_length=MAX_BOXES)] | None = None
    """All of the objects in it, in pixels; empty says that nothing is there."""
    mask: PictureMask | None = None
    """A mask that was stored for this picture before; of anomalous pictures only."""
    removed: bool = False
    """Removed pictures lie in the trash, until `removed: false` brings them back."""

    @model_validator(mode="after")
    def _says_something(self) -> PictureChange:
        if not self.model_fields_set:
            fields = ", ".join(type(self).model_fields)
            raise ValueError(f"give at least one of {fields}")
        return self

    def given(self) -> Fields:
        """The values that were given, as they are stored."""
        return self.model_dump(mode="json", exclude_unset=True)


def fields_of(row: sqlite3.Row) -> Fields:
    """The present values of the fields that can be changed."""
    names = ("label", "batch", "defect_type", "split")
    boxes, mask = row["boxes"], row["mask"]
    return {name: row[name] for name in names} | {
        "boxes": None if boxes is None else json.loads(boxes),
        "mask": None if mask is None else json.loads(mask),
        "removed": row["removed_at_us"] is not None,
    }


def fields_after(row: sqlite3.Row, fields: Fields) -> Fields:
    """The picture's fields after a change of those given.

    Raises:
        DatasetError: it is removed and isn't to be brought back, normal and to have a type of
            defect or a mask, or a box reaches out of it.
    """
    before = fields_of(row)
    subject = f"picture {row['picture_id']} of dataset {row['dataset']!r}"
    if "removed" in fields and fields["removed"] == before["removed"]:
        raise DatasetError(f"{subject} {'is' if before['removed'] else 'is not'} removed")
    if "removed" not in fields and before["removed"]:
        raise DatasetError(f"{subject} is removed")
    after = before | fields
    if after["label"] == Label.NORMAL:
        for name, words in (("defect_type", "a type of defect"), ("mask", "a mask")):
            if fields.get(name) is not None:
                raise DatasetError(f"{subject} is normal: only anomalous ones have {words}")
    _check_boxes(row, fields, subject)
    return fitting(after)


def _check_boxes(row: sqlite3.Row, fields: Fields, subject: str) -> None:
    problems = [
        f"{subject}: the box of {box.name!r} from {box.left:g}, {box.top:g} to "
        f"{box.right:g}, {box.bottom:g} reaches out of its {row['width']} x {row['height']} pixels"
        for box in BOXES.validate_python(fields.get("boxes") or ())
        if not box.is_inside(row["width"], row["height"])
    ]
    if problems:
        raise DatasetError("; ".join(problems))


def fitting(fields: Fields) -> Fields:
    """The fields without type of defect and mask where the label is normal."""
    return fields | ({"defect_type": None, "mask": None} if fields["label"] == Label.NORMAL else {})


def updated_row(row: sqlite3.Row, after: Fields) -> dict[str, Any]:
    """The row's values with these fields; its file goes where the new path says."""
    new = dict(row) | after
    for name in ("boxes", "mask"):
        new[name] = None if after[name] is None else json.dumps(after[name])
    was_removed = row["removed_at_us"] is not None
    if after["removed"] != was_removed:
        new["removed_at_us"] = now_us() if after["removed"] else None
    new["path"] = stored_path(new)
    return new
