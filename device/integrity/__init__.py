"""Whether the data directory holds together, and what mends it: behind `okng doctor`."""
