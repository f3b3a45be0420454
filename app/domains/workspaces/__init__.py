"""A business, its people and their roles."""
