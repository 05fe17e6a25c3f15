"""The rate limit: a number of attempts in a period, by the monotonic clock."""

from __future__ import annotations

import pytest
from werkzeug.exceptions import TooManyRequests

from okng.webui.auth.rate_limit import MAX_KEYS, RateLimit


def test_attempts_come_back_one_by_one() -> None:
    now_s = [0.0]
    limit = RateLimit(2, 60, lambda: now_s[0])
    limit.take("a")
    now_s[0] = 30
    limit.take("a")
    with pytest.raises(TooManyRequests) as refused:
        limit.take("a")
    assert refused.value.retry_after == 31
    limit.take("b")
    now_s[0] = 60
    limit.take("a")
    with pytest.raises(TooManyRequests):
        limit.take("a")


def test_memory_is_bounded() -> None:
    limit = RateLimit(1, 60)
    for number in range(MAX_KEYS + 100):
        limit.take(str(number))
    limit.take("0")
    with pytest.raises(TooManyRequests):
        limit.take(str(MAX_KEYS + 99))
