"""Prospects: found, cleaned, scored, explained."""
