"""Which settings are tried, how long, and which is the best: no machine is needed to tell."""

from __future__ import annotations

import time

import pytest

from okng.models.tuning.measurement import Measurement, Round
from okng.models.tuning.setting import Setting
from okng.models.tuning.successive_halving import (
    ROUNDS,
    SearchResult,
    best_candidate,
    successive_halving,
)
from okng.models.tuning.worker_pool import WorkerError

FOREVER_S = 1e12


def setting(threads: int, workers: int = 1, build: str = "onnxruntime-fp32") -> Setting:
    return Setting(build=build, threads=threads, workers=workers)


class Machine:
    """Judges a picture in so many milliseconds, by setting, and remembers what was asked."""

    def __init__(self, speeds_ms: dict[Setting, float]) -> None:
        self.speeds_ms = speeds_ms
        self.asked: list[tuple[Setting, float]] = []

    def measure(self, candidate: Setting, seconds: float) -> Round:
        self.asked.append((candidate, seconds))
        ms = self.speeds_ms[candidate]
        if not ms:
            raise WorkerError("worker 2 of 2 was killed")
        return Round(candidate.workers * 1e3 / ms, [ms] * 10, candidate.cores, 0.0, 100.0)

    def search(self, kept: tuple[Setting, ...] = (), deadline_s: float = FOREVER_S) -> SearchResult:
        return successive_halving(
            list(self.speeds_ms), self.measure, "throughput", deadline_s, kept=kept
        )

    def rounds(self) -> list[list[Setting]]:
        """What was asked, by the seconds of its round."""
        lengths = sorted({seconds for _, seconds in self.asked})
        return [
            [candidate for candidate, seconds in self.asked if seconds == length]
            for length in lengths
        ]


def test_every_round_is_twice_as_long_with_the_better_half_of_the_settings() -> None:
    speeds = {setting(threads): 100.0 / threads for threads in range(1, 9)}
    machine = Machine(speeds)
    search = machine.search()
    ones = [setting(threads) for threads in range(1, 9)]
    assert machine.rounds() == [ones, ones[:3:-1], ones[6:], ones[:6:-1]]
    assert len({seconds for _, seconds in machine.asked}) == ROUNDS
    assert search.complete
    ranked = search.ranked("throughput")
    assert [candidate.setting.threads for candidate in ranked] == [8, 7, 6, 5, 4, 3, 2, 1]


def test_the_best_of_one_worker_is_found_beside_faster_ones_with_more() -> None:
    single = {setting(1): 10.0, setting(2): 5.0}
    several = {setting(1, workers): 10.0 for workers in (2, 4, 8)}
    search = Machine(single | several).search()
    exact = {"onnxruntime-fp32": "fp32"}
    best = best_candidate(search.candidates, "throughput", exact)
    line = best_candidate(
        [candidate for candidate in search.candidates if candidate.setting.workers == 1],
        "latency",
        exact,
    )
    assert best
    assert line
    assert (best.setting, line.setting) == (setting(1, 8), setting(2))


def test_what_is_near_the_best_stays_and_so_does_what_runs_now() -> None:
    near = {setting(threads): 10.0 + threads / 10 for threads in (1, 2, 3, 4)}
    slow = {setting(threads): 100.0 for threads in (5, 6)}
    machine = Machine(near | slow)
    machine.search(kept=(setting(6),))
    assert [set(measured) for measured in machine.rounds()[1:]] == [{*near, setting(6)}] * 3


def test_of_near_ones_the_most_exact_and_then_the_least_busy_is_taken() -> None:
    int8 = setting(1, build="onnxruntime-int8")
    exact = {"onnxruntime-fp32": "fp32", "onnxruntime-int8": "int8"}

    def best(speeds_ms: dict[Setting, float]) -> Setting:
        best = best_candidate(Machine(speeds_ms).search().candidates, "latency", exact)
        assert best
        return best.setting

    assert best({int8: 10.0, setting(2): 10.5, setting(4): 10.3}) == setting(2)
    assert best({int8: 10.0, setting(2): 20.0, setting(4): 21.0}) == int8


def test_what_cannot_be_measured_is_named_and_the_others_go_on() -> None:
    machine = Machine({setting(1): 10.0, setting(1, 2): 0.0, setting(2): 12.0})
    search = machine.search()
    problems = {
        candidate.setting: candidate.problem for candidate in search.candidates if candidate.problem
    }
    assert problems == {setting(1, 2): "worker 2 of 2 was killed"}
    assert search.complete
    assert search.ranked("throughput")[-1].setting == setting(1, 2)
    assert sum(tried == setting(1, 2) for tried, _ in machine.asked) == 1
    assert len(machine.rounds()) == ROUNDS


def test_where_the_time_is_over_nothing_more_is_measured() -> None:
    machine = Machine({setting(1): 10.0, setting(2): 5.0})
    search = machine.search(deadline_s=time.monotonic() - 1)
    assert machine.asked == []
    assert not search.complete
    assert best_candidate(search.candidates, "latency", {}) is None


def test_a_measurement_is_of_all_rounds() -> None:
    rounds = [Round(10.0, [1.0] * 98, 1.0, 0.1, 50.0), Round(30.0, [9.0, 11.0], 2.0, 0.3, 80.0)]
    measurement = Measurement.of(rounds)
    assert (
        measurement.pictures,
        measurement.throughput_hz,
        measurement.cores,
        measurement.memory_mb,
    ) == (100, 20, 1.5, 80)
    assert measurement.waiting == pytest.approx(0.2)
    assert (measurement.p50_ms, measurement.p95_ms) == (1.0, 1.0)
    assert measurement.p99_ms == pytest.approx(9.02)
