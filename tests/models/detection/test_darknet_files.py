"""Darknet's files with something wrong in them: the error says where, what, and what is allowed."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import numpy as np
import pytest
from support.darknet_networks import NETWORKS, write_network

from okng.models.detection.darknet import DarknetError, darknet_model, read_network
from okng.models.detection.darknet.transfer_learning import retargeted_cfg

TEXT = NETWORKS["yolov4-tiny"](96, 3)
"""Its first layer stands in line 8, that layer's activation in line 14."""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "[maxpool]",
            "[lstm]",
            r"network.cfg, line 67: \[lstm\] is not a known layer; use one of ",
        ),
        (
            "activation = leaky",
            "activation = gelu",
            r"network.cfg, line 14: \[convolutional\] activation=gelu: is not known; use one of "
            "linear, leaky",
        ),
        (
            "stride = 2",
            "stride = two",
            r"line 12: \[convolutional\] stride=two: allowed is a whole number from 1 on",
        ),
        ("width=96\n", "", r"line 1: \[net\] width is missing"),
        ("width=96", "width=9600", r"line 4: \[net\] width=9600: allowed is 32 to 4096"),
        ("channels=3", "channels=1", r"line 6: \[net\] channels=1: allowed is 3"),
        ("pad = 1", "pad = 1\nxnor = 1", r"line 14: .* xnor=1: is not supported"),
        ("pad = 1", "pad = 1\ndilation = 2", "dilation=2: is not supported; allowed is 1"),
        ("layers = -1, -2", "layers = -1, -20", "-20 is no earlier layer; this is layer 6"),
        ("layers = -6, -1", "layers = 0, -1", "32 x 48 x 48, 64 x 24 x 24; one size is needed"),
        ("group_id = 1", "group_id = 2", "group_id=2: allowed are 0 to 1"),
        (
            "filters = 24",
            "filters = 25",
            r"the layer before has 25 filters; 3 anchors with 3 classes need 3 x \(3 \+ 5\) = 24",
        ),
        ("mask = 3,4,5", "mask = 3,4,6", "mask=3,4,6: allowed are 0 to 5"),
        ("num = 6", "num = 5", "are 12 numbers; num=5 needs 10"),
        ("anchors = 10,14,", "anchors = 10,x,", "use numbers separated by commas"),
        ("stride = 2\n", "stride 2\n", "line 12: 'stride 2'; allowed are"),
        ("[net]", "[convolutional]", "the first section must be"),
        ("[yolo]", "[region]", r"\[region\] is not a known layer"),
    ],
)
def test_an_error_in_the_cfg_is_named_with_its_line(
    old: str, new: str, message: str, tmp_path: Path
) -> None:
    assert old in TEXT
    cfg = tmp_path / "network.cfg"
    cfg.write_text(TEXT.replace(old, new, 1))
    with pytest.raises(DarknetError, match=message):
        read_network(cfg)


