"""A publication as its owner rewrites it."""

from __future__ import annotations

from wtforms import TextAreaField

from app.core.forms import Form, Text


class ContentForm(Form):
    """The text is kept as typed; the mots-clics are separated by spaces or commas."""

    text = TextAreaField("Texte")
    hashtags = Text("Mots-clics")

    def tags(self) -> list[str]:
        """Return the mots-clics without their sign."""
        words = (self.hashtags.data or "").replace(",", " ").replace("#", " ").split()
        return list(dict.fromkeys(words))
