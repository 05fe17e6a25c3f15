"""The S3-compatible store: its client, its errors in words, and the link to it."""
