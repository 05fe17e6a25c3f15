"""S3 buckets as a source of labelled pictures."""
