"""The wizard's questions, one form a screen."""

from __future__ import annotations

from typing import Any

from wtforms import RadioField, SelectField
from wtforms.validators import ValidationError

from app.core.forms import Form, Text, whole_number
from app.core.i18n import _l
from app.domains.campaigns import wording


class StepForm(Form):
    """A screen of the wizard: the service judges, the form shows what it says at the field."""

    def refuse(self, field: str, message: str) -> None:
        """Show `message` at `field`, keeping what was typed."""
        self[field].errors = [message]


class NameForm(StepForm):
    """What one calls it."""

    name = Text(_l("Nom de la campagne"))


class TradeForm(StepForm):
    """What one looks for."""

    industry: Any = RadioField(_l("Type de commerces"), choices=list(wording.TRADES.items()), validate_choice=False)
    industry_words = Text(_l("Quel genre de commerces?"))


class PlaceForm(StepForm):
    """Where one looks."""

    city = Text(_l("Ville"))
    province: Any = SelectField(_l("Province"), choices=list(wording.PROVINCES.items()), validate_choice=False)


def _row(raw: Any) -> int:
    # What is no number is none of those offered, and refused in the same words.
    return whole_number(str(raw)) or 0


class JoiningForm(Form):
    """Which campaign a prospect is for."""

    campaign_id = SelectField(_l("Campagne"), coerce=_row, validate_choice=False)

    def validate_campaign_id(self, field: Any) -> None:
        """Take one of those offered."""
        if field.data not in [campaign_id for campaign_id, _name in field.choices]:
            raise ValidationError(wording.CHOOSE_CAMPAIGN)
