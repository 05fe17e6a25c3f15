"""`make fuzz`: runs atheris on the targets of `targets.py`, each for its share of the time.

    python tests/fuzz/fuzz.py SECONDS [TARGET [FILE ...]]

With FILES a target runs these alone, such as an input that failed, which is kept in `.fuzz/`.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["okng"]):
    from targets import TARGETS, Target

LONGEST_INPUT_S = 10
LARGEST_INPUT_BYTES = 20_000
MEMORY_MB = 4096
FAILED = Path(".fuzz")
LITERALS = ("null", "true", "-1", "1e400", "NaN", "[]", "{}", '""', "99999999999999999999")
_WORD = re.compile(rb"[A-Za-z_]{2,30}")


def fuzz_all(seconds: float) -> int:
    """Runs every target in a process of its own, so that a failing one hides no other."""
    failed = []
    for name in TARGETS:
        print(f"fuzz: {name}", flush=True)
        command = [sys.executable, __file__, str(max(1, round(seconds / len(TARGETS)))), name]
        if subprocess.run(command, check=False).returncode:
            failed.append(name)
    print(f"fuzz: failed: {', '.join(failed)}; inputs in {FAILED}" if failed else "fuzz: all well")
    return 1 if failed else 0


def fuzz_one(seconds: str, name: str, files: Sequence[str]) -> None:
    target = TARGETS[name]
    FAILED.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="okng-fuzz-") as root:
        corpus, work, words = Path(root, "corpus"), Path(root, "work"), Path(root, "words")
        write_corpus(target, corpus, words)

        def run_one(data: bytes) -> None:
            shutil.rmtree(work, ignore_errors=True)
            work.mkdir()
            target.run(data, work)

        options = [
            f"-max_total_time={seconds}",
            f"-timeout={LONGEST_INPUT_S}",
            f"-rss_limit_mb={MEMORY_MB}",
            f"-max_len={LARGEST_INPUT_BYTES}",
            f"-artifact_prefix={FAILED}/{name}-",
            f"-dict={words}",
            "-seed=1",
            "-verbosity=0",
            "-print_final_stats=1",
        ]
        atheris.Setup([sys.argv[0], *options, *(files or [str(corpus)])], run_one)
        atheris.Fuzz()


def write_corpus(target: Target, corpus: Path, words: Path) -> None:
    """Writes the small seeds, and their words as the fuzzer's dictionary.

    The tests run the large ones; mutating them finds nothing more.
    """
    corpus.mkdir()
    small = [seed for seed in target.seeds if len(seed) <= LARGEST_INPUT_BYTES]
    for number, seed in enumerate(small):
        (corpus / str(number)).write_bytes(seed)
    seed_words = {word.decode() for seed in small for word in _WORD.findall(seed)}
    escaped = (word.replace('"', '\\"') for word in (*LITERALS, *sorted(seed_words)))
    words.write_text("".join(f'"{word}"\n' for word in escaped))


if __name__ == "__main__":
    seconds, *rest = sys.argv[1:]
    if not rest:
        sys.exit(fuzz_all(float(seconds)))
    fuzz_one(seconds, rest[0], rest[1:])
