"""The operating system: processes, systemd, ports, file modes."""
