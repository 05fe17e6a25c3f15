from collections.abc import Callable
from pathlib import Path

import pytest

from okng.device.settings import settings
from okng.device.settings.settings import SettingsError, StationSettings, load_settings

WriteFile = Callable[[str], Path]


def problems_of(path: Path | None = None) -> list[str]:
    with pytest.raises(SettingsError) as error:
        load_settings(path)
    return str(error.value).splitlines()


def test_without_a_file_everything_has_its_default() -> None:
    loaded = load_settings()
    assert loaded == StationSettings()
    assert loaded.run_dir == Path("/var/lib/okng/run")


def test_the_default_file_is_read_if_it_is_there() -> None:
    settings.DEFAULT_FILE.parent.mkdir()
    settings.DEFAULT_FILE.write_text('station = "from-etc"\n')
    assert load_settings().station == "from-etc"


def test_the_named_file_is_read_instead(
    write_file: WriteFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_file('station = "named"\n')
    monkeypatch.setenv("OKNG_CONFIG", str(path))
    assert load_settings().station == "named"


def test_the_environment_wins_over_the_file(
    write_file: WriteFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_file('station = "a"\n[web]\nport = 8081\nhost = "::1"\n')
    monkeypatch.setenv("OKNG_WEB__PORT", "8090")
    loaded = load_settings(path)
    assert (loaded.web.port, loaded.web.host, loaded.station) == (8090, "::1", "a")


def test_a_variable_reaches_into_an_array(
    write_file: WriteFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_file('[[sinks]]\ntype = "mqtt"\nname = "plant"\nhost = "broker.example"\n')
    monkeypatch.setenv("OKNG_SINKS__0__PORT", "8884")
    [sink] = load_settings(path).sinks
    assert sink.model_dump()["port"] == 8884
    assert sink.model_dump()["host"] == "broker.example"


def test_an_array_can_be_given_as_json(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OKNG_SINKS", '[{"type": "mqtt", "name": "a", "host": "h"}]')
    [sink] = load_settings().sinks
    assert sink.name == "a"


def test_relative_folders_are_under_the_working_directory(
    write_file: WriteFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    loaded = load_settings(write_file('data_dir = "data"\n'))
    assert loaded.data_dir == tmp_path / "data"
    assert loaded.run_dir == tmp_path / "data" / "run"


def test_all_problems_are_told_at_once_with_their_lines(write_file: WriteFile) -> None:
    path = write_file(
        'station = "no/slash here"\n'
        'log_level = "loud"\n'
        "[web]\n"
        "prot = 8080\n"
        "max_viewers = 65\n"
        "[storage]\n"
        "min_free_mb = -1\n"
    )
    assert problems_of(path) == [
        f"{path}:1: station = 'no/slash here': a name can't contain any of "
        '/ \\ : * ? " < > | + # %',
        f"{path}:2: log_level = 'loud': allowed: debug, info, warning, error",
        f"{path}:7: storage.min_free_mb = -1: allowed: a whole number, 0 or more",
        f"{path}:5: web.max_viewers = 65: allowed: a whole number, 1 to 64",
        f'{path}:4: web.prot: unknown setting "prot" (did you mean port?); known: host, '
        "max_viewers, picture_memory_mb, port, preview_quality, preview_width, tls_certificate, "
        "tls_key, trusted_proxies",
    ]


def test_a_bad_data_dir_is_told_without_its_consequences(write_file: WriteFile) -> None:
    path = write_file("data_dir = 3\n")
    assert problems_of(path) == [f"{path}:1: data_dir = 3: allowed: a path"]


@pytest.mark.parametrize(
    ("text", "key", "allowed"),
    [
        ('camera = {type = "folder", path = "/x", folder = "/y"}', "camera.folder", "path"),
        ('camera = {type = "pylon", pylon = 3}', "camera.pylon", "serial"),
        ('camera = {type = "pylon", camera = 3}', "camera.camera", "serial"),
        ('camera = {type = "pylon", emulat = true}', "camera.emulat", "emulate"),
        ('[[sinks]]\ntype = "mqtt"\nhost = "h"\nmqtt = 1', "sinks[0].mqtt", "prefix"),
        ('sinks = [{type = "mqtt", host = "h", sinks = 1}]', "sinks[0].sinks", "prefix"),
        ("web = {web = {port = 1}}", "web.web", "port"),
    ],
)
def test_a_wrong_key_inside_a_table_is_named(
    text: str, key: str, allowed: str, write_file: WriteFile
) -> None:
    path = write_file(f"{text}\n")
    [problem] = problems_of(path)
    line = len(text.split("\n"))
    name = key.rpartition(".")[2]
    assert problem.startswith(f'{path}:{line}: {key}: unknown setting "{name}"')
    known = problem.partition("; known: ")[2].split(", ")
    assert allowed in known
    assert name not in known


def test_a_table_that_is_none_is_told_once(write_file: WriteFile) -> None:
    path = write_file("camera = 3\n")
    assert problems_of(path) == [f"{path}:1: camera = 3: allowed: a table"]


@pytest.mark.parametrize("text", ["a = " + "[" * 200_000, "a = " + "[" * 300 + "]" * 300])
def test_a_file_nested_too_deeply_is_told(text: str, write_file: WriteFile) -> None:
    path = write_file(text)
    [problem] = problems_of(path)
    assert problem.startswith(f"{path}: not a TOML file: ")


def test_an_unknown_kind_is_told_with_the_known_ones(write_file: WriteFile) -> None:
    path = write_file('[camera]\ntype = "pilon"\n')
    [problem] = problems_of(path)
    assert problem.startswith(f"{path}:2: camera.type = 'pilon': did you mean 'pylon'? known: ")


def test_a_missing_kind_is_told_with_the_known_ones(write_file: WriteFile) -> None:
    path = write_file('[camera]\nserial = "1"\n')
    [problem] = problems_of(path)
    assert problem.startswith(f"{path}:1: camera.type is missing; known: ")
    assert "pylon" in problem


def test_an_error_in_an_array_of_tables_names_the_right_entry(write_file: WriteFile) -> None:
    path = write_file(
        '[[sinks]]\ntype = "mqtt"\nname = "a"\nhost = "h"\n\n'
        '[[sinks]]\ntype = "mqtt"\nname = "b"\nhost = "h"\nprot = 1\nport = 70000\n'
    )
    first, second = problems_of(path)
    assert first == f"{path}:11: sinks[1].port = 70000: allowed: a whole number, 1 to 65535"
    assert second.startswith(
        f'{path}:10: sinks[1].prot: unknown setting "prot" (did you mean port?)'
    )


def test_a_missing_key_is_told_at_its_table(write_file: WriteFile) -> None:
    path = write_file('\n[[sinks]]\ntype = "mqtt"\nname = "a"\n')
    assert problems_of(path) == [f"{path}:2: sinks[0].host is missing; allowed: text"]


def test_two_sinks_of_one_name_are_refused(write_file: WriteFile) -> None:
    entry = '[[sinks]]\ntype = "mqtt"\nname = "a"\nhost = "h"\n'
    [problem] = problems_of(write_file(entry + entry))
    assert problem.endswith("each sink needs a name of its own, given twice: a")


def test_a_certificate_without_its_key_is_refused(write_file: WriteFile) -> None:
    path = write_file('[web]\ntls_certificate = "/c.pem"\n')
    assert problems_of(path) == [
        f"{path}:1: web: tls_certificate and tls_key go together: give both or neither"
    ]


@pytest.mark.parametrize(
    ("variable", "told"),
    [
        ("OKNG_WEB__PROT", 'web.prot: unknown setting "prot" (did you mean port?)'),
        ("OKNG_STATOIN", 'statoin: unknown setting "statoin" (did you mean station?)'),
        ("OKNG_WEBB__PORT", 'webb: unknown setting "webb" (did you mean web?)'),
    ],
)
def test_a_misspelt_variable_is_refused(
    variable: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "8080")
    [problem] = problems_of()
    assert told in problem
    assert variable in problem


def test_a_wrong_value_names_its_variable(
    write_file: WriteFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OKNG_WEB__PORT", "many")
    path = write_file("[web]\nport = 8080\n")
    assert problems_of(path) == [
        "OKNG_WEB__PORT: web.port = 'many': allowed: a whole number, 1 to 65535"
    ]


@pytest.mark.parametrize(
    ("variable", "value", "told"),
    [
        ("OKNG_SINKS", "[{", "OKNG_SINKS: not JSON: "),
        ("OKNG_STATION__NAME", "x", "OKNG_STATION__NAME: station is no table, so it has no 'name'"),
        ("OKNG_SINKS__1__PORT", "1", "'1' is no entry of sinks, which has 1 (from 0)"),
    ],
)
def test_a_variable_that_leads_nowhere_is_refused(
    variable: str, value: str, told: str, write_file: WriteFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_file('station = "a"\n[[sinks]]\ntype = "mqtt"\nname = "a"\nhost = "h"\n')
    monkeypatch.setenv(variable, value)
    [problem] = problems_of(path)
    assert told in problem


def test_a_secret_is_not_repeated(write_file: WriteFile) -> None:
    path = write_file('[[sinks]]\ntype = "mqtt"\nname = "a"\nhost = "h"\npassword = 1234\n')
    [problem] = problems_of(path)
    assert problem.startswith(f"{path}:5: sinks[0].password = ***: allowed: ")
    assert "1234" not in problem


def test_a_file_that_is_not_toml_is_told_with_its_line(write_file: WriteFile) -> None:
    path = write_file('station = "a"\nport = = 1\n')
    [problem] = problems_of(path)
    assert problem.startswith(f"{path}: not a TOML file: ")
    assert "line 2" in problem


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = tmp_path / "none.toml"
    assert problems_of(path) == [f"{path}: No such file or directory"]


def test_a_run_dir_too_long_for_sockets_is_refused(write_file: WriteFile) -> None:
    longest = "/" + "r" * (107 - len("/") - len("/commands.sock"))
    assert str(load_settings(write_file(f'run_dir = "{longest}"\n')).run_dir) == longest
    [problem] = problems_of(write_file(f'run_dir = "{longest}r"\n'))
    assert "a path of 108 bytes, at most 107 are allowed; set a shorter run_dir" in problem


def test_a_data_dir_too_long_for_sockets_is_refused(write_file: WriteFile) -> None:
    [problem] = problems_of(write_file(f'data_dir = "/{"d" * 100}"\n'))
    assert "set a shorter run_dir" in problem
