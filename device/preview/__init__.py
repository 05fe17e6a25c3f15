"""The live view, and the focus and brightness of its images."""
