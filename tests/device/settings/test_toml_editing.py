"""Edits of the settings file keep what a person wrote around the values."""

from __future__ import annotations

import pytest

from okng.device.settings.toml_editing import MASK, TomlEditError, edited, with_secrets_masked

WRITTEN = """\
# Cell 4
station = "left"  # as on the door

[camera]   # above the belt
type = "pylon"
serial = "4011"  # the spare one is 4012

# The plant's broker
[[sinks]]
type = "mqtt"
host = "broker"
password = "plain"  # token = older
"""


def test_only_the_changed_values_differ() -> None:
    result = edited(WRITTEN, {("station",): "right", ("sinks", 0, "host"): "10.0.0.5"})
    assert result == WRITTEN.replace('"left"', '"right"').replace('"broker"', '"10.0.0.5"')


def test_a_new_key_stands_in_its_table_and_above_the_next_comment() -> None:
    result = edited(WRITTEN, {("camera", "emulate"): False, ("camera", "serial"): None})
    assert result == WRITTEN.replace(
        'serial = "4011"  # the spare one is 4012\n', "emulate = false\n"
    )


def test_missing_tables_are_made() -> None:
    result = edited(WRITTEN, {("sinks", 1, "type"): "sparkplug", ("web", "port"): 8090})
    assert result == f'{WRITTEN}\n[[sinks]]\ntype = "sparkplug"\n\n[web]\nport = 8090\n'


def test_the_last_table_of_an_array_goes_with_the_array() -> None:
    assert "sinks" not in edited(WRITTEN, {("sinks", 0): None})


def test_inline_tables_and_windows_line_ends_stay() -> None:
    text = 'sinks = [{type = "mqtt", host = "a"}]\r\nweb.port = 80\r\n'
    assert edited(text, {("sinks", 0, "host"): "b"}) == text.replace('"a"', '"b"')


def test_an_edit_that_would_be_another_one_is_refused() -> None:
    with pytest.raises(TomlEditError):
        edited(WRITTEN, {("camera", "serial"): [1, None]})


def test_no_secret_is_in_the_masked_text() -> None:
    masked = with_secrets_masked(WRITTEN)
    assert "plain" not in masked
    assert "older" not in masked
    assert f'password = "{MASK}"' in masked
