"""Programs of the owner's, told by HTTP of what happens in her workspace."""
