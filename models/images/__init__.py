"""Images as arrays: reading and writing files, preprocessing, and image formats."""
