"""The command `okng web`: serves the pages and the HTTP API in one process without children."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sqlite3
import ssl
import sys

import click
import cv2

from okng.device.commands.options import log_to_stderr, with_settings
from okng.device.host.private_files import make_private_folder
from okng.device.host.systemd_notify import notify
from okng.device.settings.settings import StationSettings, WebSettings
from okng.device.settings.sources import CONFIG_VARIABLE
from okng.device.store.database import Database, StoreError
from okng.device.store.database_errors import explain
from okng.webui.address_change import settings_with_usable_address
from okng.webui.app import create_app
from okng.webui.auth.claim_code import ClaimCode, new_claim_code
from okng.webui.auth.users import Users
from okng.webui.body_limits import body_limit
from okng.webui.server.server import Server, listen
from okng.webui.server.server_limits import PoolSize
from okng.webui.services import MAX_SLOW_CALLS
from okng.webui.shift_reports import ShiftReportThread
from okng.webui.trusted_proxies import networks

NICENESS = 5
"""Lower priority than the daemon: many viewers never take the processor from an inspection."""

PASSWORDS = ("passwords", PoolSize(threads=1, queue=8))
"""A hash takes half a second and 64 MiB: one at a time, beside all other requests."""
TRIGGERS = ("triggers", PoolSize(threads=MAX_SLOW_CALLS, queue=16))
"""Callers may wait up to a minute for a verdict."""
JUDGEMENTS = ("judgements", PoolSize(threads=8, queue=8))
"""Each waits for the hosting process, and holds its picture meanwhile."""
CHANGES = ("changes", PoolSize(threads=8, queue=8))
"""A program waits for a change of a wire; what it sets meanwhile goes past it."""
BROKER_CHECKS = ("broker checks", PoolSize(threads=2, queue=4))
"""A broker that doesn't answer is waited for ten seconds."""
POOLS = {
    "/api/v1/judge": JUDGEMENTS,
    "/login": PASSWORDS,
    "/claim": PASSWORDS,
    "/api/v1/account/password": PASSWORDS,
    "/api/v1/accounts": PASSWORDS,
    "/api/v1/accounts/": PASSWORDS,
    "/api/v1/trigger": TRIGGERS,
    "/api/v1/settings/broker-check": BROKER_CHECKS,
}


@click.command
@with_settings
def web(settings: StationSettings) -> None:
    """Serve the web pages and the HTTP API."""
    log_to_stderr(settings.log_level)
    os.nice(NICENESS)
    # Its threads would wait for their next task spinning: a request is worked on in one thread.
    cv2.setNumThreads(1)
    # Jobs started from the pages, and the Settings page, use the same settings file.
    config = click.get_current_context().params["config"]
    if config:
        os.environ[CONFIG_VARIABLE] = str(config)
    make_private_folder(settings.data_dir)
    settings = settings_with_usable_address(settings, config)
    if not asyncio.run(_serve(settings)):
        # A thread may still wait up to a minute for a verdict; its client is already disconnected.
        logging.shutdown()
        sys.stdout.flush()
        os._exit(0)


async def _serve(settings: StationSettings) -> bool:
    """Serves until SIGTERM or SIGINT; returns whether every request was answered."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    code = new_claim_code()
    tls = _tls(settings.web)
    listener = listen(settings.web.host, settings.web.port)
    app = create_app(settings, ClaimCode(code))
    greeting = _greeting(settings, code)
    if settings.reports.shift_report:
        ShiftReportThread(settings).start()
    proxies = networks(settings.web.trusted_proxies)

    waits = {f"/api/v1/wires/{wire.name}/station": CHANGES for wire in settings.wires}
    pools = POOLS | waits
    server = Server(app, lambda environ: body_limit(app, environ), tls, pools, proxies)
    click.echo(greeting)
    notify("READY=1")
    return await server.serve(listener, stop)


def _tls(web: WebSettings) -> ssl.SSLContext | None:
    if web.tls_certificate is None:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        context.load_cert_chain(web.tls_certificate, web.tls_key)
    except OSError as error:
        raise OSError(
            f"{web.tls_certificate}, {web.tls_key}: no certificate with its key: {error}"
        ) from error
    return context


def _greeting(settings: StationSettings, code: str) -> str:
    """The message at the start: the address, and the claim code of an unclaimed station."""
    scheme = "https" if settings.web.tls_certificate else "http"
    address = f"okng is at {scheme}://{_host_and_port(settings)}"
    database = Database(settings.data_dir)
    try:
        if Users(database).claimed():
            return address
    except (StoreError, sqlite3.DatabaseError) as error:
        return f"{address}\nThe store can't be used, and the pages say so: {explain(error)}"
    finally:
        database.close()
    return f"{address}\nNobody has claimed this station yet. Claim code: {code}"


def _host_and_port(settings: StationSettings) -> str:
    host = settings.web.host
    return f"[{host}]:{settings.web.port}" if ":" in host else f"{host}:{settings.web.port}"
