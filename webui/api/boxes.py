"""Bounding boxes of a dataset's pictures: reading, replacing, and importing label files."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import NoReturn

from apiflask import APIBlueprint, abort
from apiflask.fields import UploadFile
from pydantic import AwareDatetime, Field

from okng.device.datasets.box_import import Exif, ImportedBoxes, import_boxes
from okng.device.datasets.picture_changes import PictureChange
from okng.models.boxes import Boxes
from okng.models.detection.annotation_formats.annotation_file import (
    AnnotationError,
    SkippedAnnotation,
)
from okng.models.detection.annotation_formats.formats import AnnotationFormat, read_annotations
from okng.models.strict_model import StrictModel
from okng.webui.api.dataset_changes import AppliedChange
from okng.webui.api.datasets import stored_picture
from okng.webui.api.upload_names import upload_name
from okng.webui.auth.current_user import user_name
from okng.webui.body_limits import takes_upload
from okng.webui.services import services

boxes = APIBlueprint("boxes", __name__, tag="Boxes")

MAX_LABEL_BYTES = 32_000_000
"""Size of all label files of a request: their content takes many times as much memory."""
MAX_LABEL_FILES = 900
"""Below Werkzeug's limit on the parts of a form; the command line imports more."""
MAX_LISTED = 1_000
"""Skipped annotations or problems listed in an answer; the command line lists all."""


class DrawnBoxes(StrictModel):
    """All boxes of a picture, in its pixels; null marks the picture as not labelled with boxes."""

    boxes: Boxes | None


class PictureBoxes(DrawnBoxes):
    """The boxes of a picture with their author and time, which are null where nobody drew any."""

    picture_id: int
    width: int
    height: int
    author: str | None
    changed_at: AwareDatetime | None


@boxes.get("/pictures/<int:picture_id>/boxes")
@boxes.output(PictureBoxes)
def get_boxes(picture_id: int) -> PictureBoxes:
    """Returns the boxes of a picture; an empty list means that it shows no object."""
    picture = stored_picture(picture_id)
    drawn = services().dataset_changes.newest_of(picture_id, "boxes")
    return PictureBoxes(
        boxes=picture.boxes,
        picture_id=picture_id,
        width=picture.width,
        height=picture.height,
        author=drawn and drawn.author,
        changed_at=drawn and drawn.changed_at,
    )


@boxes.put("/pictures/<int:picture_id>/boxes")
@boxes.input(DrawnBoxes, arg_name="drawn")
@boxes.output(AppliedChange)
@boxes.doc(responses=[409])
def put_boxes(picture_id: int, drawn: DrawnBoxes) -> AppliedChange:
    """Replaces all boxes of a picture; a change that can be undone like any other."""
    stored_picture(picture_id)
    change = PictureChange(boxes=drawn.boxes)
    return AppliedChange(
        change=services().dataset_changes.change([picture_id], change, user_name())
    )


class LabelFiles(StrictModel):
    """Label files of another program: JSON, or text files with their class file."""

    files: list[UploadFile] = Field(min_length=1, max_length=MAX_LABEL_FILES)
    """Their names may include folders."""
    format: AnnotationFormat | None = None
    """Null: recognised by the files."""
    empty: bool = False
    """Pictures without a box in the files show no object, even if the dataset has boxes of them."""
    exif: Exif | None = None
    """Whether the program rotated pictures by their EXIF orientation; required where it matters."""


class ImportDone(ImportedBoxes):
    """The result of an import, with the first 1,000 of what was skipped."""

    skipped_count: int
    """How many annotations were skipped in all."""


@boxes.post("/datasets/<name>/boxes")
@boxes.input(LabelFiles, location="form_and_files", arg_name="labels")
@boxes.output(ImportDone)
@boxes.doc(responses=[409, 413])
@takes_upload
def import_labels(name: str, labels: LabelFiles) -> ImportDone:
    """Imports the boxes of label files whose picture names are those of the dataset.

    What can't be used is skipped and listed. If a class or a picture is ambiguous nothing is
    imported, and `detail.problems` names all such places.
    """
    with tempfile.TemporaryDirectory(prefix="okng-labels-") as temporary:
        folder = Path(temporary)
        _save(labels.files, folder)
        try:
            imported = import_boxes(
                services().data_dir,
                name,
                read_annotations(_only_file(folder) or folder, labels.format),
                user_name(),
                empty=labels.empty,
                exif=labels.exif,
            )
        except AnnotationError as error:
            _refuse([_shown(problem, folder) for problem in error.problems])
    skipped = [
        SkippedAnnotation(_shown(item.where, folder), _shown(item.reason, folder))
        for item in imported.skipped
    ]
    fields = dict(imported) | {"skipped": tuple(skipped[:MAX_LISTED])}
    return ImportDone(**fields, skipped_count=len(skipped))


def _save(files: Sequence[UploadFile], folder: Path) -> None:
    """Writes the uploads into the folder, in the subfolders that their names have."""
    written = 0
    for file in files:
        parts = PurePosixPath((file.filename or "").replace("\\", "/")).parts
        path = folder.joinpath(*map(upload_name, parts))
        if path == folder or path.exists():
            _refuse([f"{file.filename!r:.80} is not a file name, or is there twice"])
        path.parent.mkdir(parents=True, exist_ok=True)
        data = file.read(MAX_LABEL_BYTES - written + 1)
        written += len(data)
        if written > MAX_LABEL_BYTES:
            abort(413, f"the labels have more than {MAX_LABEL_BYTES} bytes; import them in parts")
        path.write_bytes(data)


def _only_file(folder: Path) -> Path | None:
    """The only file of the folder, if it has just one and that is JSON."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() == ".json" else None


def _refuse(problems: Sequence[str]) -> NoReturn:
    message = (
        problems[0] if len(problems) == 1 else f"nothing was imported: {len(problems)} problems"
    )
    abort(422, message, detail={"problems": list(problems[:MAX_LISTED])})


def _shown(text: str, folder: Path) -> str:
    """A message without the temporary folder of the uploads."""
    return text.replace(f"{folder}/", "").replace(str(folder), "the upload")
