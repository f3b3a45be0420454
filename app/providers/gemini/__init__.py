"""Gemini's text door, through Google's own client."""
