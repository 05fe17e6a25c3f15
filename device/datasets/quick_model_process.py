"""The process of a quick model: `python -m` this module, started by the web server.

It is no `okng` command because it starts in half the time: the imports of the command line alone
would take as long as the quick model. It gives way to everything else on the machine, and ends with
the process that started it.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import cv2

from okng.device.datasets.quick_models import QuickModels, compute_quick_model
from okng.device.host.lowest_priority import give_way
from okng.models.errors import OkngError
from okng.models.processes import set_parent_death_signal


def main(data_dir: str, dataset: str, min_free_mb: str, parent: str) -> int:
    """Compute and store a quick model; the arguments are those of the command line.

    Returns the exit status. What went wrong is the last line on the standard error stream.
    """
    set_parent_death_signal(signal.SIGKILL)
    if os.getppid() != int(parent):
        return 1
    give_way()
    cv2.setNumThreads(1)
    folder = Path(data_dir)
    try:
        result = compute_quick_model(dataset, folder, int(min_free_mb))
        QuickModels(folder).record(dataset, result)
    except OkngError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
