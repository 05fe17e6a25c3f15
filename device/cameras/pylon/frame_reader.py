"""Reads pylon's grab results, and counts the frames that were lost between them."""

from __future__ import annotations

from typing import Any

from okng.device.cameras.camera import Grab, GrabError
from okng.device.cameras.edge_time import EdgeTime
from okng.device.cameras.pixel_formats import PixelFormat

NO_BLOCK_ID = 2**64 - 1
"""The block ID of a frame from a transport layer that counts none."""


class FrameReader:
    """The frames of one stream, from its start to its end."""

    def __init__(self, pixel_format: PixelFormat) -> None:
        self._format = pixel_format
        self._last_block_id: int | None = None
        self._lost = 0

    def read(self, result: Any, edge: EdgeTime | None) -> Grab:
        """The image of a result, with how many frames were lost before it.

        Raises:
            GrabError: the frame is incomplete or empty; it carries the edge.
        """
        replaced = result.GetNumberOfSkippedImages()
        self._lost += lost_frames(self._last_block_id, result.BlockID, replaced)
        if result.BlockID != NO_BLOCK_ID:
            self._last_block_id = result.BlockID
        if not result.GrabSucceeded():
            code = result.ErrorCode & 0xFFFFFFFF
            raise GrabError(f"{result.ErrorDescription} (0x{code:08x})", edge)
        data = result.Array
        if data.size == 0:
            raise GrabError(f"the frame is empty: {result.Width}x{result.Height} pixels", edge)
        lost, self._lost = self._lost, 0
        return Grab(self._format.to_image(data), self._format.significant_bits, lost, edge)


def lost_frames(last_block_id: int | None, block_id: int, replaced: int) -> int:
    """Frames that the camera counted between two results and that did not arrive.

    `replaced` are those that arrived and gave way to a newer one. The count of GigE cameras wraps
    from 65535 to 1; nothing is known of a gap there.
    """
    if last_block_id is None or block_id == NO_BLOCK_ID or block_id <= last_block_id:
        return 0
    return max(0, block_id - last_block_id - 1 - replaced)
