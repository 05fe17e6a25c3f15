from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from okng.device.commands.settings import settings
from okng.device.settings.reference import attribute_docs, reference
from okng.device.sinks.sink import SinkSettingsBase

WriteFile = Callable[[str], Path]
REPOSITORY = Path(__file__).parents[3]


def show(path: Path) -> list[str]:
    result = CliRunner().invoke(settings, ["show", "--config", str(path)])
    assert result.exit_code == 0, result.output
    return result.output.splitlines()


def test_show_names_the_origin_of_each_value(
    write_file: WriteFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_file('station = "cell-7"\n[web]\nhost = "::1"\nport = 1\n')
    monkeypatch.setenv("OKNG_WEB__PORT", "8090")
    lines = show(path)
    assert f'station = "cell-7"  # {path}:1' in lines
    assert f'web.host = "::1"  # {path}:3' in lines
    assert "web.port = 8090  # OKNG_WEB__PORT" in lines
    assert "web.max_viewers = 16  # default" in lines


def test_show_masks_secrets(write_file: WriteFile) -> None:
    path = write_file(
        '[[sinks]]\ntype = "mqtt"\nname = "a"\nhost = "h"\nusername = "u"\npassword = "geheim"\n'
        '[[notifications]]\nname = "b"\napprise_url = "json://u:geheim@h"\n'
    )
    output = "\n".join(show(path))
    assert f"sinks[0].password = ***  # {path}:6" in output
    assert f"notifications[0].apprise_url = ***  # {path}:9" in output
    assert "geheim" not in output


def test_show_tells_what_is_wrong(write_file: WriteFile) -> None:
    path = write_file("stations = 1\n")
    result = CliRunner().invoke(settings, ["show", "--config", str(path)])
    assert result.exit_code == 1
    assert f"{path}:1: stations: unknown setting" in result.output
    assert "(did you mean station?)" in result.output


def test_the_reference_in_the_docs_is_fresh() -> None:
    result = CliRunner().invoke(settings, ["reference"])
    written = (REPOSITORY / "docs" / "settings.md").read_text()
    assert result.output == written, "docs/settings.md is stale: run `make docs`"


def test_the_reference_has_ranges_defaults_and_meanings() -> None:
    text = reference()
    assert "| `max_viewers` | a whole number, 1 to 64 | `16` | Largest number of viewers " in text
    assert '## `[camera]` with `type = "pylon"`' in text
    assert '## `[[sinks]]` with `type = "mqtt"`' in text


def test_the_text_below_an_attribute_of_a_base_class_is_found() -> None:
    assert attribute_docs(SinkSettingsBase)["name"].startswith(
        "Key of the sink's rows in the outbox"
    )
