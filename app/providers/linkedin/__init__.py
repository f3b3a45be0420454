"""LinkedIn: sign-in, publication, reading back what was published.

Terms and wire facts: https://learn.microsoft.com/linkedin, read 2026-11-21.
"""
