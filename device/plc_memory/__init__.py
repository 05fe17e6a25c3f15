"""Access to the memory of PLCs: one file for each protocol.

It imports nothing heavy, since a guardian is a process of its own beside the device process.
"""
