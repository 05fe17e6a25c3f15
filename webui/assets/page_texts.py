"""The texts of the pages by script: a page waits for those that it shows, and not for all others.

`app.de.ftl` has the German texts that `app.js` shows, `model.de.ftl` those that only the Model page
shows, and so on. A script names a text by its key, or by a template of it: `label-${label}`.
Fluent's own parser would take half a second for all languages, at the first request.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

_QUOTED = re.compile(r"[\"']([a-z][\w-]*)[\"']")
_TEMPLATE = re.compile(r"`([a-z-]*)\$\{[^}]*\}([a-z-]*)`")
_KEY = re.compile(r"([a-zA-Z][\w-]*) *=")


def entries(source: str) -> dict[str, str]:
    """The messages of a file in Fluent's syntax as they are written, by key."""
    found: dict[str, str] = {}
    key = None
    for line in source.splitlines(keepends=True):
        if line[0] not in " \n":
            match = _KEY.match(line)
            key = match[1] if match else None
        if key:
            found[key] = found.get(key, "") + line
    return found


def keys_in(script: str, keys: Mapping[str, object]) -> Iterator[str]:
    """Those of the keys that a script names, or that a template in it can make."""
    quoted = set(_QUOTED.findall(script))
    templates = {
        rf"{head}[\w-]+{tail}"
        for head, tail in _TEMPLATE.findall(script)
        if len(head.strip("-") + tail.strip("-")) > 1
    }
    made = re.compile("|".join(templates) or r"(?!)")
    return (key for key in keys if key in quoted or made.fullmatch(key))


def texts_by_script(scripts: Mapping[str, str], first: str, folder: Path) -> dict[str, str]:
    """The files of texts for the scripts, by name; `first` is the script that every page has."""
    english = entries((folder / "en.ftl").read_text())
    always = set(keys_in(scripts[first], english))
    shown = {
        name: [key for key in keys_in(script, english) if key not in always or name == first]
        for name, script in scripts.items()
        # A library, such as `uPlot.esm.js`, shows none, whatever words it quotes.
        if "." not in Path(name).stem
    }
    files = {}
    for file in sorted(folder.glob("*.ftl")):
        texts = entries(file.read_text())
        for name, keys in shown.items():
            own = "".join(texts[key] for key in keys if key in texts)
            files[f"{Path(name).stem}.{file.name}"] = own
    return files
