"""The files of a station's datasets on the disk."""

from __future__ import annotations

from pathlib import Path


def files_under(data_dir: Path) -> list[str]:
    return sorted(
        path.relative_to(data_dir).as_posix()
        for folder in ("datasets", "trash")
        for path in (data_dir / folder).rglob("*")
        if path.is_file()
    )
