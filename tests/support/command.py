"""The `okng` command as a person types it."""

from __future__ import annotations

import os
import subprocess

from okng.device.supervisor import okng_command


def okng(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    command = okng_command(*map(str, arguments))
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )
