"""Dataset sources: labelled pictures to import, by where they lie and how they are laid out."""
