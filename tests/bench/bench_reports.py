"""Time and size of a fit report with 200 and with 1,000 pictures, PDF included.

PYTHONPATH=tests .venv/bin/python tests/bench/bench_reports.py
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path

import cv2
import numpy as np

from okng.device.datasets.new_pictures import NewPicture, PictureNotes
from okng.device.datasets.store import DatasetStore
from okng.device.reports.build import ReportOrigin, build_fit_report
from okng.device.types import Label

WIDTH, HEIGHT = 1280, 960


def fill(data_dir: Path, count: int) -> None:
    """A dataset of JPEG pictures of noise, one in ten anomalous, of ten batches and two types."""
    random = np.random.default_rng(5)
    pictures = []
    for number in range(count):
        small = random.integers(0, 255, (HEIGHT // 8, WIDTH // 8), np.uint8)
        image = cv2.resize(small, (WIDTH, HEIGHT))
        path = data_dir.parent / f"{number}.jpg"
        cv2.imwrite(str(path), image)
        anomalous = number % 10 == 9
        notes = PictureNotes(
            Label.ANOMALY if anomalous else Label.NORMAL,
            batch=f"lot {number % 10}",
            defect_type=f"type {number % 2}" if anomalous else None,
        )
        pictures.append((NewPicture.read(path), notes))
    DatasetStore(data_dir).import_labelled(pictures, "bench", "bench")


def main() -> None:
    """Prints a line for each size and file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="only try whether it works")
    sizes = (30,) if parser.parse_args().quick else (200, 1000)
    for count in sizes:
        for with_pdf in (False, True):
            with tempfile.TemporaryDirectory() as folder:
                data_dir = Path(folder) / "data"
                fill(data_dir, count)
                origin = ReportOrigin(
                    data_dir=data_dir, station="bench", author="bench", with_pdf=with_pdf
                )
                start, cpu = time.perf_counter(), time.process_time()
                report = build_fit_report(origin, "bench", "", lambda share, words: None)
                memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                print(
                    f"{count} pictures, {'HTML and PDF' if with_pdf else 'HTML'}: "
                    f"{time.perf_counter() - start:.1f} s ({time.process_time() - cpu:.1f} s of "
                    f"processor time), HTML {report.html_bytes / 1e6:.2f} MB, "
                    f"PDF {(report.pdf_bytes or 0) / 1e6:.2f} MB, peak {memory:.0f} MB"
                )


if __name__ == "__main__":
    main()
