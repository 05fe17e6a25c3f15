"""The pages: a shell that the browser's scripts fill, and the doors (login, claim, logout)."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from pydantic import TypeAdapter, ValidationError

from okng.device.types import Name
from okng.webui.access import ATTEMPTS, limiter, log_in, log_out
from okng.webui.services import services
from okng.webui.users import AlreadyClaimed, password_problem

PAGES = ("configuration", "training", "model", "inspection", "results", "account")

DOORS = frozenset({"pages.login", "pages.claim"})
"""What is wrong there is said on the page itself."""

pages = APIBlueprint("pages", __name__, enable_openapi=False)


@pages.app_context_processor
def _words() -> dict[str, str]:
    return {"station": services().settings.station, "user": g.get("user_name", "")}


@pages.get("/")
def start() -> ResponseReturnValue:
    """To the first page."""
    return redirect("/" + PAGES[0])


@pages.get(f"/<any({','.join(PAGES)}):page>")
def shell(page: str) -> ResponseReturnValue:
    """The shell; the scripts see by the address which page to show."""
    return render_template("app.html", page=page)


@pages.route("/login", methods=["GET", "POST"])
@limiter.limit(ATTEMPTS, methods=["POST"])
def login() -> ResponseReturnValue:
    """Name and password against a session."""
    if not services().users.claimed():
        return redirect(url_for("pages.claim"))
    if request.method == "GET":
        return render_template("login.html", next=request.args.get("next"))
    user = services().users.check(request.form.get("name", ""), request.form.get("password", ""))
    if user is None:
        return door("Name or password is wrong.", 401)
    log_in(user)
    return redirect(_own_path(request.form.get("next", "")))


@pages.route("/claim", methods=["GET", "POST"])
@limiter.limit(ATTEMPTS, methods=["POST"])
def claim() -> ResponseReturnValue:
    """The claim code and a password of one's own against the station."""
    if services().users.claimed():
        return redirect(url_for("pages.login"))
    if request.method == "GET":
        return render_template("claim.html")
    name, password = request.form.get("name", ""), request.form.get("password", "")
    if not services().claim_code.matches(request.form.get("code", "")):
        return door("This is not the claim code. It stands where okng was started.", 403)
    if problem := _name_problem(name) or password_problem(password):
        return door(problem, 422)
    try:
        log_in(services().users.claim(name, password))
    except AlreadyClaimed:
        return redirect(url_for("pages.login"))
    return redirect(url_for("pages.start"))


@pages.post("/logout")
def logout() -> ResponseReturnValue:
    """Ends the session."""
    log_out()
    return redirect(url_for("pages.login"))


def door(error: str, status: int) -> tuple[str, int]:
    """The login or claim page again, with what was wrong."""
    template = "claim.html" if request.endpoint == "pages.claim" else "login.html"
    form = request.form
    page = render_template(template, error=error, name=form.get("name"), next=form.get("next"))
    return page, status


def _name_problem(name: str) -> str | None:
    try:
        TypeAdapter(Name).validate_python(name)
    except ValidationError:
        return f"The name {name!r} is not allowed: 1 to 64 of a-z, A-Z, 0-9, _ and -, no spaces."
    return None


def _own_path(path: str) -> str:
    """The path, or the first page when it would lead to another site."""
    own = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if own else url_for("pages.start")
