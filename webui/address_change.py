"""A changed address of the web server; the previous one comes back where it can't be used."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import suppress
from pathlib import Path

from okng.device.host.tcp_port import PortError, check_port
from okng.device.settings.settings import StationSettings, WebSettings, load_settings, settings_path
from okng.device.settings.settings_file import SettingsFile, SettingsFileError
from okng.device.settings.sources import SettingsError
from okng.device.settings.toml_editing import Changes, TomlEditError, edited
from okng.device.store.database import StoreError
from okng.device.store.state import StationState
from okng.models.strict_model import StrictModel

log = logging.getLogger(__name__)

PREVIOUS = "previous_web_address"
"""Key of the station's state; there is one from a change until the new address has worked."""
FAILURE = "web_address_failure"


class WebAddress(StrictModel):
    """Where the web server listens."""

    host: str
    port: int

    @classmethod
    def of(cls, web: WebSettings) -> WebAddress:
        """The address of these settings."""
        return cls(host=web.host, port=web.port)


def check_address(present: WebSettings, wanted: WebSettings) -> None:
    """Returns if the web server, which listens on `present` meanwhile, could listen on `wanted`.

    Raises:
        PortError: the address is none of this machine's, or somebody else listens there.
    """
    # On the port of its own it could only find itself; any port tells of the host.
    check_port(wanted.host, wanted.port if wanted.port != present.port else 0)


def begin_address_change(state: StationState, present: WebSettings) -> None:
    """Keeps the present address for a next start that can't use the new one."""
    state.set(PREVIOUS, WebAddress.of(present).model_dump_json())
    state.set(FAILURE, "")


def address_failure(state: StationState) -> str | None:
    """Why the last change of the address was taken back; None if it wasn't."""
    return state.get(FAILURE) or None


def settings_with_usable_address(settings: StationSettings, config: Path | None) -> StationSettings:
    """The settings; after a change of the address that doesn't work those with the previous one.

    Raises:
        PortError: the address can't be listened on, and was not changed before this start.
    """
    state = StationState(settings.data_dir)
    try:
        check_port(settings.web.host, settings.web.port)
    except PortError as error:
        previous = _previous(state)
        if previous is None:
            raise
        log.warning("%s; the previous address %s comes back", error.reason, previous)
        return _take_back(state, previous, error, config)
    if _previous(state):
        state.set(PREVIOUS, "")
    return settings


def _previous(state: StationState) -> WebAddress | None:
    # The pages come up without the store, and say so.
    with suppress(StoreError, sqlite3.DatabaseError):
        kept = state.get(PREVIOUS)
        return WebAddress.model_validate_json(kept) if kept else None
    return None


def _take_back(
    state: StationState, previous: WebAddress, error: PortError, config: Path | None
) -> StationSettings:
    file = SettingsFile(settings_path(config))
    try:
        kept = file.read()
        values: Changes = {("web", "host"): previous.host, ("web", "port"): previous.port}
        file.write(edited(kept.text, values), kept.version)
        settings = load_settings(config)
    except (SettingsFileError, TomlEditError, SettingsError) as failure:
        raise error from failure
    state.set(PREVIOUS, "")
    state.set(FAILURE, error.reason)
    return settings
