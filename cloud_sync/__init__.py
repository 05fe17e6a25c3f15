"""Exchange with the cloud: S3, model download, Lookout for Vision formats."""
