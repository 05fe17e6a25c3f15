"""Images for the pages: thumbnails, heat maps, and stored picture files."""
