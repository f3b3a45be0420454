"""A publication as its owner rewrites it, writes one of her own, and chooses its day."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from wtforms import BooleanField, DateTimeLocalField, FileField, TextAreaField
from wtforms.validators import InputRequired, Length

from app.core import clock
from app.core.forms import Form, Text
from app.core.i18n import _l
from app.domains.contents.models import LONGEST_TITLE
from app.domains.publishing import page_words

_LAST = datetime(9999, 1, 1)  # noqa: DTZ001  # as a field gives it, without a zone


class ContentForm(Form):
    """The text is kept as typed; the mots-clics are separated by spaces or commas."""

    text = TextAreaField(_l("Texte"))
    hashtags = Text(_l("Mots-clics"))

    def tags(self) -> list[str]:
        """Return the mots-clics without their sign."""
        words = (self.hashtags.data or "").replace(",", " ").replace("#", " ").split()
        return list(dict.fromkeys(words))


class OwnContentForm(ContentForm):
    """A publication of one's own; its title is seen in lists only."""

    title = Text(_l("Titre"), [Length(max=LONGEST_TITLE, message=page_words.TITLE_TOO_LONG)])


class PlanForm(Form):
    """The moment before which a publication does not leave, as a clock in Québec shows it."""

    moment = DateTimeLocalField(_l("Date et heure"), [InputRequired(page_words.MOMENT_NEEDED)])

    def utc(self) -> datetime:
        """Return the moment chosen."""
        # The last hours a date can hold are no moment in UTC.
        found: Any = min(self.moment.data, _LAST)
        return datetime.combine(found.date(), found.time(), clock.QUEBEC).astimezone(UTC)


class PhotoForm(Form):
    """A photo, and whether the name and the colours go over it."""

    photo = FileField(_l("Votre photo"))
    brand = BooleanField(_l("Ajouter le nom et les couleurs"))
