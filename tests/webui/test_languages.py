"""The texts of the pages: complete in every language, all used, and chosen by the browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from apiflask import APIFlask
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message
from support.page_client import Browser
from support.page_texts import messages, variables

from okng.webui.assets.assets import APP, current_assets
from okng.webui.assets.page_texts import entries, keys_in
from okng.webui.languages import LANGUAGES
from okng.webui.pages import PAGES

TEXTS = APP / "texts"
TEMPLATES = APP.parents[1] / "templates"
PAGES_SOURCES = [*APP.rglob("*.js"), *TEMPLATES.glob("*.html"), APP.parents[1] / "pages.py"]
TAG = re.compile(r"</?[a-z][^>]*>")
WORDS = re.compile(
    r'(?:(?<![= ])>\s*|\s(?:label|title|placeholder|alt|aria-label)=")'
    r'([A-Z]?[a-z]+[ ,][^<>${}`"]*|[A-Z][a-z]{2,}(?![A-Za-z]))'
)
"""What a reader would see, written between tags or into an attribute; no arrows and comparisons."""


def source(language: str) -> str:
    return (TEXTS / f"{language}.ftl").read_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_of_texts_has_no_faults_and_no_key_twice(language: str) -> None:
    entries = FluentParser().parse(source(language)).body
    assert [entry.content for entry in entries if isinstance(entry, Junk)] == []
    keys = [entry.id.name for entry in entries if isinstance(entry, Message)]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("language", list(LANGUAGES)[1:])
def test_a_language_has_every_text_with_its_variables_and_elements(language: str) -> None:
    english, other = messages(source("en")), messages(source(language))
    assert list(other) == list(english)
    for key, message in english.items():
        assert variables(other[key]) == variables(message), key
        text, original = source_of(other[key], language), source_of(message, "en")
        assert set(TAG.findall(text)) == set(TAG.findall(original)), key


def source_of(message: Message, language: str) -> str:
    assert message.span
    return source(language)[message.span.start : message.span.end]


def test_every_text_is_used() -> None:
    english = messages(source("en"))
    used = {key for path in PAGES_SOURCES for key in keys_in(path.read_text(), english)}
    assert sorted(english.keys() - used) == []


def test_a_page_gets_the_texts_that_it_shows_in_every_language() -> None:
    files = current_assets().files
    english = entries(source("en"))
    served = [name for name in files if name.endswith(".en.ftl")]
    for name in served:
        script = files[f"{name.removesuffix('.en.ftl')}.js"].content.decode()
        texts = {**entries(texts_of("app.en.ftl")), **entries(texts_of(name))}
        missing = set(keys_in(script, english)) - texts.keys()
        assert not missing, name
        for language in LANGUAGES:
            other = entries(texts_of(name.replace(".en.", f".{language}.")))
            assert other.keys() == entries(texts_of(name)).keys()
    assert {f"{script}.en.ftl" for script in ("app", *PAGES)} <= set(served)


def texts_of(name: str) -> str:
    return current_assets().files[name].content.decode()


def test_no_words_stand_in_the_scripts() -> None:
    found = [
        f"{path.relative_to(APP)}: {words}"
        for path in sorted(APP.rglob("*.js"))
        for words in WORDS.findall(without_comments(path))
    ]
    assert found == []


def without_comments(path: Path) -> str:
    return re.sub(r"/\*\*.*?\*/|^\s*//[^\n]*", "", path.read_text(), flags=re.DOTALL | re.MULTILINE)


def test_the_account_page_offers_the_languages_that_there_are() -> None:
    choice = (APP / "components" / "account" / "language_choice.js").read_text()
    offered = dict(re.findall(r'(\w+): "([^"]+)"', choice.partition("LANGUAGES = {")[2]))
    assert offered == LANGUAGES


@pytest.mark.parametrize(
    ("preferred", "language", "words"),
    [
        ("de-CH,de;q=0.9,en;q=0.8", "de", "Anmelden"),
        ("fr", "fr", "Se connecter"),
        ("es-MX", "es", "Iniciar sesión"),
        ("zh-CN,zh;q=0.9", "zh", "登录"),
        ("en-GB", "en", "Log in"),
        ("sv,nl", "en", "Log in"),
        ("sv,de;q=0.5", "de", "Anmelden"),
        ("*", "en", "Log in"),
        (";;q=x", "en", "Log in"),
    ],
)
def test_the_browser_chooses_the_language(
    app: APIFlask, preferred: str, language: str, words: str
) -> None:
    page = app.test_client().get("/login", headers={"Accept-Language": preferred}).text
    assert f'<html lang="{language}">' in page
    assert words in page


def test_a_person_can_choose_another_one(app: APIFlask) -> None:
    stranger = Browser(app.test_client())
    stranger.read_csrf_token("/login")
    form = {"csrf_token": stranger.csrf_token, "language": "fr", "next": "/results"}
    answer = stranger.client.post("/language", data=form)
    assert answer.headers["Location"] == "/results"
    german = {"Accept-Language": "de"}
    assert '<html lang="fr">' in stranger.client.get("/login", headers=german).text
    # What no page offers is not kept.
    stranger.client.post("/language", data={**form, "language": "tlh"})
    assert '<html lang="fr">' in stranger.client.get("/login", headers=german).text


def test_the_language_of_a_stranger_needs_the_csrf_token(app: APIFlask) -> None:
    answer = app.test_client().post("/language", data={"language": "fr"})
    assert answer.status_code == 400
    assert "Set-Cookie" not in answer.headers
