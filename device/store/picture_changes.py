"""What a change makes of one dataset picture."""

from __future__ import annotations

import json
import sqlite3
from typing import Annotated, Any

from pydantic import ConfigDict, Field, JsonValue, model_validator

from okng.device.store.datasets import DatasetError, stored_path
from okng.device.store.timestamps import now_us
from okng.device.types import Label, Message, Split, Words
from okng.models.detection.labelled_box import BOXES, Boxes

Fields = dict[str, JsonValue]
"""Values by name, of those fields of `PictureChange` that are meant."""
MAX_BOXES = 2_000
"""Of one picture."""


def _without_defaults(schema: dict[str, Any]) -> None:
    for field in schema["properties"].values():
        field.pop("default", None)


class PictureChange(Message):
    """What becomes of pictures; what isn't given stays, and null takes a word away."""

    # A default in the documents would look as if that became of what isn't given.
    model_config = ConfigDict(json_schema_extra=_without_defaults)

    label: Label = Label.NORMAL
    """A picture that becomes normal loses its type of defect."""
    batch: Words | None = None
    defect_type: Words | None = None
    """Of anomalous pictures only."""
    split: Split | None = None
    boxes: Annotated[Boxes, Field(max_length=MAX_BOXES)] | None = None
    """All of the objects in it, in pixels; empty says that nothing is there."""
    removed: bool = False
    """Removed pictures lie in the trash, until `removed: false` brings them back."""

    @model_validator(mode="after")
    def _says_something(self) -> PictureChange:
        if not self.model_fields_set:
            given = ", ".join(type(self).model_fields)
            raise ValueError(f"give at least one of {given}")
        return self

    def given(self) -> Fields:
        """The values that were given, as they are stored."""
        return self.model_dump(mode="json", exclude_unset=True)


def fields_of(row: sqlite3.Row) -> Fields:
    """What can be changed of a picture, as it is now."""
    names = ("label", "batch", "defect_type", "split")
    boxes = row["boxes"]
    return {name: row[name] for name in names} | {
        "boxes": None if boxes is None else json.loads(boxes),
        "removed": row["removed_at_us"] is not None,
    }


def fields_after(row: sqlite3.Row, given: Fields) -> Fields:
    """The picture's fields after a change of those given.

    Raises:
        DatasetError: it is removed and isn't to be brought back, normal and to have a type of
            defect, or a box reaches out of it.
    """
    before = fields_of(row)
    which = f"picture {row['picture_id']} of dataset {row['dataset']!r}"
    if "removed" in given and given["removed"] == before["removed"]:
        raise DatasetError(f"{which} {'is' if before['removed'] else 'is not'} removed")
    if "removed" not in given and before["removed"]:
        raise DatasetError(f"{which} is removed")
    after = before | given
    if after["label"] == Label.NORMAL and given.get("defect_type") is not None:
        raise DatasetError(f"{which} is normal: only anomalous ones have a type of defect")
    _check_boxes(row, given, which)
    return fitting(after)


def _check_boxes(row: sqlite3.Row, given: Fields, which: str) -> None:
    for box in BOXES.validate_python(given.get("boxes") or ()):
        if not box.is_inside(row["width"], row["height"]):
            raise DatasetError(
                f"{which}: the box of {box.name!r} from {box.left:g}, {box.top:g} to "
                f"{box.right:g}, {box.bottom:g} reaches out of its {row['width']} x "
                f"{row['height']} pixels"
            )


def fitting(fields: Fields) -> Fields:
    """Without the type of defect that a normal picture can't have."""
    return fields | ({"defect_type": None} if fields["label"] == Label.NORMAL else {})


def updated_row(row: sqlite3.Row, after: Fields) -> dict[str, Any]:
    """The row's values with these fields; its file goes where the new path says."""
    boxes = after["boxes"]
    new = dict(row) | after | {"boxes": None if boxes is None else json.dumps(boxes)}
    was_removed = row["removed_at_us"] is not None
    if after["removed"] != was_removed:
        new["removed_at_us"] = now_us() if after["removed"] else None
    new["path"] = stored_path(new)
    return new
