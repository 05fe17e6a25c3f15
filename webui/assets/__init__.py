"""What a browser loads besides data: the pages' modules and style sheets, joined and compressed."""
