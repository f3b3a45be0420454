"""A business's own site, visited politely."""
