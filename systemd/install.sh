#!/bin/bash
# Installs or upgrades okng as a service of this machine. Run as root.
# Usage: systemd/install.sh [PACKAGE]   (a wheel or a requirement for pip; default: this checkout)
set -euo pipefail
units=$(cd "$(dirname "$0")" && pwd)
checkout=$(dirname "$units")
package=${1:-$checkout}
home=/opt/okng

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
"$home/bin/python" -m pip install --quiet --upgrade "$package"

install -D -m 644 "$units/okng.sysusers.conf" /etc/sysusers.d/okng.conf
install -D -m 644 "$units/okng.tmpfiles.conf" /etc/tmpfiles.d/okng.conf
install -D -m 644 "$units/70-okng-basler.rules" /etc/udev/rules.d/70-okng-basler.rules
install -D -m 644 -t /etc/systemd/system "$units"/okng-*.service "$units/okng.target"
systemd-sysusers /etc/sysusers.d/okng.conf
systemd-tmpfiles --create /etc/tmpfiles.d/okng.conf
systemctl enable --quiet okng.target okng-device.service okng-web.service

if [[ -d /run/systemd/system ]]; then
    systemctl daemon-reload
    udevadm control --reload || true
    udevadm trigger --subsystem-match=usb --attr-match=idVendor=2676 || true
    systemctl restart okng.target
    echo "okng runs. The claim code for the first visit: journalctl -u okng-web"
else
    echo "okng starts at the next boot."
fi
