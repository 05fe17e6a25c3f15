from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from support.small_disk import mount_small_disk
from support.write_ahead_log import leave_log

from okng.device.store import database
from okng.device.store.database import Database, StoreError, connect, wait_at_most


def test_settings_that_keep_acknowledged_rows(tmp_path: Path) -> None:
    connection = connect(tmp_path)
    pragmas = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "temp_store")
    }
    full = memory = 2
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": full,
        "foreign_keys": 1,
        "temp_store": memory,
    }
    connection.close()


def test_a_thread_waits_for_a_lock_as_long_as_it_says(tmp_path: Path) -> None:
    def busy_timeout_ms() -> int:
        wait_at_most(0.5)
        with closing(connect(tmp_path)) as connection:
            milliseconds: int = connection.execute("PRAGMA busy_timeout").fetchone()[0]
        return milliseconds

    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(busy_timeout_ms).result() == 500


def test_processes_that_start_at_once_share_one_schema(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib; from okng.device.store.database import connect\n"
        "sys.stdin.readline()\n"
        "connect(pathlib.Path(sys.argv[1])).execute("
        "\"INSERT INTO station_state VALUES (hex(randomblob(8)), '')\")"
    )
    processes = [
        subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], stdin=subprocess.PIPE)
        for _ in range(6)
    ]
    for process in processes:
        assert process.stdin
        process.stdin.write(b"go\n")
        process.stdin.close()
    assert [process.wait() for process in processes] == [0] * 6
    connection = connect(tmp_path)
    assert connection.execute("SELECT count(*) FROM station_state").fetchone()[0] == 6
    connection.close()


def test_a_newer_database_is_refused_and_untouched(tmp_path: Path) -> None:
    connection = connect(tmp_path)
    connection.execute("PRAGMA user_version = 900")
    connection.close()
    before = (tmp_path / "okng.db").read_bytes()
    with pytest.raises(StoreError, match=r"okng\.db: its schema 900 is of a newer okng.*install"):
        connect(tmp_path)
    assert (tmp_path / "okng.db").read_bytes() == before


def test_a_migration_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect(tmp_path).close()
    scripts = database._migrations()
    broken = [*scripts, "CREATE TABLE half (x); INSERT INTO nowhere VALUES (1);"]
    monkeypatch.setattr(database, "_migrations", lambda: broken)
    with pytest.raises(StoreError, match="nowhere"):
        connect(tmp_path)
    monkeypatch.setattr(database, "_migrations", lambda: scripts)
    connection = connect(tmp_path)
    assert connection.execute("PRAGMA user_version").fetchone()[0] == len(scripts)
    assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'half'").fetchall()
    connection.close()


def test_an_older_database_keeps_its_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connection = connect(tmp_path)
    connection.execute("INSERT INTO station_state VALUES ('mode', 'inspect')")
    connection.close()
    scripts = [*database._migrations(), "ALTER TABLE station_state ADD COLUMN since INTEGER;"]
    monkeypatch.setattr(database, "_migrations", lambda: scripts)
    connection = connect(tmp_path)
    row = connection.execute("SELECT key, value, since FROM station_state").fetchone()
    assert tuple(row) == ("mode", "inspect", None)
    connection.close()


@pytest.mark.parametrize(
    "content", [b"no database at all" * 300, b"SQLite format 3\0" + b"x" * 5000]
)
def test_a_file_that_is_no_database_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "okng.db").write_bytes(content)
    with pytest.raises(StoreError, match=re.escape(str(tmp_path / "okng.db"))):
        connect(tmp_path)
    assert (tmp_path / "okng.db").read_bytes() == content


def test_a_data_directory_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(StoreError, match=re.escape(str(tmp_path / "data"))):
        connect(tmp_path / "data")


def test_a_reader_can_not_write(tmp_path: Path) -> None:
    connection = connect(tmp_path, read_only=True)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("INSERT INTO station_state VALUES ('a', 'b')")
    connection.close()


def test_each_thread_has_a_connection_of_its_own(tmp_path: Path) -> None:
    store = Database(tmp_path)
    with store.transaction() as connection:
        connection.execute("INSERT INTO station_state VALUES ('a', 'b')")
    seen: list[object] = []

    def look() -> None:
        seen.append(store.connection)
        seen.append(store.connection.execute("SELECT value FROM station_state").fetchone()[0])

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen[0] is not store.connection
    assert seen[1] == "b"


def test_a_transaction_is_all_or_nothing(tmp_path: Path) -> None:
    store = Database(tmp_path)

    def write_and_fail() -> None:
        with store.transaction() as connection:
            connection.execute("INSERT INTO station_state VALUES ('a', 'b')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    assert store.connection.execute("SELECT count(*) FROM station_state").fetchone()[0] == 0


def test_no_idle_thread_keeps_a_database_read_only(tmp_path: Path) -> None:
    """SQLite shares the log's index between all connections of a process."""
    with mount_small_disk(tmp_path, mib=16):
        leave_log(tmp_path)
        remount(tmp_path, "ro")
        station = Database(tmp_path)
        with ThreadPoolExecutor(1) as idle:
            assert idle.submit(rows_of, station).result() == ["in the log"]
            with (
                pytest.raises(StoreError, match=r"okng\.db: its disk is mounted read-only"),
                station.transaction(),
            ):
                pass
            remount(tmp_path, "rw")
            with station.transaction() as connection:
                connection.execute("INSERT INTO station_state VALUES ('new', '')")
            assert idle.submit(rows_of, station).result() == ["in the log", "new"]
        station.close()


def test_a_database_that_was_closed_is_read_on_a_read_only_disk(tmp_path: Path) -> None:
    with mount_small_disk(tmp_path, mib=16):
        connect(tmp_path).close()
        remount(tmp_path, "ro")
        station = Database(tmp_path)
        assert rows_of(station) == []
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            station.connection.execute("INSERT INTO station_state VALUES ('new', '')")
        station.close()


def test_a_reader_of_a_file_that_it_may_not_write_sees_what_others_write(tmp_path: Path) -> None:
    """Root may write everything, so another user reads."""
    if os.geteuid() != 0:
        pytest.skip("needs another user")
    program = (
        "import os, sys, pathlib\n"
        "from okng.device.store.database import Database, StoreError, newest_schema\n"
        "newest_schema(); os.setuid(65534)\n"
        "station = Database(pathlib.Path(sys.argv[1]))\n"
        "for _ in sys.stdin:\n"
        "    rows = station.connection.execute('SELECT count(*) FROM station_state').fetchone()\n"
        "    print(rows[0], flush=True)\n"
        "try:\n"
        "    with station.transaction(): pass\n"
        "except StoreError as error: print(error)\n"
    )
    with tempfile.TemporaryDirectory() as folder, closing(connect(Path(folder))) as writer:
        Path(folder).chmod(0o755)
        for path in Path(folder).iterdir():
            path.chmod(0o644)
        reader = subprocess.Popen(
            [sys.executable, "-c", program, folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert reader.stdin
        assert reader.stdout
        for number in range(4):
            reader.stdin.write("how many\n")
            reader.stdin.flush()
            assert int(reader.stdout.readline()) == number
            writer.execute("INSERT INTO station_state VALUES (?, '')", [str(number)])
            if number == 2:
                writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        reader.stdin.close()
        assert "okng.db: the station's user may not write to it" in reader.stdout.read()
        assert reader.wait() == 0
        reader.stdout.close()


def remount(folder: Path, mode: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{mode}", str(folder)], check=True)


def rows_of(station: Database) -> list[str]:
    return [row[0] for row in station.connection.execute("SELECT * FROM station_state ORDER BY 1")]
