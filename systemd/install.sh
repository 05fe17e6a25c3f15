#!/bin/bash
# Installs or upgrades okng as a service of this machine. Run as root.
# Usage: systemd/install.sh [--with EXTRA[,EXTRA]] [PACKAGE]
#   --with    extras of okng besides those that the units and pages use, such as edge-agent
#   PACKAGE   a wheel or a requirement for pip; default: this checkout
set -euo pipefail
units=$(cd "$(dirname "$0")" && pwd)
checkout=$(dirname "$units")
home=/opt/okng
# Buckets and AWS; signed models.
extras=s3,exchange

usage() {
    sed -n 's/^# //; /^Usage/,/^  PACKAGE/p' "$0" >&2
    exit 2
}

while [[ ${1:-} == -* ]]; do
    [[ $1 == --with && ${2:-} =~ ^[a-z0-9-]+(,[a-z0-9-]+)*$ ]] || usage
    extras+=,$2
    shift 2
done
[[ $# -le 1 ]] || usage
package=${1:-$checkout}
if [[ -e $package ]]; then
    requirement="$package[$extras]"
elif [[ $package =~ ^([A-Za-z0-9._-]+)([^A-Za-z0-9._[-].*)?$ ]]; then
    # The extras stand between the name and the version.
    requirement="${BASH_REMATCH[1]}[$extras]${BASH_REMATCH[2]}"
else
    requirement=$package
fi

if [[ $(id -u) -ne 0 ]]; then
    echo "Run it as root: sudo $0 $*" >&2
    exit 1
fi

if [[ ! -x $home/bin/python ]]; then
    python=$("$checkout/tests/choose_python.sh")
    "$checkout/tests/install_system_packages.sh" ensurepip
    "$python" -m venv "$home"
fi
# An earlier build's files would find their way into the package.
[[ $package == "$checkout" ]] && rm -rf "$checkout/build"
"$home/bin/python" -m pip install --quiet --upgrade "$requirement"

install -D -m 644 "$units/okng.sysusers.conf" /etc/sysusers.d/okng.conf
install -D -m 644 "$units/okng.tmpfiles.conf" /etc/tmpfiles.d/okng.conf
install -D -m 644 "$units/70-okng-basler.rules" /etc/udev/rules.d/70-okng-basler.rules
install -D -m 644 -t /etc/systemd/system "$units"/okng-*.service "$units/okng.target"
systemd-sysusers /etc/sysusers.d/okng.conf
systemd-tmpfiles --create /etc/tmpfiles.d/okng.conf
systemctl enable --quiet okng.target okng-device.service okng-export.service okng-host.service okng-sync.service okng-web.service

if [[ -d /run/systemd/system ]]; then
    systemctl daemon-reload
    udevadm control --reload || true
    udevadm trigger --subsystem-match=usb --attr-match=idVendor=2676 || true
    systemctl restart okng.target
    echo "okng runs. The claim code for the first visit: journalctl -u okng-web"
else
    echo "okng starts at the next boot."
fi
