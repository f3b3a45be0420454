"""Going out exactly once: the thumb, deliveries, connections, results."""
