"""What the operator of this installation sees, and is told."""
