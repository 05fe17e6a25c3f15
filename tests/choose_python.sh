#!/bin/bash
# Prints a Python that okng runs on: python3.11, or else any other from 3.11 on.
set -euo pipefail

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

for python in python3.11 python3 python3.12 python3.13 python3.14; do
    if command -v "$python" >/dev/null && is_new_enough "$python"; then
        command -v "$python"
        exit
    fi
done
echo "okng needs Python 3.11 or newer; found: $(python3 --version 2>&1 || true)" >&2
echo "On Debian 12: apt-get install python3 python3-venv" >&2
exit 1
