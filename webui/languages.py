"""The languages of the pages: which one a browser gets, and the texts of what the server renders.

The texts stand in `static/app/texts`, one file a language in Fluent's syntax; the pages' scripts
read the same files.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from flask import Flask, Response, request
from fluent.runtime import FluentBundle, FluentResource
from markupsafe import Markup, escape

from okng.webui.assets.assets import TEXTS
from okng.webui.assets.routes import ONE_YEAR_S

LANGUAGES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español", "zh": "中文"}
"""By BCP 47 tag, each with what it calls itself; the first one is for browsers that know none."""

_COOKIE = "language"


def speak_languages(app: Flask) -> None:
    """Lets templates use `text`, `language` and `languages`."""
    app.context_processor(
        lambda: {"text": text, "language": language_of_request(), "languages": LANGUAGES}
    )


def language_of_request() -> str:
    """The language that was chosen in this browser, or the one that it prefers."""
    chosen = request.cookies.get(_COOKIE)
    if chosen in LANGUAGES:
        return chosen
    return request.accept_languages.best_match(LANGUAGES, default=next(iter(LANGUAGES)))


def choose_language(response: Response, language: str) -> None:
    """Lets the browser keep a language; an unknown one is not kept."""
    if language in LANGUAGES:
        response.set_cookie(
            _COOKIE, language, ONE_YEAR_S, secure=request.is_secure, httponly=True, samesite="Lax"
        )


def text(key: str, **variables: str) -> Markup:
    """The text of a key in the language of the request; the variables' values are escaped.

    Raises:
        LookupError: there is no such text, or it has a variable that isn't given.
    """
    language = language_of_request()
    file = TEXTS / f"{language}.ftl"
    bundle = _bundle(language, file, file.stat().st_mtime_ns)
    if not bundle.has_message(key):
        raise LookupError(f"There is no text {key!r} in {language!r}.")
    pattern = bundle.get_message(key).value
    assert pattern
    escaped = {name: str(escape(value)) for name, value in variables.items()}
    words, faults = bundle.format_pattern(pattern, escaped)
    if faults:
        raise LookupError(f"The text {key!r} in {language!r}: {faults[0]}")
    return Markup(words)  # Our own texts, whose elements are meant.


@lru_cache(maxsize=len(LANGUAGES))
def _bundle(language: str, file: Path, _changed_ns: int) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(file.read_text()))
    return bundle
