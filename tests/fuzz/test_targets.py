"""The fuzz targets with their seeds and with a few thousand fixed mutations of them."""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from .targets import TARGETS

ROUNDS = 150
"""Mutations for each target; `make fuzz` runs as many as its time allows."""
MOST_S = 20.0
MOST_GROWTH_KB = 400_000


def mutations(seeds: tuple[bytes, ...], rounds: int) -> Iterator[bytes]:
    """Cut, doubled, flipped and joined seeds, the same ones in every run."""
    chance = random.Random(1)
    small = [seed for seed in seeds if len(seed) < 10_000] or [b""]
    for _ in range(rounds):
        data = bytearray(chance.choice(small))
        for _ in range(chance.randint(1, 4)):
            start = chance.randint(0, len(data))
            end = min(len(data), start + chance.choice((1, 2, 4, 30)))
            data[start:end] = chance.choice(
                (
                    b"",
                    bytes(data[start:end]) * 2,
                    chance.randbytes(max(1, end - start)),
                    chance.choice((b"-1", b"0", b"1e400", b"NaN", b"null", b'""', b"[]", b"{}")),
                    chance.choice(small)[: chance.randint(0, 40)],
                )
            )
        yield bytes(data)


@pytest.mark.parametrize("name", TARGETS)
def test_only_documented_errors_come_out(name: str, tmp_path: Path) -> None:
    target = TARGETS[name]
    before_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    for number, data in enumerate((*target.seeds, *mutations(target.seeds, ROUNDS))):
        folder = tmp_path / str(number)
        folder.mkdir()
        target.run(data, folder)
    assert time.process_time() - started < MOST_S
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before_kb < MOST_GROWTH_KB


def test_the_seeds_that_are_whole_are_read(tmp_path: Path) -> None:
    """A target that refuses every seed tests nothing behind its first check."""
    broken_from_the_start = {"manifest", "build_record"}
    for name in TARGETS.keys() - broken_from_the_start:
        folder = tmp_path / name
        folder.mkdir()
        TARGETS[name].read(TARGETS[name].seeds[0], folder)