def write_cfg(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    cfg = folder / "network.cfg"
    cfg.write_bytes(text.encode(encoding))
    return cfg


@pytest.mark.parametrize(
    ("option", "expected"),
    [("", "stretch"), ("letter_box=0\n", "stretch"), ("letter_box = 1\n", "letterbox")],
)
def test_pictures_are_stretched_unless_the_cfg_says_letter_box(
    option: str, expected: str, tmp_path: Path
) -> None:
    cfg = write_cfg(tmp_path, TEXT.replace("[net]\n", f"[net]\n{option}", 1))
    assert read_network(cfg).resize == expected
    assert read_network(cfg, resize="letterbox").resize == "letterbox"
    with pytest.raises(DarknetError, match=r"line 2: \[net\] letter_box=yes: allowed is"):
        read_network(write_cfg(tmp_path, TEXT.replace("[net]\n", "[net]\nletter_box=yes\n", 1)))


def test_of_an_option_that_stands_there_twice_the_first_counts(tmp_path: Path) -> None:
    """As in darknet, of every option, and what is written anew reads the same."""
    original = read_network(write_cfg(tmp_path, TEXT))
    anchors = original.heads[0].section.text("anchors", "")
    twice = re.sub(
        r"^(\w+ ?= ?)(.+)$",
        lambda line: f"{line[0]}\n{line[1]}{'1,2' if ',' in line[2] else '77'}",
        TEXT,
        flags=re.MULTILINE,
    )
    network = read_network(write_cfg(tmp_path, twice))
    assert [layer.output for layer in network.layers] == [layer.output for layer in original.layers]
    assert network.heads[0].section.text("anchors", "") == anchors
    cfg = write_cfg(tmp_path, retargeted_cfg(network, 5))
    again = read_network(cfg)
    assert (again.classes, again.input, again.resize) == (5, original.input, original.resize)
    with pytest.raises(DarknetError, match=r"line 4: \[net\] width=9600"):
        read_network(write_cfg(tmp_path, TEXT.replace("width=96", "width=9600\nwidth=96", 1)))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252"])
def test_comments_in_any_encoding_are_read(encoding: str, end: str, tmp_path: Path) -> None:
    """Also with Windows' three dots: their byte 0x85 would end a line in Latin-1."""
    dots = "\u2026" if encoding == "cp1252" else ""
    comment = f"# Gr\u00f6\u00dfe{dots} f\u00fcr Linie 2"
    text = TEXT.replace("[convolutional]", f"{comment}\n[convolutional]")
    cfg = write_cfg(tmp_path, f"# \u00e4\n{text}".replace("\n", end), encoding)
    network = read_network(cfg)
    assert network.input == read_network(write_cfg(tmp_path, TEXT)).input
    network = read_network(write_cfg(tmp_path, text, encoding))
    again = write_cfg(tmp_path, retargeted_cfg(network, 5))
    assert read_network(again).classes == 5


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", r"has no \[section\]"),
        (b"\x00\xff\xfe" * 9, "is not text"),
        (b"#" * 1_000_001, "has 1000001 bytes"),
        (TEXT.split("[convolutional]")[0].encode(), r"has no \[yolo\] layer"),
    ],
)
def test_what_is_no_cfg_at_all_is_refused(content: bytes, message: str, tmp_path: Path) -> None:
    cfg = tmp_path / "network.cfg"
    cfg.write_bytes(content)
    with pytest.raises(DarknetError, match=re.escape(str(cfg)) + ".*" + message):
        read_network(cfg)
    with pytest.raises(DarknetError, match="cannot be read: No such file"):
        read_network(tmp_path / "other.cfg")


def test_heads_must_have_the_same_classes(tmp_path: Path) -> None:
    cfg = tmp_path / "network.cfg"
    head = TEXT.rindex("filters = 24")
    text = TEXT[:head] + TEXT[head:].replace("filters = 24", "filters = 27")
    cfg.write_text(text[:head] + text[head:].replace("classes = 3", "classes = 4"))
    with pytest.raises(DarknetError, match=r"classes=4: all \[yolo\] layers must agree"):
        read_network(cfg)


def test_weights_of_another_length_are_refused(tmp_path: Path) -> None:
    cfg, weights = write_network(tmp_path, TEXT)
    whole, needed = weights.read_bytes(), read_network(cfg).float_count
    for content, problem in (
        (whole[:-4], f"is too short for this .cfg: {needed} floats .* {needed - 1} are there"),
        (whole[:-1], f"is too short for this .cfg: {needed} floats .* {needed - 1} are there"),
        (whole + b"1234", f"is too long for this .cfg: {needed} floats .* {needed + 1} are there"),
        (whole[:12], "has 12 bytes"),
    ):
        weights.write_bytes(content)
        with pytest.raises(DarknetError, match=re.escape(str(weights)) + ".*" + problem):
            darknet_model(cfg, weights)


def test_weights_that_are_no_numbers_are_refused(tmp_path: Path) -> None:
    cfg, weights = write_network(tmp_path, TEXT)
    content = weights.read_bytes()
    weights.write_bytes(content[:-4] + struct.pack("<f", np.nan))
    with pytest.raises(DarknetError, match=r"1 of its .* floats are not finite numbers"):
        darknet_model(cfg, weights)
    # The fourth of 32 numbers each is the first layer's variance.
    weights.write_bytes(content[: 20 + 96 * 4] + struct.pack("<f", -1) + content[24 + 96 * 4 :])
    with pytest.raises(DarknetError, match=r"line 8: \[convolutional\] .* a variance of -1"):
        darknet_model(cfg, weights)
