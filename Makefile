# `make run` and `make test` need nothing but a fresh clone; see docs/README.md.

.DEFAULT_GOAL := help
.PHONY: help run test test-slow check check-pages fix hooks fuzz docs docs-site docs-pictures contracts edge-agent-descriptors sparkplug-descriptors bench clean system-packages slow-packages train-environment engines-environment

BIN := .venv/bin
BIOME = $(BIN)/node node_modules/@biomejs/biome/bin/biome
TSC = $(BIN)/node node_modules/typescript/bin/tsc
COMPARE_RATES = $(addprefix tests/device/pipeline/test_,line.py store_faults.py camera_faults.py)
# Brokers and the like stand in sbin, which is not on everybody's path.
export PATH := $(PATH):/usr/sbin:/sbin
# The tests start thousands of processes: each would compile every module anew.
unexport PYTHONDONTWRITEBYTECODE

help:  ## says what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## */make \1 \t/'

run: .venv/run.stamp  ## a line at work: emulated camera, solar cells, a model trained from them; PICTURES=FOLDER plays yours
	$(BIN)/okng run $(if $(PICTURES),--pictures "$(PICTURES)",--demo)

test: system-packages check  ## all checks and all tests but the slow ones
	# These compare rates: nothing runs beside them.
	$(BIN)/pytest $(COMPARE_RATES)
	# Of the others two files at a time: most of them wait for another process.
	$(BIN)/pytest -n 2 --dist loadfile --ignore tests/packaging $(COMPARE_RATES:%=--ignore %)

test-slow: system-packages slow-packages .venv/dev.stamp .venv/guest/initramfs.gz .venv-train/stamp .venv-engines/stamp .venv-enip/stamp  ## the tests that take minutes
	$(BIN)/pytest -m slow
	.venv-engines/bin/pytest -m slow tests/models/engines
	$(MAKE) bench ARGS=--quick

check: .venv/dev.stamp check-pages  ## style, types, direction of imports, contents of the package
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --dist loadfile tests/packaging

check-pages: node_modules/stamp  ## style, types and unit tests of the pages alone
	$(BIOME) check --error-on-warnings
	# The answers' types are those of the API as it is now.
	$(BIN)/python tests/front_end/openapi.py > node_modules/openapi.json
	$(BIN)/node node_modules/openapi-typescript/bin/cli.js node_modules/openapi.json --output typings/pages/api.d.ts
	PYTHONPATH=tests $(BIN)/python tests/front_end/text_types.py > typings/pages/texts.d.ts
	$(TSC)
	$(BIN)/node --import ./tests/front_end/english.js --test 'tests/front_end/**/*.test.js'

fix: .venv/dev.stamp node_modules/stamp  ## formats all code and mends what the linters can
	$(BIN)/ruff check --fix --exit-zero .
	$(BIN)/ruff format .
	$(BIOME) check --write

hooks: .venv/dev.stamp  ## the checks of `make check` before each commit and push
	$(BIN)/pre-commit install

FUZZ_SECONDS ?= 60

fuzz: .venv/fuzz.stamp  ## random files for every reader of foreign files, FUZZ_SECONDS=60 in all
	$(BIN)/python tests/fuzz/fuzz.py $(FUZZ_SECONDS)

docs: .venv/dev.stamp  ## writes the generated documents anew
	$(BIN)/okng settings reference > docs/settings.md
	$(BIN)/python -c 'from pathlib import Path; from okng.device.sinks.mqtt.messages import write_schemas; write_schemas(Path("docs"))'
	$(BIN)/python -c 'from pathlib import Path; from okng.device.wires.map_export.tables import put_into; document = Path("docs/plc-modbus.md"); document.write_text(put_into(document.read_text()))'
	$(BIN)/python -c 'from pathlib import Path; from okng.device.wires.plc_memory_layout import write_layout; write_layout(Path("docs"))'
	$(BIN)/python -c 'from pathlib import Path; from okng.device.data_lake.document import put_into; document = Path("docs/data-lake.md"); document.write_text(put_into(document.read_text()))'

edge-agent-descriptors: .venv/dev.stamp  ## compiles cloud_sync/edge_agent/edge-agent.proto anew
	cd cloud_sync/edge_agent && $(abspath $(BIN))/python -m grpc_tools.protoc -I. --descriptor_set_out=edge-agent.binpb edge-agent.proto

