"""The pages: a shell that scripts fill in the browser, and the forms for login and claim."""

from __future__ import annotations

import re

from apiflask import APIBlueprint
from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from pydantic import TypeAdapter, ValidationError

from okng.device.types import Name
from okng.webui.auth.authentication import authentication
from okng.webui.auth.login import count_attempt, log_in, log_out
from okng.webui.auth.users import AlreadyClaimedError, password_problem
from okng.webui.services import services

PAGES = (
    *("configuration", "training", "model", "inspection"),
    *("results", "line", "cloud", "account", "settings"),
)

_PAGE_PATH = re.compile(rf"/(?:{'|'.join(PAGES)}|docs)(?:\?[!-\[\]-~]*)?")

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


@pages.route("/login", methods=["GET", "POST"])
def login() -> ResponseReturnValue:
    """Logs in with user name and password."""
    if not authentication().users.claimed():
        return redirect(url_for("pages.claim"))
    if request.method == "GET":
        return render_template("login.html", next=request.args.get("next"))
    name, password = request.form.get("name", ""), request.form.get("password", "")
    count_attempt(name)
    user = authentication().users.check(name, password)
    if user is None:
        return form_with_error("Name or password is wrong.", 401)
    log_in(user.name)
    return redirect(own_path(request.form.get("next", "")))


@pages.route("/claim", methods=["GET", "POST"])
def claim() -> ResponseReturnValue:
    """Creates the first user, given the claim code."""
    if authentication().users.claimed():
        return redirect(url_for("pages.login"))
    if request.method == "GET":
        return render_template("claim.html")
    name, password = request.form.get("name", ""), request.form.get("password", "")
    count_attempt("")
    if not authentication().claim_code.matches(request.form.get("code", "")):
        where = "You will find it in the terminal or log where okng was started."
        return form_with_error(f"This is not the claim code. {where}", 403)
    if problem := _name_problem(name) or password_problem(password):
        return form_with_error(problem, 422)
    try:
        log_in(authentication().users.claim(name, password).name)
    except AlreadyClaimedError:
        return redirect(url_for("pages.login"))
    return redirect(url_for("pages.start"))


@pages.post("/logout")
def logout() -> ResponseReturnValue:
    """Logs out: ends the session."""
    log_out()
    return redirect(url_for("pages.login"))


def form_with_error(error: str, status: int) -> tuple[str, int]:
    """The login or claim page again, with the error."""
    template = "claim.html" if request.endpoint == "pages.claim" else "login.html"
    form = request.form
    page = render_template(template, error=error, name=form.get("name"), next=form.get("next"))
    return page, status


def _name_problem(name: str) -> str | None:
    try:
        TypeAdapter(Name).validate_python(name)
    except ValidationError:
        allowed = "use 1 to 64 of a-z, A-Z, 0-9, _ and -, no spaces"
        return f"The user name {name!r} is not allowed: {allowed}."
    return None


def own_path(path: str) -> str:
    """The path if it is a page of this station, otherwise the first page.

    Browsers drop control characters and read a backslash as a slash, so only plain paths of known
    pages are accepted.
    """
    return path if _PAGE_PATH.fullmatch(path) else url_for("pages.start")
