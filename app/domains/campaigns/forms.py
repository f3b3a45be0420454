"""The wizard's questions, one form a screen."""

from __future__ import annotations

from typing import Any

from wtforms import RadioField, SelectField

from app.core.forms import Form, Text
from app.domains.campaigns import wording


class StepForm(Form):
    """A screen of the wizard: the service judges, the form shows what it says at the field."""

    def refuse(self, field: str, message: str) -> None:
        """Show `message` at `field`, keeping what was typed."""
        self[field].errors = [message]


class NameForm(StepForm):
    """What one calls it."""

    name = Text("Nom de la campagne")


class TradeForm(StepForm):
    """What one looks for."""

    industry: Any = RadioField("Type de commerces", choices=list(wording.TRADES.items()), validate_choice=False)
    industry_words = Text("Quel genre de commerces?")


class PlaceForm(StepForm):
    """Where one looks."""

    city = Text("Ville")
    province: Any = SelectField("Province", choices=list(wording.PROVINCES.items()), validate_choice=False)
