"""Programs of the outside that asked to be told."""
