"""Approving from a mail: links that prove who was written to, about which text, and nothing else."""
