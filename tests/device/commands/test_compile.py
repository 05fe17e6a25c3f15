"""`okng compile` as a person uses it, and a station whose chosen build does not fit."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from support.running_station import RunningStation

from okng.device.cli import main
from okng.device.commands.doctor_engines import jetson_lines
from okng.device.ipc.commands import GetStatus
from okng.device.store.database import connect
from okng.device.types import EngineBuild, Outcome
from okng.models.bundles.bundle import content_hash
from okng.models.compilation.engine_build import RECORD

ENGINES = Path("models/discs/1/engines")

Okng = Callable[..., "subprocess.CompletedProcess[str]"]


def change(build: Path, **changes: Any) -> None:
    """As somebody would who also knows the hash."""
    path = build / RECORD
    record = json.loads(path.read_text()) | changes
    record["content_hash"] = content_hash(record)
    path.write_text(json.dumps(record))


def test_a_model_is_compiled_chosen_and_shown(okng: Okng, data: Path) -> None:
    done = okng("compile", "discs:1", "--engine", "onnxruntime", "--threads", "1", "--use")
    assert done.returncode == 0, done.stderr
    assert "onnxruntime-fp32: compares it with the model on 8 pictures" in done.stdout
    assert "0 of 8 verdicts change" in done.stdout
    assert "discs:1 runs as onnxruntime-fp32" in done.stdout
    again = okng("compile", "discs:1", "--engine", "onnxruntime", "--threads", "1")
    assert "exists already; nothing to do" in again.stdout
    assert "engine: onnxruntime-fp32" in okng("model", "list").stdout
    doctor = okng("doctor")
    assert "engine onnxruntime: " in doctor.stdout
    assert "engine onnxruntime-cuda: not here; " in doctor.stdout

    change(data / ENGINES / "onnxruntime-fp32", device="another machine")
    doctor = okng("doctor")
    assert doctor.returncode == 1
    assert "it was built for the device another machine, but here it is" in doctor.stdout
    assert "build it again: okng compile discs:1" in doctor.stdout
    assert "runs as it came" in okng("compile", "discs:1", "--engine", "none").stdout
    assert okng("doctor", "--json").stdout.count("another machine") == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--engine", "tensorflow"], "--engine is 'tensorflow'; allowed are auto, none, onnx"),
        (["--dataset", "nuts"], "there is no dataset 'nuts' with pictures; there are: discs"),
        (["--dataset", "discs", "--pictures", "/tmp"], "not both"),
        (["--engine", "onnxruntime", "--precision", "bf16"], "it supports fp32, int8"),
        (["--engine", "onnxruntime", "--limit", "1", "--precision", "int8"], "limit of 1 s"),
        (["--engine", "onnxruntime-cuda"], "can't be used: onnxruntime-cuda"),
    ],
)
def test_what_cannot_be_done_is_said(
    config: Path, data: Path, options: list[str], said: str
) -> None:
    done = CliRunner().invoke(main, ["compile", "discs", *options, "--config", str(config)])
    assert done.exit_code != 0
    assert said in " ".join(done.output.split())
    assert list((data / "models/discs/1").glob("engines/*")) == []


def test_the_model_s_own_pictures_may_be_gone(okng: Okng, data: Path) -> None:
    with closing(connect(data)) as connection:
        connection.execute("DELETE FROM dataset_pictures")
    done = okng("compile", "discs")
    assert done.returncode == 2
    assert "none of the 30 normal pictures that discs:1 has learnt is in a dataset" in done.stderr


def test_the_line_goes_on_where_the_chosen_build_does_not_fit(
    okng: Okng, data: Path, make_station: Callable[..., RunningStation]
) -> None:
    options = ("--engine", "onnxruntime", "--threads", "1", "--use")
    assert okng("compile", "discs", *options).returncode == 0
    station = make_station(data_dir=data)
    station.inspect()
    by_build = station.judge()
    assert by_build.outcome in (Outcome.OK, Outcome.NG)
    record = json.loads((data / ENGINES / "onnxruntime-fp32" / RECORD).read_text())
    assert by_build.model_build == EngineBuild(
        name="onnxruntime-fp32",
        engine_version=record["engine_version"],
        sha256=record["content_hash"],
    )
    assert station.client.ask(GetStatus()).conditions == ()

    change(data / ENGINES / "onnxruntime-fp32", engine_version="0.1")
    station.inspect()
    (condition,) = station.client.ask(GetStatus()).conditions
    assert condition.code == "engine_unfit"
    assert "onnxruntime-fp32: it was built for version 0.1, but here it is" in condition.message
    as_it_came = station.judge()
    assert as_it_came.outcome in (Outcome.OK, Outcome.NG)
    assert (as_it_came.model, as_it_came.model_build) == (by_build.model, None)

    assert okng("compile", "discs", "--engine", "none").returncode == 0
    station.inspect()
    assert station.client.ask(GetStatus()).conditions == ()


def test_a_jetson_tells_its_power_mode_and_clocks(tmp_path: Path) -> None:
    """The files of an Orin Nano with JetPack 5.1.2, as far as they are read."""
    assert list(jetson_lines(tmp_path)) == []
    files = {
        "proc/device-tree/model": "NVIDIA Jetson Orin Nano Developer Kit\0",
        "etc/nv_tegra_release": "# R35 (release), REVISION: 4.1, GCID: 33958178, BOARD: t186ref\n",
        "sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq": "729600\n",
        "sys/devices/system/cpu/cpu0/cpufreq/scaling_max_freq": "1510400\n",
        "sys/class/devfreq/17000000.ga10b/cur_freq": "306000000\n",
        "sys/class/devfreq/17000000.ga10b/max_freq": "624750000\n",
        "sys/class/devfreq/15340000.vic/cur_freq": "115200000\n",
        "usr/sbin/nvpmodel": "#!/bin/sh\n[ $1 = -q ] && printf 'NV Power Mode: 15W\\n0\\n'\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "usr/sbin/nvpmodel").chmod(0o755)
    assert list(jetson_lines(tmp_path)) == [
        "board NVIDIA Jetson Orin Nano Developer Kit, Linux for Tegra 35.4.1, power mode 15W",
        "clocks cpu0 730 of 1510 MHz, GPU 306 of 625 MHz",
        "    some are below their most: `sudo jetson_clocks` keeps them there",
    ]
    (tmp_path / "usr/sbin/nvpmodel").unlink()
    (tmp_path / "proc/device-tree/model").write_text("Raspberry Pi 5 Model B\0")
    assert list(jetson_lines(tmp_path)) == []
