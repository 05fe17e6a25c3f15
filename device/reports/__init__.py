"""Reports for people who decide: facts, their layout as HTML and PDF, signature and files."""
