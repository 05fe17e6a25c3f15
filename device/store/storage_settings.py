"""Storage settings: how much disk space is kept free and held in reserve."""

from __future__ import annotations

from pydantic import Field

from okng.models.strict_model import StrictModel


class StorageSettings(StrictModel):
    """Disk space that is kept free, and space that is held in reserve."""

    min_free_mb: int = Field(default=1024, ge=0)
    """Free disk space in MiB below which the oldest pictures of OK parts are deleted;
    results are kept."""
    ballast_mb: int = Field(default=16, ge=1)
    """Disk space in MiB that is reserved, and given up when the disk is full, so that results can
    still be written.

    The same amount is reserved for results that wait while the database can't be written.
    """
