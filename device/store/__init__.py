"""What lasts: inspections, pictures, recipes, datasets and jobs, in one data directory."""
