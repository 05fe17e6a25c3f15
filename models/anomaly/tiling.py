"""Tiling of large images: the backbone sees one tile at a time, the method the whole image.

The tiles' embeddings are joined before the method learns or judges, so methods are independent of
tiles: PatchCore has one bank for all, PaDiM a Gaussian at every position of the whole picture, and
map and score are those of the whole picture.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Self

from pydantic import Field, model_validator

from okng.models.backbone.backbone import INPUT_MULTIPLE
from okng.models.onnx.graph import GraphBuilder
from okng.models.strict_model import StrictModel

OVERLAP_PX = 128
"""Overlap of neighbouring tiles, of which each one drops half.

Features near a tile's edge are affected by padding. 64 px inside, they differ from those of the
whole picture by a tenth to a half of the difference of neighbouring patches (docs/models.md).
"""

LEAST_TILE_PX = 256
"""Smaller tiles would overlap more than they advance."""

DEFAULT_INPUT_PX, USUAL_TILE_PX, LARGEST_TILE_PX = 224, 512, 1024

DEFECT_INPUT_PX = 24
"""Size that the smallest defect needs in the input to stand out from a textured surface: three
positions of the embedding (docs/models.md)."""

MOST_TILES = 64
"""A tile of 512 px takes about 60 ms on one core of a small computer."""

EMBEDDING_STRIDE = 8
"""Pixels of the input per position of an embedding."""


class Tiling(StrictModel):
    """An input of `rows` x `columns` tiles, each of `height` x `width` px; by default one tile."""

    height: int = Field(ge=32)
    width: int = Field(ge=32)
    rows: int = Field(default=1, ge=1, le=MOST_TILES)
    columns: int = Field(default=1, ge=1, le=MOST_TILES)

    @model_validator(mode="after")
    def _can_be_cut(self) -> Self:
        check_tiles(self.height, self.width, self.rows, self.columns)
        return self

    @property
    def input_height(self) -> int:
        """Height of the whole input, px."""
        return _extent(self.height, self.rows)

    @property
    def input_width(self) -> int:
        """Width of the whole input, px."""
        return _extent(self.width, self.columns)

    @property
    def positions(self) -> int:
        """Positions of the whole input's embedding."""
        return self.input_height * self.input_width // EMBEDDING_STRIDE**2

    def __str__(self) -> str:
        tile = f"{self.width} x {self.height} px"
        if self.rows * self.columns == 1:
            return tile
        tiles = f"{self.rows} x {self.columns} tiles of {tile}"
        return f"{self.input_width} x {self.input_height} px in {tiles}"


def check_tiles(height: int, width: int, rows: int, columns: int) -> None:
    """Raise ValueError for too many tiles, and for several tiles that are too small."""
    if rows * columns > MOST_TILES:
        raise ValueError(f"{rows} x {columns} tiles are {rows * columns}; allowed are {MOST_TILES}")
    for side, count in ((height, rows), (width, columns)):
        if count > 1 and side < LEAST_TILE_PX:
            raise ValueError(f"tiles of {side} px; allowed are {LEAST_TILE_PX} px and more")


def tiling_for_defect(height: int, width: int, smallest_defect_px: float) -> Tiling:
    """The tiling for pictures of `height` x `width` px that shows the smallest defect large enough.

    It is no larger than the picture, and no smaller than 224 px. Sides up to 1,024 px are one tile.
    Raises ValueError where that takes more tiles than are allowed.
    """
    scale = min(1, DEFECT_INPUT_PX / smallest_defect_px)
    (tile_height, rows), (tile_width, columns) = (_side(scale * px) for px in (height, width))
    check_tiles(tile_height, tile_width, rows, columns)
    return Tiling(height=tile_height, width=tile_width, rows=rows, columns=columns)


def _side(side_px: float) -> tuple[int, int]:
    """Pixels of a tile, and the number of tiles, along a side of so many pixels."""
    if side_px <= LARGEST_TILE_PX:
        return max(DEFAULT_INPUT_PX, math.ceil(side_px / INPUT_MULTIPLE) * INPUT_MULTIPLE), 1
    tiles = math.ceil((side_px - OVERLAP_PX) / (USUAL_TILE_PX - OVERLAP_PX))
    tile = (side_px + (tiles - 1) * OVERLAP_PX) / tiles
    return int(tile) // INPUT_MULTIPLE * INPUT_MULTIPLE, tiles


def embed_tiles(
    graph: GraphBuilder, image: str, tiling: Tiling, embed: Callable[[str], str]
) -> str:
    """Add the embedding [1, d, h, w] of `image` uint8 [1, H, W, 3], computed tile by tile.

    `embed` adds the embedding of one tile, at stride 8. The tiles are computed one after the other
    instead of as a batch, so that a runtime holds the features of one tile at a time.
    """
    rows = []
    for top, kept_rows in _tiles(tiling.height, tiling.rows):
        strip = _cut(graph, image, 1, top, tiling.height, tiling.input_height)
        row = []
        for left, kept_columns in _tiles(tiling.width, tiling.columns):
            embedding = embed(_cut(graph, strip, 2, left, tiling.width, tiling.input_width))
            row.append(_keep(graph, _keep(graph, embedding, 2, kept_rows), 3, kept_columns))
        rows.append(_join(graph, row, axis=3))
    return _join(graph, rows, axis=2)


def _extent(tile: int, count: int) -> int:
    return count * tile - (count - 1) * OVERLAP_PX


def _tiles(tile: int, count: int) -> Iterator[tuple[int, slice | None]]:
    """The first pixel of each tile along one side, and the slice of positions kept; None is all."""
    positions, given_up = tile // EMBEDDING_STRIDE, OVERLAP_PX // 2 // EMBEDDING_STRIDE
    for i in range(count):
        first = 0 if i == 0 else given_up
        end = positions if i == count - 1 else positions - given_up
        yield i * (tile - OVERLAP_PX), slice(first, end) if count > 1 else None


def _cut(graph: GraphBuilder, image: str, axis: int, start: int, length: int, whole: int) -> str:
    return image if length == whole else graph.slice(image, axis, start, start + length)


def _keep(graph: GraphBuilder, embedding: str, axis: int, kept: slice | None) -> str:
    return embedding if kept is None else graph.slice(embedding, axis, kept.start, kept.stop)


def _join(graph: GraphBuilder, parts: list[str], axis: int) -> str:
    return parts[0] if len(parts) == 1 else graph.add("Concat", *parts, axis=axis)
