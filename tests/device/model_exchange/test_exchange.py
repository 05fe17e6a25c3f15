"""Models go from one station to another, signed; what is wrong with a package changes nothing."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner
from support.small_disk import mount_small_disk
from support.station import write_pictures

from okng.device.cli import main
from okng.device.model_exchange.export_model import export_model
from okng.device.model_exchange.keys import ModelKeys
from okng.models.bundles.bundle import load_bundle
from okng.models.bundles.manifest import Manifest
from okng.models.errors import OkngError
from okng.models.exchange.package import ANSWERS, DESCRIPTION, SIGNATURE
from okng.models.exchange.receive import receive_package
from okng.models.exchange.signatures import PublicKey, SigningKey
from okng.models.inference.anomaly_model import AnomalyModel

Members = dict[str, bytes]


@pytest.fixture
def maker(tmp_path: Path, trained_models: Path) -> Path:
    """The data directory of a station that trained `discs`."""
    data_dir = tmp_path / "maker"
    shutil.copytree(trained_models, data_dir / "models")
    return data_dir


@pytest.fixture
def package(tmp_path: Path, maker: Path) -> Path:
    bundle = load_bundle(maker / "models" / "discs" / "1", Manifest)
    pictures = sorted(write_pictures(tmp_path / "references", 4, defect_every=2).iterdir())
    target = tmp_path / "discs-1.okng-model"
    export_model(maker, bundle, target, pictures)
    return target


@pytest.fixture
def taker(tmp_path: Path, maker: Path) -> Path:
    """The data directory of a station that trusts the maker."""
    data_dir = tmp_path / "taker"
    ModelKeys(data_dir).trust("maker", ModelKeys(maker).signing_key().public)
    return data_dir


def receive(data_dir: Path, package: Path) -> Any:
    return receive_package(package, data_dir / "models", ModelKeys(data_dir).trusted())


def run(data_dir: Path, *arguments: str | Path) -> str:
    environment = {"OKNG_DATA_DIR": str(data_dir), "OKNG_CONFIG": str(data_dir / "okng.toml")}
    data_dir.mkdir(exist_ok=True)
    (data_dir / "okng.toml").write_text("")
    words = ["model", *map(str, arguments)]
    result = CliRunner().invoke(main, words, env=environment, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_model_goes_to_another_station_on_a_stick(tmp_path: Path, maker: Path) -> None:
    stick, taker = tmp_path / "stick", tmp_path / "taker"
    stick.mkdir()
    references = write_pictures(tmp_path / "references", 4)
    exported = run(maker, "export", "discs", stick, "--pictures", references)
    assert "discs:1" in exported
    (package,) = stick.iterdir()
    assert package.name == "discs-1.okng-model"
    own = run(maker, "keys").splitlines()[0]
    assert own.endswith(" this-station")
    run(taker, "trust", "maker", own)
    assert "answers here as it did there" in run(taker, "import", package)
    assert files(taker / "models") == files(maker / "models")
    assert "on this station already" in run(taker, "import", package)
    assert "discs:1" in run(taker, "list")
    image = np.zeros((64, 64), np.uint8)
    here, there = (
        AnomalyModel.load(data_dir / "models" / "discs" / "1").judge(image).score
        for data_dir in (taker, maker)
    )
    assert here == there


def test_an_unknown_key_is_refused_with_the_key(taker: Path, package: Path) -> None:
    run(taker, "distrust", "maker")
    with pytest.raises(OkngError, match=r"doesn't trust: okng-ed25519 .*okng model trust"):
        receive(taker, package)
    assert not (taker / "models").exists()


def test_a_version_is_never_replaced(taker: Path, package: Path) -> None:
    receive(taker, package)
    before = files(taker / "models")
    # Another model of the same name and version, by the same maker.
    with pytest.raises(OkngError, match=r"another model discs version 1.*never replaced"):
        receive(taker, resigned(package, maker_key(package), content_hash="0" * 64))
    assert files(taker / "models") == before


def test_keys_are_named_once(taker: Path) -> None:
    keys = ModelKeys(taker)
    other = SigningKey.generate().public
    with pytest.raises(OkngError, match=r"stands for another key"):
        keys.trust("maker", other)
    with pytest.raises(OkngError, match=r"station's own key"):
        keys.trust("this-station", other)
    for name in ("", "../a", "a/b", "a" * 200):
        with pytest.raises(OkngError, match=r"can't name a key"):
            keys.trust(name, other)
    with pytest.raises(OkngError, match=r"no key is trusted"):
        keys.distrust("nobody")
    for text in ("", "ssh-ed25519 AAAA", "okng-ed25519", "okng-ed25519 !", "okng-ed25519 AAAA"):
        with pytest.raises(OkngError, match=r"not a public key|not base64"):
            PublicKey.parse(text)
    modes = {path.stat().st_mode & 0o777 for path in (taker / "keys").rglob("*") if path.is_file()}
    assert modes == {0o600}


def maker_key(package: Path) -> SigningKey:
    return ModelKeys(package.parent / "maker").signing_key()


def members(package: Path) -> Members:
    with zipfile.ZipFile(package) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(package: Path, content: Members, compression: int = zipfile.ZIP_STORED) -> Path:
    target = package.with_name("changed.okng-model")
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return target


def resigned(package: Path, key: SigningKey, **changes: Any) -> Path:
    """The package with another description, signed as its maker would."""
    content = members(package)
    document = json.dumps(json.loads(content[DESCRIPTION]) | changes).encode()
    return packed(package, content | signed(document, key))


def signed(document: bytes, key: SigningKey) -> Members:
    signature = base64.b64encode(key.sign(document)).decode()
    return {
        DESCRIPTION: document,
        SIGNATURE: json.dumps({"key": str(key.public), "signature": signature}).encode(),
    }


def replaced(package: Path, name: str, data: bytes) -> Path:
    """The package with another file, described and signed as its maker would."""
    content = members(package)
    description = json.loads(content[DESCRIPTION])
    description["files"][name] = {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    document = json.dumps(description).encode()
    return packed(package, content | {name: data} | signed(document, maker_key(package)))


def test_any_changed_byte_is_noticed(taker: Path, package: Path) -> None:
    before = files(taker)
    for name, data in members(package).items():
        position = len(data) // 2
        changed = data[:position] + bytes([data[position] ^ 1]) + data[position + 1 :]
        with pytest.raises(OkngError):
            receive(taker, packed(package, members(package) | {name: changed}))
        with pytest.raises(OkngError):
            receive(taker, packed(package, members(package) | {name: data + b"more"}))
        content = members(package)
        del content[name]
        with pytest.raises(OkngError):
            receive(taker, packed(package, content))
    assert {name: data for name, data in files(taker).items() if "models" not in name} == before
    assert not list((taker / "models").rglob("*.json"))


def other_answers(package: Path) -> Path:
    with np.load(io.BytesIO(members(package)[ANSWERS])) as archive:
        arrays = {key: archive[key] + 1.0 for key in archive.files}
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)
    return replaced(package, ANSWERS, buffer.getvalue())


def pickled_answers(package: Path) -> Path:
    buffer = io.BytesIO()
    np.savez(buffer, **{"0/score": np.array([{"a": 1}], dtype=object)})  # type: ignore[arg-type]
    return replaced(package, ANSWERS, buffer.getvalue())


def another_onnx(package: Path) -> Path:
    return replaced(package, "bundle/model.onnx", b"no graph")


def newer_format(package: Path) -> Path:
    return resigned(package, maker_key(package), format=2)


def newer_bundle(package: Path) -> Path:
    manifest = json.loads(members(package)["bundle/manifest.json"])
    manifest["format_version"] = 99
    return replaced(package, "bundle/manifest.json", json.dumps(manifest).encode())


def bomb(package: Path) -> Path:
    """A thousandth of what is described; its real content would fill the disk."""
    content = members(package) | {"bundle/model.onnx": b"\0" * 50_000_000}
    return packed(package, content, zipfile.ZIP_DEFLATED)


def huge_description(package: Path) -> Path:
    return packed(
        package, members(package) | {DESCRIPTION: b" " * 50_000_000}, zipfile.ZIP_DEFLATED
    )


def described(name: str) -> Callable[[Path], Path]:
    def make(package: Path) -> Path:
        return replaced(package, name, b"x")

    return make


def without_references(package: Path) -> Path:
    return resigned(package, maker_key(package), references=[])


def truncated(package: Path) -> Path:
    target = package.with_name("changed.okng-model")
    target.write_bytes(package.read_bytes()[:-1000])
    return target


def text(package: Path) -> Path:
    target = package.with_name("changed.okng-model")
    target.write_text("no package")
    return target


def twice(package: Path) -> Path:
    target = packed(package, members(package))
    with pytest.warns(UserWarning, match=r"Duplicate"), zipfile.ZipFile(target, "a") as archive:
        archive.writestr("bundle/model.onnx", b"another")
    return target


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (other_answers, "does not answer here as it did where it was trained"),
        (pickled_answers, "answers to the reference pictures can't be read"),
        (another_onnx, "model.onnx.*SHA-256"),
        (newer_format, "package format 2 is newer than this okng reads"),
        (newer_bundle, "bundle format 99 is newer"),
        (bomb, "changed after it was signed"),
        (huge_description, "has more than"),
        (described("bundle/../../../okng.db"), "package.json can't be read"),
        (described("/etc/passwd"), "package.json can't be read"),
        (described("bundle/pickle.pkl"), "unknown files"),
        (without_references, "no reference pictures"),
        (truncated, "not a model package|damaged"),
        (text, "not a model package"),
        (twice, "other than those that were signed"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_what_can_not_be_used_changes_nothing(
    taker: Path, package: Path, spoil: Callable[[Path], Path], problem: str
) -> None:
    receive(taker, package)
    shutil.rmtree(taker / "models" / "discs")
    before = files(taker)
    with pytest.raises(OkngError, match=f"(?s){problem}"):
        receive(taker, spoil(package))
    assert files(taker) == before
    assert not list((taker / "models").iterdir())
    receive(taker, package)


def test_a_full_disk_is_said_beforehand(tmp_path: Path, taker: Path, package: Path) -> None:
    models = tmp_path / "small" / "models"
    with mount_small_disk(tmp_path / "small", mib=16):
        with pytest.raises(OkngError, match=r"needs .* MiB; .* MiB are free"):
            receive_package(package, models, ModelKeys(taker).trusted())
        assert not files(tmp_path / "small")


def test_what_a_killed_import_left_is_removed(taker: Path, package: Path) -> None:
    program = (
        "import os, sys, pathlib\n"
        "from okng.models.exchange import receive\n"
        "receive.check_parity = lambda *_: os._exit(9)\n"
        "from okng.device.model_exchange.keys import ModelKeys\n"
        "data_dir, package = map(pathlib.Path, sys.argv[1:])\n"
        "receive.receive_package(package, data_dir / 'models', ModelKeys(data_dir).trusted())\n"
    )
    killed = subprocess.run([sys.executable, "-c", program, str(taker), str(package)], check=False)
    assert killed.returncode == 9
    (leftover,) = (taker / "models").iterdir()
    assert leftover.name.startswith(".")
    receive(taker, package)
    assert [path.name for path in (taker / "models").iterdir()] == ["discs"]


def test_without_reference_pictures_nothing_is_exported(tmp_path: Path, maker: Path) -> None:
    bundle = load_bundle(maker / "models" / "discs" / "1", Manifest)
    with pytest.raises(OkngError, match=r"--pictures"):
        export_model(maker, bundle, tmp_path / "discs.okng-model")
    assert not list(tmp_path.glob("*.okng-model*"))
