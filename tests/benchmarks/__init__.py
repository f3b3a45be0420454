"""Figures of one run on one machine, as ratios wherever a machine's speed would decide; nothing here asserts."""
