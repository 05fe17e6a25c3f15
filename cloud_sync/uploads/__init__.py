"""What goes to the bucket: which files, under which keys, and their way there."""
