"""Focus, exposure, light and position of a picture, apart from the part's own anomaly."""
