"""Import of a manifest of 5,000 lines with pictures of 576 x 768 pixels, every tenth with a mask.

    PYTHONPATH=tests .venv/bin/python tests/bench/bench_dataset_import.py [--quick]

Runs `okng dataset import` as a person does, and prints its time and that of its processor cores.
"""

from __future__ import annotations

import argparse
import os
import resource
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from support.labelled_sources import manifest_line, write_manifest, write_mask

from okng.device.host.supervisor import okng_command

HEIGHT, WIDTH, SEEDS = 576, 768, 20
LIMIT_S = 60.0


def jpeg(seed: int) -> bytes:
    """A smooth surface with noise, about as large as a photograph of that size."""
    noise = np.random.default_rng(seed).normal(0, 40, (HEIGHT, WIDTH, 3))
    image = np.clip(cv2.GaussianBlur(noise, (5, 5), 0) * 3 + 120, 0, 255).astype(np.uint8)
    return cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, 92])[1].tobytes()


def write_source(folder: Path, count: int) -> Path:
    """A manifest and its pictures, which differ in a comment of the JPEG file only."""
    (folder / "images").mkdir(parents=True)
    write_mask(folder / "masks/mask.png", (0x36, 0xA4, 0x23), WIDTH, HEIGHT)
    seeds = [jpeg(seed) for seed in range(SEEDS)]

    def lines() -> Iterator[dict[str, Any]]:
        for number in range(count):
            data, comment = seeds[number % SEEDS], str(number).encode()
            segment = b"\xff\xfe" + struct.pack(">H", len(comment) + 2) + comment
            (folder / f"images/{number}.jpg").write_bytes(data[:2] + segment + data[2:])
            masked = number % 10 == 0
            yield manifest_line(
                f"s3://bucket/images/{number}.jpg",
                "anomaly" if masked else "normal",
                "s3://bucket/masks/mask.png" if masked else None,
            )

    return write_manifest(folder / "train.manifest", lines())


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="200 lines")
    count = 200 if parser.parse_args().quick else 5_000
    with tempfile.TemporaryDirectory(prefix="okng-bench-") as temporary:
        folder = Path(temporary)
        manifest = write_source(folder / "source", count)
        megabytes = sum(path.stat().st_size for path in manifest.parent.rglob("*.jpg")) / 1e6
        environment = os.environ | {"OKNG_DATA_DIR": str(folder / "data")}
        began = time.monotonic()
        subprocess.run(
            okng_command("dataset", "import", str(manifest), "bench"), env=environment, check=True
        )
        seconds = time.monotonic() - began
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        f"{count} lines, {megabytes:,.0f} MB: {seconds:.1f} s, "
        f"{used.ru_utime + used.ru_stime:.1f} s of {os.cpu_count()} cores, "
        f"load {os.getloadavg()[0]:.1f}"
    )
    if count == 5_000 and seconds > LIMIT_S:
        sys.exit(f"over {LIMIT_S:g} s")


if __name__ == "__main__":
    main()
