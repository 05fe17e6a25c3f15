"""The crashing station without the syncs of its files; a power cut must show it."""

import os
import runpy
from pathlib import Path

if __name__ == "__main__":
    os.fsync = lambda fd: None
    runpy.run_path(str(Path(__file__).with_name("crashing_station.py")), run_name="__main__")
