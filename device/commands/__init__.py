"""The subcommands of `okng` that work on the device; each is one file."""
