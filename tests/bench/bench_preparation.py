"""What each step of a preparation costs at 1,920 x 1,200 px, and what judging costs without steps.

    PYTHONPATH=tests .venv/bin/python tests/bench/bench_preparation.py [--quick]

Medians of one thread. `apply` prepares a picture, `restore` brings a map of 28 x 28 cells back.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from typing import Any

import cv2
import numpy as np

from okng.models.arrays import Image
from okng.models.images.preprocessing import to_model_input
from okng.models.preparation import (
    Crop,
    Grey,
    MaskOut,
    Polygon,
    Preparation,
    Rectangle,
    Rotate,
    Stretch,
)
from okng.models.preparation.steps.step import PictureSize

WIDTH, HEIGHT = 1_920, 1_200
CROP = Crop(left=400, top=200, width=1_000, height=800)
MASK = MaskOut(
    areas=(
        Rectangle(left=0, top=0, width=300, height=1_200),
        Polygon(points=((500, 300), (900, 350), (850, 700), (520, 600))),
    )
)


def median_ms(run: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) * 1e3)
    return statistics.median(times)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    rounds = 3 if parser.parse_args().quick else 200
    cv2.setNumThreads(1)
    random = np.random.default_rng(0)
    colour: Image = random.integers(0, 256, (HEIGHT, WIDTH, 3), np.uint8)
    grey: Image = random.integers(0, 256, (HEIGHT, WIDTH), np.uint8)
    deep: Image = random.integers(0, 4_096, (HEIGHT, WIDTH), np.uint16)
    small_map = random.random((28, 28), np.float32)
    size = PictureSize(WIDTH, HEIGHT)
    cases: dict[str, tuple[Any, ...]] = {
        "no steps": (),
        "crop to 1,000 x 800 px": (CROP,),
        "mask out two areas": (MASK,),
        "rotate by 90 degrees": (Rotate(degrees=90),),
        "grey": (Grey(),),
        "stretch": (Stretch(low=20, high=200),),
        "crop, rotate, grey, stretch": (
            CROP,
            Rotate(degrees=90),
            Grey(),
            Stretch(low=20, high=200),
        ),
    }
    for name, steps in cases.items():
        preparation = Preparation(width=WIDTH, height=HEIGHT, steps=steps)
        on_colour = median_ms(lambda p=preparation: p.apply(colour), rounds)  # type: ignore[misc]
        on_grey = median_ms(lambda p=preparation: p.apply(grey), rounds)  # type: ignore[misc]
        back = median_ms(lambda p=preparation: p.restore(small_map, size), rounds)  # type: ignore[misc]
        print(f"{name}: {on_colour:.3f} ms colour, {on_grey:.3f} ms grey, restore {back:.3f} ms")
    stretch = Preparation(steps=(Stretch(low=100, high=3_000, bits=16),))
    print(f"stretch, 16 bit grey: {median_ms(lambda: stretch.apply(deep), rounds):.3f} ms")
    for name, image in (("colour", colour), ("cropped colour", CROP.apply(colour))):
        resized = median_ms(lambda i=image: to_model_input(i, 224, 224), rounds)  # type: ignore[misc]
        print(f"resizing to the model's input of 224 px, {name}: {resized:.3f} ms")


if __name__ == "__main__":
    main()
