"""`python -m okng.device` is the `okng` command."""

from okng.device.cli import main

main(prog_name="okng")
