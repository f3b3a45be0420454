"""The three questions of a new account, one form a screen."""

from __future__ import annotations

from typing import Any

from wtforms import RadioField
from wtforms.validators import InputRequired, Length, ValidationError

from app.core.forms import Form, Text
from app.core.i18n import _l
from app.domains.leads import services as leads
from app.domains.workspaces import wording as profile_words

PROVINCE = "QC"


class Question(Form):
    """One screen of the welcome; `step` is its place among them."""

    step = 0


class TradeForm(Question):
    """What the business does."""

    step = 1

    industry: Any = RadioField(
        _l("Votre métier"),
        [InputRequired(profile_words.INDUSTRY_NEEDED)],
        choices=list(profile_words.INDUSTRIES.items()),
    )
    industry_words = Text(_l("Votre métier en quelques mots"), [Length(max=80)])

    def validate_industry_words(self, field: Any) -> None:
        """« Autre » needs words of one's own."""
        if self.industry.data == "other" and not field.data:
            raise ValidationError(profile_words.INDUSTRY_WORDS_NEEDED)


class TownForm(Question):
    """Where it is."""

    step = 2

    city = Text(_l("Ville"), [InputRequired(profile_words.UNKNOWN_CITY), Length(max=120)])

    def validate_city(self, field: Any) -> None:
        """Give the town its name as Québec writes it."""
        try:
            field.data = leads.locate(field.data, PROVINCE).name
        except leads.PlaceError as refusal:
            raise ValidationError(str(refusal)) from refusal


class VoiceForm(Question):
    """How it speaks to its readers."""

    step = 3

    form_of_address: Any = RadioField(
        _l("Vous vous adressez à vos lecteurs"), [InputRequired(profile_words.VOICE_NEEDED)],
        choices=[(_l("vous"), _l("Vous")), ("tu", _l("Tu"))],
    )  # fmt: skip
