"""Basler cameras, and pylon's own emulator of them, through pypylon."""
