"""The sentences of the offline writer, one pool a role."""
