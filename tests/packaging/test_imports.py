import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
BIN = Path(sys.executable).parent

TRAINING_ONLY = ("torch", "torchvision", "anomalib", "lightning")


def modules_after(statement: str) -> set[str]:
    """Names of all modules that a fresh interpreter holds after the statement."""
    script = f"{statement}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "statement",
    [
        "import okng.device.station.daemon",
        "import okng.models.training.anomaly.train_anomaly_model",
        "from okng.webui.app import create_app",
    ],
)
def test_a_base_install_needs_no_torch(statement: str) -> None:
    blocker = f"import sys\nfor name in {TRAINING_ONLY}: sys.modules[name] = None\n"
    assert "okng.models.backbone.backbone" in modules_after(blocker + statement)


def test_help_imports_nothing_heavy() -> None:
    statement = (
        "from click.testing import CliRunner\n"
        "from okng.device.cli import main\n"
        "answer = CliRunner().invoke(main, ['--help'])\n"
        "assert answer.exit_code == 0 and 'doctor' in answer.output, answer.output"
    )
    heavy = {"cv2", "flask", "numpy", "onnxruntime", "pypylon", "zmq", "pydantic"}
    assert modules_after(statement) & heavy == set()


def test_a_bare_import_of_a_code_folder_is_refused_by_the_linter() -> None:
    done = subprocess.run(
        [BIN / "ruff", "check", "--stdin-filename", "device/wrong.py", "-"],
        input='"""."""\nfrom device import types\nimport models.bundle\n',
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
    )
    assert done.returncode == 1
    assert "import okng.device" in done.stdout
    assert "import okng.models" in done.stdout


def lint_imports(source: Path) -> subprocess.CompletedProcess[str]:
    """Runs import-linter on a copy of the sources, linked as the package `okng`."""
    package = source / "links" / "okng"
    package.mkdir(parents=True)
    for folder in ("device", "webui", "models", "cloud_sync"):
        (package / folder).symlink_to(source / folder)
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys\n"
            # Otherwise the editable install would provide the checkout's own files.
            "sys.meta_path = [f for f in sys.meta_path if not getattr(f, '__module__', '')"
            ".startswith('__editable__')]\n"
            "from importlinter.cli import lint_imports_command\n"
            "lint_imports_command(['--no-cache'])",
        ],
        cwd=source,
        env={"PYTHONPATH": str(source / "links")},
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(
    ("file", "statement", "message"),
    [
        ("models/wrong.py", "import okng.device.types", "okng.models.wrong -> okng.device.types"),
        ("device/wrong.py", "import okng.webui", "okng.device.wrong -> okng.webui"),
        ("webui/wrong.py", "import okng.cloud_sync", "okng.webui.wrong -> okng.cloud_sync"),
        ("models/wrong.py", "import torch", "okng.models.wrong -> torch"),
        (
            "models/evaluation/wrong.py",
            "import okng.models.bundles.manifest",
            "okng.models.evaluation.wrong -> okng.models.bundles.manifest",
        ),
        (
            "device/outputs/wrong.py",
            "from typing import TYPE_CHECKING\n"
            "if TYPE_CHECKING:\n    import okng.device.sinks.sink",
            "okng.device.outputs.wrong -> okng.device.sinks.sink",
        ),
        (
            "webui/streaming/wrong.py",
            "import okng.webui.api.account",
            "okng.webui.streaming.wrong -> okng.webui.api.account",
        ),
        ("device/new_room/__init__.py", "import okng.device.types", "device.new_room"),
    ],
)
def test_an_import_against_the_grain_is_refused(
    file: str, statement: str, message: str, source_copy: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "source"
    shutil.copytree(source_copy, wrong, ignore=shutil.ignore_patterns("build", "*.egg-info"))
    (wrong / file).parent.mkdir(exist_ok=True)
    (wrong / file).write_text(f'"""."""\n{statement}\n')
    done = lint_imports(wrong)
    assert done.returncode == 1, done.stdout + done.stderr
    assert message in done.stdout


def test_the_imports_as_they_are_pass(source_copy: Path, tmp_path: Path) -> None:
    right = tmp_path / "source"
    shutil.copytree(source_copy, right, ignore=shutil.ignore_patterns("build", "*.egg-info"))
    done = lint_imports(right)
    assert done.returncode == 0, done.stdout + done.stderr
