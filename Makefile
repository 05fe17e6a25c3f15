# `make run` and `make test` need nothing but a fresh clone; see docs/README.md.

.DEFAULT_GOAL := help
.PHONY: help run test test-slow check docs bench clean system-packages slow-packages train-environment engines-environment

BIN := .venv/bin
# Brokers and the like stand in sbin, which is not on everybody's path.
export PATH := $(PATH):/usr/sbin:/sbin

help:  ## says what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## */make \1 \t/'

run: .venv/run.stamp  ## a line at work: emulated camera, solar cells, a model trained from them
	$(BIN)/okng run --demo

test: system-packages check  ## all checks and all tests but the slow ones
	$(BIN)/pytest --ignore tests/packaging

test-slow: system-packages slow-packages .venv/dev.stamp .venv/guest/initramfs.gz .venv-train/stamp .venv-engines/stamp  ## the tests that take minutes
	$(BIN)/pytest -m slow
	.venv-engines/bin/pytest -m slow tests/models/engines

check: .venv/dev.stamp  ## style, types, direction of imports, contents of the package
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest tests/packaging

docs: .venv/dev.stamp  ## writes the generated documents anew
	$(BIN)/okng settings reference > docs/settings.md
	$(BIN)/python -c 'from pathlib import Path; from okng.device.sinks.mqtt_messages import write_schemas; write_schemas(Path("docs"))'

bench: .venv/dev.stamp  ## the figures of docs/benchmarks.md
	# Beside anomalib and PyTorch needs the environment that has them.
	for bench in tests/bench/bench_*.py; do \
		bin=$(BIN); \
		case $$bench in *_anomalib.py|*_yolov4.py) if [ -d .venv-train ]; then bin=.venv-train/bin; fi;; esac; \
		PYTHONPATH=tests $$bin/python $$bench || exit 1; \
	done

train-environment: .venv-train/stamp  ## .venv-train: torch and anomalib, for training by anomalib and of detectors (2.2 GB)

engines-environment: .venv-engines/stamp  ## .venv-engines: TVM, and tensorrt-rtx under NVIDIA's licence (600 MB)

clean:  ## removes everything that was made, but no data
	rm -rf .venv .venv-train .venv-engines build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

system-packages:
	@tests/install_system_packages.sh mosquitto chromium systemd-analyze

slow-packages:
	# What needs them is skipped, and says so, where they can't be installed.
	-@tests/install_system_packages.sh debootstrap systemd-nspawn aarch64-linux-gnu-g++

.venv/bin/python:
	python=$$(tests/choose_python.sh) && tests/install_system_packages.sh ensurepip \
		&& "$$python" -m venv .venv || { rm -rf .venv; exit 1; }

.venv/guest/initramfs.gz: tests/store/make_guest.sh | .venv/bin/python
	# Its test is skipped, and says why, where it can't be made.
	-tests/install_system_packages.sh qemu-system-x86_64 debugfs && tests/store/make_guest.sh $(@D)

.venv/run.stamp: pyproject.toml setup.py | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[demo]'
	touch $@

.venv-train/stamp: pyproject.toml | .venv/bin/python
	test -x .venv-train/bin/python || $(BIN)/python -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet --disable-pip-version-check -e '.[train]'
	touch $@

.venv-engines/stamp: pyproject.toml | .venv/bin/python
	test -x .venv-engines/bin/python || $(BIN)/python -m venv .venv-engines
	.venv-engines/bin/python -m pip install --quiet --disable-pip-version-check -e '.[dev,demo,tvm,tensorrt-check]'
	touch $@

.venv/dev.stamp: pyproject.toml setup.py | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,demo]'
	# mypy remembers what was not found before.
	rm -rf .mypy_cache
	touch .venv/run.stamp $@
