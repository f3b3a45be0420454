"""A trade, a town, and everything that follows."""
