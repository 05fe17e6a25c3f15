"""The class mask of a picture: the class index of each pixel, and the classes' names and colours.

Its file is a PNG with one channel of 8 bits: 0 is background, 1 and more are indices of classes.
The classes stand in a text chunk of the file too, so that it tells by itself what it shows.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, Self

import numpy as np
import PIL.Image
from PIL.PngImagePlugin import PngInfo
from pydantic import Field, StringConstraints, TypeAdapter

from okng.models.arrays import Uint8Array
from okng.models.boxes import ClassName
from okng.models.errors import OkngError
from okng.models.images.image_files import FIRST_GREY_LEVEL
from okng.models.strict_model import StrictModel

MAX_CLASSES = FIRST_GREY_LEVEL - 1
"""Largest index of a class: `read_mask` takes a mask of such values for one of class numbers."""
BACKGROUND = "background"
BACKGROUND_COLOR = "#ffffff"
CLASSES_CHUNK = "okng-mask-classes"
"""Keyword of the PNG's text chunk with the classes as JSON."""
COLORS = ("#e6194b", "#3cb44b", "#4363d8", "#f58231", "#911eb4", "#42d4f4", "#f032e6", "#9a6324")
"""For classes that have no colour of their own."""

HexColor = Annotated[str, StringConstraints(to_lower=True, pattern=r"^#[0-9a-fA-F]{6}$")]
"""A colour as in HTML: #rrggbb."""


class MaskError(OkngError, ValueError):
    """A mask that can't be used; the message says why."""

    http_status = HTTPStatus.CONFLICT


class MaskClass(StrictModel):
    """A class of a mask: the value of its pixels, its name, and the colour it is shown in."""

    index: int = Field(ge=1, le=MAX_CLASSES)
    name: ClassName
    color: HexColor


MaskClasses = Annotated[tuple[MaskClass, ...], Field(min_length=1, max_length=MAX_CLASSES)]
MASK_CLASSES: TypeAdapter[tuple[MaskClass, ...]] = TypeAdapter(MaskClasses)
"""Converts the classes of one mask from and to JSON."""


@dataclass(frozen=True)
class ClassMask:
    """Which pixels show which class; at least one pixel shows one.

    Raises `MaskError` for a pixel whose index no class has, for two classes of one index, name or
    colour, and where all is background.
    """

    indices: Uint8Array
    """[H, W]: 0 is background."""
    classes: tuple[MaskClass, ...]

    def __post_init__(self) -> None:
        if any(entry.name.casefold() == BACKGROUND for entry in self.classes):
            raise MaskError(f"a class of the mask is called {BACKGROUND!r}, which has the index 0")
        for field in ("index", "name", "color"):
            values = [getattr(mask_class, field) for mask_class in self.classes]
            if repeated := {value for value in values if values.count(value) > 1}:
                raise MaskError(
                    f"the mask has two classes of the {field} {sorted(repeated)[0]}; each needs "
                    "its own"
                )
        present = set(np.unique(self.indices).tolist()) - {0}
        if not present:
            raise MaskError("the mask shows no defect: all of it is background")
        unknown = sorted(present - {mask_class.index for mask_class in self.classes})
        if unknown:
            raise MaskError(
                f"the mask has pixels of the value {unknown[0]}, which is the index of none of "
                f"its classes ({_listed(self.classes)})"
            )

    @classmethod
    def from_png(cls, data: bytes) -> Self:
        """Reads a file that `to_png` made; raises `MaskError` for any other."""
        try:
            with PIL.Image.open(io.BytesIO(data), formats=("PNG",)) as file:
                file.load()
                classes = MASK_CLASSES.validate_json(file.info.get(CLASSES_CHUNK, ""))
                mode, indices = file.mode, np.array(file)
        except (OSError, SyntaxError, ValueError) as error:
            reason = " ".join(str(error).split())[:200]
            raise MaskError(f"this is not a mask that okng stored: {reason}") from None
        if mode != "L":
            raise MaskError(f"the mask has pixels of the kind {mode}, not one channel of 8 bits")
        return cls(indices, classes)

    def to_png(self) -> bytes:
        """The mask as the station stores it; equal masks have equal bytes."""
        text = PngInfo()
        text.add_text(CLASSES_CHUNK, MASK_CLASSES.dump_json(self.classes).decode())
        file = io.BytesIO()
        PIL.Image.fromarray(self.indices).save(file, "PNG", pnginfo=text, compress_level=6)
        return file.getvalue()

    def to_overlay_png(self) -> bytes:
        """The mask to lay over its picture: in the classes' colours on a transparent background."""
        return self._palette_png(BACKGROUND_COLOR, transparency=0)

    def to_color_png(self, background: str = BACKGROUND_COLOR) -> bytes:
        """A palette PNG: its values are the indices, its palette the classes' colours."""
        return self._palette_png(background)

    def _palette_png(self, background: str, **options: int) -> bytes:
        colors = {0: background} | {entry.index: entry.color for entry in self.classes}
        image = PIL.Image.fromarray(self.indices)
        image.putpalette(
            b"".join(
                bytes.fromhex(colors.get(index, BACKGROUND_COLOR)[1:])
                for index in range(max(colors) + 1)
            )
        )
        file = io.BytesIO()
        image.save(file, "PNG", compress_level=6, **options)
        return file.getvalue()


def holds_classes(data: bytes) -> bool:
    """Whether a PNG file says its classes, as those of the station do."""
    try:
        with PIL.Image.open(io.BytesIO(data), formats=("PNG",)) as file:
            return CLASSES_CHUNK in file.info
    except (OSError, SyntaxError, ValueError):
        return False


def color_of(index: int) -> str:
    """The colour of a class that has none of its own."""
    if index <= len(COLORS):
        return COLORS[index - 1]
    # Multiplied by an odd number, so that neighbours differ and no two are the same.
    return f"#{index * 0x9E3779 & 0xFFFFFF:06x}"


def single_class(name: str) -> MaskClass:
    """The class of a mask that only tells defective pixels from good ones."""
    return MaskClass(index=1, name=name, color=color_of(1))


def _listed(classes: Sequence[MaskClass]) -> str:
    return ", ".join(f"{entry.index} {entry.name}" for entry in classes)
