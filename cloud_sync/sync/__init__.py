"""The sync process: its main loop, and the command that runs it."""
