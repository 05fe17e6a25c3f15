"""Datasets: labelled pictures, their boxes, the history of their labels, import and export."""
