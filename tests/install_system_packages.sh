#!/bin/bash
# Installs the Debian packages of the named needs that are not there yet; quick when all are.
# Usage: install_system_packages.sh NEED...   (ensurepip, a program, a library or fonts, by name)
set -euo pipefail
here=$(dirname "$0")

is_there() {
    case $1 in
        ensurepip) "$("$here/choose_python.sh")" -c 'import ensurepip' 2>/dev/null ;;
        *.so.*) grep -q "$1 " <(ldconfig -p) ;;
        fonts-*) [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]] ;;
        *) command -v "$1" >/dev/null ;;
    esac
}

package_of() {
    case $1 in
        ensurepip) basename "$(readlink -f "$("$here/choose_python.sh")")-venv" ;;
        systemd-analyze) echo systemd ;;
        systemd-nspawn) echo systemd-container ;;
        aarch64-linux-gnu-g++) echo g++-aarch64-linux-gnu ;;
        qemu-system-x86_64) echo qemu-system-x86 ;;
        debugfs) echo e2fsprogs ;;
        libpangoft2-1.0.so.0) echo libpangoft2-1.0-0 ;;
        *) echo "$1" ;;
    esac
}

packages=()
for need in "$@"; do
    is_there "$need" || packages+=("$(package_of "$need")")
done
[[ ${#packages[@]} -eq 0 ]] && exit

install=(apt-get install -y --no-install-recommends "${packages[@]}")
if ! command -v apt-get >/dev/null; then
    echo "Please install: ${packages[*]} (by their Debian names; this system has no apt-get)" >&2
    exit 1
fi
as_root=()
if [[ $(id -u) -ne 0 ]]; then
    if ! command -v sudo >/dev/null; then
        echo "Please run as root: ${install[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi
echo "Installing what is missing: ${packages[*]}"
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "${install[@]}"