sparkplug-descriptors: .venv/dev.stamp  ## compiles device/sinks/sparkplug/sparkplug.proto anew
	cd device/sinks/sparkplug && $(abspath $(BIN))/python -m grpc_tools.protoc -I. --descriptor_set_out=sparkplug.binpb sparkplug.proto

docs-site: .venv/dev.stamp  ## the documents as a site, in site/
	# Without the advertisement of its successor.
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

docs-pictures: system-packages .venv/dev.stamp  ## takes the pictures of the pages in docs/images anew
	PYTHONPATH=tests $(BIN)/python tests/browser/documentation_pictures.py

contracts: .venv/dev.stamp  ## writes the contracts of tests/contracts anew; what differs belongs into the changelog
	PYTHONPATH=tests $(BIN)/python tests/contracts/contracts.py

bench: .venv/dev.stamp .venv-train/bench.stamp  ## the figures of docs/benchmarks.md; ARGS=--quick only tries each
	# Beside anomalib and PyTorch needs the environment that has them.
	for bench in tests/bench/bench_*.py; do \
		bin=$(BIN); \
		case $$bench in *_anomalib.py|*_yolov4.py) bin=.venv-train/bin;; esac; \
		echo "== $$bench $(ARGS)"; \
		PYTHONPATH=tests $$bin/python $$bench $(ARGS) || exit 1; \
	done

train-environment: .venv-train/stamp  ## .venv-train: torch and anomalib, for training by anomalib and of detectors (2.2 GB)

engines-environment: .venv-engines/stamp  ## .venv-engines: TVM, and tensorrt-rtx under NVIDIA's licence (600 MB)

clean:  ## removes everything that was made, but no data
	rm -rf .venv .venv-train .venv-engines .venv-enip node_modules build dist site *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .fuzz

system-packages:
	@tests/install_system_packages.sh mosquitto chromium systemd-analyze libpangoft2-1.0.so.0 fonts-dejavu-core

slow-packages:
	# What needs them is skipped, and says so, where they can't be installed.
	-@tests/install_system_packages.sh debootstrap systemd-nspawn aarch64-linux-gnu-g++

.venv/bin/python:
	python=$$(tests/choose_python.sh) && tests/install_system_packages.sh ensurepip \
		&& "$$python" -m venv .venv || { rm -rf .venv; exit 1; }

.venv/guest/initramfs.gz: tests/device/store/make_guest.sh | .venv/bin/python
	# Its test is skipped, and says why, where it can't be made.
	-tests/install_system_packages.sh qemu-system-x86_64 debugfs && tests/device/store/make_guest.sh $(@D)

.venv/run.stamp: pyproject.toml setup.py | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[demo]'
	touch $@

.venv-train/stamp: pyproject.toml | .venv/bin/python
	test -x .venv-train/bin/python || $(BIN)/python -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet --disable-pip-version-check -e '.[train]'
	touch $@

.venv-train/bench.stamp: .venv-train/stamp
	.venv-train/bin/python -m pip install --quiet --disable-pip-version-check -e '.[train,demo,bench]'
	touch $@

.venv-engines/stamp: pyproject.toml | .venv/bin/python
	test -x .venv-engines/bin/python || $(BIN)/python -m venv .venv-engines
	.venv-engines/bin/python -m pip install --quiet --disable-pip-version-check -e '.[dev,demo,tvm,tensorrt-check]'
	touch $@

.venv-enip/stamp: | .venv/bin/python
	# cpppo's EtherNet/IP server is under the GPL: a program of its own, in tests only. They are skipped,
	# and say why, where it can't be installed.
	-{ test -x .venv-enip/bin/python || $(BIN)/python -m venv .venv-enip; } \
		&& .venv-enip/bin/python -m pip install --quiet --disable-pip-version-check cpppo==5.2.5 && touch $@

.venv/fuzz.stamp: .venv/dev.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[fuzz]'
	touch $@

.venv/dev.stamp: pyproject.toml setup.py | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,demo]'
	# mypy remembers what was not found before.
	rm -rf .mypy_cache
	touch .venv/run.stamp $@

# Node comes from PyPI, with npm; scripts of npm's packages are not run.
node_modules/stamp: package-lock.json pyproject.toml .venv/dev.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[pages]'
	$(BIN)/npm ci --ignore-scripts --no-audit --no-fund --loglevel error
	touch $@
