"""Static files under addresses that change with their content: browsers keep them for good.

`/static/VERSION/app.js` has the modules that every page needs, `/static/VERSION/model.js` and the
like those of one page or of a part that is shown later, `/static/VERSION/model.de.ftl` the texts of
one such script in one language, and `/static/VERSION/app.css` all style sheets; `VERSION` is a hash
of all of them. A changed file gives another version, which the next page that is loaded names:
nobody builds anything, neither after an update nor while writing a page.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from okng.webui.assets.module_bundle import bundle_modules
from okng.webui.assets.page_texts import texts_by_script

STATIC = Path(__file__).parents[1] / "static"
APP = STATIC / "app"
TEXTS = APP / "texts"
SCRIPT, STYLE = "app.js", "app.css"
_SINGLE_FILES = ("*.svg", "*.png", "stray_drops.js")
_MIMETYPES = {".js": "text/javascript", ".ftl": "text/plain"}
"""Of suffixes that not every system knows."""
_COMPRESSIBLE = ("text/", "image/svg")
_VERSION_LENGTH = 16
_CSS_IMPORT = re.compile(r'^@import "([^"]+)";\n', re.MULTILINE)
_CSS_COMMENT = re.compile(r"/\*.*?\*/\n?", re.DOTALL)

Fingerprint = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Asset:
    """One file as browsers get it."""

    content: bytes
    mimetype: str
    gzipped: bytes | None
    """The same compressed; None for what doesn't get smaller."""


@dataclass(frozen=True)
class Assets:
    """All files of one version, by name."""

    version: str
    files: Mapping[str, Asset]

    def address(self, name: str) -> str:
        """The address of a file on this server."""
        return f"/static/{self.version}/{name}"


def current_assets() -> Assets:
    """The assets as the files are now; made anew only when one has changed."""
    return _made(_fingerprint())


def _fingerprint() -> Fingerprint:
    return tuple(sorted(_states(str(STATIC))))


def _states(folder: str) -> Iterator[tuple[str, int, int]]:
    """Path, time of the last change, and size of each file below a folder.

    Each page and each file that is asked for looks at all of them: `Path.rglob` takes several times
    as long.
    """
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from _states(entry.path)
        else:
            status = entry.stat()
            yield entry.path, status.st_mtime_ns, status.st_size


@lru_cache(maxsize=1)
def _made(_fingerprint: Fingerprint) -> Assets:
    contents = {
        **{name: text.encode() for name, text in _texts().items()},
        **{path.name: path.read_bytes() for glob in _SINGLE_FILES for path in APP.glob(glob)},
    }
    digest = hashlib.sha256()
    for name, content in sorted(contents.items()):
        digest.update(f"{name} {len(content)}\n".encode() + content)
    files = {name: _asset(name, content) for name, content in contents.items()}
    return Assets(digest.hexdigest()[:_VERSION_LENGTH], files)


def _texts() -> dict[str, str]:
    scripts = bundle_modules(APP / "main.js", STATIC, SCRIPT)
    return {
        **scripts,
        **texts_by_script(scripts, SCRIPT, TEXTS),
        STYLE: join_style_sheets(APP / "style" / "index.css"),
    }


def join_style_sheets(index: Path) -> str:
    """Replaces each `@import` of a style sheet by the sheet, without comments."""
    return _CSS_COMMENT.sub(
        "",
        _CSS_IMPORT.sub(lambda match: (index.parent / match[1]).read_text(), index.read_text()),
    )


def _asset(name: str, content: bytes) -> Asset:
    mimetype = _MIMETYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0]
    assert mimetype
    gzipped = gzip.compress(content, mtime=0) if mimetype.startswith(_COMPRESSIBLE) else None
    return Asset(content, mimetype, gzipped)
