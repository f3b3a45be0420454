"""Workers killed in the middle of publishing: out exactly once, or honestly unknown."""
