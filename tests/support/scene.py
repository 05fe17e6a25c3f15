"""Pictures of parts on a bench, and changes of the scene: light, position, rotation."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

WIDTH, HEIGHT = 320, 240


def parts(seed: int, count: int) -> list[npt.NDArray[np.uint8]]:
    """`count` pictures [240, 320] of a keyed, textured disc; each lies a pixel or two aside."""
    generator = np.random.default_rng(seed)
    return [_part(generator) for _ in range(count)]


def lit_from_the_left(image: npt.NDArray[Any], brighter: float = 1.2) -> npt.NDArray[Any]:
    """The lamp moved: the left edge `brighter` times as bright, the right one darker by as much."""
    ramp = np.linspace(brighter, 2 - brighter, image.shape[1]).reshape(
        1, -1, *[1] * (image.ndim - 2)
    )
    return np.clip(image * ramp, 0, np.iinfo(image.dtype).max).astype(image.dtype)


def shifted(image: npt.NDArray[Any], right: float, down: float) -> npt.NDArray[Any]:
    """The picture shifted, by shares of its longer side."""
    side = max(image.shape)
    return _warped(image, np.array([[1, 0, right * side], [0, 1, down * side]]))


def turned(image: npt.NDArray[Any], degrees: float) -> npt.NDArray[Any]:
    """The picture rotated clockwise about its centre."""
    height, width = image.shape[:2]
    return _warped(image, cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), -degrees, 1))


def _part(generator: np.random.Generator) -> npt.NDArray[np.uint8]:
    rows, columns = np.mgrid[:HEIGHT, :WIDTH]
    right, down = generator.normal(0, 0.8, 2)
    across, along = columns - WIDTH / 2 - right, rows - HEIGHT / 2 - down
    disc = np.where(np.hypot(along, across) < 90, 140.0, 40.0)
    disc[(np.abs(along) < 14) & (across > 30) & (across < 70)] = 70
    disc[(np.abs(across + 30) < 10) & (along > 20)] -= 25
    noise = cv2.GaussianBlur(generator.normal(0, 20, (HEIGHT, WIDTH)), (0, 0), 1.5)
    return np.clip((disc + noise) * generator.normal(1, 0.01), 0, 255).astype(np.uint8)


def _warped(image: npt.NDArray[Any], matrix: npt.NDArray[Any]) -> npt.NDArray[Any]:
    height, width = image.shape[:2]
    # Linear interpolation would reduce the sharpness as well.
    return cv2.warpAffine(
        image, matrix, (width, height), flags=cv2.INTER_LANCZOS4, borderMode=cv2.BORDER_REPLICATE
    )
