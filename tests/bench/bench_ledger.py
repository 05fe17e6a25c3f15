"""What calls cost in a store of five million inspections and a dataset of 20,000 pictures.

Every GET call of the HTTP API, with and without each of its filters: cold (nothing of the database
in memory, a program that has just started), warm, and five at once; then what the device process
asks every second, what the recorder writes, and how long it takes to bring an older store up to
date. `--quick` makes a store of a fiftieth; `--at FOLDER` uses and keeps one that is there.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import tempfile
import threading
import time
import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from apiflask import APIFlask
from flask.testing import FlaskClient
from support.large_store import DATASET, SINK, Size, make_model, make_store, newest_schema
from support.read_calls import read_calls
from support.station import StationProcesses, free_port, write_pictures

from okng.device.settings.settings import StationSettings
from okng.device.store.database import Database, connect
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.outbox import Outbox
from okng.device.store.trigger_journal import SEGMENT_EDGES, TriggerJournal
from okng.device.types import Inspection, Outcome, TriggerEdge, TriggerSource
from okng.webui.app import create_app
from okng.webui.auth.claim_code import ClaimCode
from okng.webui.auth.sessions import Sessions
from okng.webui.auth.users import Users

FULL = Size(inspections=5_000_000, pictures=20_000)
QUICK = Size(inspections=100_000, pictures=2_000)
AT_ONCE = 5
USER = "bench"
WARM_MS, COLD_MS = 50, 300
NAMED = (
    "/metrics",
    "/api/v1/results/summary?hours=744",
    "/api/v1/inspections?to_review=true",
    f"/api/v1/datasets/{DATASET}/pictures",
)
SHOWN = 12
"""Slowest calls in the table."""


def main() -> None:
    arguments = _arguments()
    size = QUICK if arguments.quick else FULL
    with tempfile.TemporaryDirectory(prefix="okng-ledger-") as temporary:
        folder = arguments.at or Path(temporary)
        data_dir = folder / "data"
        if not data_dir.exists():
            took_s = _seconds(lambda: make_store(data_dir, size))
            print(f"store made in {took_s:.0f} s: {_mib(data_dir)} MiB")
            _drop_cache(data_dir)
            took_s = _seconds(lambda: newest_schema(data_dir))
            print(f"brought up to date, nothing in memory, in {took_s:.1f} s")
            make_model(data_dir, size.pictures)
        print(f"load average: {os.getloadavg()[0]:.2f}")
        pictures = write_pictures(folder / "pictures", 3)
        station = StationProcesses(
            folder,
            {"type": "pylon", "emulate": True, "image_folder": str(pictures)},
            sinks=[{"type": "mqtt", "name": SINK, "host": "127.0.0.1", "port": free_port()}],
        )
        print(f"device process ready in {station.start_device(streaming=False):.2f} s")
        try:
            _Calls(data_dir, station.run_dir, size).measure(arguments.calls)
        finally:
            station.stop()
        _tick(data_dir)
        _writes()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--at", type=Path)
    parser.add_argument("--calls", default="", help="only those that match this expression")
    return parser.parse_args()


class _Calls:
    def __init__(self, data_dir: Path, run_dir: Path, size: Size) -> None:
        self._settings = StationSettings(data_dir=data_dir, run_dir=run_dir)
        database = Database(data_dir)
        if not Users(database).claimed():
            Users(database).claim(USER, uuid.uuid4().hex)
        self._session_key = Sessions(database).begin(USER)
        database.close()
        self._size = size

    def measure(self, pattern: str) -> None:
        app = self._app()
        client = self._client(app)
        document = client.get("/openapi.json").json
        calls = [
            call
            for call in read_calls(document, self._size, DATASET, 1)
            if re.search(pattern, call)
        ]
        print(f"\n{len(calls)} calls of {len({call.partition('?')[0] for call in calls})} kinds")
        _tell("warm", WARM_MS, {call: self._warm_ms(client, call) for call in calls})
        _tell("cold", COLD_MS, {call: self._cold_ms(call) for call in calls})
        at_once = {call: self._at_once_ms(app, call) for call in calls}
        _tell(f"{AT_ONCE} at once, the slowest of them", WARM_MS * AT_ONCE, at_once)

    def _app(self) -> APIFlask:
        return create_app(self._settings, ClaimCode("ABCD-EFGH-JKMN"))

    def _client(self, app: APIFlask) -> FlaskClient:
        client = app.test_client()
        with client.session_transaction() as session:
            session["key"] = self._session_key
        return client

    def _get_ms(self, client: FlaskClient, call: str) -> float:
        begin = time.perf_counter()
        with client.get(call) as answer:
            # Of a file that is written while it is read the first piece counts.
            first = next(iter(answer.iter_encoded()), b"")
            took_ms = (time.perf_counter() - begin) * 1e3
        if answer.status_code not in (200, 404, 503):
            raise RuntimeError(f"{call}: {answer.status_code} {first[:300]!r}")
        return took_ms

    def _warm_ms(self, client: FlaskClient, call: str) -> float:
        self._get_ms(client, call)
        return min(self._get_ms(client, call) for _ in range(2))

    def _cold_ms(self, call: str) -> float:
        app = self._app()
        took: list[float] = []

        def work() -> None:
            client = self._client(app)
            _drop_cache(self._settings.data_dir)
            took.append(self._get_ms(client, call))

        # A thread of its own has connections of its own.
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        return took[0]

    def _at_once_ms(self, app: APIFlask, call: str) -> float:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            clients = [self._client(app) for _ in range(AT_ONCE)]
            list(pool.map(lambda client: self._get_ms(client, call), clients))
            return max(pool.map(lambda client: self._get_ms(client, call), clients))


def _tell(name: str, limit_ms: int, took_ms: dict[str, float]) -> None:
    missed = sum(value > limit_ms for value in took_ms.values())
    median = statistics.median(took_ms.values())
    print(f"\n{name}: median {median:.1f} ms, {missed} over {limit_ms} ms")
    slowest = sorted(took_ms, key=took_ms.__getitem__, reverse=True)[:SHOWN]
    # What the issue of cost began with, wherever it stands.
    for call in dict.fromkeys([*slowest, *(call for call in NAMED if call in took_ms)]):
        print(f"  {took_ms[call]:9.1f} ms  {call}", flush=True)


def _tick(data_dir: Path) -> None:
    """What the device process asks of the store every second."""
    ledger, outbox = Ledger(data_dir), Outbox(data_dir, SINK)
    journal = TriggerJournal(data_dir)
    now = datetime.now(UTC)
    last = ledger.last_trigger_id()
    # Twice as many as a file takes; the last one of each never comes to its end.
    for trigger_id in (*range(last - SEGMENT_EDGES + 2, last + 2),) * 2:
        journal.append(TriggerEdge(trigger_id, TriggerSource.TIMER, now, 0, None))

    def tick() -> None:
        outbox.pending()
        outbox.pending()
        journal.discard_finished(ledger)

    tick()
    took_ms = [_seconds(tick) * 1e3 for _ in range(20)]
    print(f"\nthe device's second: {statistics.median(took_ms):.2f} ms")
    journal.close()
    shutil.rmtree(data_dir / "journal")


def _writes() -> None:
    """Parts a second that the recorder writes, in turns with and without the counts' triggers."""
    with tempfile.TemporaryDirectory(prefix="okng-writes-") as temporary:
        stores = {name: Path(temporary) / name for name in ("without counts", "with counts")}
        for data_dir in stores.values():
            make_store(data_dir, Size(inspections=50_000, pictures=100))
            newest_schema(data_dir)
        _drop_triggers(stores["without counts"])
        for together in (1, 10):
            rates: dict[str, list[float]] = {name: [] for name in stores}
            for _ in range(10):
                for name, data_dir in stores.items():
                    rates[name].append(_rate(Ledger(data_dir), together))
            summary = ", ".join(
                f"{name} {statistics.median(per_second):.0f}/s"
                for name, per_second in rates.items()
            )
            print(f"recorded, {together} in a transaction: {summary}")


def _drop_triggers(data_dir: Path) -> None:
    with closing(connect(data_dir)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in names.fetchall():
            connection.execute(f"DROP TRIGGER {name}")


def _rate(ledger: Ledger, together: int, parts: int = 200) -> float:
    first = ledger.last_trigger_id() + 1
    groups = [_entries(start, together) for start in range(first, first + parts, together)]

    def record() -> None:
        for group in groups:
            ledger.record(group, [SINK])

    return parts / _seconds(record)


def _entries(first: int, count: int) -> Sequence[LedgerEntry]:
    return [
        LedgerEntry(
            Inspection(
                inspection_id=uuid.uuid4().hex,
                trigger_id=trigger_id,
                station="line-3",
                source=TriggerSource.TIMER,
                triggered_at=datetime.now(UTC),
                outcome=Outcome.OK,
                review=trigger_id % 50 == 0,
                score=1.0,
                threshold=2.0,
            )
        )
        for trigger_id in range(first, first + count)
    ]


def _drop_cache(data_dir: Path) -> None:
    """Takes the store's files out of the system's memory; others' files stay."""
    os.sync()
    for path in data_dir.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def _mib(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) >> 20


if __name__ == "__main__":
    main()
