"""Whether the data directory is still the one that the process began with."""

from __future__ import annotations

import os
from pathlib import Path


class DataDirectory:
    """Holds the directory open, so that one which is made later in its place is told from it.

    A disk that is unmounted leaves an empty folder behind, and whoever writes a picture makes what
    folders it needs: by its path alone the directory would look well again, and the results go to
    a database that nobody finds any more.
    """

    def __init__(self, path: Path) -> None:
        """Raises: OSError: there is none."""
        self._path = path
        self._descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)

    def check(self) -> None:
        """Looks at it once more; cheap enough to do often.

        Raises:
            OSError: it is gone, or another one is in its place.
        """
        if not os.path.samestat(self._path.stat(), os.fstat(self._descriptor)):
            raise OSError(
                "another folder is in the place of the one that the station began with; bring the "
                "disk back, then start the station again"
            )

    def close(self) -> None:
        """Lets go of it."""
        os.close(self._descriptor)
