"""Clients of the judge call that ask as fast as they can, in a process of their own.

    python -m support.judge_clients URL COOKIE CSRF_TOKEN MODEL PICTURE CLIENTS SECONDS

prints, as JSON, how many answers there were by status.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import requests


def ask_for(seconds: float, url: str, headers: dict[str, str], picture: bytes) -> Counter[int]:
    """Asks one picture after the other."""
    answers: Counter[int] = Counter()
    deadline_s = time.monotonic() + seconds
    with requests.Session() as session:
        while time.monotonic() < deadline_s:
            answers[session.post(url, data=picture, headers=headers).status_code] += 1
    return answers


def main() -> None:
    url, cookie, csrf_token, model, path, clients, seconds = sys.argv[1:]
    headers = {"Cookie": cookie, "X-CSRF-Token": csrf_token, "Content-Type": "image/jpeg"}
    address, picture = f"{url}/api/v1/judge?model={model}", Path(path).read_bytes()
    with ThreadPoolExecutor(int(clients)) as threads:
        asking = [
            threads.submit(ask_for, float(seconds), address, headers, picture)
            for _ in range(int(clients))
        ]
        answers = sum((each.result() for each in asking), Counter[int]())
    print(json.dumps(answers))


if __name__ == "__main__":
    main()
