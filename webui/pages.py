"""The pages: a shell that scripts fill in the browser, and the forms for login and claim."""

from __future__ import annotations

import re
from http import HTTPStatus

from apiflask import APIBlueprint
from flask import Response, g, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from okng.models.names import checked_name, normalized
from okng.webui.assets.assets import current_assets
from okng.webui.auth.authentication import authentication
from okng.webui.auth.login import count_attempt, log_in, log_out
from okng.webui.auth.users import AlreadyClaimedError, password_problem
from okng.webui.languages import choose_language, text
from okng.webui.services import services

PAGES = (
    *("configuration", "training", "dataset", "model", "inspection"),
    *("results", "quality", "line", "cloud", "account", "settings"),
)

_PAGE_PATH = re.compile(rf"/(?:{'|'.join(PAGES)}|docs)(?:\?[!-\[\]-~]*)?")

ICON_SIZES_PX = (192, 512)

FORM_ENDPOINTS = frozenset({"pages.login", "pages.claim"})
"""Endpoints of forms, which show their own errors."""

pages = APIBlueprint("pages", __name__, enable_openapi=False)


@pages.app_context_processor
def _words() -> dict[str, str]:
    return {"station": services().settings.station, "user": g.get("user_name", "")}


@pages.get("/")
def start() -> ResponseReturnValue:
    """Redirects to the first page."""
    return redirect("/" + PAGES[0])


@pages.get(f"/<any({','.join(PAGES)}):page>")
def shell(page: str) -> ResponseReturnValue:
    """The shell of all pages, in which the scripts show the page of the address."""
    return render_template("app.html", page=page)


@pages.get("/manifest.webmanifest")
def manifest() -> Response:
    """The web app manifest (W3C), with which a tablet keeps the pages as an app of its own."""
    address = current_assets().address
    icons = [
        {"src": address(f"icon-{size}.png"), "type": "image/png", "sizes": f"{size}x{size}"}
        for size in ICON_SIZES_PX
    ]
    masked = {**icons[-1], "src": address("icon-maskable.png"), "purpose": "maskable"}
    station = services().settings.station
    answer = jsonify(
        id="/",
        start_url="/",
        scope="/",
        name=f"{station} · okng",
        short_name=station,
        display="standalone",
        background_color="#0e1113",
        theme_color="#161a1d",
        icons=[*icons, masked],
    )
    answer.mimetype = "application/manifest+json"
    return answer


@pages.route("/login", methods=["GET", "POST"])
def login() -> ResponseReturnValue:
    """Logs in with user name and password."""
    if not authentication().users.claimed():
        return redirect(url_for("pages.claim"))
    if request.method == "GET":
        return render_template("login.html", next=request.args.get("next"))
    name, password = normalized(request.form.get("name", "")), request.form.get("password", "")
    count_attempt(name)
    user = authentication().users.check(name, password)
    if user is None:
        return form_with_error(text("login-wrong"), 401)
    log_in(user.name)
    return redirect(own_path(request.form.get("next", "")))


@pages.route("/claim", methods=["GET", "POST"])
def claim() -> ResponseReturnValue:
    """Creates the first user, given the claim code."""
    if authentication().users.claimed():
        return redirect(url_for("pages.login"))
    if request.method == "GET":
        return render_template("claim.html")
    name, password = normalized(request.form.get("name", "")), request.form.get("password", "")
    count_attempt("")
    if not authentication().claim_code.matches(request.form.get("code", "")):
        return form_with_error(text("claim-wrong-code"), 403)
    if problem := _name_problem(name) or password_problem(password):
        return form_with_error(problem, 422)
    try:
        log_in(authentication().users.claim(name, password).name)
    except AlreadyClaimedError:
        return redirect(url_for("pages.login"))
    return redirect(url_for("pages.start"))


@pages.post("/language")
def language() -> ResponseReturnValue:
    """Keeps the language for this browser, and shows the page again."""
    response = redirect(own_path(request.form.get("next", "")))
    assert isinstance(response, Response)
    choose_language(response, request.form.get("language", ""))
    return response


@pages.post("/logout")
def logout() -> ResponseReturnValue:
    """Logs out: ends the session."""
    log_out()
    return redirect(url_for("pages.login"))


def form_with_error(error: str, status: int) -> tuple[str, int]:
    """The login or claim page again, with the error."""
    template = "claim.html" if request.endpoint == "pages.claim" else "login.html"
    typed = {field: request.form.get(field) for field in ("code", "name", "next")}
    # Whoever gets as far as the name and the password has the right code.
    code_is_right = status == HTTPStatus.UNPROCESSABLE_ENTITY
    return render_template(template, error=error, code_is_right=code_is_right, **typed), status


def _name_problem(name: str) -> str | None:
    try:
        checked_name(name)
    except ValueError as error:
        return f"The user name {name!r} is not allowed: {error}."
    return None


def own_path(path: str) -> str:
    """The path if it is a page of this station, otherwise the first page.

    Browsers drop control characters and read a backslash as a slash, so only plain paths of known
    pages are accepted.
    """
    return path if _PAGE_PATH.fullmatch(path) else url_for("pages.start")
