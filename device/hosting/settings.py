"""The settings of the hosting process: how much it may take."""

from __future__ import annotations

from pydantic import Field

from okng.models.strict_model import StrictModel

MEBIBYTE = 2**20


class HostingSettings(StrictModel):
    """Models that judge pictures which other programs send (`okng host`)."""

    memory_limit_mb: int = Field(default=1024, ge=64)
    """MiB that all hosted models may take together, as measured; a start beyond it is refused."""
    threads: int = Field(default=1, ge=1, le=64)
    """Threads of one model's run; the process runs at the lowest priority."""
    queue_length: int = Field(default=16, ge=1, le=256)
    """Pictures that may wait; one more is refused at once (HTTP 503)."""
    picture_memory_mb: int = Field(default=512, ge=64)
    """MiB for the pictures that wait, and for decoding one. What exceeds it alone is answered with
    413, what finds no room with 503. No picture may have over 100,000,000 pixels."""
