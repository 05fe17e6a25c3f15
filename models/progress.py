"""Progress callbacks of long-running work."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[float, str], None]
"""Called with the share that is done, 0 to 1, and a message about the current work.

An exception from it ends the work.
"""

ReportLine: TypeAlias = Callable[[str], None]
"""Called with a line of text for each step of work of unknown length."""
