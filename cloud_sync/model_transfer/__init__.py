"""Models through the bucket: signed packages that stations put there, fetch, and are assigned."""
