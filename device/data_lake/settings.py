"""The settings of the export to a data lake: where to, and when."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, model_validator

from okng.models.strict_model import StrictModel


def _local_folder(path: Path) -> Path:
    # Path makes "s3:/bucket" of "s3://bucket", and a folder of that name would be made.
    if path.parts and path.parts[0].endswith(":"):
        raise ValueError(f"{str(path)!r} is no folder of this machine, such as /srv/lake")
    return path.expanduser().absolute()


LakeFolder = Annotated[Path, AfterValidator(_local_folder)]
"""A folder of this machine; a relative path starts from the working directory."""


class ExportSettings(StrictModel):
    """Export of inspections, reviews and labels to a folder of Parquet files, by day.

    It needs the extra `export` (`pip install 'okng[export]'`); see docs/data-lake.md.
    """

    folder: LakeFolder | None = None
    """Folder that the files are written to. Several stations may share one."""
    when: Literal["off", "hourly", "shift_end"] = "off"
    """When the station exports by itself: never, at every full hour, or when a shift ends."""

    @model_validator(mode="after")
    def _a_schedule_needs_a_folder(self) -> ExportSettings:
        if self.when != "off" and self.folder is None:
            raise ValueError(f'when = "{self.when}" needs a folder to export to')
        return self
