from okng.device.settings.toml_positions import key_lines

TEXT = '''\
# a comment
station = "a"  # another

[web]
port = 8080
host = """
[not.a.table]
port = 1
"""

[camera.deep]
"quoted key" = 1
a.b = 2
list = [
  1,
  { c = 3 },
]

[[sinks]]
name = "x"
[sinks.tls]
ca = "x"

[[sinks]]
name = "y"
tls = { ca = "y" }
[[sinks.topics]]
t = 1
[[sinks.topics]]
t = 2
'''


def test_each_key_is_found_on_the_line_of_its_statement() -> None:
    lines = key_lines(TEXT)
    assert lines == {
        ("station",): 2,
        ("web",): 4,
        ("web", "port"): 5,
        ("web", "host"): 6,
        ("camera", "deep"): 11,
        ("camera", "deep", "quoted key"): 12,
        ("camera", "deep", "a"): 13,
        ("camera", "deep", "a", "b"): 13,
        ("camera", "deep", "list"): 14,
        ("camera", "deep", "list", 0): 14,
        ("camera", "deep", "list", 1): 14,
        ("camera", "deep", "list", 1, "c"): 14,
        ("sinks", 0): 19,
        ("sinks", 0, "name"): 20,
        ("sinks", 0, "tls"): 21,
        ("sinks", 0, "tls", "ca"): 22,
        ("sinks", 1): 24,
        ("sinks", 1, "name"): 25,
        ("sinks", 1, "tls"): 26,
        ("sinks", 1, "tls", "ca"): 26,
        ("sinks", 1, "topics", 0): 27,
        ("sinks", 1, "topics", 0, "t"): 28,
        ("sinks", 1, "topics", 1): 29,
        ("sinks", 1, "topics", 1, "t"): 30,
    }


def test_a_key_without_a_line_of_its_own_has_none() -> None:
    assert key_lines("") == {}
    assert ("a",) not in key_lines("[a.b]\n")
