"""Labelling jobs: pictures to label, audit and adjust in steps, and how well that went."""
